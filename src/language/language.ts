import { createInstance } from 'i18next';
import deArticles from '../../locales/de/articles.json' with { type: 'json' };
import deCase from '../../locales/de/case.json' with { type: 'json' };
import deCodes from '../../locales/de/codes.json' with { type: 'json' };
import deCommands from '../../locales/de/commands.json' with { type: 'json' };
import deDesk from '../../locales/de/desk.json' with { type: 'json' };
import deHandover from '../../locales/de/handover.json' with { type: 'json' };
import deMap from '../../locales/de/map.json' with { type: 'json' };
import deOutcomes from '../../locales/de/outcomes.json' with { type: 'json' };
import dePage from '../../locales/de/page.json' with { type: 'json' };
import deQuestions from '../../locales/de/questions.json' with { type: 'json' };
import deRefund from '../../locales/de/refund.json' with { type: 'json' };
import deTalk from '../../locales/de/talk.json' with { type: 'json' };
import deTeams from '../../locales/de/teams.json' with { type: 'json' };
import enArticles from '../../locales/en/articles.json' with { type: 'json' };
import enCase from '../../locales/en/case.json' with { type: 'json' };
import enCodes from '../../locales/en/codes.json' with { type: 'json' };
import enCommands from '../../locales/en/commands.json' with { type: 'json' };
import enDesk from '../../locales/en/desk.json' with { type: 'json' };
import enHandover from '../../locales/en/handover.json' with { type: 'json' };
import enMap from '../../locales/en/map.json' with { type: 'json' };
import enOutcomes from '../../locales/en/outcomes.json' with { type: 'json' };
import enPage from '../../locales/en/page.json' with { type: 'json' };
import enQuestions from '../../locales/en/questions.json' with { type: 'json' };
import enRefund from '../../locales/en/refund.json' with { type: 'json' };
import enTalk from '../../locales/en/talk.json' with { type: 'json' };
import enTeams from '../../locales/en/teams.json' with { type: 'json' };
import type { MessageKey } from './keys.ts';

/** The languages that the desk speaks, the fallback first. */
export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Makes one thing for each language, once. */
export const inEach = <T>(make: (language: Language) => T): Readonly<Record<Language, T>> =>
  // Object.fromEntries forgets its keys; they are exactly the languages.
  Object.fromEntries(LANGUAGES.map((language) => [language, make(language)])) as Record<Language, T>;

const en = {
  talk: enTalk,
  questions: enQuestions,
  outcomes: enOutcomes,
  case: enCase,
  codes: enCodes,
  articles: enArticles,
  page: enPage,
  refund: enRefund,
  handover: enHandover,
  map: enMap,
  commands: enCommands,
  desk: enDesk,
  teams: enTeams,
};
/** Everything the desk says in one language. A text that a language lacks is a compile error below. */
export type Texts = typeof en;
const de: Texts = {
  talk: deTalk,
  questions: deQuestions,
  outcomes: deOutcomes,
  case: deCase,
  codes: deCodes,
  articles: deArticles,
  page: dePage,
  refund: deRefund,
  handover: deHandover,
  map: deMap,
  commands: deCommands,
  desk: deDesk,
  teams: deTeams,
};
export const TEXTS: Readonly<Record<Language, Texts>> = { en, de };

const i18n = createInstance();
// Resources are in memory, so the promise is settled when it returns; a failure would be a broken file and may end the process.
void i18n.init({
  lng: 'en',
  fallbackLng: 'en',
  supportedLngs: LANGUAGES,
  ns: Object.keys(en),
  defaultNS: 'talk',
  resources: TEXTS,
  keySeparator: '.',
  nsSeparator: '.',
  // Chat is not HTML: Markdown is escaped where user text is put in.
  interpolation: { escapeValue: false, skipOnVariables: true },
});
const speakers = inEach((language) => i18n.getFixedT(language));

type Params = Readonly<Record<string, string | number>>;

const textOf = (language: Language, key: MessageKey, params: Params): string => {
  const text = speakers[language](key, { ...params });
  if (text === key || text === key.slice(key.indexOf('.') + 1)) throw new Error(`no text for ${key} in ${language}`);
  return text;
};

// Most of a turn's texts have nothing put into them, and i18next looks for each anew: what it found is kept, no more than there are keys.
const constant = inEach(() => new Map<MessageKey, string>());

/** The text of a message in a language. Throws where the key has no text: a key comes from code, never from a person. */
export const say = (language: Language, key: MessageKey, params?: Params): string => {
  if (params !== undefined && Object.keys(params).length > 0) return textOf(language, key, params);
  const before = constant[language].get(key);
  if (before !== undefined) return before;
  const text = textOf(language, key, {});
  constant[language].set(key, text);
  return text;
};

/** The texts of a numbered object (steps, paragraphs), in order, with the keys they stand under. */
export const numbered = (list: Readonly<Record<string, string>>): readonly string[] =>
  Object.keys(list).sort((a, b) => Number(a) - Number(b));

/** The language subtag of a locale: "de" of "de-AT". */
export const primaryOf = (locale: string): string => locale.toLowerCase().split(/[-_]/)[0] ?? '';

/** The language for a locale as a channel sends it ("de-AT"); undefined where the desk does not speak it. */
export const languageOf = (locale: unknown): Language | undefined => {
  if (typeof locale !== 'string' || locale.length > 35) return undefined;
  const primary = primaryOf(locale);
  return LANGUAGES.find((language) => language === primary);
};
