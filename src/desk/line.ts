import type { Case } from './case.ts';
import type { Line } from './desk.ts';
import { sentenceOf } from './sentence.ts';

const given = <K extends string>(key: K, value: string | undefined): { readonly [key in K]?: string } =>
  // A computed key widens to any string.
  (value === undefined ? {} : { [key]: value }) as { readonly [key in K]?: string };

/** A case as a line of the queue. */
export const lineOf = ({ matter, owner, ...each }: Case): Line => {
  const { number, version, state, handover, openedAt, updatedAt, channel, priority, tags, ownTags } = each;
  const detail = (...names: readonly string[]) => matter.facts.find(({ name }) => names.includes(name))?.value;
  return {
    ...{ number, version, state, handover, openedAt, updatedAt, channel, priority, tags, ownTags },
    ...(owner === undefined ? {} : { owner }),
    language: matter.language,
    sentence: sentenceOf(matter),
    ...given('outcome', matter.outcome),
    ...given('ask', matter.ask),
    ...given('deadline', matter.deadline),
    ...given('code', detail('code')),
    ...given('host', detail('host', 'dnsHost')),
    ...given('product', detail('version')),
  };
};
