import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const HERE = import.meta.dirname;
const OURS = join(HERE, 'browser');
const WEB_CHAT = join(HERE, '..', '..', 'vendor', 'webchat', 'webchat.js');

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** A file that the page loads. */
export interface PageFile {
  readonly type: string;
  readonly bytes: Buffer;
  /** Names the content: as a query it lets browsers keep the file for good. */
  readonly hash: string;
  /** Packed at the first request: 945 kB in place of 3.9 MB for Web Chat. */
  readonly packed: () => Promise<Buffer>;
}

const fileOf = (path: string): PageFile => {
  const bytes = readFileSync(path);
  const pack = promisify(gzip);
  let packed: Promise<Buffer> | undefined;
  return {
    type: TYPES[extname(path)] ?? 'application/octet-stream',
    bytes,
    hash: createHash('sha256').update(bytes).digest('hex').slice(0, 16),
    packed: () => {
      packed ??= pack(bytes);
      return packed;
    },
  };
};

const webChat = (): PageFile => {
  try {
    return fileOf(WEB_CHAT);
  } catch (error) {
    throw new Error('vendor/webchat/webchat.js is missing: run "npm run postinstall", which fetches it', { cause: error });
  }
};

/** All files of the page by name, read once. Throws where Web Chat was not fetched. */
export const readPageFiles = (): ReadonlyMap<string, PageFile> =>
  new Map([...readdirSync(OURS).map((name): [string, PageFile] => [name, fileOf(join(OURS, name))]), ['webchat.js', webChat()]]);
