import { errorCode } from '../../knowledge/error-codes.ts';
import type { Finding } from '../finding.ts';
import { type Block, blocksIn, channelOf, codeIn, licenceIn } from './blocks.ts';
import { finding, type Licence, type Read, type Status } from './licence.ts';
import { isOspp } from './ospp.ts';

/**
 * How slmgr.vbs calls the state, on Windows of these languages: English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Russian,
 * Ukrainian, Chinese (both), Japanese, Korean. Seen in public samples: English, German, Dutch, Russian and Chinese words for "licensed"; the others are
 * unconfirmed. What is missing here reads as "state not shown".
 */
const LABEL =
  /(?:license status|lizenzstatus|[ée]tat de (?:la )?licence|statut de (?:la )?licence|estado de (?:la )?licencia|stato (?:della )?licenza|(?:status|estado) da licença|licentiestatus|stan licencji|состояние лицензии|статус лицензии|стан ліцензії|许可证状态|授權狀態|授权状态|ライセンスの?状態|라이[선센]스 상태) ?: ?([^:]{2,60})/i;
const WORDS: readonly (readonly [RegExp, Status])[] = [
  [
    /^(?:unlicensed|nicht lizenziert|sans licence|non (?:autoris|licenci)|sin licencia|senza licenza|non concess|sem licença|não licenc|zonder licentie|niet gelicent|bez licencji|нелиценз|не лиценз|лицензия отсут|без лицензии|未授权|未授權|未许可|ライセンスされていません|無ライセンス)/i,
    'unlicensed',
  ],
  [
    /^(?:licensed|lizenziert|avec licence|sous licence|licence (?:accord|activ)|autoris|con licencia|licencia(?:do|da)|con licenza|licenz|licenciad|gelicent|licencjonow|имеет лицензию|лиценз|ліценз|已授权|已授權|已许可|ライセンスされています|ライセンス済|라이[선센]스 ?(?:있음|가 부여됨))/i,
    'licensed',
  ],
  [
    /^(?:notification|benachrichtigung|notificaci|notifica|notificação|melding|powiadom|уведомлен|сповіщ|режим уведомл|通知|알림)/i,
    'notifications',
  ],
  [
    /^(?:(?:initial|extended) grace|anf[äa]ngliche|erste[rn]? |erweiterte|période de grâce init|per[ií]odo de gracia ini|начальный льготный|первоначальн|льготный|初始宽限|初始寬限)/i,
    'grace',
  ],
  [/^(?:additional grace|non-genuine grace|zus[äa]tzliche|период отсрочки|дополнительн|附加宽限|额外宽限)/i, 'tolerance'],
];

const statusOf = (body: string): Status | undefined => {
  const word = LABEL.exec(body)?.[1];
  return word === undefined ? undefined : WORDS.find(([said]) => said.test(word))?.[1];
};

/** The count of a host, right before its port, and the first figure after it: all requests. So in every language. */
const COUNT = /: ?(\d{1,6})(?! ?\d)\D{1,80}: ?1688(?!\d)/;
const FIRST_FIGURE = /: ?(\d{1,9})/;
/** Office activates from this many different computers on. */
const NEEDED = 5;

/** What the block of a host says of its clients. */
const hostFindings = (body: string, status: Status | undefined): readonly Finding[] => {
  const found = COUNT.exec(body);
  if (found === null) return [];
  const count = Number(found[1]);
  const requests = FIRST_FIGURE.exec(body.slice(found.index + found[0].length))?.[1];
  const host = [finding('symptom', 'host', 'KMS host'), finding('pc.role', 'kms-host', 'KMS host')];
  if (status === 'unlicensed' || status === 'notifications')
    return [...host, finding('host.goal', 'set-up', 'KMS host'), finding('host.setup', 'not-activated', 'KMS host')];
  const clients = [...host, finding('host.goal', 'clients', found[0])];
  if (count >= NEEDED) return clients;
  const reached = requests === undefined || Number(requests) > 0;
  // No request at all: the count cannot rise, however many computers there are.
  if (!reached) return [...clients, finding('host.clients', 'count', found[0]), finding('output', 'unreached', found[0])];
  return [...clients, finding('host.clients', 'count', found[0]), ...(count === 0 ? [] : [finding('kms.count', 'too-few', found[0])])];
};

const stateIn = (block: Block): Licence => {
  const licence = licenceIn(block, statusOf(block.body));
  return licence.channel === 'VOLUME_KMS' ? { ...licence, findings: hostFindings(block.body, licence.status) } : licence;
};

/** The way to the host is the same for Windows and Office. */
const OF_THE_WAY: readonly string[] = ['dns', 'connection', 'clock', 'count'];

/** /ato: "Activating … (id) ..." and then success or a code, in the language of Windows. */
const attempted = ({ name, body }: Block): Read => {
  const code = codeIn(body);
  const group = code === undefined ? undefined : errorCode(code)?.group;
  if (name.startsWith('Windows') && !(group !== undefined && OF_THE_WAY.includes(group)))
    return { findings: [finding('product', 'windows', name), ...(code === undefined ? [] : [finding('code', code)])] };
  if (name.startsWith('Windows'))
    return { findings: [finding('method', 'kms', code), ...(code === undefined ? [] : [finding('code', code)])] };
  const channel = channelOf(name, body);
  const role = channel === 'VOLUME_KMS' ? [finding('pc.role', 'kms-host', name)] : [];
  const succeeded = code === undefined && body.replace(/^ ?\([^)]*\)[ .]*/, '').length > 4;
  return {
    findings: [
      ...role,
      ...(code === undefined ? [] : [finding('code', code)]),
      ...(succeeded ? [finding('output', 'licensed', name), finding('status', 'licensed')] : []),
    ],
  };
};

/** Reads what slmgr.vbs prints: of Windows, or with an activation ID of Office and its host. Its text is in the language of Windows. */
export const slmgr = (text: string): Read => {
  // CIM's properties, which hold the same names.
  if (/LicenseStatus|PartialProductKey/.test(text)) return {};
  const blocks = blocksIn(text).filter((block) => !isOspp(block));
  const licences = blocks
    .filter(({ kind, name, body }) => kind === 'state' && (name.startsWith('Windows') || /channel/i.test(body)))
    .map(stateIn);
  if (licences.length > 0) return { licences };
  const attempt = blocks.find(({ kind }) => kind === 'attempt');
  if (attempt !== undefined) return attempted(attempt);
  // The state alone, cut out of the rest: without an activation ID slmgr.vbs speaks of Windows. ospp.vbs puts it between dashes.
  const [status = '', word = ''] = LABEL.exec(text) ?? [];
  const alone = status !== '' && blocksIn(text).length === 0 && !/---|LICENSE STATUS/.test(text) && WORDS.some(([said]) => said.test(word));
  return alone ? { findings: [finding('product', 'windows', status)] } : {};
};
