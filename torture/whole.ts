import pino from 'pino';
import { startApp } from '../src/app.ts';

/** The desk as main.ts starts it, but that it learns from no examples first. */
export const open = async (database: string): Promise<string> =>
  (await startApp({ host: '127.0.0.1', port: 0, database }, pino({ level: 'silent' }))).url;
