import { ownerOf, stepped } from './handover.ts';
import type { Record } from './record.ts';
import { type Effect, type Reply, saying } from './reply.ts';
import type { Turned, World } from './state.ts';

const UTC = 'UTC';

/** A request for an administrator gets the link that leads to this case; asking for help by it makes the case. */
export const withLink = (turned: Turned, world: World): Turned => {
  const at = turned.replies.findIndex(
    ({ request, forAdministrator, summary }) => summary !== undefined && (forAdministrator || request !== undefined),
  );
  const reply = turned.replies[at];
  if (reply?.summary === undefined || turned.record.helps !== undefined) return turned;
  const { link } = world;
  if (link === undefined) return turned;
  const number = turned.record.caseNumber ?? world.caseNumber;
  const line = saying('handover.administrator.link', { link: link.url, until: { at: link.until, zone: UTC, exact: true } });
  const linked: Reply = { ...reply, summary: [...reply.summary, line] };
  const replies = turned.replies.with(at, linked);
  const effects: readonly Effect[] = [{ kind: 'link' }, { kind: 'case', step: 'askAdministrator' }];
  return { record: { ...turned.record, caseNumber: number, last: replies }, replies, effects: [...turned.effects, ...effects] };
};

const isSolved = (record: Record | undefined): boolean => record?.asked?.kind === 'solved';

/** Solved with the bot's help while a person was still waited for: nobody need come, and both are told. */
const notNeeded = (turned: Turned): Turned => {
  const record = stepped(turned.record, 'withdraw', 'back');
  const [first, ...more] = turned.replies;
  if (record === undefined || first === undefined) return turned;
  const replies = [{ ...first, says: [...first.says, saying('handover.notNeeded')] }, ...more];
  return { ...turned, record: { ...record, last: replies }, replies };
};

/** What a person's message means for the case of the talk, where there is one: the person spoke, or it is solved without anybody. */
export const withCase = (before: Record | undefined, turned: Turned): Turned => {
  if (before?.caseNumber === undefined || turned.effects.some(({ kind }) => kind === 'case' || kind === 'forget')) return turned;
  const solved = isSolved(turned.record) && !isSolved(before);
  const again = isSolved(before) && !isSolved(turned.record) && turned.record.learned.length > 0;
  const settled = solved && ownerOf(turned.record) !== 'bot' ? notNeeded(turned) : turned;
  return { ...settled, effects: [...settled.effects, { kind: 'case', step: solved ? 'solve' : again ? 'personAsks' : 'personSpeaks' }] };
};
