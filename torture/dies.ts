import { ServerResponse } from 'node:http';
import { StatementSync } from 'node:sqlite';
import pg from 'pg';

/** Where this process ends: before or after something that the turn of an activity does. */
export interface Death {
  readonly at: string;
  readonly activity: string;
}

/** What a turn's statements do. */
const STATEMENTS: Readonly<Record<string, RegExp>> = {
  state: /^(?:insert into|update) talk/,
  ledger: /^insert into ledger/,
  rows: /^insert into row/,
  outbox: /^insert into outbox/,
  commit: /^commit/,
  sent: /^delete from outbox/,
};

const die = () => process.kill(process.pid, 'SIGKILL');

/** Ends this process there, below everything of the desk, which knows nothing of it. */
export const diesAt = ({ at, activity }: Death): void => {
  const [moment, point = ''] = at.split(' ');
  let isThisTurn = false;
  /** Every turn names its activity before it is committed. */
  const isHere = (statement: string, values: readonly unknown[]): boolean => {
    isThisTurn ||= values.includes(activity);
    return isThisTurn && STATEMENTS[point]?.test(statement) === true;
  };
  const around = <T>(here: boolean, does: () => T): T => {
    if (here && moment === 'before') die();
    const done = does();
    // What nobody waits for is done by now.
    if (here && moment === 'after') done instanceof Promise ? void done.then(die) : die();
    return done;
  };

  const { run } = StatementSync.prototype;
  Object.assign(StatementSync.prototype, {
    run(this: StatementSync, ...values: Parameters<typeof run>) {
      return around(isHere(this.sourceSQL, values), () => run.apply(this, values));
    },
  });

  const { query } = pg.Client.prototype;
  Object.assign(pg.Client.prototype, {
    query(this: pg.Client, asked: string | { readonly text: string; readonly values: readonly unknown[] }, ...more: readonly unknown[]) {
      const { text, values = [] } = typeof asked === 'string' ? { text: asked } : asked;
      return around(isHere(text, values), () => Reflect.apply(query, this, [asked, ...more]));
    },
  });

  const { end } = ServerResponse.prototype;
  Object.assign(ServerResponse.prototype, {
    end(this: ServerResponse, ...values: readonly unknown[]) {
      const here = isThisTurn && point === 'answer' && this.req.method === 'POST';
      if (here && moment === 'before') die();
      if (here) this.once('finish', die);
      return Reflect.apply(end, this, values);
    },
  });

  const { fetch } = globalThis;
  globalThis.fetch = (...asked) => around(isThisTurn && point === 'send', () => fetch(...asked));
};
