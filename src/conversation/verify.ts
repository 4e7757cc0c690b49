import type { Saying } from '../language/saying.ts';
import { isTrial } from '../machines/facts.ts';
import type { Details } from '../machines/signs.ts';
import type { Finding } from '../understanding/finding.ts';
import { titleOf } from './ask.ts';
import { detailsOf, known, learn, type Record } from './record.ts';
import { saying } from './reply.ts';
import { type State, tell, type World } from './state.ts';

/** Outputs that show an Office that is licensed. */
const LICENSED: ReadonlySet<string> = new Set(['licensed', 'licensed-host', 'left-over']);

/** What an output showed, in a word: that Office is licensed, else its code, else what the output is about. */
const shownBy = ({ output = 'none', code }: Details): Saying | string | undefined => {
  if (LICENSED.has(output)) return titleOf('output', 'licensed');
  if (code !== undefined) return code;
  return output === 'none' ? undefined : titleOf('output', output);
};

const detailsIn = (findings: readonly Finding[]): Details =>
  Object.fromEntries(findings.filter(({ name }) => name === 'output' || name === 'code').map(({ name, value }) => [name, value]));

/** An output after an earlier one, or after a code: says what was shown before and what is now; a licensed Office after an advice is the proof that it helped. */
export const verify = (before: Record, state: State, findings: readonly Finding[], { now }: World): State => {
  const [was, is] = [shownBy(detailsOf(before)), shownBy(detailsIn(findings))];
  const told = was === undefined || is === undefined ? state : tell(state, saying('talk.compared', { was, is }));
  const { asked } = before;
  const helped =
    asked?.kind === 'fact' && isTrial(asked.fact) && findings.some(({ name, value }) => name === 'output' && LICENSED.has(value));
  if (!helped) return told;
  const proved = learn(told.record, [{ name: asked.fact, value: 'yes' }], 'pasted', now);
  // The output leads to "Office is activated", which then needs no asking.
  return { ...told, record: learn(proved, [{ name: 'tried.OK-01', value: 'yes' }], 'inferred', now) };
};

/** Does "solved" rest on an output, or on the person's word alone? */
export const isProved = (record: Record): boolean =>
  [...known(record).values()].some(({ name, value, from }) => isTrial(name) && value === 'yes' && from === 'pasted');
