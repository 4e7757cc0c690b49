import type { Reply } from '../conversation/reply.ts';
import { ARTICLES } from '../knowledge/articles.ts';
import { type Language, numbered, say, TEXTS } from '../language/language.ts';
import { speak } from '../language/saying.ts';
import { OTHERS } from '../language/words.ts';
import { adviceOf } from './advice.ts';
import { commandText } from './command-text.ts';
import { mailLink } from './mail.ts';
import { sourcesOf, sourceText } from './sources.ts';

const articleText = ({ id, params = {} }: NonNullable<Reply['articles']>[number], language: Language): string => {
  const { text } = TEXTS[language].articles[id];
  // Articles take nothing but strings and numbers; their keys are numbered paragraphs.
  const paragraphs = numbered(text).map((at) =>
    say(language, `articles.${id}.text.${at}` as never, params as Readonly<Record<string, string>>),
  );
  const sources = sourceText(sourcesOf(ARTICLES[id], language), language);
  return [`**${say(language, `articles.${id}.title` as never)}**`, ...paragraphs, ...sources].join('\n\n');
};

/** What is said, as paragraphs of Markdown, before an advice. */
export const saidIn = (reply: Reply, language: Language): readonly string[] => {
  const { says, articles = [], commands = [], other, details } = reply;
  const sentence = other === undefined ? undefined : OTHERS[other]?.says;
  return [
    ...(sentence === undefined ? [] : [sentence]),
    ...says.map((each) => speak(language, each)),
    ...articles.map((each) => articleText(each, language)),
    ...(commands.length === 0 ? [] : [commandText(commands, language, details ?? {})]),
  ].filter((part) => part !== '');
};

/** The steps of an advice that somebody else is asked to carry out, as lines of the summary. */
const requestLines = ({ request, details }: Reply, language: Language): readonly string[] => {
  if (request === undefined) return [];
  const { title, steps } = adviceOf(request, language, details);
  const lines = steps.flatMap(({ text, commands }, at) => [`${at + 1}. ${text}`, ...commands.map(({ line }) => `\`${line}\``)]);
  return [say(language, 'talk.summary.todo', { title, id: request }), ...lines];
};

const letterText = ({ letter }: Reply, language: Language): readonly string[] =>
  letter === undefined
    ? []
    : [`**${say(language, 'refund.title')}**\n\n${letter.map((line) => `> ${speak(language, line)}`).join('  \n>  \n')}`];

/** What is there to copy: a letter, or a summary and where it can be sent. */
export const summaryText = (reply: Reply, language: Language): readonly string[] => {
  const { summary, contact } = reply;
  if (summary === undefined) return letterText(reply, language);
  const lines = [...summary.map((line) => speak(language, line)), ...requestLines(reply, language)];
  const link = contact === undefined ? undefined : mailLink(contact, lines);
  return [
    `**${say(language, 'talk.person.summary')}**\n\n${lines.map((line) => `> ${line}`).join('  \n')}`,
    ...(link === undefined ? [] : [say(language, 'talk.person.mail', { link: `[${contact}](${link})` })]),
  ];
};
