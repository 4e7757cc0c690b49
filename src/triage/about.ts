/** Names of Office and its programs, also as other scripts write them. "LTSC" alone is not one: Windows has it too. */
const OFFICE =
  /\b(?:(?:ms ?|m)?office\w*|word|excel|outlook|power ?point|publisher|onenote|visio\w*|(?:o|m(?:icrosoft )?)365|mondo|ospp\w*|pro ?plus\w*|vamt|project (?:pro|std|standard|professional|20\d\d)|access 20\d\d)\b|офис|оффис|اوفيس|أوفيس|オフィス|오피스/iu;
/** An edition of Windows, as people and outputs name what is to be activated. "Windows 11" alone is what Office runs on. */
const WINDOWS =
  /\bwindows(?:\(r\))?[,\s]{1,3}(?:\d{1,2}(?:\.\d)?\s)?(?:pro|professional|home|enterprise\w*|education|ltsc|ltsb|iot|core)\b|\bwindows\(r\)/i;

/** Does the text name Office or one of its programs? */
export const isOfficeNamed = (text: string): boolean => OFFICE.test(text);

/** Is it Windows itself that the text is about? Windows' editions are named, and Office is not. */
export const isAboutWindows = (text: string): boolean => WINDOWS.test(text) && !isOfficeNamed(text);
