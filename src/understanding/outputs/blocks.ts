import { codesIn } from '../codes.ts';
import type { Channel, Licence, Status } from './licence.ts';

/** What a block is about: a state, an attempt to activate, a key that was removed, or an installation ID. */
type Kind = 'state' | 'attempt' | 'removed' | 'identified';
/** A piece of an output about one licence: its name, what stands right before the name, and all up to the next name. */
export interface Block {
  readonly kind: Kind;
  readonly name: string;
  readonly lead: string;
  readonly body: string;
}

// "Office 21, Office21ProPlus2021VL_KMS_Client_AE edition" stands in the output of every tool, on Windows of every language.
const NAME = /Office (?:14|15|16|19|21|24), ?Office[\w-]{2,80}(?: edition)?|Windows(?: Server)?(?:\(R\)|\u00ae)?, ?[\w-]{2,60} edition/gi;
const LEAD = 48;

const kindIn = (lead: string, body: string): Kind => {
  if (/Uninstalling product key for ?: ?$/i.test(lead)) return 'removed';
  if (/Installation ID for ?: ?$/i.test(lead)) return 'identified';
  return /^ ?\([0-9a-f*-]{9,36}\)/i.test(body) ? 'attempt' : 'state';
};

/** The licences that an unfolded output names, each with its piece of text. */
export const blocksIn = (text: string): readonly Block[] => {
  const names = [...text.matchAll(NAME)];
  return names.map(({ 0: name, index }, at) => {
    const lead = text.slice(Math.max(0, index - LEAD), index);
    const body = text.slice(index + name.length, names[at + 1]?.index);
    return { kind: kindIn(lead, body), name: name.replace(/ edition$/i, ''), lead, body };
  });
};

const CHANNEL = /\b(VOLUME_KMSCLIENT|VOLUME_MAK|VOLUME_KMS|TIMEBASED_SUB|RETAIL\((?:Grace|Free)\)|RETAIL)/i;
/** What a name says of the channel, where the description is missing. */
const NAMED: readonly (readonly [RegExp, Channel])[] = [
  [/KMS_?Host/i, 'VOLUME_KMS'],
  [/KMS_Client/i, 'VOLUME_KMSCLIENT'],
  [/[L-]_?MAK/i, 'VOLUME_MAK'],
  [/_Sub/i, 'TIMEBASED_SUB'],
  [/R_Grace/i, 'RETAIL(GRACE)'],
  [/R_(?:Retail|OEM|Trial)/i, 'RETAIL'],
];
// Chinese scripts write VOLUME-KMSCLIENT at times.
export const channelOf = (name: string, body: string): Channel | undefined =>
  (CHANNEL.exec(body.replaceAll('VOLUME-', 'VOLUME_'))?.[1]?.toUpperCase() as Channel | undefined) ??
  NAMED.find(([part]) => part.test(name))?.[1];

const SYMBOLS = '[BCDFGHJKMNPQRTVWXY2346789]';
const LABELLED_TAIL = new RegExp(`(?:installed product key|partial product key) ?: ?(${SYMBOLS}{5})(?![A-Z0-9])`, 'i');
/** In any language: a colon, then five symbols of the key alphabet and nothing of a word after them. */
const ANY_TAIL = new RegExp(`: ?(${SYMBOLS}{5})(?=[A-Z\u00c0-\u00de]?[^A-Z0-9\u00c0-\u00de-]|$)`);
export const tailIn = (body: string): string | undefined => {
  const tail = (LABELLED_TAIL.exec(body) ?? ANY_TAIL.exec(body))?.[1]?.toUpperCase();
  // Somebody's mask, and no key.
  return tail === 'XXXXX' ? undefined : tail;
};

const HOST = /: ?<?([\w.-]{1,255})>?:(\d{2,5})/g;
const LABELLED_HOST = /(registry override defined|Registered KMS machine name|name from DNS) ?: ?<?(?!KMS )([\w.-]{2,255})/i;

/** The KMS host of a block: where the label names DNS it was found there, else it was stored by name. The label says KMS in every language. */
export const hostsIn = (body: string): Pick<Licence, 'host' | 'dnsHost'> => {
  const found = [...body.matchAll(HOST)].flatMap(({ 1: name = '', index }) => {
    const label = body.slice(Math.max(0, index - 48), index);
    return /KMS/.test(label) && /[a-z.]/i.test(name) ? [{ name, dns: /DNS/.test(label) }] : [];
  });
  const [, label = '', named] = LABELLED_HOST.exec(body) ?? [];
  const all = found.length > 0 || named === undefined ? found : [{ name: named, dns: /DNS/i.test(label) }];
  return { host: all.find(({ dns }) => !dns)?.name, dnsHost: all.find(({ dns }) => dns)?.name };
};

/** The code of a block, also where the next label was glued to it. */
export const codeIn = (body: string): string | undefined =>
  codesIn(/0x[0-9A-F]{8}(?=ERROR|NOTICE|[^0-9A-Za-z]|$)/i.exec(body)?.[0] ?? '')[0]?.code;

const DAY = 24 * 60;
/** No grace period and no activation of Microsoft's is longer than 180 days. */
const LONGEST = 180 * DAY;
/** Minutes left, as far as that can be: none are no deadline. */
export const left = (minutes: number): number | undefined => (minutes > 0 && minutes <= LONGEST ? minutes : undefined);

// "4 days  (7195 minute(s) before expiring)" of ospp.vbs, "258092 minute(s) (180 day(s))" of slmgr.vbs, in the words of any language.
const PAIR = /: ?(\d{1,7}) ?[^\d:]{1,24} ?\((\d{1,7}) ?[^\d:]/g;
/** The minutes left of a block: days and minutes stand beside each other and say the same, so that half a figure is none. */
export const minutesIn = (body: string): number | undefined =>
  [...body.matchAll(PAIR)].flatMap(([, first, second]) => {
    const [days = 0, minutes = 0] = [Number(first), Number(second)].sort((a, b) => a - b);
    return Math.abs(minutes / DAY - days) <= 1 ? (left(minutes) ?? []) : [];
  })[0];

/** A licence as its block shows it, with the state that the tool's own words say. */
export const licenceIn = ({ name, body }: Block, status: Status | undefined): Licence => ({
  name,
  channel: channelOf(name, body),
  status,
  code: codeIn(body),
  last5: tailIn(body),
  minutes: minutesIn(body),
  ...hostsIn(body),
});
