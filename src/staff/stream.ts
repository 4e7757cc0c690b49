import type { ServerResponse } from 'node:http';

/** How often an open stream says that it is there, and looks whether its reader may still read, in milliseconds. */
const BEAT = 20_000;
/** Changes that come faster than this are told as one, in milliseconds. */
const GATHER = 250;
const IN_ALL = 500;

interface Following {
  readonly headers: Readonly<Record<string, string>>;
  /** Gives the way to stop listening. */
  readonly listen: (heard: () => void) => () => void;
  readonly mayRead: () => Promise<boolean>;
}

/** The streams of server-sent events of open pages. They are a bell only: what has changed is read from the pages themselves. */
export const createStreams = () => {
  const ends = new Set<() => void>();
  return {
    /** False where there are too many already; the page then asks by itself. */
    open: (response: ServerResponse, { headers, listen, mayRead }: Following): boolean => {
      if (ends.size >= IN_ALL) return false;
      // A proxy must not hold back what is told now.
      response.writeHead(200, { ...headers, 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' });
      response.write(': here\n\n');
      let gathered: NodeJS.Timeout | undefined;
      const stop = listen(() => {
        gathered ??= setTimeout(() => {
          gathered = undefined;
          response.write('data: changed\n\n');
        }, GATHER);
      });
      const beat = setInterval(() => {
        void mayRead().then(
          (may) => (may ? response.write(': here\n\n') : end()),
          () => end(),
        );
      }, BEAT);
      const end = () => {
        stop();
        clearTimeout(gathered);
        clearInterval(beat);
        ends.delete(end);
        response.end();
      };
      ends.add(end);
      response.once('close', end);
      return true;
    },
    close: () => {
      for (const end of [...ends]) end();
    },
  };
};
export type Streams = ReturnType<typeof createStreams>;
