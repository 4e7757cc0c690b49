import { isAbsolute, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ConfigError, readConfig } from '../src/config.ts';
import { DESK_STANDARD } from '../src/desk/settings.ts';

const complaint = (environment: Readonly<Record<string, string>>): string => {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return '';
};

describe('the settings', () => {
  it('take a default language that the desk speaks, and no other', () => {
    expect(readConfig({ DEFAULT_LANGUAGE: 'de' }).language).toBe('de');
    expect(complaint({ DEFAULT_LANGUAGE: 'fr' })).toContain('DEFAULT_LANGUAGE must be one of en, de');
  });

  it('take the ids of staff in any case, and refuse what is none; links of the publisher must be https', () => {
    const id = '5A1D2F3C-0000-4000-8000-0123456789AB';
    expect(readConfig({ STAFF_IDS: `${id}, ${id}` }).staff).toEqual([id.toLowerCase(), id.toLowerCase()]);
    for (const wrong of [{ STAFF_IDS: 'ann@contoso.example' }, { PUBLIC_URL: 'http://desk.example' }, { TEAMS_APP_ID: 'x' }])
      expect(() => readConfig(wrong)).toThrow(Object.keys(wrong)[0]);
  });

  it.each([
    ['https://desk.example.org', 'https://desk.example.org/'],
    ['https://desk.example.org/', 'https://desk.example.org/'],
    ['https://example.org/desk-of-ours', 'https://example.org/desk-of-ours/'],
    ['https://example.org/desk-of-ours/', 'https://example.org/desk-of-ours/'],
  ])('take the public address with a slash at its end or without: %s', (PUBLIC_URL, publicUrl) => {
    expect(readConfig({ PUBLIC_URL }).publisher?.publicUrl).toBe(publicUrl);
  });

  it('need none', () => {
    const day = 24 * 3_600_000;
    expect(readConfig({})).toEqual({
      host: '127.0.0.1',
      port: 3978,
      database: resolve('data/activation-desk.db'),
      language: 'en',
      proxies: 0,
      standingsKept: 10_000,
      forgotten: resolve('data/activation-desk.db.forgotten'),
      logLevel: 'info',
      kept: { talks: 30 * day, cases: 180 * day, ledger: day, unsent: 7 * day, audit: 365 * day },
      staff: [],
      publisher: {},
      ...{ desk: DESK_STANDARD, outward: {} },
    });
  });

  it('take a database by a relative or an absolute path', () => {
    expect(readConfig({ DATABASE_URL: 'file:elsewhere/x.db' }).database).toBe(resolve('elsewhere/x.db'));
    expect(readConfig({ DATABASE_URL: `file:${resolve('/tmp/x.db')}` }).database).toBe(resolve('/tmp/x.db'));
    expect(isAbsolute(readConfig({ DATABASE_URL: 'file:///tmp/x.db' }).database)).toBe(true);
  });

  it('know the Bot Framework by its own names', () => {
    const environment = {
      MicrosoftAppType: 'SingleTenant',
      MicrosoftAppId: 'id',
      MicrosoftAppPassword: 'secret',
      MicrosoftAppTenantId: 'tenant',
    };
    expect(readConfig(environment).app).toEqual({ type: 'SingleTenant', id: 'id', password: 'secret', tenantId: 'tenant' });
  });

  it.each([
    [{ PORT: 'eighty' }, ['PORT']],
    [{ PORT: '70000' }, ['PORT']],
    [{ HOST: '' }, ['HOST']],
    [{ DATABASE_URL: 'postgres://somewhere' }, ['DATABASE_URL']],
    [{ HELPDESK_CONTACT: 'the people next door' }, ['HELPDESK_CONTACT']],
    [{ MicrosoftAppId: '   ' }, ['MicrosoftAppId']],
    [{ MicrosoftAppId: 'id' }, ['MicrosoftAppPassword', 'MicrosoftAppTenantId']],
    [{ MicrosoftAppType: 'Anything' }, ['MicrosoftAppType']],
    [{ PORT: 'x', HOST: '!', DATABASE_URL: 'nowhere' }, ['PORT', 'HOST', 'DATABASE_URL']],
  ] as [Record<string, string>, string[]][])('name each bad one: %j', (environment, names) => {
    const message = complaint(environment);
    for (const name of names) expect(message).toContain(name);
  });

  it.each(['help@example.org', 'https://desk.example.org/new'])('take %s as a contact', (contact) => {
    expect(readConfig({ HELPDESK_CONTACT: contact }).contact).toBe(contact);
  });
});

describe('the address of a PostgreSQL database', () => {
  it('is taken as it is', () => {
    const url = 'postgres://desk:secret@db.example:5432/desk?sslmode=require';
    expect(readConfig({ DATABASE_URL: url }).database).toBe(url);
  });

  it.each(['postgres://desk:secret@db.example', 'postgres://desk:sec/ret@db', 'mysql://desk:secret@db/desk'])(
    'is never said, where it is no good: %s',
    (url) => {
      let message = '';
      try {
        readConfig({ DATABASE_URL: url });
      } catch (error) {
        message = String(error);
      }
      expect(message).toContain('DATABASE_URL');
      expect(message).not.toContain('secret');
    },
  );
});
