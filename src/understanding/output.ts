import { codesIn } from './codes.ts';
import type { Finding } from './finding.ts';
import { officeIn } from './office.ts';

/** One licence as ospp.vbs or slmgr.vbs prints it. */
interface Licence {
  readonly name: string;
  readonly channel: string;
  readonly licensed: boolean;
  readonly code?: string;
  readonly last5?: string;
  readonly host?: string;
  readonly restricted: boolean;
  readonly directory: boolean;
}

/** What a pasted output says: of one licence, or of several of which the person has to choose. */
export interface Output {
  readonly findings: readonly Finding[];
  readonly choose?: readonly { readonly value: string; readonly findings: readonly Finding[] }[];
}

const LICENCE_NAME = /LICENSE NAME:|(?<!Product )Name: (?=Office)/gi;
const field = (block: string, label: RegExp): string | undefined => label.exec(block)?.[1]?.trim();

const licenceIn = (block: string): Licence => {
  const status = field(block, /LICENSE STATUS:\s*-*([A-Z_ ]+?)-/i) ?? field(block, /License Status:\s*([A-Za-z -]+)/) ?? '';
  const name = field(block, /^(?:LICENSE )?NAME:\s*(.+?)(?: edition|\n|LICENSE DESCRIPTION)/i) ?? '';
  const code = codesIn(field(block, /ERROR CODE:\s*(\S+)/i) ?? '')[0]?.code;
  const last5 = field(block, /(?:installed product key|Partial Product Key):\s*([0-9A-Z]{5})\b/i);
  const host = field(block, /registry override defined:\s*<?([^\s:>]+)/i);
  return {
    name,
    channel: (field(block, /\b(VOLUME_KMSCLIENT|VOLUME_MAK|VOLUME_KMS|TIMEBASED_SUB|RETAIL\(\w+\)|RETAIL)\b/i) ?? '').toUpperCase(),
    licensed: /^licensed$/i.test(status) || /Product activation successful/i.test(block),
    ...(code === undefined ? {} : { code }),
    ...(last5 === undefined ? {} : { last5 }),
    ...(host === undefined ? {} : { host }),
    restricted: /Activation Type Configuration:\s*(?:AD|KMS|Token)\b/i.test(block),
    directory: /client information:\s*AD\b/i.test(block),
  };
};

const detail = (name: Finding['name'], value: string, piece = value): Finding => ({ name, value, piece });

const METHODS: Readonly<Record<string, string>> = { VOLUME_KMSCLIENT: 'kms', VOLUME_MAK: 'mak' };
const PRODUCTS: Readonly<Record<string, string>> = { TIMEBASED_SUB: 'subscription', RETAIL: 'retail', 'RETAIL(GRACE)': 'retail' };

/** What an output shows outranks the code in it: most codes in an output are symptoms (a stored host, a host key on a client). */
const shown = (licence: Licence): string | undefined => {
  if (licence.host !== undefined) return 'stored-host';
  if (licence.channel === 'VOLUME_KMS') return 'host-key';
  if (licence.restricted && !licence.licensed) return 'restricted';
  return licence.licensed ? 'licensed' : undefined;
};

const findingsOf = (licence: Licence, show: string | undefined): readonly Finding[] => {
  const method = licence.directory ? 'ad' : METHODS[licence.channel];
  const product = PRODUCTS[licence.channel] ?? (method === undefined ? undefined : 'volume');
  return [
    ...officeIn(licence.name),
    ...(product === undefined ? [] : [detail('product', product, licence.channel)]),
    ...(method === undefined ? [] : [detail('method', method, licence.channel)]),
    ...(licence.last5 === undefined ? [] : [detail('last5', licence.last5)]),
    ...(licence.host === undefined ? [] : [detail('host', licence.host)]),
    ...(show === undefined ? [] : [detail('output', show, licence.name)]),
    ...(licence.code === undefined || licence.licensed ? [] : [detail('code', licence.code)]),
  ];
};

const isVolume = ({ channel }: Licence) => channel.startsWith('VOLUME');
const isFree = ({ name, channel }: Licence) => channel === 'RETAIL(FREE)' || /_Bypass/.test(name);
const isLeftOver = ({ name, channel }: Licence) => channel === 'RETAIL(GRACE)' || /R_Grace/.test(name);

/** Reads a pasted output of the activation scripts; undefined where the text is none. Left-over trials and free parts are not the fault. */
export const outputIn = (text: string): Output | undefined => {
  const starts = [...text.matchAll(LICENCE_NAME)].map(({ index }) => index);
  if (starts.length === 0) return undefined;
  const licences = starts.map((start, at) => licenceIn(text.slice(start, starts[at + 1])));
  const real = licences.filter((licence) => !isFree(licence) && !isLeftOver(licence));
  const leftOver = licences.find(isLeftOver);
  const free = licences.find(isFree);
  const [only, ...more] = real;
  if (only === undefined) {
    const rest = leftOver ?? free;
    if (rest === undefined) return undefined;
    return { findings: findingsOf(rest, rest === free ? 'free' : undefined) };
  }
  const volume = real.filter(isVolume);
  if (more.length === 0)
    return { findings: findingsOf(only, only.licensed && leftOver !== undefined && only.host === undefined ? 'left-over' : shown(only)) };
  const failing = volume.filter(({ licensed }) => !licensed);
  if (volume.length === real.length && failing.length === 1 && failing[0] !== undefined)
    return { findings: findingsOf(failing[0], shown(failing[0])) };
  if (volume.length === real.length && failing.length > 1)
    return { findings: [], choose: failing.map((licence) => ({ value: licence.name, findings: findingsOf(licence, shown(licence)) })) };
  return { findings: [...findingsOf(volume[0] ?? only, 'several')].filter(({ name }) => name !== 'code') };
};
