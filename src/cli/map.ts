import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { treeDocs } from '../map/docs.ts';
import { commandPage } from '../rendering/command-page.ts';

const docs = resolve(import.meta.dirname, '../../docs');
for (const [name, content] of [...treeDocs('en'), ['commands.md', commandPage('en')] as const]) {
  const file = join(docs, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  process.stdout.write(`docs/${name} is written.\n`);
}
