import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { treeDocs } from '../map/docs.ts';

const docs = resolve(import.meta.dirname, '../../docs');
for (const [name, content] of treeDocs('en')) {
  const file = join(docs, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  process.stdout.write(`docs/${name} is written.\n`);
}
