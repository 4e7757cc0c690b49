import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { LANGUAGES } from '../src/language/language.ts';
import { allPlaces, metaOf, ways } from '../src/machines/distance.ts';
import { treeDocs } from '../src/map/docs.ts';
import { branches, branchOf, graphOf } from '../src/map/graph.ts';
import { pictureOf } from '../src/map/layout.ts';
import { mermaid } from '../src/map/mermaid.ts';
import { outline } from '../src/map/outline.ts';
import { troddenIn } from '../src/map/trodden.ts';
import { commandPage } from '../src/rendering/command-page.ts';
import { nameOf } from './walk.ts';

const DOCS = join(import.meta.dirname, '../docs');
const places = allPlaces.filter((place) => !('end' in metaOf(place)));

describe('the map in docs/', () => {
  it('is what the machine is today; else run "npm run map"', () => {
    const written = treeDocs('en');
    const behind = [...written].filter(([name, content]) => readFileSync(join(DOCS, name), 'utf8') !== content).map(([name]) => name);
    expect(behind).toEqual([]);
    expect(readdirSync(join(DOCS, 'tree')).filter((name) => !written.has(`tree/${name}`))).toEqual([]);
  });

  it('has every command as its table has it', () => {
    expect(readFileSync(join(DOCS, 'commands.md'), 'utf8')).toBe(commandPage('en'));
  });

  it('is drawn small enough for a forge to show it', () => {
    for (const branch of branches()) {
      const diagram = mermaid(branch, 'en');
      expect(diagram.length).toBeLessThan(50_000);
      expect(diagram.match(/-->/g)?.length ?? 0).toBeLessThan(500);
    }
  });
});

describe.each(LANGUAGES)('the map in %s', (language) => {
  it('shows every place once in a diagram, a picture and the outline', () => {
    const drawn = branches().flatMap((branch) => mermaid(branch, language).split('\n'));
    const boxes = branches().flatMap((branch) => pictureOf(branch, language).boxes.filter(({ kind }) => kind !== 'pill'));
    const said = branches().flatMap((branch) => outline(branch, language));
    for (const { id } of places) {
      expect(drawn.filter((line) => new RegExp(`^  ${id.replace(/[^A-Za-z0-9]/g, '_')}[{[(]`).test(line))).toHaveLength(1);
      expect(boxes.filter(({ place }) => place.id === id)).toHaveLength(1);
      expect(said.filter((entry) => entry.id === id)).toHaveLength(1);
    }
  });

  it('overlaps no two boxes', () => {
    for (const branch of branches()) {
      const { boxes } = pictureOf(branch, language);
      const overlaps = boxes.flatMap((one, at) =>
        boxes
          .slice(at + 1)
          .filter(
            (other) =>
              Math.abs(one.x - other.x) < (one.width + other.width) / 2 - 1 &&
              Math.abs(one.y - other.y) < (one.height + other.height) / 2 - 1,
          )
          .map((other) => `${one.place.id} and ${other.place.id}`),
      );
      expect(overlaps).toEqual([]);
    }
  });
});

describe('the map', () => {
  it('leaves out no way but that of the advice that helped', () => {
    for (const branch of branches()) {
      const { places: own, lines, inBox } = graphOf(branch);
      const drawn = new Set(
        [...lines, ...[...inBox.values()].flat()].flatMap(({ from, ways: taken }) => taken.map((way) => nameOf(from, way))),
      );
      const all = own.flatMap((place) =>
        ways(place)
          .filter(({ to }) => branchOf(to) !== 'solved')
          .map((way) => nameOf(place, way)),
      );
      expect(all.filter((way) => !drawn.has(way))).toEqual([]);
    }
  });

  it('marks the way of a talk from the facts of its link', () => {
    const {
      places: trodden,
      links,
      told,
    } = troddenIn([
      ['symptom', 'activate'],
      ['method', 'mak'],
      ['mak.at-hand', 'no'],
    ]);
    expect(told.map(({ known }) => known?.value)).toEqual(['none', 'activate', 'mak', 'no', undefined]);
    expect([...trodden].at(-1)).toBe('activation.mak.TYPE-03');
    expect(links.has('activation.mak.at-hand activation.mak.TYPE-03')).toBe(true);
  });

  it('marks nothing for a link that the tree does not know', () => {
    expect(
      troddenIn([
        ['symptom', 'no such thing'],
        ['__proto__', 'x'],
        ['tried.NOT-1', 'yes'],
        ['lang', 'de'],
      ]).places.size,
    ).toBe(0);
  });
});
