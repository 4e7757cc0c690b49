import deExamples from '../../locales/de/examples.json' with { type: 'json' };
import de from '../../locales/de/words.json' with { type: 'json' };
import notOurs from '../../locales/elsewhere.json' with { type: 'json' };
import enExamples from '../../locales/en/examples.json' with { type: 'json' };
import en from '../../locales/en/words.json' with { type: 'json' };
import field from '../../locales/field.json' with { type: 'json' };
import greetings from '../../locales/greetings.json' with { type: 'json' };
import elsewhere from '../../locales/heard-elsewhere.json' with { type: 'json' };
import others from '../../locales/others.json' with { type: 'json' };
import pairs from '../../locales/pairs.json' with { type: 'json' };
import type { Language } from './language.ts';

/** What the desk hears in one language: phrases separated by " | ", lower case; `hears` are the words that tell the language. */
type Words = typeof en;
/** What can be wished at any moment, beside answering. */
export type Wish = keyof Words['wishes'];

export const WORDS: Readonly<Record<Language, Words>> = { en, de };

/** What the classifier learns from: for each label (fact and value, wish, or elsewhere) phrases as people write them, beside the rules' own. */
export type Example = keyof typeof enExamples;
export const EXAMPLES: Readonly<Record<Language, Readonly<Record<Example, string>>>> = { en: enExamples, de: deExamples };

/** What is heard in a language that the desk does not speak: a fact and its value, a wish, or elsewhere. */
export type Label = Example | keyof typeof elsewhere;

/** Strong words for such labels, in languages that tickets come in. */
export const ELSEWHERE_HEARD: { readonly [L in Label]?: Readonly<Record<string, string>> } = elsewhere;

/** A language that the desk does not speak: how it is recognised, and the sentence in it that says which ones it does. */
interface Other {
  readonly hears?: string;
  readonly script?: string;
  /** What denies the thing right behind it, and right before it: "no es un", "ではない". */
  readonly deniesBefore?: string;
  readonly deniesBehind?: string;
  readonly yes?: string;
  readonly no?: string;
  readonly unknown?: string;
  readonly says: string;
}
export const OTHERS: Readonly<Record<string, Other>> = others;

/** Words for one thing each, in all languages, and what two of them mean that stand near each other. */
export const PAIRS: { readonly words: Readonly<Record<string, string>>; readonly meanings: Readonly<Record<string, string>> } = pairs;

/** How people greet, and whom and what they name beside it, in any language. */
export const GREETINGS = greetings;

/** The words of the desk's own field, whatever the language: names, licensing, and what only beside Office's name is a matter of licensing. */
export const FIELD = field;
/** What else has keys and licences, and other things that are called KMS: named by itself, it is not the desk's field. */
export const ELSEWHERE = notOurs;

/** The phrases of one entry. */
export const phrases = (entry: string | undefined): readonly string[] => entry?.split('|').map((phrase) => phrase.trim()) ?? [];
