import type { Other } from '../conversation/other-turn.ts';
import { factsOf, type Record } from '../conversation/record.ts';
import type { World } from '../conversation/state.ts';
import { type Input, turn } from '../conversation/turn.ts';
import { redact } from '../redaction/redact.ts';
import { type Ids, type Rendered, render } from '../rendering/render.ts';
import type { Says } from './chat.ts';

/** A talk with the pure turn, from its beginning or going on: no server, no store, the time standing still. Secrets are removed as at a door. */
export const replay = (locale: string, world: World, begun?: Record) => {
  let record = begun;
  const put = (input: Input | Other) => {
    const turned = turn(record, input, world);
    record = turned.record;
    return turned;
  };
  const inputOf = (says: Says): Input => {
    if (typeof says !== 'string') return { kind: 'message', text: '', secrets: [], locale, pressed: says };
    const { text, found } = redact(says);
    return { kind: 'message', text, secrets: found, locale };
  };
  const hear = (says: Says): readonly Rendered[] =>
    put(inputOf(says)).replies.map((reply) => render(reply, record?.language ?? 'en', 'webchat'));
  return {
    hear,
    say: (says: Says): readonly Ids[] => hear(says).map(({ channelData }) => channelData.activationDesk),
    turn: (says: Says) => put(inputOf(says)),
    /** What happens in the talk without its person. */
    happens: (input: Other) => put(input),
    record: () => record,
    /** What the tree knows; undefined before the first word. */
    facts: () => record && factsOf(record),
  };
};
export type Replay = ReturnType<typeof replay>;
