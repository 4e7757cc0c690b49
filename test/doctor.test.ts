import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, createServer as createSocket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ConfigError, readConfig, settingNames } from '../src/config.ts';
import { examine } from '../src/doctor/examine.ts';
import { SETTINGS } from '../src/doctor/explained.ts';
import type { Finding } from '../src/doctor/finding.ts';
import { examineClock, examineDatabase, examineNode, examinePort, examineWebChat } from '../src/doctor/machine.ts';
import { examineSignIn } from '../src/doctor/online.ts';
import { examineSettings } from '../src/doctor/settings.ts';

const GUID = '01234567-89ab-cdef-0123-456789abcdef';
const REGISTERED = { MicrosoftAppId: GUID, MicrosoftAppTenantId: GUID, MicrosoftAppPassword: 'a~secret' };

/** Every way in which somebody gets a setting wrong, or says nothing. */
const VALUES: Readonly<Record<string, string | undefined>> = {
  absent: undefined,
  empty: '',
  'a space': ' ',
  'a tab and a line': '\t\n',
  huge: 'x'.repeat(100_000),
  'a huge number': '9'.repeat(400),
  negative: '-1',
  'a fraction': '1.5',
  words: 'not what is meant here',
  'a NUL': 'a\0b',
  'another alphabet': 'настройка',
  'a list': '["a"]',
};

const wrongOnes = (findings: readonly Finding[]) => findings.filter(({ is }) => is === 'wrong').map(({ what }) => what);

describe('every setting', () => {
  it('is explained by the doctor, and no other', () => {
    expect(Object.keys(SETTINGS).sort()).toEqual([...settingNames()].sort());
  });

  const cases = settingNames().flatMap((name) => Object.entries(VALUES).map(([how, value]) => ({ name, how, value })));
  it(`can be used or is named as bad, and never lets strangers in: ${cases.length} ways`, () => {
    const faults = cases.flatMap(({ name, how, value }) => {
      for (const others of [{}, REGISTERED]) {
        const environment = { ...others, [name]: value };
        const { config, findings } = examineSettings(environment);
        if (config === undefined) {
          const named = wrongOnes(findings).some((what) => what.includes(name));
          const allNamed = wrongOnes(findings).every((what) => settingNames().some((each) => what.startsWith(`${each} `)));
          // Taking a part of a registration away is told by what is missing.
          if (!named || !allNamed) return [`${name} ${how}: ${wrongOnes(findings).join('; ').slice(0, 200)}`];
        } else if (others === REGISTERED && config.app === undefined && !(name === 'MicrosoftAppId' && value === undefined))
          return [`${name} ${how}: nobody is authenticated`];
        else if (config.app?.id.trim() === '') return [`${name} ${how}: an id of spaces`];
      }
      return [];
    });
    expect(faults).toEqual([]);
  });

  it('that is bad is told in one line, and not what it held', () => {
    for (const name of settingNames()) {
      let said = '';
      try {
        readConfig({ [name]: `bad bad\0${'z'.repeat(5_000)}` });
      } catch (error) {
        said = error instanceof ConfigError ? error.message : String(error);
      }
      expect([name, said.length < 400, said.includes('zzz')]).toEqual([name, true, false]);
    }
  });
});

