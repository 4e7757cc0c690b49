import { describe, expect, it } from '@jest/globals';
import { CLOSE_REASONS } from '../src/desk/case.ts';
import { PRIORITIES } from '../src/desk/priority.ts';
import { ROLES } from '../src/desk/staff.ts';
import { ARTICLES } from '../src/knowledge/articles.ts';
import { COMMANDS, isCommand } from '../src/knowledge/commands.ts';
import { ERROR_CODES } from '../src/knowledge/error-codes.ts';
import { OUTCOMES, type OutcomeId } from '../src/knowledge/outcomes.ts';
import { SOURCES, type Source } from '../src/knowledge/sources.ts';
import { LANGUAGES, say, TEXTS } from '../src/language/language.ts';
import { OTHERS, phrases, WORDS } from '../src/language/words.ts';
import { CASE_STATES } from '../src/machines/case.ts';
import { QUESTIONS, SIGNS, TRIED } from '../src/machines/facts.ts';
import { HANDOVER_STATES } from '../src/machines/handover.ts';
import { DETAILS } from '../src/machines/signs.ts';
import { branches } from '../src/map/graph.ts';
import { adviceOf } from '../src/rendering/advice.ts';
import { plain } from '../src/understanding/plain.ts';

type Tree = { readonly [key: string]: string | Tree };

const leaves = (tree: Tree, path: readonly string[] = []): readonly (readonly [string, string])[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[[...path, key].join('.'), value] as const] : leaves(value, [...path, key]),
  );
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)(?:,[^}]*)?\}\}/g)].map(([, name]) => name).sort();
const english = new Map(leaves(TEXTS.en as Tree));

const at = (tree: Tree, path: string): string | Tree | undefined =>
  path.split('.').reduce<string | Tree | undefined>((node, key) => (typeof node === 'object' ? node[key] : undefined), tree);

describe.each(LANGUAGES)('the texts in %s', (language) => {
  const texts = leaves(TEXTS[language] as Tree);

  it('stand under the keys of the English ones, plurals apart', () => {
    const stems = (keys: Iterable<string>) => new Set([...keys].map((key) => key.replace(/_(?:zero|one|two|few|many|other)$/, '')));
    expect(stems(texts.map(([key]) => key))).toEqual(stems(english.keys()));
  });

  it('have every plural form of the language', () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const form of forms) expect(at(TEXTS[language] as Tree, `talk.left_${form}`)).toEqual(expect.any(String));
  });

  it('are never empty, and take the same placeholders as the English ones', () => {
    expect(texts.filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([]);
    const wrong = texts.filter(
      ([key, text]) => english.has(key) && placeholders(text).join() !== placeholders(english.get(key) ?? '').join(),
    );
    expect(wrong.map(([key]) => key)).toEqual([]);
  });

  it('are in the language: none is the English one left as it was', () => {
    if (language === 'en') return;
    const same = texts.filter(([key, text]) => english.get(key) === text && /[a-z]{4,}.*\s.*[a-z]{4,}.*\s.*[a-z]{4,}/.test(text));
    expect(same.map(([key]) => key)).toEqual([]);
  });

  it('say every question, why, what and where, and every answer', () => {
    const missing = Object.entries(QUESTIONS).flatMap(([fact, values]) =>
      [...['label', 'ask', 'again', 'why', 'what', 'where'], ...values.map((value) => `values.${value}`)]
        .map((text) => `questions.${fact}.${text}`)
        .filter((key) => typeof at(TEXTS[language] as Tree, key) !== 'string'),
    );
    expect(missing).toEqual([]);
  });

  it('name every sign with its values, and every branch of the tree', () => {
    const signs = Object.entries(SIGNS).flatMap(([sign, values]) => values.map((value) => `map.signs.${sign}.values.${value}`));
    const names = [...signs, ...branches().map(({ name }) => `map.branches.${name}`)];
    expect(names.filter((key) => typeof at(TEXTS[language] as Tree, key) !== 'string')).toEqual([]);
  });

  it('name each answer of a question differently, for somebody who types it', () => {
    const doubled = Object.entries(QUESTIONS).filter(([fact, values]) => {
      const titles = values.map((value) => plain(String(at(TEXTS[language] as Tree, `questions.${fact}.values.${value}`))));
      return new Set(titles).size !== titles.length;
    });
    expect(doubled.map(([fact]) => fact)).toEqual([]);
  });

  it('say every outcome whole, with commands that exist and a source with an address', () => {
    for (const id of Object.keys(OUTCOMES) as OutcomeId[]) {
      const advice = adviceOf(id, language);
      expect(advice.title).not.toBe('');
      expect(advice.summary).not.toBe('');
      expect(advice.steps.length).toBeGreaterThan(0);
      expect(advice.notes.every(({ text }) => text !== '')).toBe(true);
      expect(advice.sources.length).toBeGreaterThan(0);
    }
  });

  it('say of every command what it does, and of each that changes something how to take it back', () => {
    const about = TEXTS[language].commands as Readonly<Record<string, { purpose?: string; undo?: string }>>;
    expect(Object.keys(about).sort()).toEqual(Object.keys(COMMANDS).sort());
    for (const [id, { changes }] of Object.entries(COMMANDS)) {
      expect([id, typeof about[id]?.purpose]).toEqual([id, 'string']);
      expect([id, typeof about[id]?.undo]).toEqual([id, changes ? 'string' : 'undefined']);
    }
    const named = Object.values(about).flatMap(({ undo = '' }) => placeholders(undo));
    expect(named.filter((id) => !isCommand(id ?? ''))).toEqual([]);
  });

  it('say every article that there is, and no other', () => {
    expect(Object.keys(TEXTS[language].articles).sort()).toEqual(Object.keys(ARTICLES).sort());
  });

  it('say every code of high and medium confidence', () => {
    const missing = Object.entries(ERROR_CODES).filter(
      ([code, { confidence }]) => confidence !== 'low' && !Object.hasOwn(TEXTS[language].codes, code),
    );
    expect(missing.map(([code]) => code)).toEqual([]);
  });

  it('show a person no id of a knowledge file', () => {
    expect(texts.filter(([, text]) => /\bL-[A-Z]{2,}|\.json\b|\.md\b|decision tree/i.test(text)).map(([key]) => key)).toEqual([]);
  });

  it('promise no refund and print no telephone number but the known ones', () => {
    const numbers = /\(?\d{3}\)?[\s-]\d{3}[\s-]?\d{3,4}|\b0800\s?\d+/g;
    const known = ['(800) 718-1599', '(716) 871-6859', '(866) 230-0560', '0800 9179016', '0800 6270101'];
    const others = texts.flatMap(([key, text]) =>
      [...text.matchAll(numbers)].filter(([number]) => !known.includes(number)).map(([number]) => `${key}: ${number}`),
    );
    expect(others).toEqual([]);
    expect(
      texts.filter(([, text]) => /\b(?:you will get|we will|guaranteed?) (?:a |your )?(?:refund|money)|bekommen Sie Ihr Geld/i.test(text)),
    ).toEqual([]);
  });

  it('hears words of questions and details that exist, none of which means two things', () => {
    const { means, answers } = WORDS[language];
    const known = new Set([
      ...Object.entries(QUESTIONS).flatMap(([fact, values]) => values.map((value) => `${fact}.${value}`)),
      ...SIGNS.output.map((value) => `output.${value}`),
      ...SIGNS.unofficial.map((value) => `unofficial.${value}`),
    ]);
    expect(Object.keys(means).filter((key) => !known.has(key))).toEqual([]);
    for (const [fact, values] of Object.entries(answers as Readonly<Record<string, Readonly<Record<string, string>>>>)) {
      const allowed: readonly string[] = fact.startsWith('tried.')
        ? TRIED
        : [...(QUESTIONS[fact as keyof typeof QUESTIONS] ?? []), 'unknown'];
      expect([fact, Object.keys(values).filter((value) => !allowed.includes(value))]).toEqual([fact, []]);
      const heard = Object.values(values).flatMap((entry) => [...new Set(phrases(entry).map(plain))]);
      expect([fact, heard.filter((phrase, index) => heard.indexOf(phrase) !== index)]).toEqual([fact, []]);
    }
    const wishes = Object.values(WORDS[language].wishes).flatMap((entry) => [...new Set(phrases(entry).map(plain))]);
    expect(wishes.filter((phrase, index) => wishes.indexOf(phrase) !== index)).toEqual([]);
  });
});

