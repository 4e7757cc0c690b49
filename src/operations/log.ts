import { format } from 'node:util';
import pino, { type DestinationStream, type Logger } from 'pino';
import { whereOf } from '../http/where.ts';
import { redactAll } from '../redaction/activity.ts';
import { mayHoldSecret } from '../redaction/glance.ts';
import { redact } from '../redaction/redact.ts';
import type { Late } from './late.ts';

/** How much is logged, the least first. */
export const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const OUTPUT_AT_MOST = 500;

/** A line of the log without secrets: every text in it is looked through once more, messages and stacks of errors too. */
const cleaned = (line: string, late: Late): string => {
  if (!mayHoldSecret(line)) return line;
  const { value, found } = redactAll<unknown>(JSON.parse(line));
  if (found.length === 0) return line;
  late.tell('log');
  return `${JSON.stringify(value)}\n`;
};

/** Lines that come while one is written go out together; whatever ends the process in order waits for them. */
const OUT = { dest: 1, sync: false };

/** The desk's log: JSON lines on standard output. What people write never belongs in it; a secret that gets there is removed and counted. */
export const createLog = (level: LogLevel, late: Late, to: DestinationStream = pino.destination(OUT)): Logger =>
  pino({ level, base: undefined, hooks: { streamWrite: (line) => cleaned(line, late) } }, to);

const METHODS = ['debug', 'error', 'info', 'log', 'trace', 'warn'] as const;

/** Takes what libraries write to the console into the log, redacted first and then cut. Gives the way back. */
export const captureConsole = (log: Logger, late: Late, target: Console = console): (() => void) => {
  const before = METHODS.map((method) => [method, target[method]] as const);
  for (const method of METHODS)
    target[method] = (...all: readonly unknown[]) => {
      // An error's own message may hold what a person typed.
      const { text, found } = redact(format(...all.map((each) => (each instanceof Error ? whereOf(each) : each))));
      if (found.length > 0) late.tell('log');
      const said = text.slice(0, OUTPUT_AT_MOST);
      log.warn({ console: method, said }, 'a library wrote to the console');
    };
  return () => void Object.assign(target, Object.fromEntries(before));
};
