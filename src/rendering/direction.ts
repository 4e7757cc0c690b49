import { type Language, say } from '../language/language.ts';

export const isRightToLeft = (language: Language): boolean => say(language, 'teams.direction') === 'rtl';

const [OPEN, CLOSE] = ['\u2066', '\u2069'];
/** An address of Markdown, which must stay as it is; a run of code; words, codes and names in Latin letters. */
const RUNS = /(\]\([^)]*\))|(`[^`\n]+`)|([\w%\\/.@][\w%\\/.:@+=?&~#{}-]*(?: [\w%\\/.@][\w%\\/.:@+=?&~#{}-]*)*)/g;
const TAIL = /[.:,;?!-]+$/;

/** Codes, commands and names within a right-to-left text, each kept in its own order; other texts are given back as they are. */
export const isolated = (text: string, language: Language): string =>
  isRightToLeft(language)
    ? text.replace(RUNS, (whole, address?: string, code?: string, words: string = '') => {
        if (address !== undefined) return whole;
        if (code !== undefined) return `${OPEN}${code}${CLOSE}`;
        const end = TAIL.exec(words)?.[0] ?? '';
        const run = words.slice(0, words.length - end.length);
        return /[A-Za-z]/.test(run) ? `${OPEN}${run}${CLOSE}${end}` : whole;
      })
    : text;

const SPOKEN = ['text', 'title', 'value', 'label', 'errorMessage', 'tooltip'];

/** The same for every text of a card but those in monospace, which stand in boxes of their own direction; what buttons send stays as it is. */
export const isolatedCard = <T>(node: T, language: Language): T => {
  const walk = (part: unknown, key: string): unknown => {
    if (typeof part === 'string') return SPOKEN.includes(key) ? isolated(part, language) : part;
    if (Array.isArray(part)) return part.map((each) => walk(each, ''));
    if (typeof part !== 'object' || part === null || key === 'data' || ('fontType' in part && part.fontType === 'Monospace')) return part;
    const isChoice = key === '' && Object.keys(part).join() === 'title,value';
    return Object.fromEntries(
      Object.entries(part).map(([name, inside]) => [name, isChoice && name === 'value' && isKeyLike(inside) ? inside : walk(inside, name)]),
    );
  };
  // The copy has the shape of the card: only strings within it are others.
  return isRightToLeft(language) ? (walk(node, '') as T) : node;
};

/** A choice's value is an id of ours; a fact's value is words. */
const isKeyLike = (value: unknown): boolean => typeof value === 'string' && /^[\w.-]+$/.test(value);
