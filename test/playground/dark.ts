import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { root } from '../../scripts/packed.mjs';

/** A message as the Playground was given it: a card, or a text with buttons. */
export interface Shown {
  readonly text?: string;
  readonly attachments?: readonly { readonly content: object }[];
  readonly suggestedActions?: { readonly actions: readonly { readonly title: string }[] };
}

const WHITE = { default: '#ffffffff', subtle: '#bfffffff' };
const COLOURS = {
  default: WHITE,
  dark: { default: '#ff201f1f', subtle: '#ff2d2c2c' },
  light: WHITE,
  accent: { default: '#ffa6a7dc', subtle: '#ff8b8cc7' },
  good: { default: '#ff92c353', subtle: '#e592c353' },
  warning: { default: '#fff8d22a', subtle: '#e5f8d22a' },
  attention: { default: '#ffd74654', subtle: '#e5d74654' },
};
/** Teams' dark theme, as far as our cards are concerned (samples/HostConfig/microsoft-teams-dark.json of microsoft/AdaptiveCards). */
const TEAMS_DARK = {
  supportsInteractivity: true,
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: '#eeeeee' },
  fontTypes: {
    default: { fontFamily: 'sans-serif', fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 } },
    monospace: { fontFamily: 'monospace', fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 } },
  },
  containerStyles: {
    default: { backgroundColor: '#ff2d2c2c', foregroundColors: COLOURS },
    emphasis: { backgroundColor: '#ff292828', foregroundColors: COLOURS },
  },
  actions: { maxActions: 6, buttonSpacing: 8, actionsOrientation: 'Horizontal', actionAlignment: 'Left' },
};

const PAGE = `<!doctype html><meta name="viewport" content="width=device-width"><style>
  :root { color-scheme: dark; font: 14px/1.4 sans-serif }
  body { margin: 16px; background: #1f1f1f }
  article, nav { max-width: 482px; margin-block-end: 16px }
  article { border-radius: 4px; background: #2d2c2c; overflow: hidden }
  article p { margin: 0 }
  article > p { padding: 12px 16px; white-space: pre-line }
  nav { display: flex; flex-wrap: wrap; gap: 8px }
  a { color: #a6a7dc }
  button { font: inherit; padding: 6px 12px; margin-block: 4px }
  .ac-actionSet { flex-wrap: wrap }
</style>`;

const SCRIPTS = ['node_modules/adaptivecards/dist/adaptivecards.min.js', 'vendor/webchat/webchat.js', 'test/playground/draw.js'];

/** Pictures of the same messages in Teams' dark theme, wide and narrow, by Adaptive Cards' own renderer: the Playground has no dark theme. */
export const drawDark = async (browser: Browser, shown: readonly Shown[], fileOf: (size: string) => string) => {
  const page = await browser.newPage();
  try {
    await page.setContent(PAGE);
    for (const script of SCRIPTS) await page.addScriptTag({ path: join(root, script) });
    await page.evaluate(`draw(${JSON.stringify(shown)}, ${JSON.stringify(TEAMS_DARK)})`);
    for (const [size, width] of [
      ['wide', 900],
      ['narrow', 360],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      if (!(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')))
        throw new Error(`${size}: a card is wider than its window`);
      await page.screenshot({ path: fileOf(size), fullPage: true });
    }
  } finally {
    await page.close();
  }
};
