import { startApp } from './app.ts';
import { configOrExit } from './config.ts';
import { createLate } from './operations/late.ts';
import { captureConsole, createLog } from './operations/log.ts';

const fail = (message: string): never => {
  process.stderr.write(`${message}\n`);
  process.exit(78);
};

try {
  const config = configOrExit();
  const late = createLate();
  const log = createLog(config.logLevel, late);
  captureConsole(log, late);
  const app = await startApp(config, log, late);
  process.stdout.write(`Activation Desk listens on ${app.url} (${app.doors})\n`);
  const stop = () => void app.close().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
} catch (error) {
  fail(`Activation Desk cannot start: ${error instanceof Error ? error.message : 'unknown error'}`);
}
