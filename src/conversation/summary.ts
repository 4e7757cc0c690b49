import type { Saying } from '../language/saying.ts';
import { isTrial, triedOutcome } from '../machines/facts.ts';
import { textOf, titleOf } from './ask.ts';
import { deadlineOf, momentFor } from './deadline.ts';
import { answersOf, detailsOf, known, type Record } from './record.ts';
import { saying } from './reply.ts';
import type { Standing } from './standing.ts';

const tried = (record: Record): readonly Saying[] =>
  [...known(record).values()].flatMap(({ name, value }) =>
    isTrial(name)
      ? [saying('talk.summary.tried', { title: saying(`outcomes.${triedOutcome(name)}.title`), result: titleOf(name, value) })]
      : [],
  );

/** What was read in its own form, each in a line: the code, the Office, the tail of the key, until when it runs. */
export const detailLines = (record: Record): readonly Saying[] => {
  const { code, office, bits, last5 } = detailsOf(record);
  const deadline = deadlineOf(record);
  return [
    ...(code === undefined ? [] : [saying('talk.summary.code', { code })]),
    ...(office === undefined ? [] : [saying('talk.summary.office', { office })]),
    ...(bits === undefined ? [] : [saying('talk.summary.bits', { bits })]),
    ...(last5 === undefined ? [] : [saying('talk.summary.last5', { last5 })]),
    ...(deadline === undefined
      ? []
      : [saying('talk.summary.deadline', { until: momentFor(record, deadline.until), zone: record.zone ?? 'UTC' })]),
  ];
};

/** A summary that a person can copy for whoever takes over, line by line. */
export const summaryOf = (record: Record, { rest }: Standing): readonly Saying[] => {
  const advice = 'outcome' in rest ? rest.outcome : undefined;
  return [
    saying('talk.summary.request'),
    ...(record.caseNumber === undefined ? [] : [saying('talk.summary.case', { number: record.caseNumber })]),
    ...detailLines(record),
    ...answersOf(record)
      .filter(({ value }) => value !== 'unknown')
      .map(({ name, value }) => saying('talk.summary.fact', { label: textOf(name, 'label'), value: titleOf(name, value) })),
    ...tried(record),
    // The advice to send the request need not stand in the request.
    ...(advice === undefined || advice === 'KMS-02'
      ? []
      : [saying('talk.summary.advice', { title: saying(`outcomes.${advice}.title`), id: advice })]),
    ...('ask' in rest ? [saying('talk.summary.question', { label: textOf(rest.ask, 'label') })] : []),
  ];
};
