import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, jest } from '@jest/globals';
import { pseudo, rightToLeft } from './pseudo.ts';

// No language of the desk is written from right to left yet: its English files are read as if they were.
const folder = new URL('../locales/en/', import.meta.url);
for (const file of readdirSync(folder).filter((name) => name !== 'words.json' && name !== 'examples.json'))
  jest.unstable_mockModule(`../locales/en/${file}`, () => ({ default: pseudo(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))) }));
const { expectNoFaults, faults } = await import('./conformance.ts');
const { render } = await import('../src/rendering/render.ts');

describe('a right-to-left language', () => {
  it('has cards in its direction, and every code, command and name in its own order', async () => {
    await expectNoFaults('en', 'rtl');
  });

  it('would be found wrong where a code is loose', () => {
    const message = render({ says: [{ key: 'talk.restarted' }] }, 'en', 'sms');
    expect(faults(message, ['sms', undefined], 'rtl')).toEqual([]);
    expect(faults({ ...message, text: `${rightToLeft('code')} 0xC004F074` }, ['sms', undefined], 'rtl')).toEqual([
      'not isolated: 0xC004F074',
    ]);
  });

  it('keeps what a button sends and what a command says free of invisible characters', () => {
    const reply = {
      says: [],
      question: { key: 'talk.offerEnd' },
      ask: 'method',
      choices: [{ value: 'kms', title: { key: 'questions.method.values.kms' } }],
    } as const;
    const message = render(reply, 'en', 'msteams', { conversationType: 'groupChat' });
    const card = message.attachments?.[0]?.content as { readonly actions: readonly { readonly data: object }[] } | undefined;
    expect(card?.actions.length).toBe(1);
    expect(JSON.stringify(card?.actions.map(({ data }) => data))).not.toMatch(/[\u2066-\u2069]/);
  });
});
