import type { Finding, Reading } from '../finding.ts';
import { officeIn } from '../office.ts';
import {
  type Channel,
  finding,
  isFree,
  isLeftOver,
  isLicensed,
  isMondo,
  isPreview,
  isWindows,
  kindOf,
  type Licence,
  suiteOf,
} from './licence.ts';

/** What licences say: of the one that matters, or of several of which the person has to choose. */
export interface Chosen {
  readonly findings: readonly Finding[];
  readonly choose?: readonly Reading[];
}

const METHODS: Readonly<Partial<Record<Channel, string>>> = { VOLUME_KMSCLIENT: 'kms', VOLUME_MAK: 'mak' };

/** A client key, and neither a code nor a first grace period that would say more. */
const isBareClient = ({ channel, status, code, listed }: Licence): boolean =>
  channel === 'VOLUME_KMSCLIENT' &&
  code === undefined &&
  (listed === true || (status !== undefined && status !== 'licensed' && status !== 'grace'));

/** What an output shows outranks the code in it: most codes in an output are symptoms (a stored host, a host key on a client). */
const shown = (licence: Licence): string | undefined => {
  if (licence.host !== undefined && licence.channel !== 'VOLUME_KMS') return isLicensed(licence) ? 'licensed-host' : 'stored-host';
  if (licence.channel === 'VOLUME_KMS') return 'host-key';
  if (licence.restricted && !isLicensed(licence)) return 'restricted';
  if (isBareClient(licence)) return 'listed';
  if (licence.status === 'grace' && licence.code === undefined) return 'grace';
  return isLicensed(licence) ? 'licensed' : undefined;
};

const findingsOf = (licence: Licence, show: string | undefined): readonly Finding[] => {
  const { name, channel = '', status, code, last5, minutes, host, dnsHost } = licence;
  const method = licence.directory ? 'ad' : METHODS[channel as Channel];
  const kind = kindOf(licence);
  // A host key says of the computer that it is no client.
  const product = channel === 'VOLUME_KMS' ? undefined : kind;
  const own = licence.findings ?? [];
  const bought = kind === 'retail' && !isLeftOver(licence) && !isFree(licence) && status !== undefined && !isLicensed(licence);
  const noticed = status === 'notifications' && code === undefined && show === undefined;
  return [
    // Microsoft 365 counts as Office 16 and has no year.
    ...(kind === 'subscription' ? [] : officeIn(name)),
    ...(product === undefined ? [] : [finding('product', product, channel)]),
    ...(method === undefined ? [] : [finding('method', method, channel)]),
    ...(status === undefined ? [] : [finding('status', status)]),
    // Its key is there and waits to be redeemed; one that was turned down has a code.
    ...(bought ? [finding('retail.shows', 'enter', channel)] : []),
    ...(minutes === undefined || channel === 'VOLUME_KMS' ? [] : [finding('grace', String(minutes))]),
    ...(last5 === undefined ? [] : [finding('last5', last5)]),
    ...(host === undefined ? [] : [finding('host', host)]),
    ...(dnsHost === undefined ? [] : [finding('dnsHost', dnsHost)]),
    ...own,
    ...(show === undefined || own.length > 0 ? [] : [finding('output', show, name)]),
    ...(noticed ? [finding('trouble', 'notice', 'NOTIFICATIONS')] : []),
    ...(code === undefined || isLicensed(licence) ? [] : [finding('code', code)]),
  ];
};

const said = (licence: Licence, show = shown(licence)): Chosen => ({ findings: findingsOf(licence, show) });
const without = (licence: Licence, show: string | undefined, ...names: readonly Finding['name'][]): Chosen => ({
  findings: findingsOf(licence, show).filter(({ name }) => !names.includes(name)),
});

/** Shown as a choice: nothing of a name but a licence's own characters may come through. */
const titleOf = ({ name }: Licence): string => name.replace(/[^\w ,.()-]/g, '').slice(0, 80);

