import type { AnyStateNode as StateNode } from 'xstate';
import type { Language } from '../language/language.ts';
import { metaOf } from '../machines/distance.ts';
import { type Branch, branchOf, graphOf, type Link } from './graph.ts';
import { branchWords, linkWords, placeWords, targetWords } from './words.ts';

const quoted = (text: string) => `"${text.replaceAll('"', '#quot;')}"`;
const idOf = (place: StateNode) => place.id.replace(/[^A-Za-z0-9]/g, '_');

/** A branch as a Mermaid flowchart: questions as hexagons, advice as boxes, what is not asked rounded; other branches as pills. */
export const mermaid = (branch: Branch, language: Language): string => {
  const { name, places, lines, inBox } = graphOf(branch);
  const aside = (link: Link) => `${linkWords(link, language)} → ${targetWords(link.to, name, language)}`;
  const box = (place: StateNode): string => {
    const meta = metaOf(place);
    const words = placeWords(place, language);
    if ('ask' in meta) return `${idOf(place)}{{${quoted(words)}}}`;
    if (!('outcome' in meta)) return `${idOf(place)}(${quoted(words)})`;
    return `${idOf(place)}[${quoted([`${meta.outcome}: ${words}`, ...(inBox.get(place) ?? []).map(aside)].join('<br/>'))}]`;
  };
  const target = ({ from, to }: Link) =>
    branchOf(to) === name ? idOf(to) : `${idOf(from)}_${branchOf(to)}([${quoted(branchWords(branchOf(to), language))}])`;
  return [
    'flowchart LR',
    ...places.map((place) => `  ${box(place)}`),
    ...lines.map((link) => `  ${idOf(link.from)} -->|${quoted(linkWords(link, language))}| ${target(link)}`),
  ].join('\n');
};
