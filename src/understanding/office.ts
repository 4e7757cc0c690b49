import { isOfficeVersion, VERSIONS } from '../knowledge/versions.ts';
import type { Finding } from './finding.ts';

const VERSION =
  /\b(?:office|word|excel|outlook|powerpoint|access|project|visio|ltsc|pro ?plus|professional plus|standard)\b[^\n.]{0,28}?\b(2010|2013|2016|2019|2021|2024)\b/i;
const BARE = /(?<![\d.:/-])(2010|2013|2016|2019|2021|2024)(?![\d.:/-])/g;
const BITS = /\b(32|64)[\s-]?bit\b/i;
/** Office's short year in a licence name ("Office 21, Office21ProPlus2021VL_KMS_Client_AE edition"). */
const LICENCE = /\bOffice ?(14|15|16|19|21|24)(?:,|[A-Z])/;
const YEARS: Readonly<Record<string, string>> = { '14': '2010', '15': '2013', '16': '2016', '19': '2019', '21': '2021', '24': '2024' };

/** Editions that are sold to people, one by one: never the organisation's edition of the same year. */
const RETAIL = /\bhome (?:and|&|und) (?:student|business)\b|\bhome use\b|\bpersonal 20/i;

/** The Office version and bitness that a text names. A year alone counts only where the text is nothing but a short answer. */
export const officeIn = (text: string): readonly Finding[] => {
  const short = text.trim().length <= 24 ? [...text.matchAll(BARE)] : [];
  const named = VERSION.exec(text) ?? (short.length === 1 ? short[0] : undefined);
  const licence = LICENCE.exec(text);
  const year = named?.[1] ?? YEARS[licence?.[1] ?? ''];
  const bits = BITS.exec(text);
  return [
    ...(year !== undefined && isOfficeVersion(year)
      ? [
          { name: 'version', value: year, piece: named?.[0] ?? licence?.[0] ?? year } as const,
          {
            name: 'office',
            value: RETAIL.test(text) ? `Office ${year}` : VERSIONS[year].name,
            piece: named?.[0] ?? licence?.[0] ?? year,
          } as const,
        ]
      : []),
    ...(bits?.[1] === undefined ? [] : [{ name: 'bits', value: bits[1], piece: bits[0] } as const]),
  ];
};
