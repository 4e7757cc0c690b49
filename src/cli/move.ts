import { configOrExit, readConfig } from '../config.ts';
import { move } from '../storage/move.ts';
import { openStore } from '../storage/open.ts';

const USAGE =
  'npm run move -- DATABASE_URL    copies everything that the desk of the settings keeps into another, empty database; stop the desk first';

const [where] = process.argv.slice(2);
if (where === undefined || where.startsWith('-')) {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 1;
} else
  try {
    const from = await openStore(configOrExit().database);
    const to = await openStore(readConfig({ DATABASE_URL: where }).database);
    for (const [table, rows] of Object.entries(await move(from.sql, to.sql))) process.stdout.write(`${table}: ${rows}\n`);
    process.stdout.write('Everything was copied. Set DATABASE_URL to the new database, and start the desk.\n');
    await from.close();
    await to.close();
  } catch (error) {
    process.stderr.write(`Nothing was copied: ${error instanceof Error ? error.message : 'unknown error'}\n`);
    process.exitCode = 1;
  }
