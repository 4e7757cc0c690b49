import type { IncomingMessage } from 'node:http';
import { LANGUAGES, type Language, languageOf } from '../language/language.ts';
import { queryOf } from './address.ts';

const weightOf = (parameters: readonly string[]): number => {
  const weight = parameters.map((each) => each.trim()).find((each) => each.startsWith('q='));
  return weight === undefined ? 1 : Number(weight.slice(2)) || 0;
};

/** The tags of an Accept-Language header, the most wanted first. */
const wantedIn = (header: string): readonly string[] =>
  header
    .slice(0, 200)
    .split(',')
    .map((range) => {
      const [tag = '', ...parameters] = range.split(';');
      return { tag: tag.trim(), weight: weightOf(parameters) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);

/** The language of the page: as chosen (`?lang=`), else as the browser asks, else the first that the desk speaks. */
export const pageLanguage = (request: IncomingMessage): Language => {
  const wanted = [queryOf(request).get('lang'), ...wantedIn(request.headers['accept-language'] ?? '')];
  return wanted.map(languageOf).find((language) => language !== undefined) ?? LANGUAGES[0];
};
