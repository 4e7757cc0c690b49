import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Made } from '../exchange/coming.ts';
import { OUTCOMES } from '../knowledge/outcomes.ts';
import type { Late } from './late.ts';

/** Every value that a label may have: nothing that somebody typed becomes one. */
export const CHANNELS = ['webchat', 'msteams', 'directline', 'emulator', 'terminal', 'other'] as const;
export const RESULTS = ['answered', 'silent', 'failed'] as const;
export type Result = (typeof RESULTS)[number];
/** Why a request was refused, by the status that it was answered with. */
export const REASONS: Readonly<Record<number, string>> = {
  400: 'malformed',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'unknown',
  405: 'method',
  408: 'slow',
  413: 'large',
  415: 'unsupported',
  429: 'often',
  500: 'failed',
  503: 'unavailable',
};

/** What stands in the store at this moment. */
export interface Figures {
  readonly unsent: number;
  /** When the oldest reply that is not sent yet was said, ISO 8601. */
  readonly oldestUnsent?: string | undefined;
  readonly openCases: number;
}

/** One turn as it is counted. */
interface TurnOf {
  readonly channelId: string;
  readonly result: Result;
  readonly seconds: number;
  readonly outcomes: readonly string[];
  readonly understood: boolean;
}

const channelOf = (id: string) => CHANNELS.find((channel) => channel === id) ?? 'other';

interface Measured {
  readonly figures: () => Promise<Figures>;
  readonly late: Late;
  /** How often a walk through the tree was found among those that are kept, and how often not. */
  readonly standings: () => { readonly found: number; readonly missed: number };
  /** In milliseconds. */
  readonly now: () => number;
}

/** What a monitor reads of the desk, in Prometheus' text form. */
export const createMetrics = ({ figures, late, standings, now }: Measured) => {
  const registry = new Registry();
  const registers = [registry];
  const turns = new Counter({ name: 'desk_turns_total', help: 'Activities handled', labelNames: ['channel', 'result'], registers });
  const time = new Histogram({
    name: 'desk_turn_seconds',
    help: 'From an activity that was let in to its replies stored',
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5],
    registers,
  });
  const outcomes = new Counter({ name: 'desk_outcomes_total', help: 'Advices given', labelNames: ['outcome'], registers });
  const thumbs = new Counter({
    name: 'desk_thumbs_total',
    help: 'What people think of an advice',
    labelNames: ['outcome', 'thumb'],
    registers,
  });
  const lost = new Counter({ name: 'desk_not_understood_total', help: 'Messages that were not understood', registers });
  const refused = new Counter({ name: 'desk_refused_total', help: 'Requests refused', labelNames: ['reason'], registers });
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers });
  const unsent = gauge('desk_outbox_replies', 'Replies stored and not sent yet');
  const age = gauge('desk_outbox_oldest_seconds', 'Age of the oldest reply that is not sent yet');
  const open = gauge('desk_open_cases', 'Cases that nobody has closed');
  const memory = gauge('process_resident_memory_bytes', 'Memory of the process');
  const help = 'Secrets found and removed after the door: anything but 0 is a fault';
  const lateHits = new Counter({ name: 'redaction_late_total', help, labelNames: ['place'], registers });

  const walks = new Counter({
    name: 'desk_standings_total',
    help: 'Walks through the tree, by whether one was kept',
    labelNames: ['kept'],
    registers,
  });

  const read = async (): Promise<void> => {
    const standing = await figures();
    unsent.set(standing.unsent);
    age.set(standing.oldestUnsent === undefined ? 0 : Math.max(0, (now() - Date.parse(standing.oldestUnsent)) / 1000));
    open.set(standing.openCases);
    memory.set(process.memoryUsage.rss());
    walks.reset();
    walks.inc({ kept: 'yes' }, standings().found);
    walks.inc({ kept: 'no' }, standings().missed);
    lateHits.reset();
    for (const [place, count] of Object.entries(late.counts())) lateHits.inc({ place }, count);
  };

  return {
    turn: ({ channelId, result, seconds, outcomes: given, understood }: TurnOf): void => {
      turns.inc({ channel: channelOf(channelId), result });
      time.observe(seconds);
      for (const outcome of given) if (Object.hasOwn(OUTCOMES, outcome)) outcomes.inc({ outcome });
      if (!understood) lost.inc();
    },
    rated: ({ outcome, up }: NonNullable<Made['rated']>): void => {
      if (Object.hasOwn(OUTCOMES, outcome)) thumbs.inc({ outcome, thumb: up ? 'up' : 'down' });
    },
    answered: (status: number): void => {
      const reason = REASONS[status];
      if (reason !== undefined) refused.inc({ reason });
    },
    /** The page for a monitor. Rejects where the store cannot be read. */
    page: async (): Promise<{ readonly type: string; readonly text: string }> => {
      await read();
      return { type: registry.contentType, text: await registry.metrics() };
    },
  };
};
export type Metrics = ReturnType<typeof createMetrics>;
