import { isOfficeNamed } from '../understanding/ours.ts';
import type { Symptom } from './symptom.ts';

/** A word for weighing one thing against another. */
const WEIGHS =
  /\b(?:pros|cons|versus|vs|better|rather than|advantages?|recommend\w*|besser|lieber|eher|statt|vorteile?|sinnvoll\w*|empfehl\w*|empfiehl\w*)\b/i;
const KEY =
  /\bkeys?\b|schl(?:ü|ue)ssel|\bcl[ée]f?(?!\p{L})|clave|chiave|chave|sleutel|klucz|ключ|anahtar|klíč|nyckel|nøgle|nøkkel|avain|avaim|kulcs|chei[ae]|مفتاح|מפתח|キー|密钥|金鑰|키/iu;
const DIRECTORY = /\bad\b|\badba\b|active directory/i;

/** What is told by several things that stand in one text, where no phrase was heard: all of them must. */
const BY_ALL: readonly { readonly all: readonly RegExp[]; readonly symptom: Symptom }[] = [
  // Who names two ways of activating and no trouble asks which one.
  { all: [/\bmak\b/i, /\bkms\b|\badba\b|active directory/i], symptom: 'which-method' },
  { all: [/\bkms\b/i, DIRECTORY, WEIGHS], symptom: 'which-method' },
  // A key for the one edition, and the other installed.
  { all: [/\bstandard\b/i, /\bpro(?:fessional)?\b/i, KEY], symptom: 'wrong-edition-or-channel' },
];

const ACTIVATES = /activ|aktiv|aktyw|etkinle|\bativ|актив|激活|啟用|認証|인증|활성|تفعيل|فعّل/iu;

/** Who speaks of activating Office, and of nothing that is wrong with it, asks how that is done. */
export const speaksOfActivating = (text: string): boolean => ACTIVATES.test(text) && isOfficeNamed(text);

/** Does a text name a key, or activating? */
export const namesKey = (text: string): boolean => KEY.test(text) || ACTIVATES.test(text);

/** The label that several things in one text tell together. */
export const byAll = (text: string): Symptom | undefined => BY_ALL.find(({ all }) => all.every((each) => each.test(text)))?.symptom;