/** Only a trial, no licence: one that came with a new computer, one of Microsoft 365 where nobody has signed in, or another. */
const onlyLeftOver = (licence: Licence): Chosen => {
  if (licence.last5 === 'KHGM9') return without(licence, 'preinstalled', 'product');
  if (/O365|M365/.test(licence.name))
    return {
      findings: [
        finding('product', 'subscription', licence.name),
        finding('m365.shows', 'sign-in', licence.name),
        ...without(licence, undefined, 'product', 'version', 'office').findings,
      ],
    };
  // In its first days a trial does not tell what was meant to be here.
  return licence.status === 'grace' ? without(licence, shown(licence), 'product') : said(licence);
};

/** Nothing has a key: /dstatusall lists all that could be installed. A lone volume licence tells at least what was meant. */
const withoutKeys = (licences: readonly Licence[]): Chosen => {
  const volume = licences.filter((licence) => kindOf(licence) === 'volume');
  const [first] = volume;
  if (first !== undefined && new Set(volume.map(({ channel }) => channel)).size === 1 && licences.length === volume.length)
    return said(first);
  return { findings: [finding('output', 'no-keys', '0xC004F014')] };
};

const isWithoutKey = ({ last5, code, status }: Licence): boolean =>
  last5 === undefined && (code === '0xC004F014' || (status === 'unlicensed' && code === undefined));

/** Several products that belong together: the one that fails is meant; of several that fail differently the person has to say which. */
const amongSeveral = (licences: readonly [Licence, ...Licence[]], leftOver: boolean): Chosen => {
  const failing = licences.filter((licence) => !isLicensed(licence));
  const known = failing.filter(({ status, code }) => status !== undefined || code !== undefined);
  const licensed = licences.find(isLicensed);
  // What was cut short before its state says nothing.
  const [first, ...more] = known.length > 0 || licensed !== undefined ? known : failing;
  if (first === undefined)
    return said(
      licensed ?? licences[0],
      leftOver && licences.some((each) => kindOf(each) === 'volume') ? 'left-over' : shown(licensed ?? licences[0]),
    );
  // The same code on all of them is one fault.
  if (more.every(({ code }) => code === first.code)) return said(first);
  return {
    findings: [],
    choose: [first, ...more].map((licence) => ({ value: titleOf(licence), findings: findingsOf(licence, shown(licence)) })),
  };
};

/** Chooses among the licences of an output the one that matters. Left-over trials, free parts and what has no key are not the fault. */
export const choose = (all: readonly Licence[]): Chosen => {
  const office = all.filter((licence) => !isWindows(licence));
  if (office.length === 0) return { findings: all.length === 0 ? [] : [finding('product', 'windows', all[0]?.name)] };
  const installed = office.filter((licence) => !isWithoutKey(licence));
  if (installed.length === 0) return withoutKeys(office);
  const [first, ...more] = installed.filter((licence) => !isFree(licence) && !isLeftOver(licence));
  const leftOver = installed.find(isLeftOver);
  if (first === undefined) {
    const [free] = installed.filter(isFree);
    if (leftOver !== undefined) return onlyLeftOver(leftOver);
    return free === undefined ? { findings: [] } : said(free, 'free');
  }
  const real = [first, ...more] as const;
  const mondo = real.find((licence) => isMondo(licence) && isLicensed(licence) && kindOf(licence) === 'volume');
  if (mondo !== undefined) return { findings: [...findingsOf(mondo, 'licensed'), finding('unofficial', 'activator', mondo.name)] };
  const pointed = real.filter(({ host, channel }) => host !== undefined && channel !== 'VOLUME_KMS');
  const stored = pointed.find((licence) => !isLicensed(licence)) ?? pointed[0];
  if (stored !== undefined) return said(stored);
  const hostKey = real.find(({ channel }) => channel === 'VOLUME_KMS');
  if (hostKey !== undefined) return said(hostKey);
  // Two suites, or a pre-release: which of them should be there is the question, not a code.
  const suites = new Set(real.flatMap((licence) => suiteOf(licence) ?? []));
  if (suites.size > 1 || real.some(isPreview)) return without(first, 'several', 'code', 'product', 'status', 'grace', 'trouble');
  const restricted = real.find((licence) => shown(licence) === 'restricted');
  return restricted === undefined ? amongSeveral(real, leftOver !== undefined) : said(restricted);
};
