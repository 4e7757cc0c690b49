import { COMMANDS, type CommandId, isCommand, WITHOUT_VBSCRIPT } from '../knowledge/commands.ts';
import { type Bits, folderOf } from '../knowledge/folders.ts';
import { isOfficeVersion } from '../knowledge/versions.ts';
import { type Language, say, TEXTS } from '../language/language.ts';
import type { Details } from '../machines/signs.ts';

const code = (text: string): string => `\`${text}\``;

/** What a command is for, and how to take it back; a command is told by its line. */
export const aboutCommand = (id: CommandId, language: Language): { readonly purpose: string; readonly undo?: string } => {
  const { purpose, undo }: { purpose: string; undo?: string } = TEXTS[language].commands[id];
  if (undo === undefined) return { purpose };
  return {
    purpose,
    undo: undo.replace(/\{\{(\w+)\}\}/g, (whole, other: string) => (isCommand(other) ? code(COMMANDS[other].line) : whole)),
  };
};

const foldersOf = ({ version = '2024', bits }: Details): string => {
  const either: readonly Bits[] = bits === '32' || bits === '64' ? [bits] : ['64', '32'];
  return either.map((each) => code(folderOf(isOfficeVersion(version) ? version : '2024', each))).join(' / ');
};

const whole = (id: CommandId, language: Language, details: Details): string => {
  const { line, runs, elevated, prints } = COMMANDS[id];
  const { purpose, undo } = aboutCommand(id, language);
  const other = WITHOUT_VBSCRIPT[id];
  return [
    say(language, 'talk.command.does', { line: code(line), purpose }),
    [
      say(language, `talk.command.runs.${runs}`, runs === 'office' ? { folder: foldersOf(details) } : {}),
      ...(elevated ? [say(language, 'talk.command.elevated')] : []),
    ].join(' '),
    ...(prints === '' ? [] : [say(language, 'talk.command.prints', { prints })]),
    undo === undefined ? say(language, 'talk.command.reads') : say(language, 'talk.command.undo', { undo }),
    ...(other === undefined ? [] : [say(language, 'talk.command.powershell', { line: code(COMMANDS[other].line) })]),
  ].join('\n\n');
};

/** More than so many commands are listed, each in a line. */
const WHOLE_AT_MOST = 3;

/** Commands explained: what each does, where it runs, what it prints and how to take it back. */
export const commandText = (ids: readonly CommandId[], language: Language, details: Details): string =>
  ids.length <= WHOLE_AT_MOST
    ? ids.map((id) => whole(id, language, details)).join('\n\n')
    : [
        say(language, 'talk.command.list'),
        ids.map((id) => `- ${code(COMMANDS[id].line)} ${aboutCommand(id, language).purpose}`).join('\n'),
      ].join('\n\n');
