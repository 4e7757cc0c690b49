import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Opens windows of new persons: no cookies, and everything noted that goes wrong or leaves the desk at `url`. */
export const windows = (browser: Browser | undefined, url: () => string) => {
  const troubles: string[] = [];
  const watch = (page: Page) => {
    page.on('pageerror', (error) => troubles.push(error.message));
    page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
    page.on('request', (request) => {
      if (!/^(blob:|data:)/.test(request.url()) && !request.url().startsWith(url())) troubles.push(request.url());
    });
    return page;
  };
  return {
    troubles,
    watch,
    open: async (options: BrowserContextOptions = {}): Promise<Page> => {
      if (browser === undefined) throw new Error('no browser');
      const context = await browser.newContext({ viewport: { width: 900, height: 700 }, locale: 'en-GB', ...options });
      return watch(await context.newPage());
    },
  };
};

/** What axe finds, by rule and element. Evaluated, not added as a script, which the page's policy forbids. */
export const axeFinds = async (page: Page) => {
  await page.evaluate(axe);
  return page.evaluate<readonly string[]>(
    'axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ": " + html)))',
  );
};
