import { type Html, html } from '../http/html.ts';
import { type Language, say } from '../language/language.ts';
import type { Box, Line, Picture } from './layout.ts';
import { LINE_HEIGHT } from './text-box.ts';
import type { Trodden } from './trodden.ts';

/** How the pictures look, in light and in dark. Without quotes: it stands in SVG and in HTML, which read them differently. */
export const STYLE = `
.map { --ink: #1a2324; --soft: #546163; --paper: #ffffff; --rule: #8b999b; --mark: #0b6464; --tint: #d5ebe9; font: 12px system-ui, Segoe UI, Roboto, Arial, sans-serif; }
.map rect { fill: var(--paper); stroke: var(--rule); }
.map text { fill: var(--ink); }
.map path { fill: none; stroke: var(--rule); }
.map .question rect { stroke: var(--ink); stroke-width: 2; }
.map .turn rect { stroke-dasharray: 4 3; }
.map .pill rect { fill: var(--rule); fill-opacity: 0.25; stroke: none; }
.map .label text, .map .shared { fill: var(--soft); }
.map .label rect { stroke: none; fill-opacity: 0.85; }
.map .heading { font-weight: 700; }
.map .on rect { fill: var(--tint); stroke: var(--mark); stroke-width: 3; }
.map path.on { stroke: var(--mark); stroke-width: 3; }
.map .step circle { fill: var(--mark); }
.map .step text { fill: var(--paper); font-weight: 700; text-anchor: middle; }
@media (prefers-color-scheme: dark) {
  .map { --ink: #e6eeee; --soft: #a3b1b2; --paper: #151d1e; --rule: #6d7c7e; --mark: #6fd0c6; --tint: #124a48; }
}
`;

const rows = (lines: readonly string[], x: number, top: number): Html =>
  html`<text>${lines.map((line, at) => html`<tspan x="${x}" y="${top + (at + 1) * LINE_HEIGHT - 4}">${line}</tspan>`)}</text>`;

const badge = ({ x, y, width, height }: Box, number: number): Html =>
  html`<g class="step"><circle cx="${x - width / 2}" cy="${y - height / 2}" r="10"/><text x="${x - width / 2}" y="${y - height / 2 + 4}">${number}</text></g>`;

const box = (each: Box, trodden: Trodden): Html => {
  const { place, kind, heading, text, x, y, width, height } = each;
  const [left, top] = [x - width / 2, y - height / 2];
  const isOn = kind !== 'pill' && trodden.places.has(place.id);
  const number = isOn ? trodden.steps.get(place.id) : undefined;
  const under = top + (height - text.height) / 2 + (heading === undefined ? 0 : LINE_HEIGHT / 2);
  return html`<g class="${kind}${isOn ? ' on' : ''}" data-place="${place.id}"><rect x="${left}" y="${top}" width="${width}" height="${height}" rx="${kind === 'pill' ? height / 2 : kind === 'advice' ? 2 : 8}"/>${
    heading === undefined ? '' : html`<text class="heading" x="${left + 10}" y="${under - 4}">${heading}</text>`
  }${rows(text.lines, left + 10, under)}${number === undefined ? '' : badge(each, number)}</g>`;
};

const curve = ([first, ...rest]: Line['points']): string =>
  first === undefined
    ? ''
    : rest.reduce((path, { x, y }, at) => {
        const next = rest[at + 1];
        // Smooth through the middles between the points that the layout gives, straight to the last.
        if (next === undefined) return `${path} L${x} ${y}`;
        return `${path} Q${x} ${y} ${(x + next.x) / 2} ${(y + next.y) / 2}`;
      }, `M${first.x} ${first.y}`);

const line = ({ from, to, points }: Line, trodden: Trodden): Html =>
  html`<path${trodden.links.has(`${from.id} ${to.id}`) ? html` class="on"` : ''} d="${curve(points)}" marker-end="url(#tip)"/>`;

const label = ({ label: { lines, x, y, width, height } }: Line): Html =>
  html`<g class="label"><rect x="${x - width / 2}" y="${y - height / 2}" width="${width}" height="${height}"/>${rows(lines, x - width / 2, y - height / 2)}</g>`;

/** A branch as an SVG picture; the steps of a talk that went through it are marked and numbered. */
export const svg = (picture: Picture, title: string, language: Language, trodden: Trodden, style?: string): Html => {
  const { width, height, boxes, lines, shared } = picture;
  return html`<svg xmlns="http://www.w3.org/2000/svg" class="map" role="img" aria-label="${title}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${
    style === undefined ? '' : html`<style>${style}</style>`
  }<defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0 L8 4 L0 8"/></marker></defs>${lines.map(
    (each) => line(each, trodden),
  )}${lines.map(label)}${boxes.map((each) => box(each, trodden))}${
    shared === undefined ? '' : html`<text class="shared" x="${shared.x}" y="${shared.y}">${say(language, 'map.shared')}</text>`
  }</svg>`;
};
