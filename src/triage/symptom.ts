import { known } from '../conversation/record.ts';
import type { ArticleId } from '../knowledge/articles.ts';
import type { Facts } from '../machines/facts.ts';
import { isOfficeNamed } from '../understanding/ours.ts';
import { subjectOf } from '../understanding/subject.ts';
import { byAll, namesKey, speaksOfActivating } from './by-all.ts';
import { BY_CODE } from './by-code.ts';
import { BEFORE_CODES, BY_FACT, type Row, TOUCHED_ON } from './by-fact.ts';
import type { Read } from './read.ts';

export const SYMPTOMS = [
  'key-rejected',
  'activation-limit',
  'key-blocked',
  'kms-unreachable',
  'kms-count',
  'kms-dns',
  'time-skew',
  'permission',
  'network',
  'grace-or-notification',
  'unlicensed-banner',
  'already-installed',
  'phone-activation',
  'how-to-activate',
  'which-method',
  'refund-or-seller',
  'counterfeit',
  'host-setup',
  'duplicate-cmid',
  'wrong-edition-or-channel',
  'firmware-or-corrupt-licence-store',
  'subscription-signin',
  'off-topic',
  'greeting',
  'other',
] as const;
export type Symptom = (typeof SYMPTOMS)[number];

/** A label, and how it came about. */
export interface Labelled {
  readonly symptom: Symptom;
  readonly by: 'code' | 'words' | 'touch' | 'nothing';
}

/** What somebody asks about who gets an article. */
const BY_ARTICLE: Readonly<Partial<Record<ArticleId, Symptom>>> = {
  difference: 'which-method',
  methods: 'which-method',
  'FAQ-01': 'which-method',
  'FAQ-02': 'which-method',
  'FAQ-03': 'how-to-activate',
};

/** Codes of a KMS client that is not served: they say nothing where the product is not the organisation's at all. */
const OF_KMS: ReadonlySet<Facts['code.group']> = new Set(['connection', 'dns', 'count', 'clock', 'not-by-kms']);

/** A subscription or a retail edition that is pushed through KMS, whatever its code. */
const isWrongDoor = (facts: Facts): boolean =>
  (facts.product === 'subscription' || facts.product === 'retail') && (facts.method === 'kms' || OF_KMS.has(facts['code.group']));

const firstOf = (rows: readonly Row[], { record, text: whole, leaning: { facts } }: Read): Symptom | undefined => {
  const pieces = known(record);
  return rows.find(
    ({ fact, values, piece, text }) =>
      (values as readonly unknown[]).includes(facts[fact]) &&
      (text === undefined || text.test(whole)) &&
      (piece === undefined || piece.test(pieces.get(fact as never)?.piece?.toLowerCase() ?? '')),
  )?.symptom;
};

/** A Mac, and no word of Office: other programs have keys and limits too. */
const isOtherProgram = ({ leaning, text }: Read): boolean => leaning.facts.product === 'mac' && !isOfficeNamed(text);

const isOffTopic = (read: Read): boolean => read.articles.includes('off-topic') || read.leaning.facts.product === 'windows';

/** What is believed of any licence, without Office's name, and what is of a key or of activating. */
const OF_LICENCES: readonly Symptom[] = ['refund-or-seller', 'counterfeit'];
const OF_KEYS: readonly Symptom[] = ['already-installed', 'activation-limit', 'permission', 'which-method'];

/** May a text mean this, by the words of it? What is pasted, and a secret, speak for themselves. */
const mayMean = ({ record, secrets, text, asksWhich }: Read, { symptom, by }: Labelled): boolean => {
  if (known(record).has('output') || secrets.length > 0) return true;
  const subject = subjectOf(text);
  if (subject === 'ours') return true;
  if (subject === 'office') return by !== 'touch' && !asksWhich;
  if (subject !== 'licensing' || asksWhich) return false;
  return OF_LICENCES.includes(symptom) || (OF_KEYS.includes(symptom) && namesKey(text));
};

/** The label by what was heard. */
const heardIn = (read: Read): Labelled => {
  const { leaning, articles, secrets } = read;
  const before = firstOf(BEFORE_CODES, read);
  if (before !== undefined) return { symptom: before, by: 'words' };
  if (isWrongDoor(leaning.facts)) return { symptom: 'wrong-edition-or-channel', by: 'words' };
  const group = leaning.facts['code.group'];
  // A code of Windows' own licence beside Office is about the computer that Office runs on.
  const code = group === 'none' || (group === 'windows' && isOfficeNamed(read.text)) ? null : BY_CODE[group];
  if (code !== null && !('weak' in code)) return { symptom: code.symptom, by: 'code' };
  if (secrets.some(({ kind }) => kind === 'installation id' || kind === 'confirmation id'))
    return { symptom: 'phone-activation', by: 'words' };
  const asked = articles.map((id) => BY_ARTICLE[id]).find((symptom) => symptom !== undefined);
  const words = isOtherProgram(read) ? undefined : (asked ?? firstOf(BY_FACT, read) ?? byAll(read.text));
  if (words !== undefined) return { symptom: words, by: 'words' };
  if (code !== null) return { symptom: code.symptom, by: 'touch' };
  const asks = leaning.facts.symptom === undefined && speaksOfActivating(read.text) ? 'how-to-activate' : undefined;
  const touched = firstOf(TOUCHED_ON, read) ?? asks;
  return touched === undefined ? { symptom: 'other', by: 'nothing' } : { symptom: touched, by: 'touch' };
};

/**
 * The label of a ticket: what is not the desk's field first, then unofficial means and what tells more than a code, a code that decides, the
 * words, a code that may be a side effect, and what only touches on a symptom.
 */
export const symptomOf = (read: Read): Labelled => {
  if (read.greets) return { symptom: 'greeting', by: 'words' };
  if (isOffTopic(read)) return { symptom: 'off-topic', by: 'words' };
  const labelled = heardIn(read);
  return mayMean(read, labelled) ? labelled : { symptom: 'other', by: 'nothing' };
};
