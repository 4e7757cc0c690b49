import { startDesk } from './running.ts';
import { medianOf, table } from './table.ts';

const SOMEBODY = '00000000-0000-4000-8000-00000000000a';
const CASES = 300;
const TIMES = 50;
const PASTE = `---------------------------------------
LICENSE NAME: Office 21, Office21ProPlus2021VL_KMS_Client_AE edition
LICENSE STATUS:  ---NOTIFICATIONS---
ERROR CODE: 0xC004F074
Last 5 characters of installed product key: 6F7TH
`;
const search = (words: string) => ({ commandId: 'search', parameters: [{ name: 'words', value: words }] });

/** What Teams asks and waits for. */
const ASKED: readonly { readonly what: string; readonly name: string; readonly value: object }[] = [
  { what: 'a code looked up', name: 'composeExtension/query', value: search('0xC004F074') },
  { what: 'an advice looked up', name: 'composeExtension/query', value: search('blocked key') },
  { what: `a case looked up among ${CASES}`, name: 'composeExtension/query', value: search('AD-') },
  {
    what: 'a message triaged',
    name: 'composeExtension/fetchTask',
    value: { commandId: 'triage', messagePayload: { body: { contentType: 'text', content: PASTE } } },
  },
  { what: 'a thumb below an advice', name: 'message/submitAction', value: { actionName: 'feedback', actionValue: { reaction: 'like' } } },
];

/** How long Teams waits for the answers that it needs at once, over HTTP: it should be less than a second, and after five it shows an error. */
export const measure = async (): Promise<void> => {
  const desk = await startDesk({ STAFF_IDS: SOMEBODY, LOG_LEVEL: 'silent' });
  let count = 0;
  const post = async (conversation: string, activity: object): Promise<void> => {
    count += 1;
    const response = await fetch(new URL('/api/messages', desk.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        type: 'message',
        id: `bench-${count}`,
        channelId: 'msteams',
        serviceUrl: 'http://127.0.0.1:9/',
        deliveryMode: 'expectReplies',
        conversation: { id: conversation, conversationType: 'personal' },
        from: { id: '29:bench', aadObjectId: SOMEBODY },
        recipient: { id: '28:bot' },
        locale: 'en',
        ...activity,
      }),
    });
    await response.arrayBuffer();
    if (response.status !== 200) throw new Error(`answered with ${response.status}`);
  };
  try {
    for (let at = 0; at < CASES; at += 1) for (const text of ['0xC004F074', 'a person']) await post(`a:bench-${at}`, { text });
    const rows = [['what Teams waits for', 'ms', 'slowest']];
    for (const { what, name, value } of ASKED) {
      const times: number[] = [];
      for (let at = 0; at < TIMES; at += 1) {
        const begun = performance.now();
        await post('a:bench-0', { type: 'invoke', name, value, replyToId: 'an-advice', deliveryMode: undefined });
        times.push(performance.now() - begun);
      }
      rows.push([what, medianOf(times).toFixed(1), Math.max(...times).toFixed(1)]);
    }
    table(rows);
  } finally {
    await desk.stop();
  }
};
