import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Order } from './drive.ts';
import { deskPlan, echoPlan, type Plan, waterfallPlan, webChatPlan } from './plan.ts';
import { type Running, start, startDesk } from './running.ts';

/** Who takes part: a server, the door it is driven through and the talks. */
export interface Contender {
  readonly name: string;
  readonly start: (environment?: Readonly<Record<string, string>>) => Promise<Running>;
  readonly door: Order['door'];
  readonly plan: () => Plan;
}

const folder = join(import.meta.dirname, 'peers');

/** Fetches the peers' packages where they are not there yet. They are no part of the project. */
export const fetchPeers = (): void => {
  if (existsSync(join(folder, 'node_modules'))) return;
  process.stderr.write('fetching the peers (about 130 MB) …\n');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock'], {
    cwd: folder,
    stdio: 'ignore',
    shell: process.platform === 'win32',
  });
};

const kept = <T>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
};
const [desk, webChat, echo, waterfall] = [kept(deskPlan), kept(webChatPlan), kept(echoPlan), kept(waterfallPlan)];

const peer =
  (file: string): Contender['start'] =>
  (environment) =>
    start(join(folder, file), environment);

/** The peers, built of public packages as their makers' samples are. */
export const PEERS = {
  restify: { name: 'bare restify', start: peer('bare-restify.mjs'), door: 'messages', plan: echo },
  echo: { name: 'stock echo', start: peer('stock-echo.mjs'), door: 'messages', plan: echo },
  waterfall: { name: 'stock waterfall, five questions', start: peer('stock-waterfall.mjs'), door: 'messages', plan: waterfall },
  successor: { name: "successor's echo", start: peer('successor-echo.mjs'), door: 'messages', plan: echo },
} as const satisfies Record<string, Contender>;

/** The desk, whole and durable. */
export const DESK: Contender = { name: 'the desk', start: (environment) => startDesk(environment), door: 'messages', plan: desk };

/** The same, which walks the tree anew in every turn. */
export const DESK_ANEW: Contender = {
  ...DESK,
  name: 'the desk, no walk kept',
  start: (environment) => startDesk({ ...environment, STANDINGS_KEPT: '0' }),
};

/** The same in Web Chat: posted over Direct Line, delivered on the socket. */
export const WEB_CHAT: Contender = {
  name: 'the desk in Web Chat',
  start: (environment) => startDesk(environment),
  door: 'directline',
  plan: webChat,
};
