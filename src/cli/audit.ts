import { configOrExit } from '../config.ts';
import { openStore } from '../storage/open.ts';

const MOST = 1_000;

const store = await openStore(configOrExit().database);
for (const { at, who, what, which, result } of await store.noted(MOST))
  process.stdout.write(`${at}  ${who}  ${what}  ${which}  ${result}\n`);
await store.close();
