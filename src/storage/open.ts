import { auditOver } from './audit.ts';
import { bannersOver } from './banners.ts';
import { casesOver, lettersOver } from './cases.ts';
import { forgettingOver } from './forgetting.ts';
import { leasesOver } from './leases.ts';
import { migrate } from './migrate.ts';
import { monitoredOver } from './monitored.ts';
import { outboxOver } from './outbox.ts';
import { outwardOver } from './outward.ts';
import { isPostgres, openPostgres } from './postgres.ts';
import type { Damaged } from './record-in.ts';
import { retentionOver } from './retention.ts';
import { secretsOver } from './secrets.ts';
import type { Database } from './sql.ts';
import { openSqlite } from './sqlite.ts';
import type { Store } from './store.ts';
import { talksOver } from './talks.ts';

/** The database itself, as it is: nothing is brought along. */
export const openDatabase = (where: string): Database => (isPostgres(where) ? openPostgres(where) : openSqlite(where));

/**
 * Opens what the desk keeps: the path of a SQLite file, ":memory:", or the address of a PostgreSQL database. Throws where it cannot
 * be opened or was written by a newer version. `damaged` hears of what is stored and cannot be read.
 */
export const openStore = async (where: string, damaged: Damaged = () => {}): Promise<Store> => {
  const database = openDatabase(where);
  try {
    await migrate(database);
  } catch (error) {
    await database.close();
    // What the server's driver says may name hosts and people.
    throw typeof error === 'object' && error !== null && 'code' in error && isPostgres(where)
      ? new Error(`the PostgreSQL database of DATABASE_URL cannot be used (${error.code})`)
      : error;
  }
  return {
    ...talksOver(database, damaged),
    ...outboxOver(database),
    ...casesOver(database),
    ...bannersOver(database),
    ...lettersOver(database),
    ...outwardOver(database),
    ...secretsOver(database),
    ...leasesOver(database),
    ...retentionOver(database),
    ...forgettingOver(database),
    ...auditOver(database),
    ...monitoredOver(database),
    news: database.news,
    sql: database,
    check: async () => void (await database.all('select 1')),
    close: () => database.close(),
  };
};
