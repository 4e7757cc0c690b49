import { type Language, say } from '../language/language.ts';
import { type Branch, branches } from './graph.ts';
import { pictureOf } from './layout.ts';
import { mermaid } from './mermaid.ts';
import { outline } from './outline.ts';
import { STYLE, svg } from './svg.ts';
import { NOWHERE } from './trodden.ts';
import { branchWords } from './words.ts';

const introduction = (language: Language): string => `# ${say(language, 'map.heading')}

Written by \`npm run map\` from the machine that serves people; a test says when it is behind. The same is at \`/map\` of a running desk.

${say(language, 'map.legend')} (In the diagrams questions are hexagons, and what parts ways is rounded.)`;

const section = (branch: Branch, language: Language): string => `## ${branch.name}: ${branchWords(branch.name, language)}

\`\`\`mermaid
${mermaid(branch, language)}
\`\`\`

[As a picture](tree/${branch.name}.svg)

<details><summary>${say(language, 'map.outline')}</summary>

${outline(branch, language)
  .map(({ name, words, leads }) => [`- **${name}** ${words}`, ...leads.map(({ answer, to }) => `  - ${answer} → ${to}`)].join('\n'))
  .join('\n')}

</details>`;

const page = (language: Language): string =>
  `${[introduction(language), ...branches().map((branch) => section(branch, language))].join('\n\n')}\n`;

const picture = (branch: Branch, language: Language): string =>
  `${svg(pictureOf(branch, language), branchWords(branch.name, language), language, NOWHERE, STYLE).html}\n`;

/** What docs/ holds of the tree, by file: one page with a diagram and an outline for each branch, and a picture of each. */
export const treeDocs = (language: Language): ReadonlyMap<string, string> =>
  new Map([
    ['tree.md', page(language)],
    ...branches().map((branch): [string, string] => [`tree/${branch.name}.svg`, picture(branch, language)]),
  ]);
