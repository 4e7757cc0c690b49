import type { IncomingMessage } from 'node:http';
import { queryOf } from '../http/address.ts';
import { LANGUAGES, type Language, languageOf } from '../language/language.ts';
import { wantedIn } from '../language/wanted.ts';

/** The language of the page: as chosen (`?lang=`), else as the browser asks, else the first that the desk speaks. */
export const pageLanguage = (request: IncomingMessage): Language => {
  const wanted = [queryOf(request).get('lang'), ...wantedIn(request.headers['accept-language'] ?? '')];
  return wanted.map(languageOf).find((language) => language !== undefined) ?? LANGUAGES[0];
};
