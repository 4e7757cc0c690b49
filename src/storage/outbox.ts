import { fieldsIn } from './read-back.ts';
import { rowIn } from './row.ts';
import type { Cell, Sql } from './sql.ts';
import type { Outbox, Unsent } from './store.ts';

const UNSENT = 'select talk, number, address, at, attempts, sender, activity from outbox join row using (talk, number)';
const WAITING = "state = 'waiting'";
/** Replies that one sender takes at a time: as many as it gets out before others may think that it died. */
const FEW = 4;

const unsentIn = (row: Readonly<Record<string, Cell>>): Unsent => ({
  talk: String(row.talk),
  row: rowIn(row),
  address: fieldsIn(row.address),
  at: String(row.at),
  attempts: Number(row.attempts),
});

export const outboxOver = (sql: Sql): Outbox => {
  const set = (talk: string, number: number, what: string, ...values: Cell[]) =>
    sql.run(`update outbox set ${what} where talk = $1 and number = $2`, [talk, number, ...values]);
  return {
    unsent: async (talk) =>
      (talk === undefined
        ? await sql.all(`${UNSENT} where ${WAITING} order by talk, number`)
        : await sql.all(`${UNSENT} where ${WAITING} and talk = $1 order by number`, [talk])
      ).map(unsentIn),
    takeUnsent: async (talk, { holder, now, until }) => {
      const first = `select min(number) from outbox where talk = $1 and ${WAITING}`;
      // Whoever may not have the first may have none: replies never overtake each other. Each row is looked at for itself too, as
      // PostgreSQL looks at nothing else again where two take at once.
      const taken = await sql.run(
        `update outbox set holder = $2, due = $4 where talk = $1 and ${WAITING} and number < (${first}) + ${FEW} and (holder = $2 or due <= $3)
         and exists (select 1 from outbox as head where head.talk = $1 and head.number = (${first}) and (head.holder = $2 or head.due <= $3))`,
        [talk, holder, now, until],
      );
      if (taken === 0) return [];
      return (await sql.all(`${UNSENT} where talk = $1 and ${WAITING} and holder = $2 order by number limit ${FEW}`, [talk, holder])).map(
        unsentIn,
      );
    },
    waiting: async ({ holder, now }) =>
      (
        await sql.all(
          `${UNSENT} where ${WAITING} and (holder = $1 or due <= $2)
           and number = (select min(number) from outbox as other where other.talk = outbox.talk and other.${WAITING})`,
          [holder, now],
        )
      ).map(unsentIn),
    sent: async (talk, number, as) => {
      const here = 'where talk = $1 and number = $2';
      const [row] = as === undefined ? [] : await sql.all(`select number, sender, activity from row ${here}`, [talk, number]);
      // A row is written once, and only this is added to it: nobody else writes it meanwhile.
      if (row !== undefined)
        await sql.run(`update row set activity = $3 ${here}`, [talk, number, JSON.stringify({ ...rowIn(row).activity, sentAs: as })]);
      await sql.run(`delete from outbox ${here}`, [talk, number]);
    },
    postpone: async (talk, number, attempts, due) => void (await set(talk, number, 'attempts = $3, due = $4', attempts, due)),
    undelivered: async (talk, number, why) => void (await set(talk, number, 'state = $3', why)),
    // A talk's time is that of its last turn: the person's own, or the very news that did not arrive.
    gone: async () =>
      (await sql.all("select address from outbox join talk on talk.key = outbox.talk where state = 'gone' and outbox.at >= talk.at")).map(
        ({ address }) => fieldsIn(address),
      ),
  };
};
