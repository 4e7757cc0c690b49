import { createRequire } from 'node:module';
import { expect } from '@jest/globals';
import type { Asked } from '../src/conversation/record.ts';
import type { Reply } from '../src/conversation/reply.ts';
import type { Language } from '../src/language/language.ts';
import type { Rendered } from '../src/rendering/render.ts';

// The package's main entry cannot be loaded by Node; its dist file can, and checks a card without a browser.
const { AdaptiveCard, HostConfig, SerializationContext } = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js');

/** What Adaptive Cards' own parser complains about. */
export const complaints = (card: unknown): readonly string[] => {
  const parsed = new AdaptiveCard();
  const context = new SerializationContext();
  parsed.hostConfig = new HostConfig({ actions: { maxActions: 6 } });
  parsed.parse(card, context);
  const reading = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at));
  return (
    [...reading, ...parsed.validateProperties().validationEvents]
      .map(({ message }: { message: string }) => message)
      // Its expression for languages remembers where it ended, and so refuses every second card.
      .filter((message) => !/^Invalid value "[a-z]{2}" for property "lang"/.test(message))
  );
};

type Node = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);
/** Every element of a card, with those that it stands in, the outermost first. */
const elements = (node: unknown, within: readonly Node[] = []): readonly { readonly node: Node; readonly within: readonly Node[] }[] => {
  if (Array.isArray(node)) return node.flatMap((each) => elements(each, within));
  if (!isNode(node)) return [];
  const inside = Object.entries(node).filter(([key]) => key !== 'data');
  return [...('type' in node ? [{ node, within }] : []), ...inside.flatMap(([, each]) => elements(each, [...within, node]))];
};

/** Channels and kinds of conversation that are looked at. */
export const PLACES = [
  ['msteams', 'personal'],
  ['msteams', 'groupChat'],
  ['webchat', undefined],
  ['sms', undefined],
] as const;
type Place = (typeof PLACES)[number];

const WIDEST: Readonly<Record<string, number>> = { msteams: 30, webchat: 44 };
const ISOLATED = /\u2066[^\u2066\u2069]*\u2069/g;

/** Words and codes in Latin letters that stand unprotected in a right-to-left text. */
const loose = (text: string): readonly string[] =>
  text
    .replace(ISOLATED, ' ')
    .replace(/\]\([^)]*\)/g, ' ')
    .match(/[A-Za-z]{2,}|0x\w+/g) ?? [];

const title = ({ title: text }: Node): string => String(text ?? '');

/** Everything that a channel and a screen reader ask of one message; gives what is wrong with it, in words. */
export const faults = (
  { text, attachments = [], suggestedActions, ...rest }: Rendered,
  [channelId]: Place,
  direction: 'ltr' | 'rtl',
): readonly string[] => {
  const found: string[] = [];
  const wrong = (is: boolean, what: string) => is && found.push(what);
  const cards = attachments.map(({ content }) => content as Node);
  const all = cards.flatMap((card) => elements(card));
  const actions = all.filter(({ node }) => String(node.type).startsWith('Action.')).map(({ node }) => node);
  const below = suggestedActions?.actions ?? [];
  const labels = [...actions.filter(({ data }) => isNode(data) && 'ask' in data).map(title), ...below.map((each) => each.title)];
  wrong(channelId === 'sms' && (cards.length > 0 || below.length > 0), 'a plain channel got more than text');
  wrong(text.trim() === '', 'there is no text');
  wrong(Buffer.byteLength(JSON.stringify({ attachments, suggestedActions, ...rest })) > 28_000, 'it is too large');
  for (const card of cards) {
    found.push(...complaints(card));
    wrong(card.version !== '1.5', 'the version is not 1.5');
    wrong(channelId === 'msteams' && Array.isArray(card.actions) && card.actions.length > 6, 'there are more than six actions');
    for (const name of ['speak', 'fallbackText']) wrong(!/\S/.test(String(card[name] ?? '')), `${name} is empty`);
    wrong((card.rtl === true) !== (direction === 'rtl'), 'the direction is wrong');
  }
  for (const { node, within } of all) {
    wrong(node.type === 'Image' && !/\S/.test(String(node.altText ?? '')), 'an image without words');
    wrong(node.type === 'TextBlock' && node.wrap !== true, 'a text that does not wrap');
    wrong(channelId === 'msteams' && node.type === 'TextBlock' && String(node.text).includes('`'), 'code marks that a card does not know');
    wrong(String(node.type).startsWith('Input.') && !/\S/.test(String(node.label ?? '')), 'an input without a label');
    wrong(node.isRequired === true && !/\S/.test(String(node.errorMessage ?? '')), 'a required input without an error text');
    const isCode = node.type === 'TextRun' && node.fontType === 'Monospace';
    wrong(isCode && !within.some((each) => each.rtl === false), 'a command that follows the direction of the language');
    wrong(isCode && /[\u2066-\u2069]/.test(String(node.text)), 'a command with invisible characters');
    if (direction === 'rtl' && !isCode)
      for (const name of ['text', 'title', 'label'])
        if (typeof node[name] === 'string') found.push(...loose(node[name]).map((run) => `not isolated in a card: ${run}`));
  }
  for (const label of labels) {
    const length = label.replace(/[\u2066-\u2069]/g, '').length;
    wrong(length === 0 || label.includes('\n') || length > (WIDEST[channelId] ?? 1_000), `a label that does not fit: ${label}`);
  }
  wrong(new Set(labels).size !== labels.length, 'two buttons with one label');
  wrong(channelId === 'msteams' && (below.length > 6 || (below.length > 0 && cards.length > 0)), 'Teams would not show all buttons');
  if (direction === 'rtl') found.push(...loose(text).map((run) => `not isolated: ${run}`));
  else wrong(/[\u2066-\u2069]/.test(JSON.stringify({ text, attachments })), 'invisible characters in a left-to-right text');
  return [...new Set(found)];
};

