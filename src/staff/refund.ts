import type { Case } from '../desk/case.ts';
import { OUTCOMES } from '../knowledge/outcomes.ts';
import { type Language, numbered, say, TEXTS } from '../language/language.ts';
import { factWords, outcomeTitle, valueTitle } from './matter.ts';
import { inFull } from './moment.ts';

/** What somebody needs who asks a seller for the money back: in the person's language, and with no promise. */
export interface RefundPack {
  /** What happened when, in order. */
  readonly timeline: readonly { readonly at: string; readonly what: string }[];
  /** What is known of the seller and of what was delivered. */
  readonly seller: readonly string[];
  /** What to put together before writing. */
  readonly collect: readonly string[];
  readonly letter: readonly string[];
}

const isOutcome = (id: string): id is keyof typeof OUTCOMES => Object.hasOwn(OUTCOMES, id);
/** Did the person buy the key themselves? An organisation's own key is never refunded. */
const isBought = ({ facts }: Case['matter']): boolean =>
  facts.some(({ name, value }) => (name === 'symptom' && value === 'bought') || (name === 'seller.origin' && value !== 'organisation'));

/** The outcome of a case for which a refund may be asked; undefined where none was advised. */
export const refundOutcome = ({ matter }: Pick<Case, 'matter'>): keyof typeof OUTCOMES | undefined =>
  [matter.outcome, ...matter.tried.map(({ outcome }) => outcome).toReversed()].find(
    (id): id is keyof typeof OUTCOMES =>
      id !== undefined && isOutcome(id) && OUTCOMES[id].refund !== 'no' && (OUTCOMES[id].refund !== 'if-bought' || isBought(matter)),
  );

const collectOf = (id: keyof typeof OUTCOMES, language: Language): readonly string[] => {
  const text = TEXTS[language].outcomes[id];
  return 'collect' in text ? numbered(text.collect).map((at) => (text.collect as Readonly<Record<string, string>>)[at] ?? '') : [];
};

/** A blank for what the desk does not know: the person fills it in. */
const BLANK = '__________';

const letterOf = ({ number, matter }: Case, language: Language): readonly string[] => {
  const fact = (name: string) => matter.facts.find((each) => each.name === name)?.value;
  const delivered = fact('seller.delivered');
  const params = {
    number,
    product: fact('office') ?? BLANK,
    last5: fact('last5') ?? BLANK,
    code: fact('code') ?? BLANK,
    delivered: delivered === undefined || delivered === 'unknown' ? BLANK : valueTitle('seller.delivered', delivered, language),
    blank: BLANK,
  };
  return (['greeting', 'bought', 'fails', 'asks', 'deadline', 'attached', 'closing'] as const).map((part) =>
    say(language, `desk.refund.letter.${part}`, params),
  );
};

/** The pack for a case; undefined where no refund can be asked for. Of a key it holds the last five characters alone. */
export const refundPackOf = (shown: Case): RefundPack | undefined => {
  const outcome = refundOutcome(shown);
  if (outcome === undefined) return undefined;
  const { matter, openedAt } = shown;
  const { language } = matter;
  const learned = matter.facts.flatMap((fact) => (fact.at === undefined ? [] : [{ at: fact.at, what: factWords(fact, language) }]));
  const opened = { at: openedAt, what: say(language, 'desk.refund.opened', { number: shown.number }) };
  const advised = { at: shown.updatedAt, what: `${outcome}: ${outcomeTitle(outcome, language)}` };
  return {
    timeline: [...learned, opened, advised]
      .sort((a, b) => a.at.localeCompare(b.at))
      .map(({ at, what }) => ({ at: inFull(at, language), what })),
    seller: matter.facts.filter(({ name }) => name.startsWith('seller.')).map((fact) => factWords(fact, language)),
    collect: collectOf(outcome, language),
    letter: letterOf(shown, language),
  };
};
