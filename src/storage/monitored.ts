import type { Sql } from './sql.ts';
import type { Monitored } from './store.ts';

export const monitoredOver = (sql: Sql): Monitored => ({
  figures: async () => {
    const [waiting] = await sql.all("select count(*) as unsent, min(nullif(at, '')) as oldest from outbox where state = 'waiting'");
    const [open] = await sql.all('select count(*) as cases from desk_case where closed_at is null');
    return {
      unsent: Number(waiting?.unsent ?? 0),
      oldestUnsent: typeof waiting?.oldest === 'string' ? waiting.oldest : undefined,
      openCases: Number(open?.cases ?? 0),
    };
  },
});
