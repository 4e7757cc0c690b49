import { finding, type Read } from './licence.ts';

/** No tool of Microsoft's writes so: it is the wording that shows an activator, never the code below it. */
const WORDING = /product activation (?:failed|successful)\b.{0,80}remaining period ?:|remaining period ?: ?\d+ days? \(\d+ minutes?\)/i;

export const unofficial = (text: string): Read => {
  const piece = WORDING.exec(text)?.[0];
  return piece === undefined ? {} : { findings: [finding('unofficial', 'activator', piece)] };
};
