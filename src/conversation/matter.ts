import type { Matter } from '../desk/case.ts';
import { isQuestion, isTrial, triedOutcome } from '../machines/facts.ts';
import { deadlineOf } from './deadline.ts';
import { known, type Learned, type Record, type Source } from './record.ts';
import { standingOf } from './standing.ts';

const PERSONS: readonly Source[] = ['button', 'said'];
const EVIDENCE: readonly Source[] = ['pasted', 'picture'];

/** Where a person says one thing and an output shows another; which of them counts is another matter. */
const contradictionsIn = ({ learned }: Record): Matter['contradictions'] => {
  const latest = (name: string, from: readonly Source[]): Learned | undefined =>
    learned.findLast((entry) => entry.name === name && from.includes(entry.from) && entry.value !== 'unknown');
  return [...new Set(learned.map(({ name }) => name))].filter(isQuestion).flatMap((name) => {
    const [said, read] = [latest(name, PERSONS), latest(name, EVIDENCE)];
    return said === undefined || read === undefined || said.value === read.value ? [] : [{ name, said: said.value, read: read.value }];
  });
};

/** What a talk is about, for a case: everything that is known, from what, and where that leads. */
export const matterOf = (record: Record): Matter => {
  const { rest, path, facts } = standingOf(record);
  const all = [...known(record).values()];
  const deadline = deadlineOf(record);
  return {
    language: record.language,
    ...('outcome' in rest ? { outcome: rest.outcome } : {}),
    ...('ask' in rest ? { ask: rest.ask } : {}),
    facts: all.map(({ name, value, from, at, piece }) => ({ name, value, from, at, ...(piece === undefined ? {} : { piece }) })),
    contradictions: contradictionsIn(record),
    path: path.map(({ place, fact }) => ({ place, fact, ...(facts[fact] === undefined ? {} : { value: facts[fact] }) })),
    tried: all.flatMap(({ name, value, at }) => (isTrial(name) ? [{ outcome: triedOutcome(name), result: value, at }] : [])),
    ...(deadline === undefined ? {} : { deadline: new Date(deadline.until).toISOString() }),
  };
};
