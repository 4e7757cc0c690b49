import pino from 'pino';
import { startApp } from './app.ts';
import { configOrExit } from './config.ts';

const fail = (message: string): never => {
  process.stderr.write(`${message}\n`);
  process.exit(78);
};

try {
  const app = await startApp(configOrExit(), pino({ level: 'warn' }));
  process.stdout.write(`Activation Desk listens on ${app.url} (${app.doors})\n`);
  if (app.signIn !== undefined) process.stdout.write(`Staff sign in, once and within an hour, at ${app.signIn}\n`);
  const stop = () => void app.close().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
} catch (error) {
  fail(`Activation Desk cannot start: ${error instanceof Error ? error.message : 'unknown error'}`);
}
