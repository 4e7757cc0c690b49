import type { ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { Server } from 'restify';

const reasons = new WeakMap<ServerResponse, string>();

/** Says for the log why a request is refused: a constant, never what was sent. */
export const because = (response: ServerResponse, reason: string): void => void reasons.set(response, reason);

const MINUTE = 60_000;
/** Lines of one reason in a minute; the rest is counted, so that a flood does not fill the disk. */
const LINES = 10;

/** Gives whether a line may be written now, and how many were left out before it; undefined where it may not. `now` is in milliseconds. */
export const createSampling = (now: () => number) => {
  const counts = new Map<string, { since: number; lines: number; silent: number }>();
  return (reason: string): number | undefined => {
    const at = now();
    const before = counts.get(reason);
    if (before !== undefined && at - before.since < MINUTE) {
      before.lines += 1;
      if (before.lines <= LINES) return 0;
      before.silent += 1;
      return undefined;
    }
    counts.set(reason, { since: at, lines: 1, silent: 0 });
    return before?.silent ?? 0;
  };
};

/** One short line for each request that is refused, whichever door refused it: where, with which status, why, and nothing of the request. */
export const logRefusals = (server: Server, log: Logger, now: () => number): void => {
  const mayWrite = createSampling(now);
  const write = (route: string, status: number, reason: string) => {
    const silent = mayWrite(`${route} ${status} ${reason}`);
    if (silent !== undefined) log.info({ route, status, reason, ...(silent > 0 ? { silent } : {}) }, 'refused');
  };
  server.on('after', (_request, response, route) => {
    // Routes are ours; the path of a request that has none is somebody else's text.
    const path = typeof route?.spec?.path === 'string' ? route.spec.path : 'none';
    if (response.statusCode >= 400) write(path, response.statusCode, reasons.get(response) ?? 'other');
  });
};
