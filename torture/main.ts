import { parseArgs } from 'node:util';
import { faultsOf } from './drill.ts';
import { DRILLS } from './drills.ts';

const { values, positionals } = parseArgs({
  options: { seed: { type: 'string' }, times: { type: 'string' }, light: { type: 'boolean' } },
  allowPositionals: true,
});

const unknown = positionals.filter((name) => !DRILLS.some((drill) => drill.name === name));
if (unknown.length > 0) {
  process.stderr.write(`No such drill: ${unknown.join(', ')}. There are: ${DRILLS.map(({ name }) => name).join(', ')}\n`);
  process.exit(64);
}

const seed = Number(values.seed ?? Date.now() % 1_000_000);
const numbers = (those: Readonly<Record<string, number>>) =>
  Object.entries(those)
    .map(([what, times]) => `${times.toLocaleString('en')} ${what}`)
    .join(', ');

let failed = false;
process.stdout.write(`seed ${seed}\n`);
for (const drill of DRILLS.filter(({ name }) => positionals.length === 0 || positionals.includes(name))) {
  const say = (progress: string) => void process.stderr.write(`  ${drill.name}: ${progress}\n`);
  const found = await drill.run({ times: Number(values.times ?? drill.long), seed, say, ...(values.light ? { light: true } : {}) });
  failed ||= Object.keys(faultsOf(found)).length > 0;
  process.stdout.write(`${drill.name}: ${found.tried}: ${numbers(found.faults)}${found.measured ? ` (${numbers(found.measured)})` : ''}\n`);
}
process.exitCode = failed ? 1 : 0;
