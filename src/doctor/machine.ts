import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { access, constants, statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import type { Config } from '../config.ts';
import { LANGUAGES, say } from '../language/language.ts';
import { MIGRATIONS } from '../storage/migrations.ts';
import { openDatabase } from '../storage/open.ts';
import { type Finding, fine, note, wrong } from './finding.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const NODE = 22;
const ROOM = 256 * 1024 * 1024;
/** Before this nothing of the desk was made. */
const MADE = Date.parse('2026-11-01T00:00:00Z');

/** What an error is called, without its message: an address of a database holds a password. */
const nameOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown error';

/** Is the program run by a Node that reads TypeScript and has SQLite? */
export const examineNode = (version: string): Finding => {
  const [major = 0] = version.replace('v', '').split('.').map(Number);
  return major > NODE
    ? fine(`Node ${version}.`)
    : wrong(
        `Node ${version} is too old.`,
        'the desk needs the Node.js that it brings along',
        'Run "npm install" again, and start with "npm start".',
      );
};

/** The folder that is there already, of a path that may not be. */
const existing = (path: string): string => (existsSync(path) || dirname(path) === path ? path : existing(dirname(path)));

/** Can the database be reached and written, and is it no newer than the program? What is not there yet is not made. */
export const examineDatabase = async ({ database: where }: Config): Promise<Finding> => {
  const why = 'talks and cases are kept there';
  const isFile = !/^postgres(?:ql)?:/.test(where);
  const folder = existing(dirname(where));
  if (isFile && where !== ':memory:' && !existsSync(where))
    return access(folder, constants.W_OK).then(
      () => fine(`The database will be made at ${where}.`),
      () => wrong(`${folder} cannot be written.`, why, `Let the desk's user write to ${folder}, or set another DATABASE_URL.`),
    );
  try {
    const database = openDatabase(where);
    try {
      const version = await database.transaction({
        keeps: () => false,
        work: async (sql) => {
          const read = await database.version.read(sql);
          await sql.run('create table doctor (at text primary key)');
          return read;
        },
      });
      if (version > MIGRATIONS.length)
        return wrong(
          `The database is of version ${version}, this program of ${MIGRATIONS.length}.`,
          'a newer program wrote it',
          'Start the newer program, or bring back a copy from before its upgrade.',
        );
      return fine(`The database can be written (version ${version} of ${MIGRATIONS.length}).`);
    } finally {
      await database.close();
    }
  } catch (error) {
    return wrong(
      `The database cannot be used (${nameOf(error)}).`,
      why,
      isFile
        ? `Look at ${where}: is it a database, and may the desk's user write it?`
        : 'Is the server up, and are host, port, user and password in DATABASE_URL right?',
    );
  }
};

export const examineDisk = async ({ database }: Config): Promise<Finding> => {
  if (/^postgres(?:ql)?:/.test(database) || database === ':memory:') return fine('The database is not on this disk.');
  const folder = existing(dirname(database));
  const { bavail, bsize } = await statfs(folder);
  const free = `${Math.round((bavail * bsize) / 1024 / 1024)} MB free at ${folder}`;
  return bavail * bsize < ROOM
    ? wrong(`Only ${free}.`, 'a turn that cannot be stored is not answered', 'Make room, or move the database.')
    : fine(`${free}.`);
};

export const examinePort = ({ host, port }: Config): Promise<Finding> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) =>
      resolve(
        nameOf(error) === 'EADDRINUSE'
          ? note(
              `Port ${port} is in use.`,
              'two programs cannot listen there',
              'If that is not the desk itself, end it or set another PORT.',
            )
          : wrong(
              `${host}:${port} cannot be listened at (${nameOf(error)}).`,
              'the desk would not start',
              'Set a HOST that this computer has, and a PORT that its user may take.',
            ),
      ),
    );
    server.listen(port, host, () => server.close(() => resolve(fine(`Port ${port} is free.`))));
  });

export const examineWebChat = (folder = ROOT): Finding => {
  const why = "the page's chat is in it";
  const mend = 'Run "npm run postinstall", which fetches it.';
  const path = join(folder, 'vendor', 'webchat', 'webchat.js');
  if (!existsSync(path)) return wrong('vendor/webchat/webchat.js is missing.', why, mend);
  const pinned: unknown = JSON.parse(readFileSync(join(ROOT, 'scripts', 'webchat.json'), 'utf8')).script;
  const hash = `sha512-${createHash('sha512').update(readFileSync(path)).digest('base64')}`;
  return hash === pinned
    ? fine('Web Chat is there, and is the one that was tested.')
    : wrong('vendor/webchat/webchat.js is another one than was tested.', why, mend);
};

export const examineClock = (now: number): Finding =>
  now >= MADE && now < MADE + 20 * 365.25 * 24 * 3_600_000
    ? fine(`The clock says ${new Date(now).toISOString()}.`)
    : wrong(
        `The clock says ${new Date(now).toISOString()}.`,
        'what is past its time is deleted by the clock',
        "Set this computer's clock, by a time server best.",
      );

export const examineLanguages = (): Finding => fine(`Speaks ${LANGUAGES.map((language) => say(language, 'page.name')).join(' and ')}.`);
