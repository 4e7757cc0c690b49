import { plain } from './plain.ts';

/** French and Italian articles grow into the word: "l'ID d'installation". */
const ARTICLE = /(?<![\p{L}\p{N}'])[ld]'(?=\p{L})/gu;

/** Plain text without accents and grown-in articles: people often leave the accents out. */
export const bare = (text: string): string => plain(text).normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC').replace(ARTICLE, '');
