import { type Language, say } from '../language/language.ts';
import type { Advice, CommandLine } from './advice.ts';
import { commandBox, type Element, text } from './card.ts';
import type { Channel } from './channels.ts';

const copyButton = (line: string, title: string): Element => ({
  type: 'Column',
  width: 'auto',
  verticalContentAlignment: 'Center',
  items: [{ type: 'ActionSet', actions: [{ type: 'Action.Submit', title, tooltip: `${title}: ${line}`, data: { copy: line } }] }],
});

/** The advice as the body of a card. `map` is where its way through the tree is shown. */
export const adviceBody = (advice: Advice, language: Language, { page }: Channel, map: string): readonly Element[] => {
  const { id, title, summary, facts, steps, notes, sources } = advice;
  const commands = (lines: readonly CommandLine[]) =>
    lines.map((each) => commandBox(each, page ? [copyButton(each.line, say(language, 'talk.outcome.copy'))] : []));
  return [
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
    ...(page
      ? [{ type: 'ActionSet', actions: [{ type: 'Action.Submit', title: say(language, 'talk.outcome.map'), data: { open: map } }] }]
      : []),
  ];
};
