import { readFileSync } from 'node:fs';
import { DOORS, leave } from './doors.ts';
import type { Order } from './drive.ts';
import type { Message } from './plan.ts';

/** What one drive found. Times in milliseconds. */
export interface Driven {
  readonly perSecond: number;
  readonly median: number;
  readonly p99: number;
  /** Answers that were not the right one, and the first of them. */
  readonly wrong: number;
  readonly firstWrong?: string | undefined;
}

const order: Order = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));
const { url, door, plan, warm, turns, atOnce } = order;
const all = warm + turns;

const times: number[] = [];
let started = 0;
let done = 0;
let wrong = 0;
let firstWrong: string | undefined;

const oneTalk = async (messages: readonly Message[]): Promise<void> => {
  const talk = await DOORS[door](url, plan.reads, messages[0]?.locale ?? 'en');
  for (const message of messages) {
    if (started >= all) break;
    started += 1;
    const at = performance.now();
    const read = await talk.say(message).catch((error: unknown) => String(error));
    const took = performance.now() - at;
    done += 1;
    if (done > warm) times.push(took);
    if (read === message.right) continue;
    wrong += 1;
    firstWrong ??= `${JSON.stringify(message.says).slice(0, 80)}: ${read} instead of ${message.right}`;
  }
  talk.end();
};

// Every worker goes through the talks from another place, so that no two are at the same message for long.
const worker = async (number: number): Promise<void> => {
  for (let at = number * 7; started < all; at += 1) await oneTalk(plan.talks[at % plan.talks.length] ?? []);
};
await Promise.all(Array.from({ length: atOnce }, (_, number) => worker(number)));
leave();

times.sort((a, b) => a - b);
const quantile = (part: number) => times[Math.floor(times.length * part)] ?? 0;
// What opens a talk (a token, a socket) is no turn: only the time in turns counts.
const inTurns = times.reduce((sum, took) => sum + took, 0) / atOnce;
const perSecond = Math.round((times.length / inTurns) * 1_000);
process.stdout.write(`${JSON.stringify({ perSecond, median: quantile(0.5), p99: quantile(0.99), wrong, firstWrong } satisfies Driven)}\n`);
