import { isOfficeVersion, VERSIONS } from '../knowledge/versions.ts';
import { detailsOf } from './record.ts';
import { article, once, type State } from './state.ts';

/** What the facts call for beside the tree's advice, each said once a talk: an ended support, Office 2010's differences, unofficial means. */
export const remark = (state: State, today: string): State => {
  const { version, unofficial } = detailsOf(state.record);
  let told = state;
  if (unofficial === 'activator') told = once(told, 'unofficial', (before) => article(before, 'unofficial'));
  if (version === undefined || !isOfficeVersion(version)) return told;
  const { name, supportEnds } = VERSIONS[version];
  if (supportEnds < today)
    told = once(told, 'EOS-01', (before) => article(before, 'EOS-01', { version: name, date: Date.parse(supportEnds) }));
  return version === '2010' ? once(told, 'EOS-02', (before) => article(before, 'EOS-02')) : told;
};
