import { signsOf } from '../machines/signs.ts';
import type { Matter } from './case.ts';

/** Facts whose values are tags, and the values that say nothing. */
const TAGGED = { method: [], product: [], 'key.type': ['odd'], administrator: ['yes'] } as const satisfies Record<
  string,
  readonly string[]
>;

const known = ({ facts }: Pick<Matter, 'facts'>, name: string): string | undefined => facts.find((fact) => fact.name === name)?.value;

/** A case's tags, from its facts alone: what its code means, how the Office is activated, its version, and who has to act. */
export const tagsOf = (matter: Pick<Matter, 'facts' | 'outcome'>): readonly string[] => {
  const code = known(matter, 'code');
  const { 'code.group': group } = signsOf(code === undefined ? {} : { code });
  const version = known(matter, 'version');
  const plain = Object.entries(TAGGED).flatMap(([name, dull]) => {
    const value = known(matter, name);
    return value === undefined || value === 'unknown' || (dull as readonly string[]).includes(value)
      ? []
      : [name === 'administrator' ? 'no-administrator' : value];
  });
  return [
    ...new Set([
      ...(group === 'none' || group === 'other' ? [] : [group]),
      ...plain,
      ...(version === undefined ? [] : [`office-${version}`]),
      ...(known(matter, 'kms.others') === 'several' ? ['many'] : []),
      ...(known(matter, 'unofficial') === 'activator' ? ['unofficial'] : []),
      ...(matter.outcome?.startsWith('SELLER-') ? ['refund'] : []),
    ]),
  ];
};
