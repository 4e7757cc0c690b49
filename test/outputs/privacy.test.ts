import { describe, expect, it } from '@jest/globals';
import { realTalk, runningDesk } from '../desk.ts';
import { textOf } from './pasted.ts';

const KEY = 'BCDFG-HJKMP-QRTVW-XY234-6789B';

describe('of a pasted output', () => {
  it('host names are kept, and a key neither in the text nor in any other place', async () => {
    const desk = await runningDesk();
    try {
      const talk = realTalk(desk.url, 'en');
      const text = `cscript ospp.vbs /inpkey:${KEY}\n${textOf('dstatus-kms-not-reached-host-from-dns')}`;
      await talk.post({ text, localTimezone: KEY, localTimestamp: `2026-11-24T13:00:00+01:00${KEY}` });
      await talk.post({ text: 'a person please' });
      const { DatabaseSync } = await import('node:sqlite');
      const database = new DatabaseSync(desk.database, { readOnly: true });
      const tables = database.prepare("select name from sqlite_master where type = 'table'").all();
      const stored = tables.map(({ name }) => JSON.stringify(database.prepare(`select * from "${name}"`).all())).join('\n');
      database.close();
      expect(stored).toContain('kms01.nordwind.example');
      for (const part of KEY.split('-').slice(0, -1)) expect(stored).not.toContain(part);
    } finally {
      await desk.close();
    }
  });
});
