import { codesIn } from '../codes.ts';
import { officeIn } from '../office.ts';
import { type Block, blocksIn, licenceIn } from './blocks.ts';
import { finding, isLeftOver, type Licence, NOTHING_DECIDES, type Read, type Status } from './licence.ts';

const STATUSES: readonly (readonly [RegExp, Status])[] = [
  [/^(?:LICENSED|已许可|已授权)$/i, 'licensed'],
  [/^(?:OOB|EXTENDED)[_ ]GRACE$/i, 'grace'],
  [/^(?:OOT|NON[_ ]GENUINE)[_ ]GRACE$/i, 'tolerance'],
  [/^(?:NOTIFICATIONS?|通知)$/i, 'notifications'],
  [/^(?:UNLICENSED|未许可|未授权)$/i, 'unlicensed'],
];
// A tool of others prints the same between its own labels: three dashes on each side.
const STATUS = /: ?-{3} ?([^\s-][^-]{1,30})-{3}/;

const statusOf = (body: string): Status | undefined => {
  if (/product activation successful/i.test(body)) return 'licensed';
  const word = STATUS.exec(body)?.[1]?.trim() ?? '';
  return STATUSES.find(([known]) => known.test(word))?.[1];
};

/** Does ospp.vbs, or a tool that passes on what it says, write so? */
export const isOspp = ({ kind, name, lead, body }: Block): boolean =>
  kind === 'state' &&
  name.startsWith('Office') &&
  (/LICENSE NAME ?: ?$/i.test(lead) || STATUS.test(body) || /ERROR CODE|Last 5 characters|product activation successful/i.test(body));

/** One block of /dstatus, /dstatusall or /act; its labels are English on Windows of every language. */
const stateIn = (block: Block): Licence => {
  const { body } = block;
  return {
    ...licenceIn(block, statusOf(body)),
    restricted: /Activation Type Configuration: ?(?:AD|KMS|Token)(?![A-Z])/i.test(body),
    directory: /client information: ?AD(?![A-Z])|Activation Object name/i.test(body),
  };
};

const CMID = /Client Machine ID \(CMID\): ?([0-9a-f]{8}-[0-9a-f-]{27})/gi;

/** /dcmid, of one computer or of several that are compared. */
const clientIds = (text: string): Read['findings'] => {
  const ids = [...text.matchAll(CMID)].map(([, id = '']) => id.toLowerCase());
  if (ids.length === 0) return [];
  const cloned = ids.length < 2 ? [] : [finding('kms.cloned', new Set(ids).size < ids.length ? 'yes' : 'no', 'CMID')];
  return [finding('output', 'client-id', 'CMID'), finding('method', 'kms', 'CMID'), ...cloned];
};

/** What /inpkey, /unpkey, /dinstid and the histories say, which show no state. */
const answersIn = (text: string, blocks: readonly Block[]): Read['findings'] => {
  const removed = blocks.find(({ kind }) => kind === 'removed');
  if (removed !== undefined && /uninstall successful/i.test(text))
    return [...officeIn(removed.name), ...(isLeftOver(removed) ? [finding('output', 'left-over', removed.name)] : [])];
  const identified = blocks.find(({ kind }) => kind === 'identified');
  if (identified !== undefined)
    return [
      ...officeIn(identified.name),
      finding('trouble', 'offline', 'Installation ID'),
      finding('phone.shows', 'no-wizard', '/dinstid'),
    ];
  if (/product key installation successful/i.test(text))
    return [
      finding('symptom', 'activate', 'key installed'),
      finding('mak.at-hand', 'yes', 'key installed'),
      finding('mak.entered', 'yes', 'key installed'),
    ];
  if (/No (?:failure|KMS activation) events found on machine/i.test(text)) return [finding('code.seen', 'none', 'no events found')];
  if (/<Product key not found>/i.test(text)) return [NOTHING_DECIDES];
  const code = codesIn(/(?:ERROR CODE: ?|\bhr ?= ?)(0x[0-9A-F]{8})/i.exec(text)?.[1] ?? '')[0]?.code;
  if (code === undefined || !/---Processing-|ospp\.vbs/i.test(text)) return [];
  const entry = /ospp(?:\.vbs)? \/inpkey/i.test(text) ? [finding('output', 'key-entry', '/inpkey')] : [];
  return [...entry, finding('code', code)];
};

/** Reads what ospp.vbs prints. */
export const ospp = (text: string): Read => {
  if (/<?No installed product keys detected/i.test(text))
    return { findings: [finding('output', 'no-keys', 'No installed product keys detected')] };
  const blocks = blocksIn(text);
  const licences = blocks.filter(isOspp).map(stateIn);
  if (licences.length > 0) return { licences };
  // slmgr.vbs prints the ID too, below the licence that it is about.
  const ids = blocks.length > 0 ? [] : (clientIds(text) ?? []);
  return { findings: ids.length > 0 ? ids : (answersIn(text, blocks) ?? []) };
};
