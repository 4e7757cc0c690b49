import { COMMANDS, type Command, type CommandId, WITHOUT_VBSCRIPT } from '../knowledge/commands.ts';
import { type Bits, changeTo, folderOf } from '../knowledge/folders.ts';
import { type OfficeVersion, VERSIONS } from '../knowledge/versions.ts';
import { type Language, say } from '../language/language.ts';
import { aboutCommand } from './command-text.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|');
const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
const code = (line: string): string => `\`${line}\``;

const RUNS: Readonly<Record<Command['runs'], string>> = {
  office: 'In the folder of Office: ospp.vbs',
  prompt: 'In a command prompt',
  powershell: 'In PowerShell',
  run: 'From the Run window (Windows key+R)',
};

const folders = (): string =>
  table(
    ['version', 'installed as', '64-bit Office, or any on 32-bit Windows', '32-bit Office on 64-bit Windows'],
    (Object.keys(VERSIONS) as OfficeVersion[]).map((version) => [
      VERSIONS[version].name,
      VERSIONS[version].installed,
      ...(['64', '32'] satisfies Bits[]).map((bits: Bits) => code(changeTo(folderOf(version, bits)))),
    ]),
  );

const commands = (runs: Command['runs'], language: Language): string =>
  table(
    ['command', 'what it does', 'as administrator', 'prints', 'to take it back', 'without VBScript'],
    // Object.keys widens the ids to strings.
    (Object.keys(COMMANDS) as CommandId[])
      .filter((id) => COMMANDS[id].runs === runs)
      .map((id) => {
        const { line, elevated, prints } = COMMANDS[id];
        const { purpose, undo } = aboutCommand(id, language);
        const other = WITHOUT_VBSCRIPT[id];
        return [
          code(line),
          purpose,
          elevated ? 'yes' : 'no',
          prints,
          undo ?? say(language, 'talk.command.reads'),
          other === undefined ? '' : code(COMMANDS[other].line),
        ];
      }),
  );

/** All commands as one Markdown page, with the folders of each version. */
export const commandPage = (language: Language): string =>
  `${[
    '# Commands',
    'Written by `npm run map` from `src/knowledge/commands.ts` and `locales/`; a test says when it is behind. In the chat, name a command to read the same: “/rearm”.',
    '## The folder of ospp.vbs',
    folders(),
    ...(Object.keys(RUNS) as Command['runs'][]).flatMap((runs) => [`## ${RUNS[runs]}`, commands(runs, language)]),
  ].join('\n\n')}\n`;
