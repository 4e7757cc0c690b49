import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

// "node --flag --flag src/main.ts"
const { scripts }: { readonly scripts: { readonly start: string } } = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../package.json'), 'utf8'),
);

/** What `npm start` tells Node: a drill and a measurement are of the desk as it runs. */
export const FLAGS: readonly string[] = scripts.start.split(' ').filter((word) => word.startsWith('--'));
