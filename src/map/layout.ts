import { Graph as Dagre, layout } from '@dagrejs/dagre';
import type { AnyStateNode as StateNode } from 'xstate';
import type { Language } from '../language/language.ts';
import { metaOf } from '../machines/distance.ts';
import { type Branch, branchOf, type Graph, graphOf, type Link } from './graph.ts';
import { type TextBox, textBox } from './text-box.ts';
import { branchWords, linkWords, placeWords, targetWords } from './words.ts';

interface At {
  /** The middle, in pixels. */
  readonly x: number;
  readonly y: number;
}
export interface Box extends At {
  /** The place that it shows; a pill stands for the first place of another branch. */
  readonly place: StateNode;
  readonly kind: 'question' | 'advice' | 'turn' | 'pill';
  readonly heading?: string;
  readonly text: TextBox;
  readonly width: number;
  readonly height: number;
}
export interface Line {
  readonly from: StateNode;
  readonly to: StateNode;
  readonly points: readonly At[];
  readonly label: TextBox & At;
}
/** A branch laid out, in pixels. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly lines: readonly Line[];
  /** Where the places stand to which no line leads, because several advices name them. */
  readonly shared?: At;
}

const at = ({ x, y }: At): At => ({ x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 });

const PADDING = 10;
const GAP = 16;
const MARGIN = 12;

const kindOf = (place: StateNode): Box['kind'] => {
  const meta = metaOf(place);
  return 'ask' in meta ? 'question' : 'outcome' in meta ? 'advice' : 'turn';
};

const sized = (place: StateNode, kind: Box['kind'], text: TextBox, heading?: string) => ({
  place,
  kind,
  text,
  ...(heading === undefined ? {} : { heading }),
  width: Math.max(text.width, (heading?.length ?? 0) * 7) + 2 * PADDING,
  height: text.height + (heading === undefined ? 0 : 16) + 2 * (kind === 'pill' ? 5 : PADDING),
});
type Sized = ReturnType<typeof sized>;

const boxOf = (place: StateNode, { name, inBox }: Graph, language: Language): Sized => {
  const meta = metaOf(place);
  const asides = (inBox.get(place) ?? []).map((link) => `${linkWords(link, language)} → ${targetWords(link.to, name, language)}`);
  const text = textBox([placeWords(place, language), ...asides], 34);
  return sized(place, kindOf(place), text, 'outcome' in meta ? meta.outcome : undefined);
};

const targetId = ({ from, to }: Link) => (branchOf(to) === branchOf(from) ? to.id : `${from.id} ${branchOf(to)}`);

/** Places without a line stand in rows of this many below the picture. */
const inRows = (boxes: readonly Sized[], top: number, width: number): readonly Box[] => {
  let [x, y, tallest] = [MARGIN, top, 0];
  return boxes.map((box) => {
    if (x > MARGIN && x + box.width > width) [x, y, tallest] = [MARGIN, y + tallest + GAP, 0];
    const at = { ...box, x: x + box.width / 2, y: y + box.height / 2 };
    [x, tallest] = [x + box.width + GAP, Math.max(tallest, box.height)];
    return at;
  });
};

const laidOut = (graph: Graph, language: Language, rankdir: 'LR' | 'TB'): Picture => {
  const dagre = new Dagre({ multigraph: true });
  // To the right the beginning stands at the top, where the eye begins.
  dagre.setGraph({
    rankdir,
    ...(rankdir === 'LR' ? { align: 'UL' } : {}),
    nodesep: GAP,
    ranksep: 28,
    edgesep: 8,
    marginx: MARGIN,
    marginy: MARGIN,
  });
  dagre.setDefaultEdgeLabel(() => ({}));
  const lined = new Set(graph.lines.flatMap(({ from, to }) => [from, to]));
  const sizes = new Map<string, Sized>();
  for (const place of graph.places.filter((each) => lined.has(each))) sizes.set(place.id, boxOf(place, graph, language));
  for (const link of graph.lines.filter(({ from, to }) => branchOf(to) !== branchOf(from)))
    sizes.set(targetId(link), sized(link.to, 'pill', textBox([branchWords(branchOf(link.to), language)], 34)));
  for (const [id, { width, height }] of sizes) dagre.setNode(id, { width, height });
  const labels = graph.lines.map((link) => ({ link, label: textBox([linkWords(link, language)], 30) }));
  for (const { link, label } of labels)
    dagre.setEdge(link.from.id, targetId(link), { width: label.width + 8, height: label.height, labelpos: 'c' });
  layout(dagre);
  const { width = 0, height = 0 } = dagre.graph() as { width?: number; height?: number };
  const boxes = [...sizes].map(([id, box]): Box => ({ ...box, ...at(dagre.node(id)) }));
  const lines = labels.map(({ link, label }): Line => {
    // Dagre gives every edge its points and, as it has a width, the middle of its label.
    const edge = dagre.edge(link.from.id, targetId(link)) as unknown as At & { readonly points: readonly At[] };
    return { from: link.from, to: link.to, points: edge.points.map(at), label: { ...label, ...at(edge) } };
  });
  const alone = graph.places.filter((place) => !lined.has(place)).map((place) => boxOf(place, graph, language));
  const title = { x: MARGIN, y: height + 2 * GAP };
  const below = inRows(alone, title.y + GAP, Math.max(width, 720));
  const all = [...boxes, ...below];
  return {
    width: Math.ceil(Math.max(...all.map(({ x, width: wide }) => x + wide / 2)) + MARGIN),
    height: Math.ceil(Math.max(...all.map(({ y, height: high }) => y + high / 2)) + MARGIN),
    boxes: all,
    lines,
    ...(alone.length === 0 ? {} : { shared: title }),
  };
};

/**
 * Lays a branch out with the words of a language: downwards or to the right, whichever is narrower, as pages scroll down.
 * Takes tens of milliseconds for a large branch: keep what it gives.
 */
export const pictureOf = (branch: Branch, language: Language): Picture => {
  const graph = graphOf(branch);
  const [down, right] = [laidOut(graph, language, 'TB'), laidOut(graph, language, 'LR')];
  return right.width < down.width ? right : down;
};
