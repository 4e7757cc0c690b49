import pino from 'pino';
import { startApp } from './app.ts';
import { configOrExit } from './config.ts';
import { prepare } from './understanding/meant.ts';

const fail = (message: string): never => {
  process.stderr.write(`${message}\n`);
  process.exit(78);
};

try {
  const app = await startApp(configOrExit(), pino({ level: 'warn' }));
  // Learning from the examples takes about two seconds: before the first message wants it, after the desk can be asked how it is.
  setImmediate(prepare);
  process.stdout.write(`Activation Desk listens on ${app.url} (${app.doors})\n`);
  const stop = () => void app.close().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
} catch (error) {
  fail(`Activation Desk cannot start: ${error instanceof Error ? error.message : 'unknown error'}`);
}
