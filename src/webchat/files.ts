import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type PageFile, readPageFile } from '../http/file.ts';

const HERE = import.meta.dirname;
const OURS = join(HERE, 'browser');
const WEB_CHAT = join(HERE, '..', '..', 'vendor', 'webchat', 'webchat.js');

const webChat = (): PageFile => {
  try {
    return readPageFile(WEB_CHAT);
  } catch (error) {
    throw new Error('vendor/webchat/webchat.js is missing: run "npm run postinstall", which fetches it', { cause: error });
  }
};

/** All files of the page by name, read once. Throws where Web Chat was not fetched. */
export const readPageFiles = (): ReadonlyMap<string, PageFile> =>
  new Map([...readdirSync(OURS).map((name): [string, PageFile] => [name, readPageFile(join(OURS, name))]), ['webchat.js', webChat()]]);
