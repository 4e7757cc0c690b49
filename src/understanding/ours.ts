import { isOfficeAside } from './aside.ts';
import type { Finding } from './finding.ts';

/** Names of Office and its programs, also as other scripts write them; an officer is none, nor is Hancom's suite. "LTSC" alone is not one: Windows has it too. */
const OFFICE =
  /\b(?:(?:ms ?|m)?office(?!rs?\b)\w*|word|excel\w*|outlook|power ?point|publisher(?!'?s)|onenote|visio\w*|(?:o|m(?:icrosoft )?)365|mondo|ospp\w*|pro ?plus\w*|vamt|project (?:pro|std|standard|professional|20\d\d)|access 20\d\d)\b|офіс|офис|оффис|ворд|ексель|эксель|аутлук|повер ?по[ий]нт|اوفيس|أوفيس|[إا]كسل|وورد|オフィス|エクセル|ワード|パワーポイント|(?<!한컴 ?)오피스|엑셀|워드|파워포인트|아웃룩|אופיס|אקסל|וורד|אאוטלוק/iu;

/** An edition of Windows, as people and outputs name what is to be activated. "Windows 11" alone is what Office runs on. */
const WINDOWS_EDITION =
  /\bwindows(?:\(r\))?[,\s]{1,3}(?:\d{1,2}(?:\.\d)?\s)?(?:pro|professional|home|enterprise\w*|education|ltsc|ltsb|iot|core)\b|\bwindows\(r\)/i;
/** A server, named by its year and edition without Windows' name. */
const SERVER =
  /\bserver[\s-](?:20(?:08|12|16|19|22|25))(?:[\s-]r2)?[\s-](?:standard|std|datacenter|essentials|eval\w*|core)\b|\bwin(?:dows)?[\s-]?server\b(?![^.\n]{0,40}\bkms\b)/i;
/** Windows as other scripts and hurried people write it, right beside what is activated. */
const SHORT =
  /\bwin[\s-]?(?:7|8|10|11)\b|윈도우(?:즈)?|ウィンドウズ|видовс|виндовс|винд[аыуе](?!\p{L})|вінд(?:овс|а|у|и)|ويندوز|ووندوز|וינדוס|חלונות 1[01]|视窗/iu;
/** Windows as the thing that is or is not activated; "on Windows" is where something else runs. */
const WINDOWS = /(?<!\b(?:on|under|in|with|unter|auf|mit|sur|sous|en|con|su|na|w|op|em|no|på|till|pe)\s)\bwindows\b/i;
const ACTIVATION =
  /activ|aktiv|aktyw|etkinle|ativa|atyw|watermark|wasserzeichen|slmgr|lizenz|licen|\bkeys?\b|\bkms\b|gvlk|\bmak\b|فعل|0x[c8]0|激活|認証|활성|인증|정품|активи|активац|הפעל/i;

/** Does the text name Office or one of its programs? */
export const isOfficeNamed = (text: string): boolean => OFFICE.test(text);

/** A name of Office or of one of its programs, and where it stands, by letters. */
interface Named {
  readonly name: string;
  readonly at: number;
  readonly end: number;
}
const EVERY = new RegExp(OFFICE, `${OFFICE.flags}g`);

/** Every name of Office and its programs that a text holds. */
export const programsIn = (text: string): readonly Named[] =>
  [...text.matchAll(EVERY)].map(({ 0: name, index }) => ({ name, at: index, end: index + name.length }));

/** Is more named than the mail program, which has accounts, days and red marks of its own? */
export const isProgramNamed = (programs: readonly Named[]): boolean => programs.some(({ name }) => name !== 'outlook');

const OURS = /^(?:ltsc|project|kms|mak|adba|365)$/;

/** Does a plain word name Office, or what activates it? A mail program has troubles of its own. */
export const isOurs = (word: string): boolean => OURS.test(word) || (word !== 'outlook' && OFFICE.test(word));

/** Is it Windows itself that the text is about? Windows is named as what is activated, and Office is not named, or only as what is well. */
export const windowsIn = (text: string): readonly Finding[] => {
  const named =
    WINDOWS_EDITION.exec(text) ?? (ACTIVATION.test(text) ? (WINDOWS.exec(text) ?? SHORT.exec(text) ?? SERVER.exec(text)) : null);
  return named === null || (isOfficeNamed(text) && !isOfficeAside(text)) ? [] : [{ name: 'product', value: 'windows', piece: named[0] }];
};
