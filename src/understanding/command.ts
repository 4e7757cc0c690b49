import { COMMANDS, type CommandId } from '../knowledge/commands.ts';
import { inEach, LANGUAGES } from '../language/language.ts';
import { phrases, WORDS } from '../language/words.ts';
import { plain } from './plain.ts';

/** The part of a command by which people name it: a script's switch, or the program. */
const nameOf = (line: string): string =>
  (/vbs (\/[a-z-]+)/.exec(line)?.[1] ?? /^(?:powershell .*-File )?([\w-]+)/.exec(line)?.[1] ?? line).toLowerCase();

const NAMED: ReadonlyMap<string, readonly CommandId[]> = Object.entries(COMMANDS).reduce((names, [id, { line }]) => {
  const name = nameOf(line);
  // Object.entries widens the ids to strings.
  return names.set(name, [...(names.get(name) ?? []), id as CommandId]);
}, new Map<string, CommandId[]>());

const ASKS = inEach((language) => new Set(phrases(WORDS[language].asksCommand).map(plain)));

const WORD = /\/[a-z-]{2,}|[a-z0-9-]{3,}/gi;
/** What may stand before a switch, and after it, as part of the same command. */
const SCRIPT = /(?:\bcscript\s+)?(?:(?<!\S)\S*(?:ospp|slmgr)(?:\.vbs)?\s+)?$/i;
const VALUE = /^:\S*/;

/** The commands that a message asks about, and nothing else: "/rearm", "what does ospp.vbs /sethst do". */
export const commandsIn = (text: string): readonly CommandId[] => {
  if (text.length > 120) return [];
  for (const { 0: name, index } of text.matchAll(WORD)) {
    const ids = NAMED.get(name.toLowerCase());
    if (ids === undefined) continue;
    const around = plain(`${text.slice(0, index).replace(SCRIPT, '')} ${text.slice(index + name.length).replace(VALUE, '')}`);
    if (around === '' ? name.startsWith('/') : LANGUAGES.some((language) => ASKS[language].has(around))) return ids;
  }
  return [];
};
