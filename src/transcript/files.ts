import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ChatFile, parseChat } from './chat.ts';

/** All transcripts of a folder and its folders, in the order of their names. */
export const transcriptsIn = (folder: string): readonly ChatFile[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.chat'))
    .map((name) => name.replaceAll('\\', '/'))
    .sort()
    .map((name) => parseChat(name, readFileSync(join(folder, name), 'utf8')));
