import type { Language } from '../language/language.ts';
import type { CommandLine } from './advice.ts';
import { isolatedCard, isRightToLeft } from './direction.ts';

export type Element = Readonly<Record<string, unknown>>;

export const text = (content: string, more: Element = {}): Element => ({ type: 'TextBlock', text: content, wrap: true, ...more });

// A TextBlock is Markdown: it would turn the quotes of a command into typographic ones.
const code = (line: string): Element => ({ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: line, fontType: 'Monospace' }] });

/** A command in a line of its own, left to right in every language, so that it can be selected and copied. Buttons stand beside it. */
export const commandBox = ({ line, note }: CommandLine, beside: readonly Element[] = []): Element => ({
  type: 'Container',
  style: 'emphasis',
  spacing: 'Small',
  rtl: false,
  items: [
    {
      type: 'ColumnSet',
      columns: [
        {
          type: 'Column',
          width: 'stretch',
          verticalContentAlignment: 'Center',
          items: [code(line), ...(note === '' ? [] : [text(note, { isSubtle: true, size: 'Small', spacing: 'None' })])],
        },
        ...beside,
      ],
    },
  ],
});

const ALONE = /^\s*`([^`]+)`(?: \((.*)\))?$/;

/** Markdown as a card can show it: a command that stands alone gets its box, quotes and code marks are left out. */
export const blocks = (markdown: string): readonly Element[] =>
  markdown.split('\n\n').flatMap((paragraph): readonly Element[] => {
    const [, line, note = ''] = ALONE.exec(paragraph) ?? [];
    if (line !== undefined) return [commandBox({ line, note })];
    return [text(paragraph.replace(/^> ?/gm, '').replaceAll('`', ''))];
  });

interface Card {
  /** What a screen reader says for the whole card. */
  readonly speak: string;
  /** What stands where cards of this version cannot be shown. */
  readonly fallback: string;
  readonly body: readonly Element[];
  readonly actions?: readonly Element[];
}

/** An Adaptive Card 1.5 in the language's direction: no client of Teams shows a later one everywhere. */
export const cardOf = ({ speak, fallback, body, actions = [] }: Card, language: Language): Element =>
  isolatedCard(
    {
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.5',
      lang: language,
      ...(isRightToLeft(language) ? { rtl: true } : {}),
      speak,
      fallbackText: fallback,
      body,
      ...(actions.length === 0 ? {} : { actions }),
    },
    language,
  );

/** The same card, whose buttons tell whose talk it is. */
export const markedCard = (card: Element, talk: string): Element =>
  Array.isArray(card.actions)
    ? { ...card, actions: card.actions.map((action: Element) => ({ ...action, data: { ...(action.data as Element), talk } })) }
    : card;
