import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CASE_STATES, UNDER_WAY } from '../src/machines/case.ts';
import { readSearch, SEARCH_FIELDS } from '../src/staff/search.ts';
import { fieldIn, VIEWS, withField } from '../src/staff/views.ts';

const WHO = {
  me: 'id-ann',
  members: [
    { id: 'id-ann', name: 'Ann Berg' },
    { id: 'id-bo', name: 'Bo Lund' },
    { id: 'id-bea', name: 'Bea Lund' },
  ],
};
const read = (text: string) => readSearch(text, WHO);
const query = (text: string) => {
  const { query: found, errors } = read(text);
  expect(errors).toEqual([]);
  return found;
};

describe('the field search', () => {
  it.each([
    ['', {}],
    ['state:open', { states: UNDER_WAY }],
    ['STATE:Closed', { states: ['closed'] }],
    ['state:new state:reopened', { states: ['new', 'reopened'] }],
    ['owner:me', { owner: 'id-ann' }],
    ['owner:none', { owner: null }],
    ['owner:bo', { owner: 'id-bo' }],
    ['owner:"bea lund"', { owner: 'id-bea' }],
    ['code:c004f074', { code: '0xC004F074' }],
    ['code:0xC004F074', { code: '0xC004F074' }],
    ['host:KMS01', { host: 'kms01' }],
    ['product:2021 priority:high', { product: '2021', priorities: ['high'] }],
    ['language:de tag:Refund outcome:kms-08', { language: 'de', tag: 'refund', outcome: 'KMS-08' }],
    ['since:2026-11-01 before:2026-11-24', { openedSince: '2026-11-01', openedBefore: '2026-11-24' }],
    ['printer  third floor', { text: 'printer third floor' }],
    ['"host:odd" vpn', { text: 'host:odd vpn' }],
    ['state:open vpn sort:age', { states: UNDER_WAY, text: 'vpn', sort: 'age' }],
  ])('reads %s', (text, expected) => {
    expect(query(text)).toEqual(expected);
  });

  it.each([
    ['colour:red', { kind: 'field', field: 'colour', known: SEARCH_FIELDS }],
    [
      'state:lost',
      { kind: 'value', field: 'state', value: 'lost', known: ['open', 'done', ...CASE_STATES.filter((each) => each !== 'open')] },
    ],
    ['owner:lund', { kind: 'value', field: 'owner', value: 'lund', known: ['me', 'none', 'Bo Lund', 'Bea Lund'] }],
    ['before:2026-02-31', { kind: 'date', field: 'before', value: '2026-02-31' }],
    ['since:yesterday', { kind: 'date', field: 'since', value: 'yesterday' }],
    ['host:', { kind: 'empty', field: 'host' }],
    ['host:a host:b', { kind: 'twice', field: 'host' }],
  ])('tells what is wrong with %s and lets the rest narrow', (text, error) => {
    const { query: found, errors } = read(`${text} priority:low`);
    expect(errors).toEqual([error]);
    expect(found).toMatchObject({ priorities: ['low'] });
  });

  it('reads anything without falling over, and never loses a free word', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { query: found, errors } = read(text);
        expect(Object.values(found).every((value) => value !== undefined)).toBe(true);
        expect(errors.every(({ kind }) => kind.length > 0)).toBe(true);
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z0-9]{1,8}$/), { minLength: 1, maxLength: 5 }), (words) => {
        expect(query(words.join(' ')).text).toBe(words.join(' '));
      }),
    );
  });

  it('understands every view that everybody has', () => {
    for (const { search } of VIEWS) expect(Object.keys(query(search)).length).toBeGreaterThan(0);
  });

  it('changes one field of a search and leaves the rest as it was', () => {
    expect(withField('state:open vpn', 'state', 'closed')).toBe('vpn state:closed');
    expect(withField('vpn owner:"Bo Lund"', 'owner', '')).toBe('vpn');
    expect(withField('', 'tag', 'two words')).toBe('tag:"two words"');
    expect(fieldIn('vpn owner:"Bo Lund" state:new', 'owner')).toBe('Bo Lund');
    expect(fieldIn('vpn', 'owner')).toBe('');
  });
});
