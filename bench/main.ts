import { parseArgs } from 'node:util';

/** The sections of `npm run bench`, in their order: what is measured, each in a file of its own. */
const SECTIONS = {
  text: () => import('./text.ts'),
  settle: () => import('./settle.ts'),
  queue: () => import('./queue.ts'),
  turns: () => import('./turns.ts'),
  invokes: () => import('./invokes.ts'),
  cold: () => import('./cold.ts'),
  memory: () => import('./memory.ts'),
  million: () => import('./million.ts'),
} as const satisfies Record<string, () => Promise<{ readonly measure: (rounds: number) => Promise<void> }>>;

const { values, positionals } = parseArgs({ options: { rounds: { type: 'string', default: '5' } }, allowPositionals: true });
const unknown = positionals.filter((name) => !(name in SECTIONS));
if (unknown.length > 0) {
  process.stderr.write(`Nothing is called ${unknown.join(', ')}. There are: ${Object.keys(SECTIONS).join(', ')}\n`);
  process.exit(64);
}
for (const [name, load] of Object.entries(SECTIONS))
  if (positionals.length === 0 || positionals.includes(name)) {
    const { measure } = await load();
    await measure(Number(values.rounds));
  }
