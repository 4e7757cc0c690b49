import type { Language } from '../language/language.ts';
import { EXAMPLES, type Example, type Label, phrases, type Wish, WORDS } from '../language/words.ts';
import type { Question } from '../machines/facts.ts';
import { classifier, type Learned, type Likely, learn } from './classifier.ts';
import { isDenied } from './denial.ts';
import type { Finding, Reading } from './finding.ts';
import { foreignIn } from './foreign.ts';
import { plain } from './plain.ts';

/** From here on a meaning is learned and said; the rules went first, and whoever reads it can take it back. */
const SURE = 0.55;
/** What is done at once and not only said wants more. */
const SURE_WISH = 0.7;
/** Beside what the rules found, and in two or three words, only the plainest counts. */
const SURE_BESIDE = 0.8;
/** Below this nothing was understood. */
const PERHAPS = 0.2;
const PERHAPS_TOO = 0.1;
const CHOICES = 3;

/** So many words are no sentence. */
const FEW = 3;

/** Of the rules' own phrases so many of a label are examples, too: they hold the plainest words for it. */
const OF_THE_RULES = 20;
const CLAUSES_AT_MOST = 12;

const evenly = (list: readonly string[]): readonly string[] =>
  list.filter((_, at) => Math.floor((at * OF_THE_RULES) / list.length) !== Math.floor(((at - 1) * OF_THE_RULES) / list.length));

const ruleOf = (label: Example, language: Language): string | undefined => {
  const { means, wishes, elsewhere } = WORDS[language];
  if (label === 'elsewhere') return elsewhere;
  const rules: Readonly<Record<string, string>> = label.startsWith('wish.') ? wishes : means;
  return rules[label.replace('wish.', '')];
};

/** What is learned from in a language. */
export const examplesIn = (language: Language) =>
  // A test holds both languages to the same labels.
  (Object.keys(EXAMPLES[language]) as Example[]).flatMap((label) =>
    [...phrases(EXAMPLES[language][label]), ...evenly(phrases(ruleOf(label, language)))].map((text) => ({ label, text })),
  );

const models: Partial<Record<Language, ReturnType<typeof classifier<Example>>>> = {};

/** Takes what was learned from the examples of a language before; without it the first text that asks for it waits until it is learned. */
export const take = (language: Language, learned: Learned<Example>): void => {
  models[language] = classifier(learned);
};

const modelOf = (language: Language) => {
  models[language] ??= classifier(learn(examplesIn(language)));
  return models[language];
};

/** What is made of a text that the rules did not decide. */
export interface Meant {
  readonly findings: readonly Finding[];
  readonly wish?: Wish;
  readonly elsewhere: boolean;
  readonly choose?: readonly Reading[];
}
export const NOTHING: Meant = { findings: [], elsewhere: false };

/** Was nothing understood for sure? */
export const isSilent = ({ findings, wish, elsewhere }: Meant): boolean => findings.length === 0 && wish === undefined && !elsewhere;

/** One thing is said in one clause; "but" turns to another. */
const clausesOf = (text: string): readonly string[] =>
  text
    .split(/[.!?;\n]+\s|[.!?;\n]+$|,\s|\s(?:but|aber|and now|und jetzt)\s/i, CLAUSES_AT_MOST)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');

/** Nobody is told that all is well because it is likely: that takes the words themselves. */
const ALL_WELL: Example = 'trouble.fine';

const isWish = (label: Label): boolean => label.startsWith('wish.');
const isFact = (label: Label): boolean => label !== 'elsewhere' && !isWish(label);

// A test holds every label against the questions, details and wishes.
const wishOf = (label: Label): Wish => label.slice('wish.'.length) as Wish;

const findingOf = (label: Label, piece: string): Finding => {
  const dot = label.lastIndexOf('.');
  return { name: label.slice(0, dot) as Question, value: label.slice(dot + 1), piece: piece.slice(0, 80) };
};

const perhaps = (all: readonly Likely<Example>[], text: string, beside: readonly string[]): Meant => {
  const likely = all.filter(({ label }) => !beside.includes(label.slice(0, label.lastIndexOf('.'))));
  const [first] = likely;
  if (first === undefined || first.likely < PERHAPS || !isFact(first.label)) return NOTHING;
  const choose = likely
    .slice(0, CHOICES)
    // Nobody is asked whether it was an unofficial activator.
    .filter((each) => each.likely >= PERHAPS_TOO && isFact(each.label) && each.label !== 'unofficial.activator')
    .map(({ label }) => ({ value: label, findings: [findingOf(label, text)] }));
  return choose.length < 2 ? NOTHING : { ...NOTHING, choose };
};

/** What a text says in a language that the desk does not speak. */
export const meantAbroad = (text: string, written: string | undefined, beside: readonly string[]): Meant => {
  const heard = foreignIn(text, written);
  const findings = heard
    .filter(({ label }) => isFact(label))
    .map(({ label, piece }) => findingOf(label, piece))
    .filter(({ name }, at, all) => !beside.includes(name) && all.findIndex((other) => other.name === name) === at);
  const wish = heard.find(({ label }) => isWish(label));
  if (wish !== undefined) return { ...NOTHING, wish: wishOf(wish.label) };
  return { ...NOTHING, findings, elsewhere: heard.some(({ label }) => label === 'elsewhere') };
};

/** What a text most likely means, where the rules found nothing that decides; `beside` are the names of what they found, `denied` is what is said not to be. */
export const meantIn = (text: string, language: Language, beside: readonly string[], denied: readonly string[]): Meant => {
  const classify = (piece: string) => modelOf(language)(piece).filter(({ label }) => !denied.includes(label));
  const clauses = clausesOf(text);
  // "Not 365": two words of which one denies the other tell nothing for sure.
  const words = plain(text).split(' ');
  if (words.length <= FEW && isDenied(words, words.length, FEW)) return NOTHING;
  const whole = classify(text);
  const heard = [
    { text, likely: whole },
    ...(clauses.length > 1 ? clauses.map((clause) => ({ text: clause, likely: classify(clause) })) : []),
  ];
  const best = heard.flatMap(({ text: piece, likely: [first] }) => (first === undefined ? [] : [{ ...first, piece }]));
  const least = (piece: string) => (beside.length === 0 && plain(piece).split(' ').length > FEW ? SURE : SURE_BESIDE);
  const findings = best
    .filter(({ label, likely, piece }) => isFact(label) && label !== ALL_WELL && likely >= least(piece))
    .sort((a, b) => b.likely - a.likely)
    .map(({ label, piece }) => findingOf(label, piece))
    .filter(({ name }, at, all) => !beside.includes(name) && all.findIndex((other) => other.name === name) === at);
  if (findings.length > 0) return { ...NOTHING, findings };
  if (beside.length > 0) return perhaps(whole, text, beside);
  const wish = best.find(({ label, likely }) => isWish(label) && likely >= SURE_WISH);
  if (wish !== undefined) return { ...NOTHING, wish: wishOf(wish.label) };
  if (whole[0]?.label === 'elsewhere' && whole[0].likely >= least(text)) return { ...NOTHING, elsewhere: true };
  return perhaps(whole, text, beside);
};
