import { kept } from '../language/kept.ts';
import { ELSEWHERE, FIELD } from '../language/words.ts';
import { withoutAsides, withoutRooms } from './aside.ts';
import { bare } from './bare.ts';
import { codesIn } from './codes.ts';
import { isProgramNamed, programsIn } from './ours.ts';
import { type Held, terms } from './terms.ts';

/**
 * What a text is about: the licensing of Office; Office, with a word that may be of licensing; some licensing of which nothing tells that it
 * is Office's; something that is not the desk's field; or nothing that can be told.
 */
export type Subject = 'ours' | 'office' | 'licensing' | 'elsewhere' | 'nothing';

/** What a text is about is said early. */
const READ_AT_MOST = 4_000;
/** A code that stands nearly alone is asked about, whichever it is. */
const SHORT = 12;
/** Codes that only Microsoft's licensing gives; others are everybody's. */
const OF_LICENSING = /^0x[4C]004|^0x8007(?:232B|007B|251D|267C)$/;

const { owners, developing, adverts, work, software } = ELSEWHERE;
const heldIn = terms({
  activating: [FIELD.ours.activating],
  named: [FIELD.ours.named],
  wording: Object.values(FIELD.ours.wording),
  portal: [FIELD.ours.portal],
  volume: [FIELD.ours.volume],
  licensing: Object.values(FIELD.licensing),
  touching: Object.values(FIELD.touching),
  owner: Object.values(owners),
  'key management': [ELSEWHERE['key management']],
  developing: [developing],
  advert: [adverts],
  work: [work],
  software: [software],
});
type Kind = ReturnType<typeof heldIn>[number]['kind'];

const distance = (from: Pick<Held<string>, 'at' | 'end'>, to: Pick<Held<string>, 'at' | 'end'>): number =>
  Math.max(from.at - to.end, to.at - from.end, 0);
const nearest = (from: Held<Kind>, all: readonly Pick<Held<string>, 'at' | 'end'>[]): number =>
  Math.min(Number.POSITIVE_INFINITY, ...all.map((each) => distance(from, each)));

/** Whatever names licences, keys or activating is ours, unless something else is named that they belong to. */
const judged = (whole: string): Subject => {
  const text = bare(whole);
  const held = heldIn(text);
  const of = (...kinds: readonly Kind[]) => held.filter(({ kind }) => kinds.includes(kind));
  if (of('advert').length > 0) return 'elsewhere';
  const programs = programsIn(text);
  const hasCode = codesIn(whole).some(({ code, piece }) => OF_LICENSING.test(code) || whole.trim().length - piece.length < SHORT);
  const isProgram = isProgramNamed(programs) || of('named').length > 0;
  if (hasCode && isProgram) return 'ours';
  const ours = [...programs, ...of('activating', 'named')];
  if (programs.length === 0 && !hasCode) {
    // Clouds and disks have a KMS too, and so has the kernel; who builds a program activates nothing with it.
    if (of('activating', 'volume').length > 0 && of('key management', 'developing').length > 0) return 'elsewhere';
  }
  const licensing = of('licensing', 'wording');
  const others = of('owner');
  if (others.length > 0) {
    if (ours.length === 0) return 'elsewhere';
    if (licensing.length > 0 && licensing.every((each) => nearest(each, others) < nearest(each, ours))) return 'elsewhere';
  }
  if (hasCode || of('activating', 'volume').length > 0) return 'ours';
  // Every seller of programs has product keys and unlicensed ones.
  if (of('wording', 'portal').length > 0 && (isProgram || of('software').length === 0)) return 'ours';
  if (isProgram && licensing.length > 0) return 'ours';
  if (programs.length > 0 && of('work').length > 0) return licensing.length > 0 ? 'licensing' : 'elsewhere';
  if (isProgram && of('touching').length > 0) return 'office';
  return licensing.length > 0 ? 'licensing' : 'nothing';
};

const made = (text: string): Subject => {
  const whole = withoutRooms(text.slice(0, READ_AT_MOST));
  const rest = withoutAsides(whole);
  const subject = judged(rest);
  // A code of licensing is never said by the way.
  if (subject === 'nothing' && codesIn(whole).some(({ code }) => OF_LICENSING.test(code))) return judged(whole);
  return rest === whole || subject === 'elsewhere' || subject === 'nothing' ? subject : judged(whole);
};

/** What a text is about; what it says of Office only by the way does not make it ours. A ticket is asked twice, so the last ones are kept. */
export const subjectOf: (text: string) => Subject = kept(made, (text) => text.slice(0, READ_AT_MOST), 16);
