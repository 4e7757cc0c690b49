import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { known } from '../src/conversation/record.ts';
import { CODE_GROUPS } from '../src/knowledge/code-groups.ts';
import { OUTCOMES } from '../src/knowledge/outcomes.ts';
import { placeAt } from '../src/machines/distance.ts';
import { settle } from '../src/machines/settle.ts';
import { signsOf } from '../src/machines/signs.ts';
import { BY_CODE } from '../src/triage/by-code.ts';
import { likelyFrom } from '../src/triage/likely.ts';
import { SYMPTOMS } from '../src/triage/symptom.ts';
import { triage } from '../src/triage/triage.ts';
import { pureTalk, WORLD } from './desk.ts';
import { transcripts } from './transcripts.ts';

interface Case {
  readonly id: string;
  readonly text: string;
  readonly symptom: string;
  readonly activation: string;
  readonly whoActs: string;
}
const cases: readonly Case[] = readFileSync(join(import.meta.dirname, 'fixtures/triage.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

const triaged = (text: string, locale?: string) => triage({ id: 'T-1', text, ...(locale === undefined ? {} : { locale }) }, WORLD.now);

describe('triage of a ticket', () => {
  it.each(cases)('$id: $symptom', ({ text, symptom, activation, whoActs }) => {
    const { symptom: is, activation: by, whoActs: who } = triaged(text);
    expect({ symptom: is, activation: by, whoActs: who }).toEqual({ symptom, activation, whoActs });
  });

  const firsts = [
    ...transcripts.flatMap(({ name, locale, exchanges: [first] }) =>
      typeof first?.says === 'string' ? [{ name, locale, text: first.says }] : [],
    ),
    ...cases.map(({ id, text }) => ({ name: id, locale: 'en-US', text })),
  ];
  it.each(firsts)('reads the facts, the outcome and the next question that the chat reads: $name', ({ text, locale }) => {
    const talk = pureTalk(locale);
    const last = talk.say(text).at(-1);
    const record = talk.record();
    if (record === undefined) throw new Error('nothing was said');
    const { facts, outcome, next } = triaged(text, locale);
    // In which language words are looked for first decides their order, not what they say.
    expect(new Set(facts.map(({ fact, value }) => `${fact}=${value}`))).toEqual(
      new Set([...known(record).values()].map(({ name, value }) => `${name}=${value}`)),
    );
    expect(outcome).toBe(last?.outcome ?? null);
    // Who is handed to a person at once is asked nothing; the ticket still says what would come next.
    if (outcome === null && last?.ask !== undefined) expect(next).toBe(last.ask);
  });

  it('keeps every secret out of what it writes', () => {
    const key = ['ABCDE', 'FGHJK', 'MNPQR', 'TVWXY', '23467'].join('-');
    const written = JSON.stringify(triaged(`my key ${key} is refused`));
    expect(written).not.toContain(key.slice(0, 11));
    expect(written).toContain('23467');
  });

  it('drafts in the language of the text, whatever the locale of the form', () => {
    expect(triaged('Mein Schlüssel ist gesperrt, was kann ich jetzt tun?', 'en-US').draft).toContain('Gelesen habe ich');
    expect(triaged('the key is blocked, what can I do now?', 'de-DE').draft).toContain('I have read');
  });

  it('drafts in English, and says in theirs which languages are spoken, where theirs is none of them', () => {
    const { draft, language } = triaged('Bonjour, mon Office ne veut pas activer, erreur 0x8007232B');
    expect(language).toBe('fr');
    expect(draft).toMatch(/Je parle anglais/);
    expect(draft).toContain('0x8007232B');
  });

  it('names at most five likely outcomes, the reached one first, and sees them all through to the tree', () => {
    for (const { text } of cases) {
      const { likely, outcome, confidence } = triaged(text);
      expect(likely.length).toBeLessThanOrEqual(5);
      expect(likely.every((id) => Object.hasOwn(OUTCOMES, id))).toBe(true);
      if (outcome !== null) expect(likely[0]).toBe(outcome);
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThanOrEqual(1);
    }
  });

  it('counts no outcome as likely that the known facts have closed', () => {
    const facts = { ...signsOf({ code: '0xC004F038' }), 'kms.count': 'too-few' } as const;
    const { place } = settle(facts);
    expect(placeAt(place).id).toBe(place);
    expect(likelyFrom({ place, facts })[0]).toBe('KMS-10');
    expect(likelyFrom({ place, facts })).not.toContain('KMS-11');
  });

  it('has a label, or none on purpose, for every group of codes', () => {
    expect(Object.keys(BY_CODE).sort()).toEqual([...CODE_GROUPS].sort());
    expect(Object.values(BY_CODE).filter((says) => says !== null && !SYMPTOMS.includes(says.symptom))).toEqual([]);
  });
});
