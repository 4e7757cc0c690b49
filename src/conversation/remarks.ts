import { isOfficeVersion, VERSIONS } from '../knowledge/versions.ts';
import { deadlineOf, tellDeadline } from './deadline.ts';
import { detailsOf } from './record.ts';
import type { Standing } from './standing.ts';
import { article, once, type State } from './state.ts';

/** What the facts call for beside the tree's advice, each said once a talk: an ended support, Office 2010's differences, unofficial means, and beside an advice a deadline. */
export const remark = (state: State, { rest }: Standing, today: string): State => {
  const { version, unofficial } = detailsOf(state.record);
  const deadline = 'ask' in rest ? undefined : deadlineOf(state.record);
  let told = deadline === undefined ? state : once(state, `deadline.${deadline.until}`, (before) => tellDeadline(before, deadline, today));
  if (unofficial === 'activator') told = once(told, 'unofficial', (before) => article(before, 'unofficial'));
  if (version === undefined || !isOfficeVersion(version)) return told;
  const { name, supportEnds } = VERSIONS[version];
  if (supportEnds < today)
    told = once(told, 'EOS-01', (before) => article(before, 'EOS-01', { version: name, date: Date.parse(supportEnds) }));
  return version === '2010' ? once(told, 'EOS-02', (before) => article(before, 'EOS-02')) : told;
};
