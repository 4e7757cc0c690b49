import { randomBytes } from 'node:crypto';
import type { Role } from '../src/desk/staff.ts';
import { createKeeping, formTokenOf } from '../src/staff/sign-in/session.ts';
import { openStore } from '../src/storage/open.ts';
import { sessionsOver } from '../src/storage/sessions.ts';
import { keptOver } from '../src/storage/staff.ts';
import { realTalk } from './desk.ts';

interface Running {
  readonly url: string;
  readonly database: string;
}

/** A browser's cookie of somebody signed in, as the sign-in gives it. */
export const signedIn = async ({ database }: Running, role: Role, name: string): Promise<string> => {
  const store = await openStore(database);
  const staff = { id: `test ${name}`, name, role };
  const keeping = createKeeping({
    sessions: sessionsOver(store.sql),
    now: () => new Date(),
    newSecret: () => randomBytes(32).toString('base64url'),
  });
  const token = await keeping.begin(staff, undefined);
  await keptOver(store).remember(staff, new Date().toISOString());
  await store.close();
  return token;
};

/** Somebody at the desk's pages without a script: looks and posts forms, and follows nothing. */
export const staffAt = async (desk: Running, role: Role, name: string = role) => {
  const token = await signedIn(desk, role, name);
  const cookie = `staff=${token}`;
  const formToken = formTokenOf(token);
  const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
    fetch(new URL(path, desk.url), { headers: { cookie, 'accept-language': 'en', ...headers }, redirect: 'manual' });
  const post = (path: string, fields: Readonly<Record<string, string>> = {}, headers: Readonly<Record<string, string>> = {}) =>
    fetch(new URL(path, desk.url), {
      method: 'POST',
      headers: { cookie, 'accept-language': 'en', ...headers },
      body: new URLSearchParams({ token: formToken, ...fields }),
      redirect: 'manual',
    });
  return {
    token,
    formToken,
    get,
    post,
    text: async (path: string) => (await get(path)).text(),
    /** The version of a case as its page shows it. */
    version: async (number: string) => /name="version" value="(\d+)"/.exec(await (await get(`/desk/cases/${number}`)).text())?.[1] ?? '',
  };
};

/** A talk that ends with a person; gives the case's number. */
export const caseOf = async (
  url: string,
  says: readonly string[] = ['0xC004F074', 'yes'],
): Promise<{ number: string; talk: ReturnType<typeof realTalk> }> => {
  const talk = realTalk(url, 'en');
  for (const each of says) await talk.say(each);
  const replies = await talk.post({ text: 'a person' });
  const number = replies.map(({ text }) => /AD-\w{4}-\w{4}/.exec(text)?.[0]).find((found) => found !== undefined);
  if (number === undefined) throw new Error('no case was opened');
  return { number, talk };
};
