import { finding, type Read } from './licence.ts';

const HOSTNAME = /svr hostname ?= ?([\w.-]{1,255}?)(?=\.? |\.?$)/i;
// dig repeats the question in the same form, without figures behind it.
const RECORD = /SRV service location|_vlmcs\._tcp[\w.-]{0,255} (?:\d+ )?(?:IN )?(?:has )?SRV (?:\d|record)/i;
const TARGET = /(?:Answer|SRV(?: record)?(?: \d+){2,4}) ([\w.-]{2,255}?)\.?(?= |$)/i;
// The zone answers with its own beginning where there is no such record in it.
const NONE = /non-existent domain|DNS name does not exist|NXDOMAIN|primary name server ?=|no records? found|ANSWER: 0/i;
const SILENT = /timed[ -]out|no response from server|server failed|query refused/i;
/** Without the type of the record nslookup looks for an address, and says that there is none. */
const WITHOUT_TYPE = /nslookup (?!.{0,40}srv)\S{0,20}_vlmcs/i;

/** Reads what nslookup, Resolve-DnsName, dig or host say of the record by which clients find the KMS host. */
export const nslookup = (text: string): Read => {
  if (!/_vlmcs/i.test(text)) return {};
  const method = finding('method', 'kms', '_vlmcs');
  const host = HOSTNAME.exec(text)?.[1];
  const record = RECORD.exec(text)?.[0] ?? host;
  if (record !== undefined) {
    const named = host ?? TARGET.exec(text)?.[1];
    return { findings: [method, finding('kms.record', 'listed', record), ...(named === undefined ? [] : [finding('dnsHost', named)])] };
  }
  const none = NONE.exec(text);
  if (none !== null && !WITHOUT_TYPE.test(text))
    return { findings: [method, finding('kms.record', 'missing', none[0]), finding('output', 'no-record', none[0])] };
  if (none !== null || SILENT.test(text)) return { findings: [method, finding('symptom', 'activate', '_vlmcs')] };
  return {};
};
