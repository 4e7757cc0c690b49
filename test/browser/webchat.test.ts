import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import pino from 'pino';
import { startApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { runningDesk } from '../desk.ts';
import { textOf } from '../outputs/pasted.ts';
import { openBrowser } from './chrome.ts';
import { CHOICES, FEED, personAt } from './talk.ts';
import { axeFinds, windows } from './window.ts';

const browser = await openBrowser();
const isOnCi = (process.env.CI ?? '') !== '';

let desk: Awaited<ReturnType<typeof runningDesk>>;

const { troubles, open: newPage } = windows(browser, () => desk.url);

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

(isOnCi ? it : it.skip)('has a browser where CI is set', () => expect(browser).toBeDefined());

(browser === undefined ? describe.skip : describe)('Web Chat', () => {
  it('leads by keyboard alone from a pasted error to an outcome, and on when it did not help', async () => {
    const page = await newPage();
    const person = await personAt(page, desk.url);
    await person.say('Word says product activation failed 0xC004F074');
    expect(person.last().ask).toBe('kms.network');
    await person.answer('inside');
    while (person.last().outcome === undefined) await person.choose(person.last().ask === 'kms.port' ? 'closed' : 'unknown');
    expect(person.last().outcome).toBe('KMS-08');
    await person.choose('no');
    await person.answer('apart');
    expect(person.last().outcome).toBe('KMS-09');
    expect(await page.locator(`${FEED} .ac-adaptiveCard`).count()).toBe(2);
    expect(troubles).toEqual([]);
  });

  it.each([
    ['a wide window', {}],
    ['the dark', { colorScheme: 'dark' }],
    ['320 pixels', { viewport: { width: 320, height: 640 }, locale: 'de-DE' }],
  ] as const)('has nothing that axe objects to in %s, with a talk in it', async (_, options) => {
    const page = await newPage(options);
    const person = await personAt(page, desk.url);
    await person.say('0xC004F074');
    await person.answer('inside');
    while (person.last().outcome === undefined) await person.answer('unknown');
    expect(await axeFinds(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  });

  it('shows the talk again after a reload and goes on', async () => {
    const page = await newPage();
    const person = await personAt(page, desk.url);
    await person.say('0xC004F074');
    const said = page.locator(`${FEED} .webchat__text-content`);
    const before = await said.allTextContents();
    const heard = person.heard.length;
    await page.reload();
    await page.locator(CHOICES).first().waitFor();
    expect(person.heard.slice(heard)).toEqual(person.heard.slice(0, heard));
    expect(await said.allTextContents()).toEqual(before);
    await person.answer('inside');
    expect(person.last().ask).not.toBe('kms.network');
  });

  it('goes on by itself when the desk was restarted in the middle of a talk', async () => {
    const page = await newPage();
    const folder = mkdtempSync(join(tmpdir(), 'activation-desk-'));
    const settings = readConfig({ DATABASE_URL: `file:${join(folder, 'desk.db')}` });
    const start = (port: number) => startApp({ ...settings, port }, pino({ level: 'silent' }));
    const first = await start(0);
    const person = await personAt(page, first.url);
    await person.say('0xC004F074');
    await first.close();
    const second = await start(Number(new URL(first.url).port));
    await person.answer('inside');
    expect(person.last().ask).not.toBe('kms.network');
    await second.close();
    rmSync(folder, { recursive: true });
  });

  it.each([
    ['en-GB', 'America/New_York'],
    ['de-DE', 'Europe/Berlin'],
  ])('leads from a pasted /dstatus with two licences straight to the advice or to the one question (%s)', async (locale, timezoneId) => {
    const pastedAt = async (name: string) => {
      const person = await personAt(await newPage({ locale, timezoneId }), desk.url);
      const before = person.heard.length;
      await person.say(textOf(name));
      return { last: person.last(), keys: person.heard.slice(before).flatMap(({ keys }) => keys) };
    };
    const leftOver = await pastedAt('dstatus-left-over-beside-licensed-volume');
    expect(leftOver.last.outcome).toBe('OK-04');
    // The page tells the person's time zone.
    expect(leftOver.keys).toContain('talk.deadline.renewal');
    expect(leftOver.keys).not.toContain('talk.deadline.utc');
    expect((await pastedAt('dstatus-office-licensed-visio-fails')).last.ask).toBe('kms.count');
    const differently = await pastedAt('dstatus-suite-and-visio-fail-differently');
    expect(differently.keys).toContain('talk.licencesAsk');
    expect(differently.last.choices?.map(({ value }) => value)).toEqual([
      'Office 24, Office24ProPlus2024VL_KMS_Client_AE',
      'Office 24, Office24VisioStd2024VL_MAK_AE',
      'none',
    ]);
  });

  it('goes on in the window to which somebody comes back, and nothing is lost in either', async () => {
    const one = await newPage();
    const person = await personAt(one, desk.url);
    await person.say('0xC004F074');
    const other = await one.context().newPage();
    const there = await personAt(other, desk.url);
    expect(there.heard.at(-1)?.ask).toBe('kms.network');
    await one.locator('#note', { hasText: 'another window' }).waitFor();
    await there.say('yes');
    expect(there.last().ask).toBe('kms.port');
    await one.bringToFront();
    await one.evaluate('dispatchEvent(new Event("focus"))');
    await other.locator('#note', { hasText: 'another window' }).waitFor();
    const said = (page: typeof one) => page.locator(`${FEED} .webchat__text-content`).allTextContents();
    await one.locator('#note', { hasText: /^$/ }).waitFor({ state: 'attached' });
    await one.locator(CHOICES).first().waitFor();
    expect(await said(one)).toEqual(await said(other));
  });

  it('switches the page and the talk to German', async () => {
    const page = await newPage();
    const person = await personAt(page, desk.url);
    const before = person.heard.length;
    await page.getByRole('link', { name: 'Deutsch' }).press('Enter');
    const { ask, choices } = await person.until(({ ask }) => ask !== undefined, before);
    expect(ask).toBe(person.last().ask);
    expect(choices?.map(({ value }) => value)).toEqual(person.last().choices?.map(({ value }) => value));
    expect(choices).not.toEqual(person.last().choices);
    expect(await page.locator('html').getAttribute('lang')).toBe('de');
    expect(await page.locator('h1').textContent()).toContain('Office lässt sich nicht aktivieren?');
    await page
      .locator(CHOICES)
      .filter({ hasText: choices?.at(-1)?.title })
      .waitFor();
  });

  it('copies a command and says so, and the bot hears nothing of it', async () => {
    const page = await newPage({ permissions: ['clipboard-read', 'clipboard-write'] });
    const person = await personAt(page, desk.url);
    await person.say('0xC004F074');
    while (person.last().outcome === undefined) await person.answer(person.last().ask === 'kms.network' ? 'inside' : 'unknown');
    const heard = person.heard.length;
    const copy = page.locator('.ac-pushButton').first();
    const line = (await copy.getAttribute('title')) ?? '';
    await copy.press('Enter');
    await page.locator('#note:not(:empty)').waitFor();
    const copied = await page.evaluate<string>('navigator.clipboard.readText()');
    expect(copied).not.toBe('');
    expect(line.endsWith(copied)).toBe(true);
    expect(person.heard).toHaveLength(heard);
  });

  it('does not keep showing a product key that was typed', async () => {
    const page = await newPage();
    const person = await personAt(page, desk.url);
    await person.say('my key is BCDFG-HJKMP-QRTVW-XY234-6789B');
    const shown = await page.locator(FEED).textContent();
    expect(shown).not.toMatch(/BCDFG|HJKMP|QRTVW|XY234/);
    expect(shown).toContain('6789B');
  });
});
