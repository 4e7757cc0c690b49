/** A piece of HTML that was made by `html`, and so holds no text of others unescaped. */
export interface Html {
  readonly html: string;
}
type Part = string | number | Html | readonly Part[];

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escaped = (part: Part): string => {
  if (typeof part === 'string') return part.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? '');
  if (typeof part === 'number') return String(part);
  return 'html' in part ? part.html : part.map(escaped).join('');
};

/** Makes HTML. What is put in is escaped, but for what this made itself; attributes stand in quotes. */
export const html = (texts: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  html: texts.map((text, at) => text + (at < parts.length ? escaped(parts[at] ?? '') : '')).join(''),
});
