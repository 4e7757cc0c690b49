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
  it('need none', () => {
    expect(readConfig({})).toEqual({
      ...{ host: '127.0.0.1', port: 3978, database: resolve('data/activation-desk.db'), proxies: 0 },
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
