import { isOfficeNamed } from './ours.ts';

/** Windows, wherever it stands in a sentence, in any script. */
const WINDOWS =
  /\bwin(?:dows)?[\s-]?(?:7|8|10|11|server|vista|xp)\b|\bwindows\b|\bserver[\s-](?:core|20(?:08|12|16|19|22|25))\b|윈도우|ウィンドウズ|виндовс|винд[аыуе](?!\p{L})|вінд(?:овс|а|у|и)|ويندوز|וינדוס|ווינדוס/iu;
/** What is activated, by its names; a code alone may be of the Office on that computer. */
const ACTIVATING =
  /\bkms\b|\bmak\b|gvlk|\bslmgr\b|activ|aktiv|aktyw|attiv|ativ|etkinle|актив|激活|認証|인증|فعل|הפעל|licen|lizenz|лиценз|ліценз|lisans|\bkeys?\b|schlüssel/iu;
/** A host for Office's own clients runs on Windows, too. */
const HOST =
  /\bkms[\s-]?(?:host|server|serv\w*|主机|服务器|サーバ\p{L}*|ホスト|сервер\p{L}*)|\b(?:server|servidor|serveur|serwer|сервер) kms\b|volume licen[cs]e pack/iu;

/** Where one thing ends to be said and another begins. */
const CLAUSES =
  /[.;,!?。、，；！？\n]\s*|\s(?:but|while|whereas|aber|mais|pero|ma|mas|maar|ale|но|але|men|mutta|ama|dar|de)\s|(?<=[すたん])が|けど|但是?/iu;
const NO_TROUBLE =
  /\b(?:no|any|kein\w*|pas de|sin|sans|senza|sem|geen|bez|utan|uden|uten) (?:\w+ )?(?:problem\w*|problèmes?|problema\w*|trouble|issues?|potíž\w*)|без проблем|问题なく|没问题|문제없|sorunsuz/iu;
const BAD =
  /\b(?:not|no|isn't|won't|doesn't|don't|can't|cannot|never|fails?|failed|error|nicht|kein\w*|fehler|verlangt|pas|ne|erreur|non|não|nao|niet|nie|ne|inte|ikke|ei|nem|nu|asks?|wants?|notification|expired?|exhausted)\b|0x[0-9a-f]{8}|(?<!\p{L})(?:не|нет|ні|ошибка)(?!\p{L})|m[iıuü]yor|değil|不|没|未|ません|ない|エラー|안\s|않|오류|لا\s|לא\s/iu;
const WELL =
  /\b(?:fine|ok|okay|works?|working|activates?|activated|licensed|well|unaffected|funktioniert|läuft|lief|geht|schon|aktiviert|marche|fonctionne|activée?s?|s'active(?:nt)?|active|activan?|activad[oa]s?|bien|attiva(?:no)?|attivat[oi]|funziona|ativam?|ativad[oa]s?|funciona|geactiveerd|activeert|werkt|aktywuje|działa|aktivuje|funguje|aktiveras|aktiverer|aktiveres|fungerar|virker|aktivoituu|toimii|aktivál\w*|működik|activează|etkinleşiyor)(?!\p{L})|(?<!\p{L})(?:sí|sì|sim|oui|да|активиру\p{L}+|работает|активу\p{L}+|працює)(?!\p{L})|激活|正常|認証され|問題な|정상|인증됩|인증돼|يتفعل|مفعل|מופעל/iu;

/** Is it Windows that is not activated? Office is not named, or said to be well where Windows is not. */
export const isWindowsOwn = (text: string): boolean => {
  if (!WINDOWS.test(text) || !ACTIVATING.test(text)) return false;
  if (!isOfficeNamed(text)) return !HOST.test(text);
  const clauses = text.split(CLAUSES);
  const isTroubled = (clause: string) => BAD.test(clause.replace(NO_TROUBLE, ' '));
  const ofOffice = clauses.filter((clause) => isOfficeNamed(clause) && !WINDOWS.test(clause));
  const ofWindows = clauses.filter((clause) => WINDOWS.test(clause) && !isOfficeNamed(clause));
  const isWell = (clause: string) => !isTroubled(clause) && (WELL.test(clause) || NO_TROUBLE.test(clause));
  return ofWindows.some(isTroubled) && ofOffice.some(isWell) && !ofOffice.some(isTroubled);
};
