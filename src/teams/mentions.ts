/** What Teams says beside a text: who is mentioned in it. Which fields there are differs from client to client. */
export interface Entity {
  readonly type?: string | undefined;
  readonly text?: unknown;
  readonly mentioned?: unknown;
  readonly locale?: unknown;
}

const field = (node: unknown, name: string): string => {
  const value: unknown = typeof node === 'object' && node !== null ? Object.entries(node).find(([key]) => key === name)?.[1] : undefined;
  return typeof value === 'string' ? value : '';
};

const isMention = ({ type }: Entity): boolean => type?.toLowerCase() === 'mention';

/** Is this bot mentioned? A text with a mention's mark and no entities at all is taken for one: some clients send it so. */
export const mentions = (text: string, entities: readonly Entity[], bot: string): boolean => {
  const mentioned = entities.filter(isMention);
  return mentioned.length === 0 ? TAG.test(text) : mentioned.some((each) => field(each.mentioned, 'id') === bot);
};

const TAG = /<at\b[^>]{0,200}>[\s\S]{0,200}?<\/at>/i;
const TAGS = new RegExp(TAG, 'gi');
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** Text as it was typed: what HTML spells out is read once, odd spaces and line ends become plain ones. */
const decoded = (text: string): string =>
  text
    .replace(/&#(\d{1,6});/g, (_, digits: string) => String.fromCodePoint(Math.min(Number(digits), 0x10ffff)))
    .replace(/&(\w{2,6});/g, (whole, name: string) => ENTITIES[name.toLowerCase()] ?? whole)
    .replace(/[\u00a0\u2007\u202f]/g, ' ')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u200b\u200e\u200f\u2066-\u2069\ufeff]/g, '');

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * The text without mentions, however the client spelled them: every <at>…</at>, with attributes, nested in spaces or HTML-encoded,
 * and a plain "@Name" or "Name" in front. The names of others mean nothing to the desk, and go too.
 */
export const withoutMentions = (text: string, entities: readonly Entity[], bot: string): string => {
  const own = entities.filter((each) => isMention(each) && field(each.mentioned, 'id') === bot);
  const names = own
    .flatMap((each) => [typeof each.text === 'string' ? decoded(each.text).replace(/<[^<>]*>/g, '') : '', field(each.mentioned, 'name')])
    .map((name) => name.replace(/^@/, '').trim())
    .filter((name) => name !== '');
  const bare = decoded(text.replace(TAGS, ' ').replace(/&lt;at\b.{0,200}?&lt;\/at&gt;/gi, ' '));
  const front = names.length === 0 ? undefined : new RegExp(`^(?:\\s*@?(?:${names.map(escaped).join('|')})(?![\\p{L}\\p{N}])[,:]?)+`, 'iu');
  return (front === undefined ? bare : bare.replace(front, ' ')).replace(/(?<![ \t])[ \t]+$/gm, '').trim();
};
