import { type Language, say } from '../language/language.ts';
import type { Advice, CommandLine } from './advice.ts';
import { sourceText } from './sources.ts';

const command = ({ line, note }: CommandLine): string => `   \`${line}\`${note === '' ? '' : ` (${note})`}`;

const step = ({ text, window, commands }: Advice['steps'][number], at: number): string =>
  [
    `${at + 1}. ${text}`,
    ...(window === undefined ? [] : [`   ${window.text}`, ...window.commands.map(command)]),
    ...commands.map(command),
  ].join('\n');

/** The advice as Markdown that reads well as plain text too. */
export const adviceText = (advice: Advice, language: Language): string => {
  const { id, title, summary, facts, steps, notes, sources } = advice;
  return [
    `**${title}**`,
    summary,
    facts.map((fact) => `${fact.title}: ${fact.value}.`).join(' '),
    steps.map(step).join('\n'),
    ...notes.map((note) => `**${note.title}:** ${note.text}`),
    ...sourceText(sources, language),
    say(language, 'talk.outcome.code', { id }),
  ].join('\n\n');
};
