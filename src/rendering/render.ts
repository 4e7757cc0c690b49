import type { Reply } from '../conversation/reply.ts';
import { kept } from '../language/kept.ts';
import { type Language, say } from '../language/language.ts';
import { keysOf, speak } from '../language/saying.ts';
import { adviceOf } from './advice.ts';
import { adviceBody } from './advice-card.ts';
import { adviceText } from './advice-text.ts';
import { blocks, cardOf, text as cardText, type Element, markedCard } from './card.ts';
import { channelOf } from './channels.ts';
import { putChoices } from './choices.ts';
import { isolated } from './direction.ts';
import { saidIn, summaryText } from './said.ts';

/** Where the page has everything that is kept of who looks at it, as a file. */
const DATA = '/v3/directline/my-data';

/** What tests and other clients read instead of wording. */
export interface Ids {
  readonly keys: readonly string[];
  readonly ask?: string;
  readonly choices?: readonly { readonly value: string; readonly title: string }[];
  readonly outcome?: string;
  readonly mostQuestionsLeft?: number;
}
/** A reply in words: an activity of the Bot Framework without the addresses that its way out adds. */
export interface Rendered {
  readonly type: 'message';
  readonly text: string;
  readonly textFormat: 'markdown';
  readonly locale: Language;
  readonly inputHint: 'expectingInput' | 'acceptingInput';
  readonly summary?: string;
  readonly attachments?: readonly { readonly contentType: string; readonly content: Element }[];
  readonly suggestedActions?: {
    readonly to: readonly string[];
    readonly actions: readonly { readonly type: 'imBack'; readonly title: string; readonly value: string }[];
  };
  readonly channelData: { readonly activationDesk: Ids; readonly feedbackLoop?: { readonly type: 'default' } };
}

