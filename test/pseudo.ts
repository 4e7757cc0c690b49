type Tree = string | { readonly [key: string]: Tree };

const LATIN = 'abcdefghijklmnopqrstuvwxyz';
const HEBREW = 'אבגדהוזחטיכלמנסעפצקרשתךםןף';
const letter = (latin: string): string => HEBREW[LATIN.indexOf(latin.toLowerCase())] ?? latin;

/** What a translator would leave in Latin letters: placeholders, tags, addresses, code, and words with digits, signs or capitals alone. */
const KEPT = /\{\{[^}]*\}\}|<\/?at>|\]\([^)]*\)|`[^`]*`|[\w%\\/.:@+=-]*[\d\\/_%@=][\w%\\/.:@+=-]*|\b[A-Z][A-Z0-9-]+\b/;
const PART = new RegExp(`(${KEPT.source})`, 'g');

/** A text as if it were in a right-to-left language: its words in Hebrew letters, as long as before; what is never translated stays. */
export const rightToLeft = (text: string): string =>
  text
    .split(PART)
    .map((part, at) => (at % 2 === 1 ? part : part.replace(/[A-Za-z]/g, letter)))
    .join('');

/** A file of texts in the pseudo-language; the one text that names its direction says so. */
export const pseudo = (tree: Tree): Tree =>
  typeof tree === 'string'
    ? rightToLeft(tree)
    : Object.fromEntries(Object.entries(tree).map(([key, inside]) => [key, key === 'direction' ? 'rtl' : pseudo(inside)]));
