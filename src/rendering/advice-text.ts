import { type Language, say } from '../language/language.ts';
import type { Advice, CommandLine } from './advice.ts';

const command = ({ line, note }: CommandLine): string => `   \`${line}\`${note === '' ? '' : ` (${note})`}`;

/** The advice as Markdown that reads well as plain text too. */
export const adviceText = (advice: Advice, language: Language): string => {
  const { id, title, summary, facts, folder, steps, notes, sources } = advice;
  const where =
    folder === undefined ? [] : [[`${say(language, 'talk.outcome.commands')}: ${folder.text}`, ...folder.commands.map(command)].join('\n')];
  return [
    `**${title}**`,
    summary,
    facts.map((fact) => `${fact.title}: ${fact.value}.`).join(' '),
    ...where,
    steps.map(({ text, commands }, at) => [`${at + 1}. ${text}`, ...commands.map(command)].join('\n')).join('\n'),
    ...notes.map((note) => `**${note.title}:** ${note.text}`),
    `**${say(language, 'talk.outcome.sources')}:** ${sources.map(({ text, url }) => `[${text}](${url})`).join('; ')}`,
    say(language, 'talk.outcome.code', { id }),
  ].join('\n\n');
};
