import { type Language, say } from '../language/language.ts';
import type { Advice, CommandLine } from './advice.ts';
import type { Channel } from './channels.ts';

type Element = Readonly<Record<string, unknown>>;

const text = (content: string, more: Element = {}): Element => ({ type: 'TextBlock', text: content, wrap: true, ...more });

// A TextBlock is Markdown: it would turn the quotes of a command into typographic ones.
const code = (line: string): Element => ({ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: line, fontType: 'Monospace' }] });

const button = (line: string, title: string): Element => ({
  type: 'Column',
  width: 'auto',
  verticalContentAlignment: 'Center',
  items: [{ type: 'ActionSet', actions: [{ type: 'Action.Submit', title, tooltip: `${title}: ${line}`, data: { copy: line } }] }],
});

/** A command in a line of its own, so that it can be selected and, where the page can, copied with a button. */
const command = ({ line, note }: CommandLine, language: Language, { page }: Channel): Element => ({
  type: 'Container',
  style: 'emphasis',
  spacing: 'Small',
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
        ...(page ? [button(line, say(language, 'talk.outcome.copy'))] : []),
      ],
    },
  ],
});

/** What stands below an advice: a summary to copy, the question that closes it, and where its way through the tree is shown. */
interface Below {
  readonly extra: readonly string[];
  readonly closing: readonly string[];
  readonly map: string;
}

/** The advice as an Adaptive Card 1.5, closed by the question whether it helped. */
export const adviceCard = (advice: Advice, language: Language, channel: Channel, { extra, closing, map }: Below): Element => {
  const { id, title, summary, facts, steps, notes, sources } = advice;
  const commands = (lines: readonly CommandLine[]) => lines.map((line) => command(line, language, channel));
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: language,
    speak: `${title}. ${summary}`,
    body: [
      text(title, { size: 'Large', weight: 'Bolder', style: 'heading' }),
      text(summary),
      { type: 'FactSet', facts },
      ...steps.flatMap((step, at) => [
        text(`**${at + 1}.** ${step.text}`, { separator: at === 0, spacing: 'Medium' }),
        ...(step.window === undefined ? [] : [text(step.window.text, { isSubtle: true }), ...commands(step.window.commands)]),
        ...commands(step.commands),
      ]),
      ...notes.map((note, at) => text(`**${note.title}:** ${note.text}`, { separator: at === 0, spacing: 'Medium' })),
      text(`${say(language, 'talk.outcome.sources')}: ${sources.map((source) => `[${source.text}](${source.url})`).join(' · ')}`, {
        isSubtle: true,
        size: 'Small',
      }),
      text(say(language, 'talk.outcome.code', { id }), { isSubtle: true, size: 'Small', spacing: 'None' }),
      ...(channel.page
        ? [{ type: 'ActionSet', actions: [{ type: 'Action.Submit', title: say(language, 'talk.outcome.map'), data: { open: map } }] }]
        : []),
      ...extra.map((line, at) => text(line, { separator: at === 0 })),
      ...closing.map((line, at) => text(line, { separator: at === 0, weight: 'Bolder' })),
    ],
  };
};
