import { z } from 'zod/v4';
import type { Action } from '../desk/action.ts';
import type { Acted, Desk } from '../desk/desk.ts';
import type { Staff } from '../desk/staff.ts';
import { isSigned, isSignedByZammad } from './signature.ts';

/** A call from another system, as it came. */
export interface Call {
  readonly body: string;
  readonly value: unknown;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}
export type Answered = 200 | 400 | 401 | 404 | 409;

interface Hooks {
  readonly desk: Pick<Desk, 'open' | 'act'>;
  readonly secret: string;
  readonly now: () => Date;
}

const news = z.object({
  case: z.string().max(20),
  state: z.enum(['open', 'solved', 'closed']),
  by: z.string().max(80).optional(),
});
const zammad = z.looseObject({
  ticket: z.looseObject({ title: z.string(), state: z.union([z.string(), z.looseObject({ name: z.string() })]) }),
});

const NUMBER = /AD-[0-9A-Z]{4}-[0-9A-Z]{4}/;
const ACTIONS: Readonly<Record<string, Action>> = {
  solved: { does: 'solve' },
  closed: { does: 'close', because: 'solved' },
  open: { does: 'reopen' },
};
const ANSWERS: Readonly<Record<Acted['kind'], Answered>> = { done: 200, stale: 409, refused: 200, unknown: 404 };

/** What another system may do with a case: end it and open it again. The same news again finds it so already, and changes nothing. */
export const createHooks = ({ desk, secret, now }: Hooks) => {
  const take = async (number: string, action: Action | undefined, staff: Staff): Promise<Answered> => {
    if (action === undefined) return 200;
    const opened = await desk.open(number);
    if (opened === undefined) return 404;
    return ANSWERS[(await desk.act(number, opened.case.version, staff, action)).kind];
  };
  const header = ({ headers }: Call, name: string) => String(headers[name] ?? '');

  return {
    /** News in our own shape, signed as we sign ours. */
    own: async (call: Call): Promise<Answered> => {
      if (!isSigned(secret, call.body, header(call, 'desk-timestamp'), header(call, 'desk-signature'), now())) return 401;
      const { data } = news.safeParse(call.value);
      if (data === undefined) return 400;
      return take(data.case, ACTIONS[data.state], { id: 'hook', name: data.by ?? 'webhook', role: 'lead' });
    },
    /** A webhook of a Zammad trigger: the case is named in the ticket's title. */
    zammad: async (call: Call): Promise<Answered> => {
      if (!isSignedByZammad(secret, call.body, header(call, 'x-hub-signature'))) return 401;
      const { data } = zammad.safeParse(call.value);
      const number = data && NUMBER.exec(data.ticket.title)?.[0];
      if (data === undefined || number === undefined) return 400;
      const { state } = data.ticket;
      const name = typeof state === 'string' ? state : state.name;
      return take(number, name === 'closed' ? ACTIONS.closed : ACTIONS.open, { id: 'zammad', name: 'zammad', role: 'lead' });
    },
  };
};
