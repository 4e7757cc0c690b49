import { errorCode } from '../knowledge/error-codes.ts';
import type { OutcomeId } from '../knowledge/outcomes.ts';
import type { MessageKey } from '../language/keys.ts';
import { type Language, say } from '../language/language.ts';
import { speak } from '../language/saying.ts';
import { isUnderWay } from '../machines/case.ts';
import { adviceOf } from '../rendering/advice.ts';
import { adviceBody } from '../rendering/advice-card.ts';
import { cardOf, type Element, text } from '../rendering/card.ts';
import { channelOf } from '../rendering/channels.ts';
import { isolated } from '../rendering/direction.ts';
import { triage } from '../triage/triage.ts';
import type { Found } from './search.ts';

/** A result as Teams lists it, and the card that is put into the message when it is chosen. */
export interface Listed {
  readonly title: string;
  readonly about: string;
  readonly card: Element;
}

const channel = channelOf('msteams');
const heading = (content: string) => text(content, { size: 'Large', weight: 'Bolder', style: 'heading' });

const outcomeBody = (id: OutcomeId, language: Language) => adviceBody(adviceOf(id, language), language, channel, '');

/** What a code means, in words; a code that is known by its name alone says its name. */
const meaningOf = (code: string, language: Language): string => {
  const row = errorCode(code);
  if (row === undefined) return say(language, 'teams.search.unknown');
  // Every code of high and medium confidence has a text: the locale test holds that.
  return row.confidence === 'low'
    ? say(language, 'codes.low', { code, name: row.aliases?.[0] ?? code })
    : say(language, `codes.${code}` as MessageKey);
};

const codeListed = (code: string, language: Language, now: string): Listed => {
  const about = meaningOf(code, language);
  const { outcome, likely } = triage({ id: code, text: code, locale: language }, now);
  const first = outcome ?? likely[0];
  const advice =
    first === undefined
      ? []
      : [text(say(language, 'teams.search.leads'), { separator: true, isSubtle: true }), ...outcomeBody(first, language)];
  return {
    title: code,
    about,
    card: cardOf({ speak: `${code}. ${about}`, fallback: `${code}. ${about}`, body: [heading(code), text(about), ...advice] }, language),
  };
};

const outcomeListed = (id: OutcomeId, language: Language): Listed => {
  const { title, summary } = adviceOf(id, language);
  return {
    title,
    about: say(language, 'teams.search.outcome', { id }),
    card: cardOf({ speak: `${title}. ${summary}`, fallback: `${title}. ${summary}`, body: outcomeBody(id, language) }, language),
  };
};

const caseListed = ({ number, state, sentence }: (Found & { readonly kind: 'case' })['of'], language: Language): Listed => {
  const summary = speak(language, sentence);
  const about = say(language, 'teams.search.case', {
    state: say(language, isUnderWay(state) ? 'teams.search.open' : 'teams.search.closed'),
  });
  const body = [heading(number), text(about, { isSubtle: true }), text(summary)];
  return {
    title: number,
    about: `${about} · ${summary}`,
    card: cardOf({ speak: `${number}. ${about}`, fallback: summary, body }, language),
  };
};

/** A result in words. `now` is ISO 8601, UTC. */
export const listed = (found: Found, language: Language, now: string): Listed => {
  const line =
    found.kind === 'code'
      ? codeListed(found.code, language, now)
      : found.kind === 'outcome'
        ? outcomeListed(found.id, language)
        : caseListed(found.of, language);
  return { ...line, title: isolated(line.title, language), about: isolated(line.about, language) };
};
