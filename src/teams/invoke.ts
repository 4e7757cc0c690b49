import type { Line } from '../desk/desk.ts';
import type { Inbound, Receive } from '../exchange/activity.ts';
import { type Language, languageOf, say } from '../language/language.ts';
import type { Secret } from '../redaction/redact.ts';
import type { Element } from '../rendering/card.ts';
import { wordsIn } from '../triage/forms/html.ts';
import { listed } from './found-card.ts';
import { localeOf } from './inbound.ts';
import type { Entity } from './mentions.ts';
import { search } from './search.ts';
import { draftCard, triageCard } from './triage-card.ts';

/** What Teams asks and waits for, with the answer in the response. */
export interface Invoked extends Omit<Inbound, 'from'> {
  readonly from: Inbound['from'] & { readonly aadObjectId?: unknown };
  readonly entities?: readonly Entity[] | undefined;
}
interface Answer {
  readonly status: number;
  readonly body?: unknown;
}
export type Invoke = (activity: Invoked, secrets: readonly Secret[]) => Promise<Answer>;

interface Invokes {
  readonly receive: Receive;
  readonly cases: () => Promise<readonly Line[]>;
  /** Object ids in Entra, lower case, of those who may look up cases. */
  readonly staff: readonly string[];
  /** The language of whom Teams does not say it. */
  readonly language: Language;
  readonly now: () => Date;
}

const isObject = (value: unknown): value is Readonly<{ [field: string]: unknown }> => typeof value === 'object' && value !== null;
const at = (node: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((inside, key) => (isObject(inside) && Object.hasOwn(inside, key) ? inside[key] : undefined), node);

const ADAPTIVE = 'application/vnd.microsoft.card.adaptive';
const THUMBNAIL = 'application/vnd.microsoft.card.thumbnail';

const result = (attachments: readonly object[]): Answer => ({
  status: 200,
  body: { composeExtension: { type: 'result', attachmentLayout: 'list', attachments } },
});
const message = (text: string): Answer => ({ status: 200, body: { composeExtension: { type: 'message', text } } });
const REFUSED: Answer = { status: 400 };

const soughtIn = (value: unknown): string | undefined => {
  const parameters = at(value, 'parameters');
  if (!Array.isArray(parameters)) return undefined;
  const words = parameters.find((each) => at(each, 'name') === 'words');
  const sought = at(words, 'value');
  // The first run, before anything was typed, comes with a parameter of another name.
  return words === undefined ? '' : typeof sought === 'string' ? sought : undefined;
};

const dialog = (card: Element, title: string): Answer => ({
  status: 200,
  body: { task: { type: 'continue', value: { title, height: 'medium', width: 'medium', card: { contentType: ADAPTIVE, content: card } } } },
});

/** The answers to what Teams asks; what is not ours is answered 501, as the protocol wants it. */
export const createInvoke = ({ receive, cases, staff, language: preset, now }: Invokes): Invoke => {
  const isStaff = ({ from }: Invoked): boolean => typeof from.aadObjectId === 'string' && staff.includes(from.aadObjectId.toLowerCase());

  const query = async (activity: Invoked, language: Language): Promise<Answer> => {
    const sought = soughtIn(activity.value);
    if (sought === undefined) return REFUSED;
    const found = search(sought, language, isStaff(activity) ? await cases() : []);
    if (found.length === 0)
      return message(
        sought.trim() === ''
          ? say(language, 'teams.search.wordsDescription')
          : say(language, 'teams.search.nothing', { words: sought.slice(0, 80) }),
      );
    const time = now().toISOString();
    return result(
      found
        .map((each) => listed(each, language, time))
        .map(({ title, about, card }) => ({
          contentType: ADAPTIVE,
          content: card,
          preview: { contentType: THUMBNAIL, content: { title, text: about } },
        })),
    );
  };

  const triaged = (activity: Invoked, language: Language): Answer => {
    const content = at(activity.value, 'messagePayload', 'body', 'content');
    if (typeof content !== 'string') return REFUSED;
    const words = at(activity.value, 'messagePayload', 'body', 'contentType') === 'text' ? content : wordsIn(content);
    return dialog(triageCard(words.slice(0, 100_000), language, now().toISOString()).card, say(language, 'teams.triage.title'));
  };

  const drafted = (activity: Invoked, language: Language): Answer => {
    const draft = at(activity.value, 'data', 'draft');
    if (typeof draft !== 'string') return REFUSED;
    const card = draftCard(draft, language);
    return result([{ contentType: ADAPTIVE, content: card, preview: { contentType: THUMBNAIL, content: { title: draft.slice(0, 60) } } }]);
  };

  /** The thumbs that Teams shows below an advice. What is written beside them is not kept. */
  const rated = async (activity: Invoked, secrets: readonly Secret[]): Promise<Answer> => {
    const reaction = at(activity.value, 'actionValue', 'reaction');
    if (at(activity.value, 'actionName') !== 'feedback' || (reaction !== 'like' && reaction !== 'dislike')) return REFUSED;
    if (activity.replyToId !== undefined)
      await receive(
        { ...activity, type: 'messageReaction', value: undefined, thumb: { up: reaction === 'like', on: activity.replyToId } },
        { secrets },
      );
    return { status: 200, body: {} };
  };

  return async (activity, secrets) => {
    const language = languageOf(localeOf(activity)) ?? preset;
    switch (activity.name) {
      case 'composeExtension/query':
        return query(activity, language);
      case 'composeExtension/fetchTask':
        return triaged(activity, language);
      case 'composeExtension/submitAction':
        return drafted(activity, language);
      case 'message/submitAction':
        return rated(activity, secrets);
      default:
        return { status: 501 };
    }
  };
};
