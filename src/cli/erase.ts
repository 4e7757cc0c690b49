import { configOrExit } from '../config.ts';
import { createForgotten, remembering } from '../operations/forgotten.ts';
import { openStore } from '../storage/open.ts';
import { noteStaff } from './staff.ts';

const USAGE = 'npm run erase -- NUMBER    deletes a case and everything of the talk that it came from, for good';

const [number] = process.argv.slice(2);
const { database, forgotten } = configOrExit();
const store = remembering(await openStore(database), createForgotten(forgotten));
const talk = number === undefined ? undefined : await store.talkOfCase(number);
if (number === undefined || talk === undefined) {
  process.stderr.write(`${number === undefined || number.startsWith('-') ? USAGE : `There is no case ${number}.\n${USAGE}`}\n`);
  process.exitCode = 1;
} else {
  await store.forget({ talk, at: new Date().toISOString(), keepsOpenCase: false });
  await noteStaff(store, 'erased', number);
  process.stdout.write(`Deleted ${number} and its talk.\n`);
}
await store.close();
