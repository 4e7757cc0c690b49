import { kept } from '../language/kept.ts';

const made = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[äöü]/g, (vowel) => ({ ä: 'ae', ö: 'oe', ü: 'ue' })[vowel] ?? vowel)
    .replace(/[\u2018\u2019\u0060\u00b4]/g, "'")
    // "KMS-Host" and "KMS host" are the same words.
    .replace(/-/g, ' ')
    // "KMS服务器" is two words, of which the first is everybody's.
    .replace(/(?<=[a-z\d])(?=[\u0370-\uffff])|(?<=[\u0370-\uffff])(?=[a-z\d])/g, ' ')
    .replace(/[^\p{L}\p{N}'&/._@+-]+/gu, ' ')
    .replace(/(?<![\p{L}\p{N}])['._/+-]+|['._/+-]+(?![\p{L}\p{N}])/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** Longer texts are no answers, and take room. */
const SHORT = 4_096;

/**
 * Text as it is compared: one case, one kind of quote, umlauts spelled out, hyphens as spaces, no punctuation at the ends of words. All who
 * read a message ask for it, one after the other: the last ones are kept.
 */
export const plain: (text: string) => string = kept(made, (text) => (text.length > SHORT ? undefined : text), 256);

const NEVER_SLIPS = /^k?ein(?:e|en|em|er|es)?$/;

/** Are two words the same but for one slip: a letter missing, doubled, wrong, or two swapped? Only words of five letters or more may slip. */
const isSlipOf = (typed: string, meant: string): boolean => {
  if (typed === meant) return true;
  // One letter is all that parts German's "one" from "none".
  if (NEVER_SLIPS.test(meant) || NEVER_SLIPS.test(typed)) return false;
  if (meant.length < 5 || Math.abs(typed.length - meant.length) > 1) return false;
  let same = 0;
  while (same < typed.length && typed[same] === meant[same]) same += 1;
  const rest = typed.slice(same);
  const due = meant.slice(same);
  return (
    rest.slice(1) === due.slice(1) || // wrong
    rest === due.slice(1) || // missing
    rest.slice(1) === due || // doubled or one too many
    (rest[0] === due[1] && rest[1] === due[0] && rest.slice(2) === due.slice(2)) // swapped
  );
};

/** Does the text say the phrase, each of whose words may have one slip? Both are plain. */
export const isSaid = (text: string, phrase: string): boolean => {
  if (text === phrase) return true;
  // Before anything is taken apart: nobody makes so many slips.
  if (Math.abs(text.length - phrase.length) > 8) return false;
  // A slip makes a word longer or shorter by one letter, and no word is shorter than a letter and a space.
  if (Math.abs(text.length - phrase.length) > (phrase.length + 1) >> 1) return false;
  const meant = phrase.split(' ');
  if (Math.abs(text.length - phrase.length) > meant.length) return false;
  const words = text.split(' ');
  return words.length === meant.length && meant.every((word, at) => isSlipOf(words[at] ?? '', word));
};
