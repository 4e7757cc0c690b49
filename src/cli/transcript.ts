import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { configOrExit } from '../config.ts';
import { saidIn } from '../exchange/said.ts';
import { openStore } from '../storage/open.ts';
import { readTranscript, writeTranscript } from '../transcript/activities.ts';
import { type ChatFile, parseChat, saysOf } from '../transcript/chat.ts';
import { complaint } from '../transcript/check.ts';
import { joined, tours } from '../transcript/cover.ts';
import { coverageOf, report } from '../transcript/coverage.ts';
import { transcriptsIn } from '../transcript/files.ts';
import { recordChat } from '../transcript/record.ts';
import { replay } from '../transcript/replay.ts';

const USAGE = `npm run -s transcript -- talks               the talks that are stored, the newest first
npm run -s transcript -- record NUMBER       a case as a transcript (.chat), with what today's desk answers
npm run -s transcript -- record TALK         a stored talk, by the beginning of its key
npm run -s transcript -- read FILE           a Bot Framework .transcript as .chat
npm run -s transcript -- write FILE          a .chat as a Bot Framework .transcript, for the Emulator and Web Chat
npm run -s transcript -- check FILE...       says what does not come as a .chat expects
npm run -s transcript -- coverage            how often the talks in test/transcripts go through each place and way
npm run -s transcript -- cover               records talks for the ways that no other goes, in test/transcripts/ways; takes minutes`;

/** Recorded talks say the same whenever they are recorded. */
const WORLD = { now: '2026-11-24T12:00:00.000Z', caseNumber: 'AD-TEST-TEST', kept: { talks: 30, cases: 180 } };
const FOLDER = resolve(import.meta.dirname, '../../test/transcripts');
const WAYS = join(FOLDER, 'ways');

const print = (text: string) => void process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
const fail = (text: string) => {
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
};

const chatAt = (file: string): ChatFile => parseChat(file, readFileSync(file, 'utf8'));

const talks = async () => {
  const store = await openStore(configOrExit().database);
  const all = await store.talks();
  print(
    all.length === 0
      ? 'There are no talks.'
      : all.map(({ key, at, rows }) => `${key.slice(0, 12)}  ${at.slice(0, 16).replace('T', ' ')}  ${rows} messages`).join('\n'),
  );
  await store.close();
};

const record = async (name: string) => {
  const store = await openStore(configOrExit().database);
  const key = (await store.case(name))?.talk ?? (await store.talks()).find((talk) => talk.key.startsWith(name))?.key;
  const said = key === undefined ? [] : (await store.rows(key, 0)).map(saidIn);
  const language = key === undefined ? undefined : (await store.turn(key, (stored) => stored.load())).record?.language;
  await store.close();
  if (language === undefined) return fail(`There is no case or talk ${name}.`);
  const sayings = said.filter(({ from }) => from === 'person').map(({ text }) => saysOf(text));
  print(recordChat(`Recorded from ${name}.`, language === 'en' ? 'en-US' : language, sayings, WORLD));
};

const read = (file: string) => {
  const heard = readTranscript(JSON.parse(readFileSync(file, 'utf8')));
  if (heard === undefined) fail(`${file} is no Bot Framework transcript: neither a list of activities nor an object that holds one.`);
  else print(recordChat(`From ${file}.`, heard.locale, heard.sayings, WORLD));
};

const check = (files: readonly string[]) => {
  const complaints = files.map(chatAt).flatMap((file) => {
    const talk = replay(file.locale, WORLD);
    return file.exchanges.map(({ says }, at) => complaint(file, at, talk.say(says))).filter((each) => each !== '');
  });
  if (complaints.length === 0) print(`${files.length} checked, everything came as expected.`);
  else fail(complaints.join('\n\n'));
};

const coverage = () => {
  const found = coverageOf(transcriptsIn(FOLDER), WORLD);
  const counts = [...found.places, ...found.ways].map(([name, times]) => `${String(times).padStart(5)}  ${name}`);
  print([...counts, '', report(found)].join('\n'));
};

/** German for the branches that people walk, English for those that codes and outputs lead into. */
const GERMAN: ReadonlySet<string | undefined> = new Set(['symptom', 'host', 'post', 'refused', 'retail', 'phone', 'm365']);

const cover = () => {
  rmSync(WAYS, { recursive: true, force: true });
  mkdirSync(WAYS);
  const { ways } = coverageOf(transcriptsIn(FOLDER), WORLD);
  const names = new Map<string, number>();
  for (const language of ['de', 'en'] as const) {
    const isOurs = (way: string) => GERMAN.has(way.split('.')[1]) === (language === 'de');
    const done = [...ways].filter(([way, times]) => times > 0 || !isOurs(way)).map(([way]) => way);
    for (const { sayings, outcomes } of joined(tours(done, language, WORLD))) {
      const advice = [...new Set(outcomes)];
      const name = `${(advice[0] ?? 'talk').toLowerCase()}-${language}`;
      names.set(name, (names.get(name) ?? 0) + 1);
      const comment = `Ways that no other talk takes, recorded; advice on them: ${advice.join(', ') || 'none'}`;
      writeFileSync(
        join(WAYS, `${name}-${names.get(name)}.chat`),
        recordChat(comment, language === 'en' ? 'en-US' : 'de-DE', sayings, WORLD),
      );
    }
  }
  print(report(coverageOf(transcriptsIn(FOLDER), WORLD)));
};

const [command, ...rest] = process.argv.slice(2);
const [name] = rest;
if (command === 'talks') await talks();
else if (command === 'record' && name !== undefined) await record(name);
else if (command === 'read' && name !== undefined) read(name);
else if (command === 'write' && name !== undefined) print(writeTranscript(chatAt(name), WORLD));
else if (command === 'check' && name !== undefined) check(rest);
else if (command === 'coverage') coverage();
else if (command === 'cover') cover();
else fail(USAGE);
