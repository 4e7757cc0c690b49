import { mkdtempSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { recall, shelve } from '../src/operations/learned.ts';
import { understand } from '../src/understanding/understand.ts';

const folder = mkdtempSync(join(tmpdir(), 'learned-'));
const SAID = ['my office wants to be activated again and again', 'where would I get a new code from', 'the thing is crossed out in red'];
const read = () => SAID.map((text) => understand(text, 'en', undefined));

describe('what is learned from the examples', () => {
  let before: ReturnType<typeof read>;
  beforeAll(() => {
    before = read();
  });
  afterAll(() => recall());

  it('is stored once, and read as it was learned', () => {
    expect(shelve(folder)).toEqual(['en', 'de']);
    expect(shelve(folder)).toEqual([]);
    recall(folder);
    expect(read()).toEqual(before);
  });

  it('is learned again where its file is broken or missing', () => {
    truncateSync(join(folder, 'de.model'), 1_000);
    recall(folder);
    expect(read()).toEqual(before);
    expect(shelve(folder)).toEqual(['de']);
    recall(join(folder, 'nowhere'));
    expect(read()).toEqual(before);
  });
});
