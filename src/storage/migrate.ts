import { MIGRATIONS } from './migrations.ts';
import type { Database } from './sql.ts';

/** Brings a database to what this program reads and writes, one process at a time. Throws where it went further already. */
export const migrate = (database: Database): Promise<void> =>
  database.transaction({
    alone: 'migration',
    work: async (sql) => {
      const version = await database.version.read(sql);
      if (version > MIGRATIONS.length)
        throw new Error(
          `the database is of a newer version (${version}) than this program (${MIGRATIONS.length}): start the newer program, or bring back a copy from before its upgrade`,
        );
      const { name, of } = database.dialect;
      for (const statement of MIGRATIONS.slice(version).flat()) {
        const step = typeof statement === 'object' ? statement[name] : statement;
        if (typeof step === 'function') await step(sql);
        else if (step !== undefined) await sql.run(typeof statement === 'object' ? step : of(step));
      }
      if (version < MIGRATIONS.length) await database.version.write(sql, MIGRATIONS.length);
    },
  });
