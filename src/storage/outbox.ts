import { rowIn } from './row.ts';
import type { Sql } from './sql.ts';
import type { Outbox } from './store.ts';

const UNSENT = 'select talk, number, address, sender, activity from outbox join row using (talk, number)';

export const outboxOver = (sql: Sql): Outbox => ({
  unsent: async (talk) =>
    (talk === undefined
      ? await sql.all(`${UNSENT} order by talk, number`)
      : await sql.all(`${UNSENT} where talk = $1 order by number`, [talk])
    ).map((row) => ({ talk: String(row.talk), row: rowIn(row), address: JSON.parse(String(row.address)) })),
  sent: async (talk, number) => void (await sql.run('delete from outbox where talk = $1 and number = $2', [talk, number])),
});
