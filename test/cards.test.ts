import { describe, expect, it } from '@jest/globals';
import { OUTCOMES, type OutcomeId } from '../src/knowledge/outcomes.ts';
import { LANGUAGES } from '../src/language/language.ts';
import type { Details } from '../src/machines/signs.ts';
import { adviceOf } from '../src/rendering/advice.ts';
import { render } from '../src/rendering/render.ts';

const ids = Object.keys(OUTCOMES) as OutcomeId[];
const cardOf = (id: OutcomeId, language: (typeof LANGUAGES)[number], channelId: string) => {
  const { attachments, text } = render(
    {
      says: [],
      outcome: id,
      details: {},
      question: { key: 'talk.tried.ask' },
      ask: `tried.${id}`,
      choices: [{ value: 'yes', title: { key: 'talk.tried.yes' } }],
    },
    language,
    channelId,
  );
  return { card: attachments?.[0]?.content as Record<string, unknown>, text };
};
const texts = (node: unknown): readonly string[] =>
  typeof node !== 'object' || node === null
    ? []
    : Object.entries(node).flatMap(([key, value]) =>
        typeof value === 'string' && ['text', 'title', 'value'].includes(key) ? [value] : texts(value),
      );

describe.each(LANGUAGES)('the cards in %s', (language) => {
  it('hold every command as it is typed, and the text beside the card holds all that the card says', () => {
    for (const id of ids) {
      const { card, text } = cardOf(id, language, 'webchat');
      const said = texts(card);
      const { steps, title } = adviceOf(id, language);
      for (const { line } of steps.flatMap(({ commands }) => commands)) {
        expect(said).toContain(line);
        expect(text).toContain(line);
      }
      for (const step of steps) expect(text).toContain(step.text);
      expect(text).toContain(title);
    }
  });
});

describe('a command', () => {
  const lines = (details: Parameters<typeof adviceOf>[2]) => {
    const { steps } = adviceOf('KMS-15', 'en', details);
    return steps.flatMap(({ window, commands }) => [...(window?.commands ?? []), ...commands]).map(({ line }) => line);
  };

  it.each([
    ['2010', '64', 'cd /d "%ProgramFiles%\\Microsoft Office\\Office14"'],
    ['2013', '32', 'cd /d "%ProgramFiles(x86)%\\Microsoft Office\\Office15"'],
    ['2016', '64', 'cd /d "%ProgramFiles%\\Microsoft Office\\Office16"'],
    ['2024', '32', 'cd /d "%ProgramFiles(x86)%\\Microsoft Office\\Office16"'],
  ])('runs in the folder of Office %s, %s-bit', (version, bits, folder) => {
    expect(lines({ version, bits })[0]).toBe(folder);
    expect(lines({ version, bits }).filter((line) => line.startsWith('cd '))).toHaveLength(1);
  });

  it('is shown for both folders where the bitness is not known', () => {
    expect(lines({ version: '2021' }).filter((line) => line.startsWith('cd '))).toHaveLength(2);
  });

  const all = (id: OutcomeId, details: Details) =>
    adviceOf(id, 'en', details)
      .steps.flatMap(({ commands }) => commands.map(({ line }) => line))
      .join('\n');

  it('carries the code that is known', () => {
    expect(all('TECH-07', { code: '0xC004F074' })).toContain('0xC004F074');
  });

  it('leaves open which key is to be removed: the tail that was read may be that of the good one', () => {
    const removing = (Object.keys(OUTCOMES) as OutcomeId[]).filter((id) => all(id, {}).includes('/unpkey:'));
    expect(removing).toContain('OK-04');
    for (const id of removing) expect(all(id, { last5: '6MWKP' })).not.toContain('6MWKP');
  });

  it('has its form for PowerShell beside it where VBScript is missing, and only there', () => {
    expect(all('KMS-08', { output: 'no-engine' })).toContain('-MethodName Activate');
    expect(all('KMS-08', { output: 'licensed' })).not.toContain('Invoke-CimMethod');
  });
});

describe('what a command prints between dashes', () => {
  it.each(['webchat', 'msteams'])('is never broken, nor its dashes made another dash, on a card in %s', (channelId) => {
    const said = (id: OutcomeId) => LANGUAGES.map((language) => JSON.stringify(cardOf(id, language, channelId).card)).join();
    expect(said('OK-01').replaceAll('\u2060', '')).toContain('---LICENSED---');
    expect(ids.filter((id) => said(id).includes('--'))).toEqual([]);
  });
});
