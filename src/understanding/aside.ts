import { plain } from './plain.ts';

const OFFICE = /^(?:d')?(?:ms)?office|^(?:офис|оффис|офіс|オフィス|오피스)/u;
/** "No Office on it", in the languages that tickets come in. */
const NONE =
  /^(?:no|without|kein|ohne|sans|sin|senza|sem|geen|zonder|bez|без|нет|немає|uden|ikke|inget|ingen|utan|uten|ilman|nincs|fara|fără)$/u;
/** "Office itself is fine." */
const WELL =
  /^(?:works?|working|fine|ok|okay|unaffected|activated|funktioniert|laeuft|geht|ordnung|aktiviert|fonctionnent?|marche|activée?|funcionan?|activado|bien|funziona|attivato|funcionam?|ativado|bem|werkt|prima|goed|działa|aktywowany|работает|активирован|порядке|працює|активований|порядку|virker|fungerar|fungerer|funkar|toimii|mukoedik|funguje|funcționează|merge|calisiyor|çalışıyor|sorunsuz)$|問題な|正常|大丈夫|認証済|没问题|沒問題|已激活|정상|문제/u;
const NOT =
  /^(?:not|nicht|ned|net|nit|nich|nimmer|pas|no|non|não|niet|nie|не|ikke|inte|ei|nem|nu|doesn't|isn't|won't|never|cannot|can't|mehr|plus)$/u;

/** "Office is not installed there." */
const INSTALLED =
  /^(?:on|here|there|present|vorhanden|drauf|présent|installed|installiert|installée?|instalad[oa]|installato|geinstalleerd|zainstalowany|установлен|встановлен|installeret|installerat|installert|asennettu|nainstalov[aá]n|telepítve|instalat|yüklü|kurulu)$/u;
/** "I do not have Office", in one word. */
const LACKED = /^(?:nemám|nemáme|nincs|nincsen|yok|нет|немає|отсутствует|відсутній|puuttuu|saknas|mangler|fehlt)$/u;
/** "This is not about Office." */
const ABOUT = /^(?:about|um|sobre|over|про|об?|dotyczy|riguarda|concerne|koske|om|týká)$/u;

/** What stands behind it may be said of Windows. */
const OTHER = /^(?:windows|but|aber|mais|pero|ma|mas|maar|ale|но|але|men)$/u;

/** So many words behind Office may still say how it is. */
const NEAR = 7;
const SENTENCES = /[.!?;。！？\n]+(?:\s|$)|[。！？]|\s[-–]\s/u;

/** Does a sentence name Office (or what else is asked for) only as what is well, or not there at all? */
const isAside = (sentence: string, named = OFFICE): boolean => {
  const words = plain(sentence).split(' ');
  const places = words.flatMap((word, at) => (named.test(word) ? [at] : []));
  return places.every((at) => {
    const next = words.slice(at + 1, at + 1 + NEAR);
    const other = next.findIndex((word) => OTHER.test(word));
    const behind = other < 0 ? next : next.slice(0, other);
    const before = words.slice(Math.max(0, at - 4), at);
    const isDenied = (near: readonly string[], what: RegExp) => near.some((word) => NOT.test(word)) && near.some((word) => what.test(word));
    return (
      before.slice(-2).some((word) => NONE.test(word) && (word !== 'no' || words[at] === 'office')) ||
      behind.slice(0, 3).some((word) => LACKED.test(word)) ||
      isDenied(before, ABOUT) ||
      isDenied(behind, INSTALLED) ||
      (behind.some((word) => WELL.test(word)) && !behind.some((word) => NOT.test(word)))
    );
  });
};

/** Is Office named only to say that it is not what the text is about: "Office works", "no Office on it"? */
export const isOfficeAside = (text: string): boolean => text.split(SENTENCES).every((sentence) => isAside(sentence));

/** Office's programs, too: what is said of one of them may not go unread beside what is said of another. */
const PROGRAM =
  /^(?:(?:d')?(?:ms)?office|word|excel|visio|powerpoint|outlook|access|project|офис|оффис|офіс|ворд|эксель|オフィス|오피스|엑셀|워드)/u;
/** Rooms that are called office, and homes. */
const ROOM =
  /\b(?:(?:head|home|back|front|main|branch|post|box|ticket|sales|accounts|doctor'?s|school|home-)[\s-]{0,2}office|out[\s-]of[\s-](?:the[\s-])?office|(?:in|at|to|from|outside|near|of|around) (?:the|our|my|her|his|your|an?|this) office|office (?:manager|building|door|hours|phone|chair|desk|supplies|printer|kitchen|lights?|plants?|cleaning|party|space|moves?|relocation|floor|network|wi-?fi|address|pc|computer|laptop|day|days|life|supply|assistant|staff|politics|attendance|dog))\b/gi;
const BRACKETS = /\([^()]{1,120}\)/g;

/** Where a sentence ends, or turns to what it is about. */
const TURNS = new RegExp(`${SENTENCES.source}|,?\\s(?:but|aber|mais|pero|ma|mas|maar|ale|но|але|men|mutta)\\s`, 'u');
/** Who asks, or names what activates, does not speak of it by the way. */
const ASKS =
  /[?？]|0x|fail|error|fehler|erreur|ошибк|помилк|błąd|chyba|エラー|错误|오류|\b(?:key|mak|kms|will|want\w*|until|muss|soll|how|wie|comment|cómo|come|como|hoe|jak|как|як)\b/iu;
/** Of fewer words than these nothing else is told. */
const REST = 4;

const wordsOf = (text: string): readonly string[] => plain(text).split(' ');

/** Does a sentence name Office or one of its programs only as what is well? */
const isBeside = (sentence: string): boolean =>
  !ASKS.test(sentence) &&
  wordsOf(sentence).some((word) => PROGRAM.test(word)) &&
  !wordsOf(sentence).some((word) => WELL.test(word) && wordsOf(sentence).some((other) => NOT.test(other))) &&
  isAside(sentence, PROGRAM);

/** A text without the rooms that are called office. */
export const withoutRooms = (text: string): string => text.replace(ROOM, ' ');

/** A text without what it says of Office only by the way; the text itself where too little else is told. */
export const withoutAsides = (text: string): string => {
  const rest = text
    .replace(BRACKETS, (piece) => (wordsOf(piece).some((word) => WELL.test(word)) ? ' ' : piece))
    .split(TURNS)
    .filter((sentence) => !isBeside(sentence))
    .join('. ');
  return wordsOf(rest).length < REST ? text : rest;
};
