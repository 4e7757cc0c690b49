import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { branches, mermaid, page } from '../src/cli/draw.ts';
import { LANGUAGES } from '../src/language/language.ts';
import { allPlaces, metaOf } from '../src/machines/distance.ts';

describe('the map', () => {
  it('in docs/ is what the machine is today; else run "npm run map"', () => {
    expect(readFileSync(join(import.meta.dirname, '../docs/tree.md'), 'utf8')).toBe(page('en'));
  });

  it.each(LANGUAGES)('shows every place of the tree once (%s)', (language) => {
    const drawn = branches()
      .map((branch) => mermaid(branch, language))
      .join('\n');
    const places = allPlaces.filter((place) => !('end' in metaOf(place)));
    for (const { id } of places)
      expect(drawn.split('\n').filter((line) => new RegExp(`^  ${id.replace(/[^A-Za-z0-9]/g, '_')}[{[(]`).test(line))).toHaveLength(1);
  });
});
