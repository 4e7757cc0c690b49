import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { page } from './draw.ts';

const folder = resolve(import.meta.dirname, '../../docs');
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'tree.md'), page('en'));
process.stdout.write('docs/tree.md is written.\n');
