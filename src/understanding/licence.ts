import { codesIn } from './codes.ts';

/** One licence as ospp.vbs or slmgr.vbs prints it. */
export interface Licence {
  readonly name: string;
  readonly channel: string;
  readonly licensed: boolean;
  readonly code?: string;
  readonly last5?: string;
  readonly host?: string;
  readonly restricted: boolean;
  readonly directory: boolean;
}

const LICENCE_NAME = /LICENSE NAME:|(?<!Product )Name: (?=Office)/gi;
const field = (block: string, label: RegExp): string | undefined => label.exec(block)?.[1]?.trim();

const licenceIn = (block: string): Licence => {
  const status = field(block, /LICENSE STATUS:\s*-*([A-Z_ ]+?)-/i) ?? field(block, /License Status:\s*([A-Za-z -]+)/) ?? '';
  // It is shown as a choice: nothing of it but a licence's own characters may come through.
  const name = (field(block, /^(?:LICENSE )?NAME:\s*(.+?)(?: edition|\n|LICENSE DESCRIPTION)/i) ?? '')
    .replace(/[^\w ,.()-]/g, '')
    .slice(0, 80);
  const code = codesIn(field(block, /ERROR CODE:\s*(\S+)/i) ?? '')[0]?.code;
  const last5 = field(block, /(?:installed product key|Partial Product Key):\s*([0-9A-Z]{5})\b/i)?.toUpperCase();
  const host = field(block, /registry override defined:\s*<?([\w.-]{1,255})/i);
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

/** Every licence that an output of the activation scripts lists, in its order; none where the text is no such output. */
export const licencesIn = (text: string): readonly Licence[] => {
  const starts = [...text.matchAll(LICENCE_NAME)].map(({ index }) => index);
  return starts.map((start, at) => licenceIn(text.slice(start, starts[at + 1])));
};

/** An organisation's licence, as a client or as the host. */
export const isVolume = ({ channel }: Licence): boolean => channel.startsWith('VOLUME');
/** A part that costs nothing, such as Access' runtime: its errors are nobody's trouble. */
export const isFree = ({ name, channel }: Licence): boolean => channel === 'RETAIL(FREE)' || /_Bypass/.test(name);
/** The trial that came with Office's files and stays beside the licence that was bought. */
export const isLeftOver = ({ name, channel }: Licence): boolean => channel === 'RETAIL(GRACE)' || /R_Grace/.test(name);
