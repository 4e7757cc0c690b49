import { z } from 'zod/v4';
import type { Message } from './message.ts';
import { PATIENCE, type Tell } from './webhook.ts';

interface Zammad {
  readonly url: string;
  readonly token: string;
  readonly group: string;
  readonly customer: string;
}

const ticket = z.looseObject({ id: z.number(), title: z.string() });
const articles = z.array(z.looseObject({ subject: z.string().nullish() }));
const found = z.array(ticket);

/** What Zammad calls the states of a case. */
const STATES: Readonly<{ [state: string]: string }> = { new: 'new', solved: 'closed', closed: 'closed', merged: 'closed' };

const linesOf = ({ case: told, step, transcript = [] }: Message): string =>
  [
    told.sentence,
    ...(step === undefined ? [] : [`${step.step} — ${step.by}${step.about === undefined ? '' : ` (${step.about})`}`]),
    `${told.state} · ${told.priority} · ${told.language} · ${told.channel}`,
    ...told.facts.map(({ name, value, from }) => `${name} = ${value} (${from})`),
    ...told.contradictions.map(({ name, said, read }) => `${name}: ${said} / ${read}`),
    ...told.tried.map(({ outcome, result }) => `${outcome}: ${result}`),
    ...(told.path.length === 0 ? [] : [told.path.join(' > ')]),
    ...transcript.map(({ from, text, at }) => `${at} ${from === 'person' ? '>' : '<'} ${text}`),
  ].join('\n');

/** The subject of an article: it names the delivery, so that one that was taken is known again. */
const subjectOf = ({ case: { number, version } }: Message): string => `${number} · ${version}`;

/**
 * Tells Zammad over its REST interface: a ticket for a case, an internal note for each step. What was lost on the way back is looked
 * for first, by the case's number in the title and by the subject of the note.
 */
export const tellZammad = ({ url, token, group, customer }: Zammad): Tell => {
  const call = async (method: 'GET' | 'POST' | 'PUT', path: string, body?: object): Promise<unknown> => {
    const response = await fetch(new URL(`api/v1/${path}`, url.replace(/\/*$/, '/')), {
      method,
      headers: { authorization: `Token token=${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (!response.ok) {
      await response.body?.cancel();
      throw new Error(`Zammad answered ${response.status}`);
    }
    return response.json();
  };

  const ticketOf = async (number: string): Promise<number | undefined> => {
    const query = new URLSearchParams({ query: `title:"${number}"`, limit: '10', expand: 'true' });
    return found.parse(await call('GET', `tickets/search?${query}`)).find(({ title }) => title.includes(number))?.id;
  };

  const open = (message: Message) =>
    call('POST', 'tickets', {
      title: `[${message.case.number}] ${message.case.sentence}`.slice(0, 250),
      group,
      customer,
      tags: message.case.tags.join(','),
      article: { subject: subjectOf(message), body: linesOf(message), type: 'note', internal: true, content_type: 'text/plain' },
    });

  const addTo = async (id: number, message: Message) => {
    const there = articles.parse(await call('GET', `ticket_articles/by_ticket/${id}`));
    if (!there.some(({ subject }) => subject === subjectOf(message)))
      await call('POST', 'ticket_articles', {
        ticket_id: id,
        ...{ subject: subjectOf(message), body: linesOf(message), type: 'note', internal: true, content_type: 'text/plain' },
      });
    await call('PUT', `tickets/${id}`, { state: STATES[message.case.state] ?? 'open' });
  };

  return async ({ body }) => {
    // Made by messageOf and kept as it was.
    const message = JSON.parse(body) as Message;
    const id = await ticketOf(message.case.number);
    if (id === undefined) await open(message);
    else if (message.event === 'case.changed') await addTo(id, message);
  };
};
