import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { allPlaces } from '../../src/machines/distance.ts';
import { runningDesk } from '../desk.ts';
import { openBrowser } from './chrome.ts';
import { FEED, personAt } from './talk.ts';
import { axeFinds, windows } from './window.ts';

const browser = await openBrowser();
let desk: Awaited<ReturnType<typeof runningDesk>>;
const { troubles, open, watch } = windows(browser, () => desk.url);

beforeAll(async () => {
  desk = await runningDesk();
});
afterEach(async () => {
  for (const context of browser?.contexts() ?? []) await context.close();
});
afterAll(async () => {
  await browser?.close();
  await desk.close();
});

(browser === undefined ? describe.skip : describe)('the map', () => {
  it('opens from an advice with the way of the talk marked in it', async () => {
    const page = await open();
    const person = await personAt(page, desk.url);
    await person.say('0xC004F074');
    await person.answer('inside');
    await person.answer('closed');
    expect(person.last().outcome).toBe('KMS-08');
    const heard = person.heard.length;
    const opened = page.waitForEvent('popup');
    await page.locator(`${FEED} .ac-pushButton`).last().press('Enter');
    const map = watch(await opened);
    await map.locator('#way').waitFor();
    const marked = await map.locator('.map .on[data-place]').evaluateAll((boxes) => boxes.map((box) => box.dataset.place));
    expect(marked).toEqual(expect.arrayContaining(['activation.kms.network', 'activation.kms.port', 'activation.kms.KMS-08']));
    expect(marked).not.toContain('activation.kms.clock');
    expect(person.heard).toHaveLength(heard);
    expect(troubles).toEqual([]);
  });

  it.each([
    ['en', 'light'],
    ['de', 'dark'],
  ] as const)('shows the whole tree in %s, with nothing that axe objects to in the %s', async (language, colorScheme) => {
    const page = await open({ colorScheme });
    await page.goto(`${desk.url}map?lang=${language}`);
    const shown = await page.locator('.map g[data-place]:not(.pill)').count();
    expect(shown).toBe(allPlaces.filter(({ type }) => type !== 'final').length);
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    expect(await axeFinds(page)).toEqual([]);
    expect(troubles).toEqual([]);
  });
});