describe('the doctor', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'doctor-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const patient = { environment: {}, nodeVersion: 'v24.1.0', now: Date.parse('2026-12-01T00:00:00Z'), online: false };

  it('finds nothing to mend in a desk that was just installed, and changes nothing', async () => {
    const environment = { DATABASE_URL: `file:${folder}/deep/x.db`, PORT: '0' };
    const findings = await examine({ ...patient, environment });
    expect(wrongOnes(findings)).toEqual([]);
    expect(findings.some(({ is, what }) => is === 'note' && what.startsWith('HELPDESK_CONTACT'))).toBe(true);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('says of whatever it finds why it matters and how to mend it', async () => {
    const environment = { PORT: 'x', HELPDESK_CONTACT: 'nobody', MicrosoftAppId: 'id', KEEP_TALK_DAYS: '0', LOG_LEVEL: 'loud' };
    const findings = await examine({ ...patient, environment, nodeVersion: 'v20.1.0', now: 0 });
    expect(wrongOnes(findings)).toHaveLength(6);
    for (const finding of findings)
      if (finding.is !== 'fine') expect([finding.why, finding.mend].every((text) => text.length > 10)).toBe(true);
  });

  it('knows a registration that was copied wrongly', () => {
    const found = (change: Readonly<Record<string, string>>) => wrongOnes(examineSettings({ ...REGISTERED, ...change }).findings);
    expect(found({})).toEqual([]);
    expect(found({ MicrosoftAppId: 'my-bot' })).toEqual([expect.stringContaining('MicrosoftAppId')]);
    expect(found({ MicrosoftAppTenantId: 'contoso' })).toEqual([expect.stringContaining('MicrosoftAppTenantId')]);
    expect(found({ MicrosoftAppTenantId: 'contoso.onmicrosoft.com' })).toEqual([]);
    expect(found({ MicrosoftAppPassword: GUID })).toEqual([expect.stringContaining('MicrosoftAppPassword')]);
  });

  it('looks into the database, and leaves it as it was', async () => {
    const at = (path: string) => examineDatabase(readConfig({ DATABASE_URL: `file:${path}` }));
    const path = join(folder, 'x.db');
    const db = new DatabaseSync(path);
    db.exec('pragma user_version = 1; create table a (b text)');
    expect((await at(path)).is).toBe('fine');
    expect(db.prepare('select name from sqlite_master').all()).toEqual([{ name: 'a' }]);
    db.exec('pragma user_version = 999');
    db.close();
    expect(await at(path)).toMatchObject({ is: 'wrong', what: expect.stringContaining('999') });
    writeFileSync(join(folder, 'text.db'), 'this is no database, whatever its name says. '.repeat(50));
    expect((await at(join(folder, 'text.db'))).is).toBe('wrong');
    expect((await examineDatabase(readConfig({ DATABASE_URL: 'postgres://me:hunter2@127.0.0.1:9/desk' }))).what).toMatch(
      /^(?!.*hunter2).*cannot be used/,
    );
  });

  it('notices a port in use, another Web Chat, an old Node and a clock that is wrong', async () => {
    const taken = createSocket();
    await new Promise<void>((done) => taken.listen(0, '127.0.0.1', done));
    const { port } = taken.address() as AddressInfo;
    expect((await examinePort({ ...readConfig({}), port })).is).toBe('note');
    await new Promise((done) => taken.close(done));
    expect((await examinePort({ ...readConfig({}), port })).is).toBe('fine');
    expect((await examinePort({ ...readConfig({}), host: '203.0.113.1', port })).is).toBe('wrong');
    expect([examineWebChat().is, examineWebChat(folder).is]).toEqual(['fine', 'wrong']);
    expect([examineNode('v24.0.0').is, examineNode('v20.19.0').is]).toEqual(['fine', 'wrong']);
    expect([examineClock(0).is, examineClock(Date.parse('2100-01-01')).is]).toEqual(['wrong', 'wrong']);
  });

  it('tries to sign in only when asked, and says what Microsoft says by its code alone', async () => {
    const bodies: string[] = [];
    let answers: readonly [number, string] = [200, '{"access_token":"t"}'];
    const login = createServer((request, response) => {
      request.on('data', (chunk) => bodies.push(String(chunk)));
      request.on('end', () => {
        // restify, which config's neighbours load, has a writeHead that gives nothing back.
        response.writeHead(answers[0], { 'content-type': 'application/json' });
        response.end(answers[1]);
      });
    });
    await new Promise<void>((done) => login.listen(0, '127.0.0.1', done));
    const url = `http://127.0.0.1:${(login.address() as AddressInfo).port}`;
    const config = readConfig(REGISTERED);
    expect((await examineSignIn(config, url)).is).toBe('fine');
    expect(bodies[0]).toContain('grant_type=client_credentials');
    answers = [401, '{"error_description":"AADSTS7000215: Invalid client secret a~secret"}'];
    const refused = await examineSignIn(config, url);
    expect([refused.is, refused.what.includes('AADSTS7000215'), refused.what.includes('a~secret')]).toEqual(['wrong', true, false]);
    await new Promise((done) => login.close(done));
    expect((await examineSignIn(config, url)).what).toContain('cannot be reached');
    expect((await examineSignIn(readConfig({}), url)).is).toBe('fine');
  });
});
