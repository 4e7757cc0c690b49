import type { Finding, Reading } from './finding.ts';
import { isFree, isLeftOver, isVolume, type Licence, licencesIn } from './licence.ts';
import { officeIn } from './office.ts';

/** What a pasted output says: of one licence, or of several of which the person has to choose. */
interface Output {
  readonly findings: readonly Finding[];
  readonly choose?: readonly Reading[];
}

const detail = (name: Finding['name'], value: string, piece = value): Finding => ({ name, value, piece });

const METHODS: Readonly<Record<string, string>> = { VOLUME_KMSCLIENT: 'kms', VOLUME_MAK: 'mak' };
const PRODUCTS: Readonly<Record<string, string>> = { TIMEBASED_SUB: 'subscription', RETAIL: 'retail', 'RETAIL(GRACE)': 'retail' };

/** What an output shows outranks the code in it: most codes in an output are symptoms (a stored host, a host key on a client). */
const shown = (licence: Licence): string | undefined => {
  if (licence.host !== undefined) return licence.licensed ? 'licensed-host' : 'stored-host';
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

const said = (licence: Licence, show = shown(licence)): Output => ({ findings: findingsOf(licence, show) });

/** Several products of the organisation: the one that fails is meant; of several that fail the person has to say which. */
const amongVolume = (licences: readonly [Licence, ...Licence[]], leftOver: boolean): Output => {
  const failing = licences.filter(({ licensed }) => !licensed);
  const [first, ...more] = failing;
  if (first === undefined) return said(licences[0], leftOver ? 'left-over' : shown(licences[0]));
  // The same code on all of them is one fault.
  if (more.every(({ code }) => code !== undefined && code === first.code)) return said(first);
  return { findings: [], choose: failing.map((licence) => ({ value: licence.name, findings: findingsOf(licence, shown(licence)) })) };
};

/** Reads a pasted output of the activation scripts; undefined where the text is none. Left-over trials and free parts are not the fault. */
export const outputIn = (text: string): Output | undefined => {
  const all = licencesIn(text);
  // /dstatusall lists what is not installed, too: such a block has no key.
  const installed = all.filter(({ last5 }) => last5 !== undefined);
  const licences = installed.length > 0 ? installed : all;
  const [first, ...more] = licences.filter((licence) => !isFree(licence) && !isLeftOver(licence));
  const leftOver = licences.find(isLeftOver);
  if (first === undefined) {
    const free = licences.find(isFree);
    if (leftOver === undefined) return free && said(free, 'free');
    // The tail of the key that Office on a new computer comes with: it is there to be bought or removed.
    const preinstalled = leftOver.last5 === 'KHGM9';
    return preinstalled ? { findings: findingsOf(leftOver, 'preinstalled').filter(({ name }) => name !== 'product') } : said(leftOver);
  }
  const pointed = licences.find(({ host }) => host !== undefined);
  if (pointed !== undefined) return said(pointed);
  if ([first, ...more].every(isVolume)) return amongVolume([first, ...more], leftOver !== undefined);
  if (more.length === 0) return said(first);
  // A subscription or a retail edition beside the organisation's: which of them should be there is the question, not a code.
  return { findings: findingsOf(first, 'several').filter(({ name }) => name !== 'code' && name !== 'product') };
};
