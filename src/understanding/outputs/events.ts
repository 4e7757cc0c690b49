import { codesIn } from '../codes.ts';
import { finding, type Read } from './licence.ts';

const GUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
/** 12288 on the client: result, 0, host and port, client ID … */
const CLIENT = new RegExp(`(0x[0-9a-f]{1,8}), ?0x[0-9a-f]{1,8}, ?<?[\\w. -]{1,255}>?:\\d{2,5}, ?${GUID}`, 'gi');
/** 12290 on the host: result, needed count, client, client ID … */
const HOST = new RegExp(`(0x[0-9a-f]{1,8}), ?\\d{1,3}, ?<?([\\w. -]{1,255})>?, ?(${GUID}),`, 'gi');

const codeOf = (result: string | undefined) => codesIn(`0x${(result ?? '').slice(2).padStart(8, '0')}`)[0]?.code;
const isFault = (code: string | undefined): code is string => code !== undefined && code !== '0x00000000';

/** Reads the events 12288 and 12290: what client and host wrote down of their talk. */
export const events = (text: string): Read => {
  const asked = [...text.matchAll(CLIENT)];
  const answered = [...text.matchAll(HOST)];
  if (asked.length + answered.length === 0) return {};
  // The host knows why it refused; the client often knows only that it failed.
  const codes = [...answered, ...asked].map(([, result]) => codeOf(result)).filter(isFault);
  const code = codes.find((each) => each !== '0xC004F074') ?? codes[0];
  const clients = new Map<string, Set<string>>();
  for (const [, , client = '', id = ''] of answered) clients.set(id, (clients.get(id) ?? new Set()).add(client.trim().toLowerCase()));
  const cloned = [...clients.values()].some((names) => names.size > 1);
  return {
    findings: [
      finding('method', 'kms', 'event'),
      ...(cloned ? [finding('kms.cloned', 'yes', 'CMID'), finding('host.computers', 'clones', 'CMID')] : []),
      ...(code === undefined ? [] : [finding('code', code)]),
      // The client was answered: host and port are in order.
      ...(code === undefined && asked.length > 0 ? [finding('kms.port', 'open', '0x00000000')] : []),
    ],
  };
};
