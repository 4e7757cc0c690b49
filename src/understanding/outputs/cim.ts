import { codesIn } from '../codes.ts';
import { blocksIn, channelOf, left } from './blocks.ts';
import { finding, type Licence, type Read, type Status } from './licence.ts';

const PROPERTIES = [
  'DiscoveredKeyManagementServiceMachineName',
  'DiscoveredKeyManagementServiceMachinePort',
  'KeyManagementServiceMachine',
  'KeyManagementServicePort',
  'GracePeriodRemaining',
  'LicenseStatusReason',
  'PartialProductKey',
  'ProductKeyChannel',
  'ApplicationID',
  'LicenseStatus',
  'LicenseFamily',
  'Description',
  'ProductKeyID',
  'Name',
  'ID',
];
// As Format-List, wmic /value, JSON and CSV-less exports write them, also where the line break before them was lost.
const PROPERTY = new RegExp(`"?(${PROPERTIES.join('|')})"? ?[:=] ?"?`, 'g');

/** What SoftwareLicensingProduct counts: 0 to 6. */
const STATUSES: readonly Status[] = ['unlicensed', 'licensed', 'grace', 'tolerance', 'tolerance', 'notifications', 'grace'];

type Row = ReadonlyMap<string, string>;

/** Properties come in any order: one that comes again begins the next product. */
const rowsIn = (text: string): readonly Row[] => {
  const rows: Map<string, string>[] = [];
  const found = [...text.matchAll(PROPERTY)];
  found.forEach(({ 0: label, 1: name = '', index }, at) => {
    const said = text.slice(index + label.length, found[at + 1]?.index);
    // Half a figure at the end of what was cut short is no figure.
    const value =
      name === 'GracePeriodRemaining' && said.length === text.length - index - label.length && /\d$/.test(said)
        ? ''
        : said.replace(/^[",;{} ]+|[",;{} ]+$/g, '');
    const row = rows.at(-1);
    if (row === undefined || row.has(name)) rows.push(new Map([[name, value]]));
    else row.set(name, value);
  });
  return rows;
};

/** Statuses, reasons in decimal (or hexadecimal) and hosts as CIM holds them. */
const stateOf = (status: string | undefined, reason: string | undefined): Pick<Licence, 'status' | 'code'> => {
  const known = STATUSES[Number(/^[0-6](?!\d)/.exec(status ?? '')?.[0] ?? Number.NaN)];
  const code = codesIn(/^(?:0x[0-9a-f]{8}|-?\d{9,10})/i.exec(reason ?? '')?.[0] ?? '')[0]?.code;
  return { status: known, code };
};
const hostIn = (value: string | undefined) => /^(?![\d.]*$|null)[\w.-]{2,255}|^\d+\.\d+\.\d+\.\d+/i.exec(value ?? '')?.[0];

const licenceOf = (row: Row): Licence => {
  const [block] = blocksIn(row.get('Name') ?? '');
  const name = block?.name ?? row.get('LicenseFamily') ?? '';
  const last5 = /^[0-9A-Z]{5}(?![A-Z0-9]{2})/.exec(row.get('PartialProductKey') ?? '')?.[0];
  const { status, code } = stateOf(row.get('LicenseStatus'), row.get('LicenseStatusReason'));
  return {
    name,
    channel: channelOf(name, row.get('Description') ?? ''),
    status,
    code,
    last5,
    minutes: left(Number(/^\d{1,7}(?= |$)/.exec(row.get('GracePeriodRemaining') ?? '')?.[0])),
    host: hostIn(row.get('KeyManagementServiceMachine')),
    dnsHost: hostIn(row.get('DiscoveredKeyManagementServiceMachineName')),
    listed: last5 !== undefined && !row.has('LicenseStatus') && code === undefined,
  };
};

const TAIL = /(?:^|["', ])([BCDFGHJKMNPQRTVWXY2346789]{5})(?=["', ]|$)/;

/** A table has a head, and a line for each product. */
const tableIn = (text: string): readonly { readonly licence: Licence; readonly beside: boolean }[] => {
  const withStatus = /LicenseStatus(?!Reason)/.test(text);
  return blocksIn(text).flatMap(({ kind, name, body }) => {
    const last5 = TAIL.exec(body)?.[1];
    if (kind !== 'state' || last5 === undefined || body.length > 600) return [];
    const cells = body.split(/["', ]+/);
    const reason = cells.find((cell) => /^(?:0x[0-9a-f]{8}|-?\d{9,10})$/i.test(cell));
    const status = withStatus ? cells.find((cell) => /^[0-6]$/.test(cell)) : undefined;
    const licence = {
      name,
      channel: channelOf(name, body),
      ...stateOf(status, reason),
      last5,
      listed: !withStatus && reason === undefined,
    };
    return [{ licence, beside: /^ ?[0-9A-Z]{5}(?: |$)/.test(body) }];
  });
};

/** Reads SoftwareLicensingProduct as PowerShell or wmic shows it, as a list or a table. */
export const cim = (text: string): Read => {
  const rows = rowsIn(text).filter((row) => row.has('LicenseStatus') || row.has('LicenseStatusReason') || row.has('PartialProductKey'));
  if (rows.length > 0) {
    const licences = rows.map(licenceOf);
    const named = licences.filter(({ name }) => name !== '');
    if (named.length > 0) return { licences: named };
    const [code] = licences.flatMap((licence) => licence.code ?? []);
    return { findings: code === undefined ? [] : [finding('code', code)] };
  }
  // Without a head only name and key, side by side, are a table: the other tools write labels.
  const hasHead = /PartialProductKey/.test(text);
  return {
    licences: tableIn(text)
      .filter(({ beside }) => hasHead || beside)
      .map(({ licence }) => licence),
  };
};
