import type { MessageKey } from './keys.ts';
import { type Language, say } from './language.ts';

type Param = string | number | Saying | readonly Saying[];

/** A message to be said: its key and what is put into it. A parameter may itself be something to say, or a list of such. */
export interface Saying {
  readonly key: MessageKey;
  readonly params?: { readonly [name: string]: Param };
  /** Said in this language, whatever the talk's is. */
  readonly in?: Language;
}

const isList = (param: Param): param is readonly Saying[] => Array.isArray(param);

const spoken = (language: Language, param: Param): string | number => {
  if (typeof param !== 'object') return param;
  return isList(param) ? param.map((each) => speak(language, each)).join(', ') : speak(language, param);
};

/** Puts a saying into words. */
export const speak = (language: Language, { key, params = {}, in: other = language }: Saying): string =>
  say(other, key, Object.fromEntries(Object.entries(params).map(([name, param]) => [name, spoken(other, param)])));

/** The keys of everything that is said, nested ones too: what tests and other clients read instead of wording. */
export const keysOf = (says: readonly Saying[]): readonly MessageKey[] =>
  says.flatMap(({ key, params = {} }) => [
    key,
    ...Object.values(params).flatMap((param) => (typeof param === 'object' ? keysOf(isList(param) ? param : [param]) : [])),
  ]);
