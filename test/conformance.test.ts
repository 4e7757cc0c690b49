import { describe, expect, it } from '@jest/globals';
import { LANGUAGES } from '../src/language/language.ts';
import { render, renderTurn } from '../src/rendering/render.ts';
import { everyReply, expectNoFaults, faults } from './conformance.ts';

describe('every question, outcome, article and command, in Teams, Web Chat and plain text', () => {
  it.each(LANGUAGES)('has a valid card, all of its choices, labels that fit and words for a screen reader, in %s', async (language) => {
    await expectNoFaults(language, 'ltr');
  });

  it('is one message a turn in Teams', async () => {
    for (const [, replies] of await everyReply()) expect(renderTurn(replies, 'en', 'msteams')).toHaveLength(1);
  });

  it('would be found wrong where it is', () => {
    const message = render({ says: [], question: { key: 'talk.offerEnd' }, ask: 'offer', choices: [] }, 'en', 'msteams');
    const action = { type: 'Action.Submit', title: 'A label that is too long for the button', data: { ask: 'offer' } };
    const content = {
      type: 'AdaptiveCard',
      version: '1.6',
      body: [{ type: 'TextBlock', text: '`x`' }, { type: 'Input.Text' }, { type: 'Nonsense' }],
      actions: [action, action],
    };
    const found = faults({ ...message, attachments: [{ contentType: 'x', content }] }, ['msteams', 'personal'], 'ltr').join('\n');
    for (const what of ['1.5', 'speak', 'wrap', 'code marks', 'label', 'does not fit', 'one label', 'Nonsense'])
      expect(found).toContain(what);
  });
});
