import { TEXTS } from '../language/language.ts';

/** What one line "< …" expects of the replies of a turn. */
export type Expectation =
  | { readonly kind: 'says'; readonly key: string }
  | { readonly kind: 'silent about'; readonly key: string }
  | { readonly kind: 'asks'; readonly ask: string; readonly choices?: readonly string[] }
  | { readonly kind: 'asks nothing' }
  | { readonly kind: 'advises'; readonly outcome: string }
  | { readonly kind: 'left'; readonly most: number };

/** What a person says or presses. */
export type Says = string | { readonly ask: string; readonly value: string };

interface Exchange {
  readonly line: number;
  readonly says: Says;
  readonly expects: readonly (Expectation & { readonly line: number })[];
}

export interface ChatFile {
  readonly name: string;
  readonly locale: string;
  readonly exchanges: readonly Exchange[];
}

/** Message keys begin with one of these; a question's id does not. */
const NAMESPACES: ReadonlySet<string> = new Set([...Object.keys(TEXTS.en), 'others']);

const expectation = (text: string): Expectation => {
  const [first = '', ...rest] = text.split(/\s+/);
  if (first === 'advice') return { kind: 'advises', outcome: rest[0] ?? '' };
  if (first === 'left') return { kind: 'left', most: Number(rest[0]) };
  if (first === 'not') return { kind: 'silent about', key: rest[0] ?? '' };
  if (text === 'no question') return { kind: 'asks nothing' };
  if (NAMESPACES.has(first.split('.')[0] ?? '') && first.includes('.')) return { kind: 'says', key: first };
  const choices = /\[(.*)\]/.exec(text)?.[1]?.split(/\s+/);
  return choices === undefined ? { kind: 'asks', ask: first } : { kind: 'asks', ask: first, choices };
};

/** What a line of a transcript says: words, or a button as {ask=value}. */
export const saysOf = (line: string): Says => {
  const [, ask, value] = /^\{([^=\n]+)=([^\n]+)\}$/.exec(line) ?? [];
  return ask === undefined || value === undefined ? line : { ask, value };
};

/**
 * Reads a talk written for people: "> " what is said ("| " its further lines, "> {ask=value}" a button), "< " what is expected:
 * a message key, "not" a key, a question with its [choices], "no question", "advice" an outcome, "left" the most questions. "@locale" is the channel's.
 */
export const parseChat = (name: string, content: string): ChatFile => {
  let locale = 'en-US';
  const exchanges: { line: number; says: Says; expects: (Expectation & { line: number })[] }[] = [];
  content.split('\n').forEach((text, index) => {
    const line = index + 1;
    const last = exchanges.at(-1);
    if (text.startsWith('@locale ')) locale = text.slice(8).trim();
    else if (text.startsWith('> ') || text === '>') {
      exchanges.push({ line, says: saysOf(text.slice(2)), expects: [] });
    } else if (text.startsWith('| ') && typeof last?.says === 'string') last.says += `\n${text.slice(2)}`;
    else if (text.startsWith('< ') && last) last.expects.push({ ...expectation(text.slice(2).trim()), line });
    else if (text.trim() !== '' && !text.startsWith('#'))
      throw new Error(`${name}:${line}: neither "> ", "| ", "< ", "@locale" nor "#": ${text}`);
  });
  return { name, locale, exchanges };
};

/** What a person says, as a transcript has it. */
export const lineOf = (says: Says): string => (typeof says === 'string' ? says : `{${says.ask}=${says.value}}`);

interface Written {
  /** What the talk is about, for the reader. */
  readonly comment: string;
  readonly locale: string;
  readonly exchanges: readonly { readonly says: Says; readonly expects: readonly string[] }[];
}

/** Writes what `parseChat` reads. */
export const writeChat = ({ comment, locale, exchanges }: Written): string =>
  `${[
    ...comment.split('\n').map((line) => `# ${line}`),
    ...(locale === 'en-US' ? [] : [`@locale ${locale}`]),
    ...exchanges.flatMap(({ says, expects }) => [`> ${lineOf(says).replaceAll('\n', '\n| ')}`, ...expects.map((line) => `< ${line}`)]),
  ].join('\n')}\n`;
