import { COMMANDS, type Command, type CommandId, isCommand, WITHOUT_VBSCRIPT } from '../knowledge/commands.ts';
import { type Bits, changeTo, folderOf } from '../knowledge/folders.ts';
import { OUTCOMES, type OutcomeId } from '../knowledge/outcomes.ts';
import { isOfficeVersion, type OfficeVersion } from '../knowledge/versions.ts';
import { kept } from '../language/kept.ts';
import type { MessageKey } from '../language/keys.ts';
import { type Language, numbered, say, TEXTS } from '../language/language.ts';
import type { Details } from '../machines/signs.ts';
import { type SourceLine, sourcesOf } from './sources.ts';

export interface CommandLine {
  readonly line: string;
  /** "as administrator", "in PowerShell"; empty where it runs like any other command. */
  readonly note: string;
}
/** The window that commands are typed in: how it is opened, and for Office's own script the way to its folder. */
interface Window {
  readonly text: string;
  readonly commands: readonly CommandLine[];
}
interface Step {
  readonly text: string;
  /** Said at the first step that needs it. */
  readonly window?: Window;
  readonly commands: readonly CommandLine[];
}

/** An outcome in words: what happened, who acts, what to do and how to see that it worked. Made once for text and card. */
export interface Advice {
  readonly id: OutcomeId;
  readonly title: string;
  readonly summary: string;
  readonly facts: readonly { readonly title: string; readonly value: string }[];
  readonly steps: readonly Step[];
  readonly notes: readonly { readonly title: string; readonly text: string }[];
  readonly sources: readonly SourceLine[];
}

const PLACEHOLDER = /\{\{(\w+)\}\}/g;

const JOINER = '\u2060';
const DASHES = ['-', '-', '-'].join(JOINER);
/** What ospp.vbs prints between dashes stays in one line, and Web Chat makes no other dash of three. */
const asPrinted = (text: string): string => text.replace(/---(\w+)---/g, (_, word: string) => [DASHES, word, DASHES].join(JOINER));

const commandId = (id: string): CommandId => {
  if (!isCommand(id)) throw new Error(`a step names a command that does not exist: ${id}`);
  return id;
};

/** The version that was read; the newest where none was. */
const versionIn = (version: string | undefined): OfficeVersion => (version !== undefined && isOfficeVersion(version) ? version : '2024');

/** The code is the person's own; which key is meant is theirs to say, as the tail that was read may be that of the good one. */
const filled = (line: string, { code = 'CODE' }: Details): string => line.replace(/\bCODE\b/, code);

const lineOf = (command: Command, language: Language, details: Details): CommandLine => ({
  line: filled(command.line, details),
  note: [
    command.runs === 'powershell' ? say(language, 'talk.outcome.inPowershell') : '',
    command.runs === 'run' ? say(language, 'talk.outcome.inRun') : '',
    // Commands of the Office folder run in the window that was opened for them.
    command.elevated && command.runs !== 'office' ? say(language, 'talk.outcome.elevated') : '',
  ]
    .filter(Boolean)
    .join(', '),
});

/** Where VBScript is known to be missing, the form for PowerShell stands beside the script. */
const formsOf = (id: CommandId, { output }: Details): readonly CommandId[] => {
  const other = output === 'no-engine' ? WITHOUT_VBSCRIPT[id] : undefined;
  return other === undefined ? [id] : [id, other];
};

const commandsIn = (template: string): readonly CommandId[] => [...template.matchAll(PLACEHOLDER)].map(([, id]) => commandId(id ?? ''));

const stepOf = (template: string, language: Language, details: Details): Step => ({
  text: asPrinted(template.replace(PLACEHOLDER, '').replace(/\s+/g, ' ').trim()),
  commands: commandsIn(template)
    .flatMap((id) => formsOf(id, details))
    .map((id) => lineOf(COMMANDS[id], language, details)),
});

/** The folder of ospp.vbs for the person's version and bitness; both folders where the bitness is not known. */
const officeWindow = (used: readonly CommandId[], { version, bits }: Details, language: Language): Window => {
  const text = say(language, used.some((id) => COMMANDS[id].changes) ? 'talk.outcome.promptAdmin' : 'talk.outcome.prompt');
  const line = (each: Bits, note = ''): CommandLine => ({ line: changeTo(folderOf(versionIn(version), each)), note });
  if (bits === '32' || bits === '64') return { text, commands: [line(bits)] };
  return { text, commands: [line('64', say(language, 'talk.outcome.bits64')), line('32', say(language, 'talk.outcome.bits32'))] };
};

const promptWindow = (used: readonly CommandId[], language: Language): Window => ({
  text: say(language, used.some((id) => COMMANDS[id].elevated) ? 'talk.outcome.windowAdmin' : 'talk.outcome.window'),
  commands: [],
});

/** The steps with their commands. A window is told of where the first command is typed, the folder of Office where its script is first run. */
const stepsOf = (templates: readonly string[], language: Language, details: Details): readonly Step[] => {
  const used = (runs: Command['runs']) => templates.flatMap(commandsIn).filter((id) => COMMANDS[id].runs === runs);
  const first = (runs: Command['runs']) => templates.findIndex((template) => commandsIn(template).some((id) => COMMANDS[id].runs === runs));
  const [office, prompt] = [first('office'), first('prompt')];
  const windowAt = (at: number): Window | undefined => {
    if (at === office) return officeWindow(used('office'), details, language);
    return at === prompt && (office === -1 || prompt < office) ? promptWindow(used('prompt'), language) : undefined;
  };
  return templates.map((template, at) => {
    const window = windowAt(at);
    return { ...stepOf(template, language, details), ...(window === undefined ? {} : { window }) };
  });
};

const made = (id: OutcomeId, language: Language, details: Details = {}): Advice => {
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
  const note = (key: MessageKey, text: string) => ({ title: say(language, key), text: asPrinted(text) });
  return {
    id,
    title: texts.title,
    summary: asPrinted(texts.summary),
    facts: [
      { title: say(language, 'talk.outcome.who'), value: say(language, `talk.outcome.whoIs.${who}`) },
      { title: say(language, 'talk.outcome.refund'), value: say(language, `talk.outcome.refundIs.${refund}`) },
    ],
    steps: stepsOf(templates, language, details),
    notes: [
      note('talk.outcome.check', texts.check),
      note(
        'talk.outcome.collect',
        numbered(texts.collect)
          .map((item) => texts.collect[item])
          .join(' · '),
      ),
      note('talk.outcome.takeover', texts.takeover),
    ],
    sources: sourcesOf(sources, language),
  };
};

const ADVICES_KEPT = 1_000;

/** The advice of an outcome, with commands for the person's version, bitness and code. */
export const adviceOf = kept(
  made,
  (id, language, { version, bits, code, output } = {}) => [id, language, version, bits, code, output].join(),
  ADVICES_KEPT,
);