const idsOf = (reply: Reply, choices: Ids['choices']): Ids => {
  const { says, articles = [], commands = [], other, outcome, question, ask, mostQuestionsLeft } = reply;
  const keys = [
    ...(other === undefined ? [] : [`others.${other}`]),
    ...keysOf(says),
    ...articles.map(({ id }) => `articles.${id}`),
    ...commands.map((id) => `commands.${id}`),
    ...(outcome === undefined ? [] : [`outcomes.${outcome}`]),
    ...(question === undefined ? [] : keysOf([question])),
  ];
  return {
    keys,
    ...(ask === undefined ? {} : { ask }),
    ...(choices === undefined ? {} : { choices }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(mostQuestionsLeft === undefined ? {} : { mostQuestionsLeft }),
  };
};

/** The page that shows a way through the tree: the facts alone lead there again. */
const mapOf = (way: NonNullable<Reply['way']>, language: Language): string =>
  `/map?${new URLSearchParams(Object.fromEntries([['lang', language], ...way]))}`;

/** Where a reply goes, as far as its shape depends on it. */
export interface Place {
  /** "personal", "groupChat" or "channel", as Teams calls them. */
  readonly conversationType?: string | undefined;
  /** A mark of the person's talk, which buttons of cards carry. */
  readonly talk?: string | undefined;
}

/** Beside buttons Teams' clients do not all read Markdown: there bold is only asterisks. */
const unbold = (markdown: string): string => markdown.replaceAll('**', '');

const plainly = (markdown: string): string => markdown.replace(/\*\*|`/g, '').replace(/\s+/g, ' ');

const made = (reply: Reply, language: Language, channelId: string, conversationType: string | undefined): Rendered => {
  const { outcome, details, question, mostQuestionsLeft = 0, ask = '', way = [] } = reply;
  const channel = channelOf(channelId, conversationType);
  const advice = outcome === undefined ? undefined : adviceOf(outcome, language, details);
  const said = saidIn(reply, language);
  const closing = question === undefined ? [] : [speak(language, question)];
  const left = mostQuestionsLeft > 0 && !ask.startsWith('tried.') ? [say(language, 'talk.left', { count: mostQuestionsLeft })] : [];
  const offers = reply.offers?.map((offer) => speak(language, offer)) ?? [];
  const choices = reply.choices?.map(({ value, title }) => ({ value, title: speak(language, title) }));
  const onCard = channel.cards && advice !== undefined;
  const { numbered, below, inputs, actions } = putChoices(choices ?? [], ask, channel, language, onCard);
  const list = numbered ? (choices ?? []).map(({ title }, at) => `${at + 1}. ${title}`).join('\n') : '';
  const extra = summaryText(reply, language);
  const text = [
    ...said,
    ...(advice === undefined ? [] : [adviceText(advice, language)]),
    ...extra,
    ...(reply.file && channel.page ? [say(language, 'talk.data.file', { link: DATA })] : []),
    ...closing.map((line) => `**${line}**`),
    list,
    ...left,
  ].filter((part) => part !== '');
  const whole = text.join('\n\n');
  const asCard = onCard || actions.length > 0;
  // Where buttons hang below a message, and it is no card, what may be asked for next hangs there too, as far as there is room.
  const room = channel.whole ? channel.fits.buttons : Number.POSITIVE_INFINITY;
  const hanging = [...below.map(({ title }) => title), ...(channel.buttons === 'below' && !(asCard && channel.whole) ? offers : [])].slice(
    0,
    room,
  );
  // Frozen: a reply that is kept is shared by all who get it.
  const body = () =>
    Object.freeze([
      ...(channel.whole ? said.flatMap(blocks) : []),
      ...(advice === undefined ? [] : adviceBody(advice, language, channel, mapOf(way, language))),
      ...(channel.whole ? extra.flatMap(blocks) : extra.map((line, at) => cardText(line, { separator: at === 0 }))),
      ...closing.map((line, at) => cardText(line, { separator: at === 0, weight: 'Bolder' })),
      ...(list === '' ? [] : [cardText(list, { id: 'choices' })]),
      ...inputs,
      ...(channel.whole ? left.map((line) => cardText(line, { id: 'left', isSubtle: true, size: 'Small' })) : []),
    ]);
  // Lists of commands are there to be read, not to be listened to.
  const aloud = channel.whole ? saidIn({ ...reply, commands: [] }, language) : [];
  const spoken = plainly([...aloud, ...(advice ? [`${advice.title}. ${advice.summary}`] : []), ...closing].join(' '));
  return {
    type: 'message',
    text: isolated(channel.whole && hanging.length > 0 ? unbold(whole) : whole, language),
    textFormat: 'markdown',
    locale: language,
    inputHint: question === undefined ? 'acceptingInput' : 'expectingInput',
    // Notifications show it where there is a card and no text.
    ...(asCard && channel.whole ? { summary: advice?.title ?? closing[0] ?? spoken } : {}),
    ...(asCard
      ? {
          attachments: [
            {
              contentType: 'application/vnd.microsoft.card.adaptive',
              content: cardOf({ speak: spoken, fallback: spoken, body: body(), actions }, language),
            },
          ],
        }
      : {}),
    ...(hanging.length > 0
      ? {
          suggestedActions: {
            to: [],
            actions: hanging.map((title) => ({ type: 'imBack' as const, title: isolated(title, language), value: title })),
          },
        }
      : {}),
    channelData: {
      activationDesk: idsOf(reply, choices),
      ...(channel.thumbs && outcome !== undefined ? { feedbackLoop: { type: 'default' } } : {}),
    },
  };
};

const isConstant = ({ params = {} }: { readonly params?: object }): boolean =>
  Object.values(params).every((param) => typeof param === 'number');

/** The name of a reply that has nothing of the person's own in it, but what the commands of an advice need; undefined for others. */
const nameOf = (reply: Reply, ...where: readonly (string | undefined)[]): string | undefined => {
  const { says, articles = [], choices = [], offers = [], question, details = {}, summary, letter, staff, contact } = reply;
  const own = [summary, letter, staff, contact].some((part) => part !== undefined);
  const all = [...says, ...articles, ...offers, ...choices.map(({ title }) => title), ...(question === undefined ? [] : [question])];
  if (own || !all.every(isConstant)) return undefined;
  const { version, bits, code, output } = details;
  return JSON.stringify([where, { ...reply, details: { version, bits, code, output } }]);
};

const RENDERED_KEPT = 2_000;
const rendered = kept(made, nameOf, RENDERED_KEPT);

/** Buttons of a card tell whose talk it is. */
const marked = (reply: Rendered, talk: string | undefined): Rendered =>
  talk === undefined || reply.attachments === undefined
    ? reply
    : { ...reply, attachments: reply.attachments.map((attachment) => ({ ...attachment, content: markedCard(attachment.content, talk) })) };

/** Puts a reply into words, buttons and a card for a channel. The text is complete without the card. */
export const render = (reply: Reply, language: Language, channelId: string, { conversationType, talk }: Place = {}): Rendered =>
  marked(rendered(reply, language, channelId, conversationType), talk);

/** The replies of a turn as one: what is said, and then the advice or the question. */
const joined = (replies: readonly Reply[]): readonly Reply[] => {
  if (replies.length < 2) return replies;
  const whole: Reply = Object.assign({}, ...replies);
  return [{ ...whole, says: replies.flatMap(({ says }) => says), articles: replies.flatMap(({ articles = [] }) => articles) }];
};

/** The messages of a turn: one where the channel wants it so. */
export const renderTurn = (replies: readonly Reply[], language: Language, channelId: string, place: Place = {}): readonly Rendered[] =>
  (channelOf(channelId).whole ? joined(replies) : replies).map((reply) => render(reply, language, channelId, place));
