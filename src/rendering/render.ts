import type { Reply } from '../conversation/reply.ts';
import { ARTICLES } from '../knowledge/articles.ts';
import { type Language, numbered, say, TEXTS } from '../language/language.ts';
import { keysOf, speak } from '../language/saying.ts';
import { OTHERS } from '../language/words.ts';
import { adviceOf } from './advice.ts';
import { adviceCard } from './advice-card.ts';
import { adviceText } from './advice-text.ts';
import { channelOf } from './channels.ts';
import { commandText } from './command-text.ts';
import { mailLink } from './mail.ts';
import { sourcesOf, sourceText } from './sources.ts';

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
  readonly attachments?: readonly { readonly contentType: string; readonly content: unknown }[];
  readonly suggestedActions?: {
    readonly to: readonly string[];
    readonly actions: readonly { readonly type: 'imBack'; readonly title: string; readonly value: string }[];
  };
  readonly channelData: { readonly activationDesk: Ids };
}

const articleText = ({ id, params = {} }: NonNullable<Reply['articles']>[number], language: Language): string => {
  const { text } = TEXTS[language].articles[id];
  // Articles take nothing but strings and numbers; their keys are numbered paragraphs.
  const paragraphs = numbered(text).map((at) =>
    say(language, `articles.${id}.text.${at}` as never, params as Readonly<Record<string, string>>),
  );
  const sources = sourceText(sourcesOf(ARTICLES[id], language), language);
  return [`**${say(language, `articles.${id}.title` as never)}**`, ...paragraphs, ...sources].join('\n\n');
};

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

/** The steps of an advice that somebody else is asked to carry out, as lines of the summary. */
const requestLines = ({ request, details }: Reply, language: Language): readonly string[] => {
  if (request === undefined) return [];
  const { title, steps } = adviceOf(request, language, details);
  const lines = steps.flatMap(({ text, commands }, at) => [`${at + 1}. ${text}`, ...commands.map(({ line }) => `\`${line}\``)]);
  return [say(language, 'talk.summary.todo', { title, id: request }), ...lines];
};

const summaryText = (reply: Reply, language: Language): readonly string[] => {
  const { summary, contact } = reply;
  if (summary === undefined) return [];
  const lines = [...summary.map((line) => speak(language, line)), ...requestLines(reply, language)];
  const link = contact === undefined ? undefined : mailLink(contact, lines);
  return [
    `**${say(language, 'talk.person.summary')}**\n\n${lines.map((line) => `> ${line}`).join('  \n')}`,
    ...(link === undefined ? [] : [say(language, 'talk.person.mail', { link: `[${contact}](${link})` })]),
  ];
};

const letterText = ({ letter }: Reply, language: Language): readonly string[] =>
  letter === undefined
    ? []
    : [`**${say(language, 'refund.title')}**\n\n${letter.map((line) => `> ${speak(language, line)}`).join('  \n>  \n')}`];

/** The page that shows a way through the tree: the facts alone lead there again. */
const mapOf = (way: NonNullable<Reply['way']>, language: Language): string =>
  `/map?${new URLSearchParams(Object.fromEntries([['lang', language], ...way]))}`;

/** Puts a reply into words, buttons and a card for a channel. The text is complete without the card. */
export const render = (reply: Reply, language: Language, channelId: string): Rendered => {
  const { says, articles = [], commands = [], other, outcome, details, question, mostQuestionsLeft = 0, ask = '', way = [] } = reply;
  const channel = channelOf(channelId);
  const advice = outcome === undefined ? undefined : adviceOf(outcome, language, details);
  const sentence = other === undefined ? undefined : OTHERS[other]?.says;
  const closing = question === undefined ? [] : [speak(language, question)];
  const left = mostQuestionsLeft > 0 && !ask.startsWith('tried.') ? [say(language, 'talk.left', { count: mostQuestionsLeft })] : [];
  const choices = reply.choices?.map(({ value, title }) => ({ value, title: speak(language, title) }));
  const titles = choices?.map(({ title }) => title) ?? [];
  const extra = summaryText(reply, language);
  const text = [
    ...(sentence === undefined ? [] : [sentence]),
    ...says.map((each) => speak(language, each)),
    ...articles.map((each) => articleText(each, language)),
    ...(commands.length === 0 ? [] : [commandText(commands, language, details ?? {})]),
    ...(advice === undefined ? [] : [adviceText(advice, language)]),
    ...letterText(reply, language),
    ...extra,
    ...closing.map((line) => `**${line}**`),
    ...(channel.buttons ? [] : [titles.map((title, at) => `${at + 1}. ${title}`).join('\n')]),
    ...left,
  ].filter((part) => part !== '');
  const card =
    advice !== undefined && channel.cards
      ? adviceCard(advice, language, channel, { extra, closing, map: mapOf(way, language) })
      : undefined;
  return {
    type: 'message',
    text: text.join('\n\n'),
    textFormat: 'markdown',
    locale: language,
    inputHint: question === undefined ? 'acceptingInput' : 'expectingInput',
    ...(card === undefined ? {} : { attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }] }),
    ...(channel.buttons && titles.length > 0
      ? { suggestedActions: { to: [], actions: titles.map((title) => ({ type: 'imBack' as const, title, value: title })) } }
      : {}),
    channelData: { activationDesk: idsOf(reply, choices) },
  };
};
