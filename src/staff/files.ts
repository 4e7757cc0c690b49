import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileOf, type PageFile, readPageFile } from '../http/file.ts';
import { STYLE } from '../map/svg.ts';

const OURS = join(import.meta.dirname, 'browser');

let files: ReadonlyMap<string, PageFile> | undefined;

/** All files of the desk's pages by name, read once; the style of the tree's pictures is one, as the pages allow no style within. */
export const staffFiles = (): ReadonlyMap<string, PageFile> => {
  files ??= new Map([
    ...readdirSync(OURS).map((name): [string, PageFile] => [name, readPageFile(join(OURS, name))]),
    ['map.css', fileOf('map.css', Buffer.from(STYLE))],
  ]);
  return files;
};
