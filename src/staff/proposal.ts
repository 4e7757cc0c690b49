import type { Language } from '../language/language.ts';
import type { Says } from '../transcript/chat.ts';
import { recordChat } from '../transcript/record.ts';
import { plain } from '../understanding/plain.ts';
import type { Unheard } from './kept.ts';

/** A phrase for the desk's ears, and a talk that fails until it is there. */
export interface Proposal {
  readonly phrase: string;
  /** The file and the name in it under which the phrase is to stand. */
  readonly words: { readonly file: string; readonly name: string };
  readonly file: string;
  readonly test: string;
}

/** Recorded talks say the same whenever they are recorded. */
const WORLD = { now: '2026-11-24T12:00:00.000Z', caseNumber: 'AD-TEST-TEST', kept: { talks: 30, cases: 180 } };

const localeOf = (language: Language): string => (language === 'en' ? 'en-US' : language);

const fileName = (phrase: string): string =>
  phrase
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 50) || 'phrase';

/**
 * What to add so that a saying is understood: the phrase under its meaning, and a transcript of the talk in which the phrase must do what
 * the button does. The transcript is recorded with the button, and the phrase put in its place.
 */
export const proposalFor = ({ text, language, before }: Unheard, fact: string, value: string): Proposal => {
  const phrase = plain(text);
  const says: readonly Says[] = [...before, { ask: fact, value }];
  const recorded = recordChat('Somebody said this, and it was not understood.', localeOf(language), says, WORLD);
  const button = `> {${fact}=${value}}`;
  const at = recorded.lastIndexOf(button);
  return {
    phrase,
    words: { file: `locales/${language}/words.json`, name: `means["${fact}.${value}"]` },
    file: `test/transcripts/heard-${fileName(phrase)}.chat`,
    test: `${recorded.slice(0, at)}> ${text.replaceAll('\n', '\n| ')}${recorded.slice(at + button.length)}`,
  };
};