/** Are all choices of a reply there to be chosen: as a button, in a list, or by their number? */
export const missingChoices = ({ text, attachments = [], suggestedActions, channelData }: Rendered): readonly string[] => {
  const shown = JSON.stringify([attachments, suggestedActions]).replace(/[\u2066-\u2069]/g, '');
  const said = text.replace(/[\u2066-\u2069]/g, '');
  const choices = channelData.activationDesk.choices ?? [];
  return choices.flatMap(({ title: label }, at) =>
    said.includes(`${at + 1}. ${label}`) || shown.includes(JSON.stringify(label).slice(1, -1)) ? [] : [label],
  );
};

/** Rooms that are loaded after the texts were chosen: a test may have put others in their place. */
const rooms = async () => ({
  ...(await import('../src/conversation/ask.ts')),
  ...(await import('../src/conversation/record.ts')),
  ...(await import('../src/knowledge/outcomes.ts')),
  ...(await import('../src/knowledge/articles.ts')),
  ...(await import('../src/knowledge/commands.ts')),
  ...(await import('../src/machines/facts.ts')),
  ...(await import('../src/rendering/render.ts')),
  ...(await import('../src/rendering/settled.ts')),
  ...(await import('../src/rendering/card.ts')),
});

/** Every question in both wordings, every outcome with and without what is known, every article and command, as replies. */
export const everyReply = async (): Promise<readonly (readonly [string, readonly Reply[]])[]> => {
  const { askOf, choicesOf, questionOf, newRecord, OUTCOMES, ARTICLES, COMMANDS, QUESTIONS } = await rooms();
  const record = newRecord('en');
  const asking = (asked: Asked, again = false, more: Partial<Reply> = {}): Reply => ({
    says: [],
    question: questionOf(asked, again),
    ask: askOf(asked),
    choices: choicesOf(asked, record),
    mostQuestionsLeft: 5,
    ...more,
  });
  // Object.keys forgets which keys they are.
  const keys = <T extends object>(table: T) => Object.keys(table) as (keyof T & string)[];
  const welcome: Reply = {
    says: [
      { key: 'talk.welcome' },
      { key: 'talk.noKeys' },
      { key: 'talk.code', params: { code: '0xC004F074', meaning: { key: 'codes.0xC004F074' } } },
    ],
  };
  const details = { code: '0xC004F074', version: '2021', bits: '64', host: 'kms01.contoso.example' };
  return [
    ...keys(QUESTIONS).flatMap((fact) =>
      [false, true].map((again) => [`${fact}${again ? ' again' : ''}`, [asking({ kind: 'fact', fact }, again)]] as const),
    ),
    ...(['offer', 'solved', 'language'] as const).map((kind) => [kind, [asking({ kind })]] as const),
    ...keys(OUTCOMES).flatMap((outcome) => {
      const advice = asking({ kind: 'fact', fact: `tried.${outcome}` }, false, { outcome, details: {} });
      return [
        [outcome, [advice]] as const,
        [
          `${outcome} after a code`,
          [
            welcome,
            {
              ...advice,
              details,
              summary: [{ key: 'talk.summary.request' }, { key: 'talk.summary.code', params: { code: '0xC004F074' } }],
              contact: 'help@contoso.example',
            },
          ],
        ] as const,
      ];
    }),
    ...keys(ARTICLES).map(
      (id) => [id, [{ says: [], articles: [{ id, params: { version: '2021', date: '2026-10-13', office: 'Office 2021' } }] }]] as const,
    ),
    ...keys(COMMANDS).map((id) => [id, [{ ...asking({ kind: 'fact', fact: 'method' }), commands: [id], details }]] as const),
    ['every command', [{ ...asking({ kind: 'fact', fact: 'symptom' }), commands: keys(COMMANDS) }]],
  ];
};

/** Renders every reply for every place in one language, and says what is wrong where. */
export const everyFault = async (language: Language, direction: 'ltr' | 'rtl'): Promise<readonly string[]> => {
  const { renderTurn, settled } = await rooms();
  const found: string[] = [];
  for (const place of PLACES)
    for (const [name, replies] of await everyReply())
      for (const message of renderTurn(replies, language, place[0], { conversationType: place[1], talk: '0123456789ab' })) {
        const where = `${place.join(' ')} ${name}: `;
        found.push(...faults(message, place, direction).map((fault) => where + fault));
        found.push(...missingChoices(message).map((label) => `${where}no way to choose ${label}`));
        const after = settled({ ...message }, 'KMS', language);
        const card = (after as Pick<Rendered, 'attachments'> | undefined)?.attachments?.[0]?.content;
        if (card !== undefined) found.push(...complaints(card).map((fault) => `${where}once answered: ${fault}`));
        if (card !== undefined && JSON.stringify(card).includes('"ask"')) found.push(`${where}once answered: still has buttons`);
      }
  return found;
};

export const expectNoFaults = async (language: Language, direction: 'ltr' | 'rtl') =>
  expect(await everyFault(language, direction)).toEqual([]);
