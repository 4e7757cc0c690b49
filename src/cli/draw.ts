import type { AnyStateNode as StateNode } from 'xstate';
import { textOf, titleOf } from '../conversation/ask.ts';
import type { MessageKey } from '../language/keys.ts';
import type { Language } from '../language/language.ts';
import { speak } from '../language/saying.ts';
import { allPlaces, metaOf, type Way, ways } from '../machines/distance.ts';
import { isQuestion, isTrial } from '../machines/facts.ts';

/** A branch of the tree, as its file has it. */
export interface Branch {
  readonly name: string;
  readonly places: readonly StateNode[];
}

const branchOf = (place: StateNode): string => place.path[0] ?? '';
const nameOf = (place: StateNode): string => place.path.slice(1).join('.') || branchOf(place);

/** The branches in the order in which the tree lists them, without its two ends. */
export const branches = (): readonly Branch[] =>
  [...new Set(allPlaces.map(branchOf))]
    .map((name) => ({ name, places: allPlaces.filter((place) => branchOf(place) === name) }))
    .filter(({ places }) => places.every((place) => !('end' in metaOf(place))));

/** What a place is about, in words. */
const wordsOf = (place: StateNode, language: Language): string => {
  const meta = metaOf(place);
  if ('ask' in meta) return speak(language, textOf(meta.ask, 'ask'));
  if ('outcome' in meta) return `${meta.outcome}: ${speak(language, { key: `outcomes.${meta.outcome}.title` as MessageKey })}`;
  if ('end' in meta) return meta.end;
  return 'fork' in meta ? meta.fork : `${meta.when}?`;
};

const wayWords = ({ fact, value }: Way, language: Language): string => {
  if (fact === undefined || value === undefined) return '…';
  return isQuestion(fact) || isTrial(fact) ? speak(language, titleOf(fact, value)) : value;
};

/** Ways from one place to another, several values of one target as one way. */
const arrows = (place: StateNode, language: Language) => {
  const targets = new Map<StateNode, string[]>();
  for (const way of ways(place)) targets.set(way.to, [...(targets.get(way.to) ?? []), wayWords(way, language)]);
  return [...targets].map(([to, values]) => ({ to, values: values.join(', ') }));
};

const quoted = (text: string) => `"${text.replaceAll('"', '#quot;')}"`;
const idOf = (place: StateNode) => place.id.replace(/[^A-Za-z0-9]/g, '_');

const shape = (place: StateNode, language: Language): string => {
  const text = quoted(wordsOf(place, language));
  const meta = metaOf(place);
  if ('ask' in meta) return `${idOf(place)}{{${text}}}`;
  return 'outcome' in meta ? `${idOf(place)}[${text}]` : `${idOf(place)}(${text})`;
};

/** A branch as a Mermaid flowchart: questions as hexagons, outcomes as boxes, what is not asked rounded; other branches by their names. */
export const mermaid = ({ name, places }: Branch, language: Language): string => {
  const lines = places.flatMap((place) =>
    arrows(place, language).map(({ to, values }) => {
      const target = branchOf(to) === name ? idOf(to) : `branch_${branchOf(to)}(["${branchOf(to)}"])`;
      return `  ${idOf(place)} -->|${quoted(values)}| ${target}`;
    }),
  );
  return ['flowchart LR', ...places.map((place) => `  ${shape(place, language)}`), ...lines].join('\n');
};

/** A branch as an outline, for whoever does not see a diagram: each place, and where each value leads. */
export const outline = ({ name, places }: Branch, language: Language): string =>
  places
    .map((place) => {
      const leads = arrows(place, language).map(({ to, values }) => `  - ${values} → ${branchOf(to) === name ? nameOf(to) : branchOf(to)}`);
      return [`- **${nameOf(place)}** ${wordsOf(place, language)}`, ...leads].join('\n');
    })
    .join('\n');

const INTRODUCTION = `# The decision tree

Written by \`npm run map\` from the machine that serves people; a test says when it is behind. Hexagons are questions, boxes are outcomes,
rounded places part ways by what is known already. A name alone leads to another branch.`;

const section = (branch: Branch, language: Language): string => `## ${branch.name}

\`\`\`mermaid
${mermaid(branch, language)}
\`\`\`

<details><summary>As an outline</summary>

${outline(branch, language)}

</details>`;

/** The whole tree as one Markdown page: a diagram and an outline for each branch. */
export const page = (language: Language): string =>
  `${[INTRODUCTION, ...branches().map((branch) => section(branch, language))].join('\n\n')}\n`;
