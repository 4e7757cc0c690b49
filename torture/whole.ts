import pino from 'pino';
import { startApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';

/** The desk as main.ts starts it, but that it learns from no examples first. */
export const open = async (database: string): Promise<string> =>
  (await startApp({ ...readConfig({}), port: 0, database, forgotten: undefined }, pino({ level: 'silent' }))).url;
