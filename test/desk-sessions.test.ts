import { describe, expect, it } from '@jest/globals';
import { mayActAs, ROLES } from '../src/desk/staff.ts';
import { roleOf } from '../src/staff/sign-in/issuer.ts';
import { createLink } from '../src/staff/sign-in/link.ts';

const MINUTE = 60_000;

describe('the one-time link', () => {
  it('opens once, and never again', () => {
    const link = createLink('right', 0);
    expect(link.use('wrong', 'a', 1)).toBe('wrong');
    expect(link.use('right', 'a', 2)).toBe('right');
    expect(link.use('right', 'a', 3)).toBe('wrong');
  });

  it('opens nothing after an hour', () => {
    expect(createLink('right', 0).use('right', 'a', 60 * MINUTE)).toBe('wrong');
  });

  it('slows down who guesses, by address, and lets its owner in from the same address all the same', () => {
    const link = createLink('right', 0);
    const tries = Array.from({ length: 25 }, () => link.use('guess', 'a', 1));
    expect(tries.slice(0, 20)).toEqual(Array(20).fill('wrong'));
    expect(tries.slice(20)).toEqual(Array(5).fill('too many'));
    expect(link.use('guess', 'b', 1)).toBe('wrong');
    expect(link.use('guess', 'a', 16 * MINUTE)).toBe('wrong');
    expect(link.use('right', 'a', 16 * MINUTE)).toBe('right');
  });
});

describe('a role', () => {
  const roles = { reader: ['desk-read'], agent: ['desk-work', 'Group 7'], lead: ['desk-lead'] };

  it.each([
    [['desk-read'], 'reader'],
    [['other', 'Group 7'], 'agent'],
    [['desk-read', 'desk-lead'], 'lead'],
    ['desk-work', 'agent'],
    [[], undefined],
    [undefined, undefined],
    [{ lead: true }, undefined],
    ['desk', undefined],
  ])('comes from a claim: %j gives %s', (claim, role) => {
    expect(roleOf(claim, roles)).toBe(role);
  });

  it('includes those before it', () => {
    for (const [at, role] of ROLES.entries())
      for (const [other, needed] of ROLES.entries()) expect(mayActAs({ id: 'x', name: 'x', role }, needed)).toBe(at >= other);
  });
});
