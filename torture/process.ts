import pino from 'pino';
import { startApp } from '../src/app.ts';
import { DESK_STANDARD } from '../src/desk/settings.ts';

// A desk as main.ts starts it, when it is told to: all is loaded by then, so that a life takes no longer than what is to be seen of it.
process.once('message', async (database: string) => {
  const { url } = await startApp({ host: '127.0.0.1', port: 0, database, desk: DESK_STANDARD, outward: {} }, pino({ level: 'silent' }));
  process.on('message', () => process.send?.({ memory: process.memoryUsage.rss() }));
  process.send?.({ url });
});
// It does not outlive whoever started it.
process.once('disconnect', () => process.exit(0));
