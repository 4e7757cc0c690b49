import { auditOver } from './audit.ts';
import { bannersOver } from './banners.ts';
import { casesOver, lettersOver } from './cases.ts';
import { leasesOver } from './leases.ts';
import { migrate } from './migrate.ts';
import { outboxOver } from './outbox.ts';
import { outwardOver } from './outward.ts';
import { isPostgres, openPostgres } from './postgres.ts';
import { retentionOver } from './retention.ts';
import { secretsOver } from './secrets.ts';
import { openSqlite } from './sqlite.ts';
import type { Store } from './store.ts';
import { talksOver } from './talks.ts';

/**
 * Opens what the desk keeps: the path of a SQLite file, ":memory:", or the address of a PostgreSQL database. Throws where it cannot
 * be opened or was written by a newer version.
 */
export const openStore = async (where: string): Promise<Store> => {
  const database = isPostgres(where) ? openPostgres(where) : openSqlite(where);
  try {
    await migrate(database);
  } catch (error) {
    await database.close();
    throw error;
  }
  return {
    ...talksOver(database),
    ...outboxOver(database),
    ...casesOver(database),
    ...auditOver(database),
    ...bannersOver(database),
    ...lettersOver(database),
    ...outwardOver(database),
    ...secretsOver(database),
    ...leasesOver(database),
    ...retentionOver(database),
    news: database.news,
    sql: database,
    check: async () => void (await database.all('select 1')),
    close: () => database.close(),
  };
};
