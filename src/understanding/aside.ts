import { plain } from './plain.ts';

const OFFICE = /^(?:d')?(?:ms)?office|^(?:офис|оффис|офіс|オフィス|오피스)/u;
/** "No Office on it", in the languages that tickets come in. */
const NONE =
  /^(?:no|without|kein|ohne|sans|sin|senza|sem|geen|zonder|bez|без|нет|немає|uden|ikke|inget|ingen|utan|uten|ilman|nincs|fara|fără)$/u;
/** "Office itself is fine." */
const WELL =
  /^(?:works?|working|fine|ok|okay|unaffected|activated|funktioniert|laeuft|geht|ordnung|aktiviert|fonctionnent?|marche|activée?|funcionan?|activado|bien|funziona|attivato|funcionam?|ativado|bem|werkt|prima|goed|działa|aktywowany|работает|активирован|порядке|працює|активований|порядку|virker|fungerar|fungerer|funkar|toimii|mukoedik|funguje|funcționează|merge|calisiyor|çalışıyor|sorunsuz)$|問題な|正常|大丈夫|認証済|没问题|沒問題|已激活|정상|문제/u;
const NOT = /^(?:not|nicht|pas|no|non|não|niet|nie|не|ikke|inte|ei|nem|nu|doesn't|isn't|won't|never|cannot|can't|mehr|plus)$/u;

/** "Office is not installed there." */
const INSTALLED =
  /^(?:installed|installiert|installée?|instalad[oa]|installato|geinstalleerd|zainstalowany|установлен|встановлен|installeret|installerat|installert|asennettu|nainstalov[aá]n|telepítve|instalat|yüklü|kurulu)$/u;
/** "This is not about Office." */
const ABOUT = /^(?:about|um|sobre|over|про|об?|dotyczy|riguarda|concerne|koske|om|týká)$/u;

/** So many words behind Office may still say how it is. */
const NEAR = 7;
const SENTENCES = /[.!?;。！？\n]+(?:\s|$)|[。！？]|\s[-–]\s/u;

/** Does a sentence name Office only as what is well, or not there at all? */
const isAside = (sentence: string): boolean => {
  const words = plain(sentence).split(' ');
  const places = words.flatMap((word, at) => (OFFICE.test(word) ? [at] : []));
  return places.every((at) => {
    const behind = words.slice(at + 1, at + 1 + NEAR);
    const before = words.slice(Math.max(0, at - 4), at);
    const isDenied = (near: readonly string[], what: RegExp) => near.some((word) => NOT.test(word)) && near.some((word) => what.test(word));
    return (
      before.slice(-2).some((word) => NONE.test(word)) ||
      isDenied(before, ABOUT) ||
      isDenied(behind, INSTALLED) ||
      (behind.some((word) => WELL.test(word)) && !behind.some((word) => NOT.test(word)))
    );
  });
};

/** Is Office named only to say that it is not what the text is about: "Office works", "no Office on it"? */
export const isOfficeAside = (text: string): boolean => text.split(SENTENCES).every(isAside);
