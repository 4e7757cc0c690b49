import { COMMANDS, type Command, type CommandId } from '../knowledge/commands.ts';
import { OUTCOMES, type OutcomeId } from '../knowledge/outcomes.ts';
import { SOURCES, type Source } from '../knowledge/sources.ts';
import { isOfficeVersion, VERSIONS } from '../knowledge/versions.ts';
import type { MessageKey } from '../language/keys.ts';
import { type Language, numbered, say, TEXTS } from '../language/language.ts';
import type { Details } from '../machines/signs.ts';

export interface CommandLine {
  readonly line: string;
  /** "as administrator", "in PowerShell"; empty where it runs like any other command. */
  readonly note: string;
}
interface Step {
  readonly text: string;
  readonly commands: readonly CommandLine[];
}

/** An outcome in words: what happened, who acts, what to do and how to see that it worked. Made once for text and card. */
export interface Advice {
  readonly id: OutcomeId;
  readonly title: string;
  readonly summary: string;
  readonly facts: readonly { readonly title: string; readonly value: string }[];
  readonly folder?: { readonly text: string; readonly commands: readonly CommandLine[] };
  readonly steps: readonly Step[];
  readonly notes: readonly { readonly title: string; readonly text: string }[];
  readonly sources: readonly { readonly text: string; readonly url: string }[];
}

const PLACEHOLDER = /\{\{(\w+)\}\}/g;

const commandIn = (id: string): Command => {
  if (!Object.hasOwn(COMMANDS, id)) throw new Error(`a step names a command that does not exist: ${id}`);
  return COMMANDS[id as CommandId];
};

const commandsIn = (template: string): readonly Command[] => [...template.matchAll(PLACEHOLDER)].map(([, id = '']) => commandIn(id));

const filled = (line: string, { code, last5 }: Details): string =>
  line.replace(/\bCODE\b/, code ?? 'CODE').replace(/\bLAST5\b/, last5 ?? 'LAST5');

const lineOf = (command: Command, language: Language, details: Details): CommandLine => ({
  line: filled(command.line, details),
  note: [
    command.runs === 'powershell' ? say(language, 'talk.outcome.inPowershell') : '',
    // Commands of the Office folder run in the window that was opened for them.
    command.elevated && command.runs !== 'office' ? say(language, 'talk.outcome.elevated') : '',
  ]
    .filter(Boolean)
    .join(', '),
});

const stepOf = (template: string, language: Language, details: Details): Step => ({
  text: template.replace(PLACEHOLDER, '').replace(/\s+/g, ' ').trim(),
  commands: commandsIn(template).map((command) => lineOf(command, language, details)),
});

const change = (folder: string, x86: boolean): string => `cd /d "%ProgramFiles${x86 ? '(x86)' : ''}%\\Microsoft Office\\${folder}"`;

/** The folder of ospp.vbs for the person's version and bitness; both folders where the bitness is not known. */
const folderOf = (used: readonly Command[], { version, bits }: Details, language: Language): Advice['folder'] => {
  if (used.length === 0) return undefined;
  const { folder } = VERSIONS[version !== undefined && isOfficeVersion(version) ? version : '2024'];
  const text = say(language, used.some(({ elevated }) => elevated) ? 'talk.outcome.promptAdmin' : 'talk.outcome.prompt');
  const line = (x86: boolean, note = ''): CommandLine => ({ line: change(folder, x86), note });
  if (bits !== undefined) return { text, commands: [line(bits === '32')] };
  return { text, commands: [line(false, say(language, 'talk.outcome.bits64')), line(true, say(language, 'talk.outcome.bits32'))] };
};

const sourceOf = (source: Source, language: Language) => ({
  text:
    source.read === undefined
      ? say(language, 'talk.outcome.unread', { title: source.title })
      : say(language, 'talk.outcome.source', { title: source.title, read: Date.parse(source.read) }),
  url: source.url,
});

/** The advice of an outcome, with commands for the person's version, bitness, code and key tail. */
export const adviceOf = (id: OutcomeId, language: Language, details: Details = {}): Advice => {
  const { who, refund, sources } = OUTCOMES[id];
  const texts: {
    title: string;
    summary: string;
    steps: Readonly<Record<string, string>>;
    check: string;
    collect: Readonly<Record<string, string>>;
    takeover: string;
  } = TEXTS[language].outcomes[id];
  const templates = numbered(texts.steps).map((step) => texts.steps[step] ?? '');
  const folder = folderOf(
    templates.flatMap(commandsIn).filter(({ runs }) => runs === 'office'),
    details,
    language,
  );
  const note = (key: MessageKey, text: string) => ({ title: say(language, key), text });
  return {
    id,
    title: texts.title,
    summary: texts.summary,
    facts: [
      { title: say(language, 'talk.outcome.who'), value: say(language, `talk.outcome.whoIs.${who}`) },
      { title: say(language, 'talk.outcome.refund'), value: say(language, `talk.outcome.refundIs.${refund}`) },
    ],
    ...(folder === undefined ? {} : { folder }),
    steps: templates.map((template) => stepOf(template, language, details)),
    notes: [
      note('talk.outcome.check', texts.check),
      note(
        'talk.outcome.collect',
        numbered(texts.collect)
          .map((item) => texts.collect[item])
          .join('; '),
      ),
      note('talk.outcome.takeover', texts.takeover),
    ],
    sources: sources.map((source) => sourceOf(SOURCES[source], language)),
  };
};
