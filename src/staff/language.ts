import type { IncomingMessage } from 'node:http';
import { queryOf } from '../http/address.ts';
import { LANGUAGES, type Language, languageOf } from '../language/language.ts';
import { wantedIn } from '../language/wanted.ts';

const NAME = 'staff-language';

const chosenIn = ({ headers }: IncomingMessage): string | undefined =>
  new RegExp(`(?:^|; )${NAME}=([a-z]{2})`).exec(headers.cookie ?? '')?.[1];

/** The language of staff: as chosen now (`?lang=`) or before, else as the browser asks, else the first that the desk speaks. */
export const staffLanguage = (request: IncomingMessage): Language => {
  const wanted = [queryOf(request).get('lang'), chosenIn(request), ...wantedIn(request.headers['accept-language'] ?? '')];
  return wanted.map(languageOf).find((language) => language !== undefined) ?? LANGUAGES[0];
};

/** The header by which a language that was chosen now is kept for a year; undefined where none was. */
export const languageCookie = (request: IncomingMessage): string | undefined => {
  const language = languageOf(queryOf(request).get('lang'));
  return language && `${NAME}=${language}; Path=/desk; Max-Age=31536000; HttpOnly; SameSite=Lax`;
};
