import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What one line "< …" expects of the replies of a turn. */
export type Expectation =
  | { readonly kind: 'says'; readonly key: string }
  | { readonly kind: 'silent about'; readonly key: string }
  | { readonly kind: 'asks'; readonly ask: string; readonly choices?: readonly string[] }
  | { readonly kind: 'asks nothing' }
  | { readonly kind: 'advises'; readonly outcome: string }
  | { readonly kind: 'left'; readonly most: number };

interface Exchange {
  readonly line: number;
  readonly says: string;
  /** A button of an earlier message, as ask=value. */
  readonly presses?: { readonly ask: string; readonly value: string };
  readonly expects: readonly (Expectation & { readonly line: number })[];
}

export interface ChatFile {
  readonly name: string;
  readonly locale: string;
  readonly exchanges: readonly Exchange[];
}

const expectation = (text: string): Expectation => {
  const [first = '', ...rest] = text.split(/\s+/);
  if (first === 'advice') return { kind: 'advises', outcome: rest[0] ?? '' };
  if (first === 'left') return { kind: 'left', most: Number(rest[0]) };
  if (first === 'not') return { kind: 'silent about', key: rest[0] ?? '' };
  if (text === 'no question') return { kind: 'asks nothing' };
  if (/^(?:talk|codes|outcomes|articles|questions|others|map|commands)\./.test(first)) return { kind: 'says', key: first };
  const choices = /\[(.*)\]/.exec(text)?.[1]?.split(/\s+/);
  return choices === undefined ? { kind: 'asks', ask: first } : { kind: 'asks', ask: first, choices };
};

/**
 * Reads a talk written for people: "> " what is said ("| " its further lines, "> {ask=value}" a button), "< " what is expected:
 * a message key, "not" a key, a question with its [choices], "no question", "advice" an outcome, "left" the most questions. "@locale" is the channel's.
 */
const parseChat = (name: string, content: string): ChatFile => {
  let locale = 'en-US';
  const exchanges: { line: number; says: string; presses?: { ask: string; value: string }; expects: (Expectation & { line: number })[] }[] =
    [];
  content.split('\n').forEach((text, index) => {
    const line = index + 1;
    const last = exchanges.at(-1);
    if (text.startsWith('@locale ')) locale = text.slice(8).trim();
    else if (text.startsWith('> ') || text === '>') {
      const says = text.slice(2);
      const press = /^\{(.+)=(.+)\}$/.exec(says);
      exchanges.push({
        line,
        says: press ? '' : says,
        expects: [],
        ...(press ? { presses: { ask: press[1] ?? '', value: press[2] ?? '' } } : {}),
      });
    } else if (text.startsWith('| ') && last) last.says += `\n${text.slice(2)}`;
    else if (text.startsWith('< ') && last) last.expects.push({ ...expectation(text.slice(2).trim()), line });
    else if (text.trim() !== '' && !text.startsWith('#'))
      throw new Error(`${name}:${line}: neither "> ", "| ", "< ", "@locale" nor "#": ${text}`);
  });
  return { name, locale, exchanges };
};

const folder = join(import.meta.dirname, 'transcripts');

/** All transcripts of the folder, in the order of their names. */
export const chatFiles = (): readonly ChatFile[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.chat'))
    .sort()
    .map((name) => parseChat(name, readFileSync(join(folder, name), 'utf8')));
