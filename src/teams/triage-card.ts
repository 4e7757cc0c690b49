import type { MessageKey } from '../language/keys.ts';
import { type Language, say } from '../language/language.ts';
import { adviceOf } from '../rendering/advice.ts';
import { blocks, cardOf, type Element, text } from '../rendering/card.ts';
import type { Triaged } from '../triage/ticket.ts';
import { triage } from '../triage/triage.ts';

const ACTS = { user: 'user', admin: 'admin', seller: 'seller', microsoft: 'microsoft' } as const satisfies Record<
  Triaged['whoActs'],
  string
>;

const SPOKEN_ASKS: readonly string[] = ['code', 'meanings', 'change', 'language', 'offer', 'solved'];

/** The question to ask next, in words: one of the tree's, or which of several readings was meant. */
const questionIn = (next: string, language: Language): string =>
  next === 'code'
    ? say(language, 'talk.codesAsk')
    : next.startsWith('tried.')
      ? say(language, 'talk.tried.ask')
      : SPOKEN_ASKS.includes(next)
        ? say(language, 'talk.meaningsAsk')
        : // Facts of the tree have a text each: the locale test holds that.
          say(language, `questions.${next}.ask` as MessageKey);

const readIn = ({ facts, errorCodes }: Triaged, language: Language): string => {
  const pieces = [...errorCodes, ...facts.flatMap(({ piece }) => (piece === null ? [] : [`“${piece.replace(/\s+/g, ' ').slice(0, 80)}”`]))];
  return pieces.length === 0 ? say(language, 'teams.triage.nothing') : [...new Set(pieces)].join('; ');
};

/** A message triaged: the card that staff see, and the draft that they may send. `now` is ISO 8601, UTC. */
export const triageCard = (message: string, language: Language, now: string): { readonly card: Element; readonly draft: string } => {
  const heading = say(language, 'teams.triage.heading');
  const title = text(heading, { size: 'Large', weight: 'Bolder', style: 'heading' });
  if (message.trim() === '') {
    const empty = say(language, 'teams.triage.empty');
    return { card: cardOf({ speak: empty, fallback: empty, body: [title, text(empty)] }, language), draft: '' };
  }
  const triaged = triage({ id: 'message', text: message }, now);
  const { outcome, next, likely, whoActs, confidence, draft } = triaged;
  const fact = (key: MessageKey, value: string) => ({ title: say(language, key), value });
  const named = (id: (typeof likely)[number]) => `${adviceOf(id, language).title} (${id})`;
  const facts = [
    fact('teams.triage.read', readIn(triaged, language)),
    ...(outcome === null ? [] : [fact('teams.triage.leads', named(outcome))]),
    ...(next === null ? [] : [fact('teams.triage.asks', questionIn(next, language))]),
    ...(outcome !== null || likely.length === 0 ? [] : [fact('teams.triage.likely', likely.slice(0, 3).map(named).join('; '))]),
    fact('teams.triage.acts', say(language, `talk.outcome.whoIs.${ACTS[whoActs]}`)),
    fact('teams.triage.sure', say(language, 'teams.triage.percent', { percent: Math.round(confidence * 100) })),
  ];
  const body = [
    title,
    { type: 'FactSet', facts },
    text(say(language, 'teams.triage.draft'), { weight: 'Bolder', separator: true, style: 'heading' }),
    ...blocks(draft),
  ];
  const spoken = facts.map((each) => `${each.title}: ${each.value}.`).join(' ');
  const actions = [{ type: 'Action.Submit', title: say(language, 'teams.triage.use'), data: { draft } }];
  return { card: cardOf({ speak: `${heading}. ${spoken}`, fallback: spoken, body, actions }, language), draft };
};

/** A draft as the card that is put into a message. */
export const draftCard = (draft: string, language: Language): Element =>
  cardOf({ speak: draft, fallback: draft, body: blocks(draft) }, language);
