import { type App, startApp } from './app.ts';
import { configOrExit } from './config.ts';
import { whereOf } from './http/where.ts';
import { createLate } from './operations/late.ts';
import { recall } from './operations/learned.ts';
import { captureConsole, createLog } from './operations/log.ts';

/** How long an ending desk may take, in milliseconds; whoever runs it waits ten seconds before it kills. */
const PATIENCE = 9_500;
/** The exit code of a program that went wrong by itself (sysexits.h); whoever runs the desk starts it anew. */
const BROKEN = 70;

const config = configOrExit();
const late = createLate();
const log = createLog(config.logLevel, late);
captureConsole(log, late);
let app: App | undefined;
let isEnding = false;

/** Finishes the turns that were accepted, and ends. */
const end = (code: number) => {
  if (isEnding) return;
  isEnding = true;
  setTimeout(() => process.exit(code), PATIENCE).unref();
  const closed = app?.close() ?? Promise.resolve();
  closed.catch((error: unknown) => log.error({ at: whereOf(error) }, 'the desk did not end in order')).finally(() => process.exit(code));
};

// Nobody knows what holds after an error that nobody caught: there is no carrying on.
const broken = (error: unknown) => {
  log.fatal({ at: whereOf(error) }, 'an error that nobody caught: the desk ends');
  end(BROKEN);
};
process.on('uncaughtException', broken);
process.on('unhandledRejection', broken);

const fail = (message: string): never => {
  process.stderr.write(`${message}\n`);
  process.exit(78);
};

try {
  app = await startApp(config, log, late);
  process.once('SIGINT', () => end(0));
  process.once('SIGTERM', () => end(0));
  // Before the first message wants it, after the desk can be asked how it is.
  setImmediate(recall);
  process.stdout.write(`Activation Desk listens on ${app.url} (${app.doors})\n`);
  if (app.signIn !== undefined) process.stdout.write(`Staff sign in, once and within an hour, at ${app.signIn}\n`);
} catch (error) {
  fail(`Activation Desk cannot start: ${error instanceof Error ? error.message : 'unknown error'}`);
}
