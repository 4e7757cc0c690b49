import { randomUUID } from 'node:crypto';
import { Client, type Pool } from 'pg';
import type { News } from './sql.ts';

const CHANNEL = 'activation_desk_rows';
/** How long a lost connection is left before the next try, in milliseconds. */
const PAUSE = 500;

/**
 * News by NOTIFY, over a connection of its own that is opened with the first listener. They are told after the commit and may be lost
 * with a connection: rows are read from the database, and every new connection says that some may have been missed.
 */
export const postgresNews = (address: string, pool: Pool): News & { readonly close: () => Promise<void> } => {
  const me = randomUUID();
  const listeners = new Set<(talk: string | undefined) => void>();
  let ears: Client | undefined;
  let closed = false;
  let again: NodeJS.Timeout | undefined;
  let untold = new Set<string>();

  const hearAll = (talk: string | undefined) => {
    for (const heard of listeners) heard(talk);
  };

  const listen = (): void => {
    const client = new Client({
      connectionString: address,
      application_name: 'activation-desk news',
      keepAlive: true,
      connectionTimeoutMillis: 2_000,
    });
    ears = client;
    const lost = () => {
      if (ears !== client) return;
      ears = undefined;
      void client.end().catch(() => {});
      if (!closed) again = setTimeout(listen, PAUSE);
    };
    client.on('error', lost);
    client.on('end', lost);
    client.on('notification', ({ payload = '' }) => {
      const [from, talk] = payload.split(' ');
      if (from !== me) hearAll(talk);
    });
    client
      .connect()
      .then(() => client.query(`listen ${CHANNEL}`))
      .then(() => hearAll(undefined), lost);
  };

  const tellAll = (): void => {
    const talks = [...untold];
    untold = new Set();
    pool.query(`select pg_notify('${CHANNEL}', $1 || ' ' || talk) from unnest($2::text[]) as talk`, [me, talks]).catch(() => {
      // The database is away: whoever listens looks for himself when it is back.
    });
  };

  return {
    tell: (talk) => {
      if (untold.size === 0) setImmediate(tellAll);
      untold.add(talk);
    },
    hear: (heard) => {
      listeners.add(heard);
      if (ears === undefined && again === undefined) listen();
    },
    close: async () => {
      closed = true;
      clearTimeout(again);
      await ears?.end().catch(() => {});
    },
  };
};
