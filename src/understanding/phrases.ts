import { inEach, type Language } from '../language/language.ts';
import { phrases, WORDS } from '../language/words.ts';
import type { Question } from '../machines/facts.ts';
import type { Detail } from '../machines/signs.ts';
import { isDenied } from './denial.ts';
import type { Finding } from './finding.ts';
import { isOurs } from './ours.ts';
import { compared, phrasebook } from './phrasebook.ts';
import { plain } from './plain.ts';

interface Phrase {
  readonly name: Question | Detail;
  readonly value: string;
  readonly words: string;
}

/** A Mac and a subscription are had by volume licence, too: whoever names another product beside it means that one. */
const isGeneral = ({ name, value }: Phrase): boolean => name === 'product' && value === 'volume';

const compiled = (language: Language) => {
  const { means, elsewhere, keys } = WORDS[language];
  const listed = (entry: string) => phrases(entry).map((phrase) => ({ words: compared(phrase) }));
  const meant = Object.entries(means)
    .flatMap(([key, entry]): Phrase[] => {
      const dot = key.lastIndexOf('.');
      // A test holds every key of words.json against the questions and details.
      const name = key.slice(0, dot) as Question | Detail;
      return listed(entry).map(({ words }) => ({ name, value: key.slice(dot + 1), words }));
    })
    // The longest first: it says the most.
    .sort((a, b) => Number(isGeneral(a)) - Number(isGeneral(b)) || b.words.length - a.words.length)
    .map((phrase, rank) => ({ ...phrase, rank }));
  return {
    meansIn: phrasebook(meant),
    elsewhereIn: phrasebook(listed(elsewhere)),
    keysIn: phrasebook(listed(keys)),
  };
};
const HEARD = inEach(compiled);

/** Who says that they bought a key says what was delivered, unless they say that it was something else. */
const withDelivery = (findings: readonly Finding[], words: readonly string[], language: Language): readonly Finding[] => {
  const bought = findings.some(({ name, value }) => name === 'seller.origin' && value === 'shop');
  if (!bought || findings.some(({ name }) => name === 'seller.delivered')) return findings;
  const [key] = HEARD[language].keysIn(words);
  return key === undefined ? findings : [...findings, { name: 'seller.delivered', value: 'key', piece: key.phrase.words }];
};

/** What a text denies: "it is not a MAK". */
export const deniedIn = (text: string, language: Language): readonly string[] => {
  const words = plain(text).split(' ');
  return HEARD[language]
    .meansIn(words)
    .filter(({ at, end }) => isDenied(words, at, 2, end))
    .map(({ phrase: { name, value } }) => `${name}.${value}`);
};

/** Facts and details that the words of a text say, longest phrase first, one value a fact; what is denied does not count. */
export const saidIn = (text: string, language: Language): readonly Finding[] => {
  const words = plain(text).split(' ');
  const found = new Map(
    HEARD[language]
      .meansIn(words)
      .filter(({ at, end }) => !isDenied(words, at, 2, end))
      .map(({ phrase, at, end }) => [phrase, words.slice(at, end).join(' ')]),
  );
  const said = [...found.keys()].sort((a, b) => a.rank - b.rank);
  const first = said.filter(({ name }, at) => said.findIndex((other) => other.name === name) === at);
  return withDelivery(
    first.map((phrase) => ({ name: phrase.name, value: phrase.value, piece: found.get(phrase) ?? phrase.words })),
    words,
    language,
  );
};

/** Does the text speak of something that this desk does not know about (printers, mailboxes, Windows itself), and beside that not of Office? */
export const isElsewhere = (text: string, language: Language): boolean => {
  const words = plain(text).split(' ');
  const first = words.findIndex(isOurs);
  const last = words.findLastIndex(isOurs);
  return HEARD[language].elsewhereIn(words).some(({ at, end }) => first < 0 || (first >= at && last < end));
};