describe('the tables beside the texts', () => {
  it('know ten other languages at least, each with a sentence that names both of ours', () => {
    expect(Object.keys(OTHERS).length).toBeGreaterThanOrEqual(10);
    for (const { says } of Object.values(OTHERS)) expect(says).toMatch(/English.*Deutsch/s);
  });

  it('name each detail once, and none that is also a question', () => {
    expect(DETAILS.filter((detail) => Object.hasOwn(QUESTIONS, detail)).filter((detail) => detail !== ('code' as string))).toEqual([]);
  });

  it('hold commands that are typed as they stand, and sources with a public address', () => {
    for (const { line } of Object.values(COMMANDS)) expect(line).not.toMatch(/[\u2013\u2014\u2018\u2019\u201c\u201d]/);
    for (const source of Object.values<Source>(SOURCES)) {
      expect(source.url).toMatch(/^https:\/\/[\w.-]+\//);
      expect('read' in source ? source.read : source.quoted).toMatch(/^20\d\d-\d\d-\d\d$/);
    }
  });

  it('name on the desk every state, step, handover, priority, reason, role and detail', () => {
    for (const language of LANGUAGES) {
      const { desk } = TEXTS[language];
      expect(Object.keys(desk.states).sort()).toEqual([...CASE_STATES].sort());
      expect(Object.keys(desk.handover).sort()).toEqual([...HANDOVER_STATES].sort());
      expect(Object.keys(desk.priorities)).toEqual([...PRIORITIES]);
      expect(Object.keys(desk.reasons)).toEqual([...CLOSE_REASONS]);
      expect(Object.keys(desk.roles)).toEqual([...ROLES]);
      expect(Object.keys(desk.details).sort()).toEqual(
        DETAILS.filter((detail) => !Object.hasOwn(QUESTIONS, detail) || detail === ('code' as string)).sort(),
      );
    }
  });

  it('say with one and many', () => {
    expect(say('en', 'talk.left', { count: 1 })).toContain('question.');
    expect(say('en', 'talk.left', { count: 2 })).toContain('questions.');
  });
});
