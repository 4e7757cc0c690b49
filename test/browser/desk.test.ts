import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { startPostgres } from '../../torture/postgres.ts';
import { runningDesk } from '../desk.ts';
import { caseOf } from '../staff.ts';
import { openBrowser } from './chrome.ts';
import { staffWindow } from './desk-talk.ts';
import { FEED, personAt } from './talk.ts';
import { axeFinds, windows } from './window.ts';

const browser = await openBrowser();
const postgres = await startPostgres();
type Desk = Awaited<ReturnType<typeof runningDesk>>;

afterEach(async () => {
  for (const context of browser?.contexts() ?? []) await context.close();
});
afterAll(async () => {
  await browser?.close();
  await postgres.stop();
});

/** A person asks for help at one instance, staff answer at another. */
const wholeWay = async (personsDesk: Desk, staffsDesk: Desk) => {
  if (browser === undefined) throw new Error('no browser');
  const { open } = windows(browser, () => personsDesk.url);
  const agent = await staffWindow(browser, staffsDesk, 'Ann');
  await agent.locator('.empty').waitFor();

  const page = await open();
  const person = await personAt(page, personsDesk.url);
  await person.say('0xC004F074');
  await person.answer('inside');
  const before = person.heard.length;
  await page.keyboard.insertText('a person');
  await page.keyboard.press('Enter');
  await person.until(({ keys }) => keys.some((key) => key.startsWith('talk.person')), before);

  // The case comes into the open queue by itself.
  const row = agent.locator('.queue tbody tr');
  await row.waitFor();
  await row.locator('[data-take]').click();
  await agent.locator('.talk').waitFor();
  await agent.locator('.why li').first().waitFor();
  await agent.locator('#words').fill('Hello, this is Ann.\nWe are looking at the server.');
  await agent.locator('.reply button.main').click();
  await agent.locator('.talk li.staff').waitFor();
  await page.locator(`${FEED} p`, { hasText: 'We are looking at the server.' }).waitFor();

  // The bot is silent while Ann has the talk.
  const heard = person.heard.length;
  await page.keyboard.insertText('thank you, it still fails');
  await page.keyboard.press('Enter');
  await agent.locator('.talk li.person').getByText('thank you, it still fails').waitFor();
  expect(person.heard.slice(heard)).toEqual([]);

  await agent.locator('form[action$="/close"] select').selectOption('unanswered');
  await agent.locator('form[action$="/close"] button').click();
  await agent.locator('.mark.closed').waitFor();
  const back = await person.until(({ ask }) => ask !== undefined, heard);
  expect(back.ask).toBe(person.last().ask);
  const after = person.heard.length;
  await page.keyboard.insertText('closed');
  await page.keyboard.press('Enter');
  await person.until(({ outcome, ask }) => outcome !== undefined || ask !== undefined, after);
};

(browser === undefined ? describe.skip : describe)("the desk's pages", () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await runningDesk();
  });
  afterAll(() => desk.close());

  it('bring a person and an agent together: asked, seen, taken, answered, read, replied, closed, and the bot is back', async () => {
    const own = await runningDesk();
    await wholeWay(own, own);
    await own.close();
  });

  it('do so on PostgreSQL, the person at one instance and the agent at another', async () => {
    const database = await postgres.newDatabase();
    const [one, other] = [await runningDesk({ database }), await runningDesk({ database })];
    await wholeWay(one, other);
    await one.close();
    await other.close();
  });

  it('see a case appear also where no stream of news comes through', async () => {
    if (browser === undefined) throw new Error('no browser');
    const own = await runningDesk();
    const page = await staffWindow(browser, own, 'Ann');
    await page.route('**/desk/news', (route) => route.abort());
    await page.reload();
    await page.locator('.empty').waitFor();
    const { number } = await caseOf(own.url);
    await page.locator('.queue tbody tr', { hasText: number }).waitFor();
    await page.close();
    await own.close();
  });

  it('do nothing for a page of another origin: neither its forms nor its fetches count', async () => {
    if (browser === undefined) throw new Error('no browser');
    const { number } = await caseOf(desk.url);
    const page = await staffWindow(browser, desk, 'Eve');
    const take = `${desk.url}desk/cases/${number}/take`;
    const foreign = createServer((_request, response) =>
      response
        .setHeader('content-type', 'text/html')
        .end(
          `<form method="post" action="${take}"><input name="version" value="1"><input name="token" value="x"><button>x</button></form>`,
        ),
    );
    foreign.unref().listen(0, '127.0.0.1');
    await once(foreign, 'listening');
    // An address of a server that listens is an object.
    await page.goto(`http://127.0.0.1:${(foreign.address() as AddressInfo).port}/`);
    const fetched = await page.evaluate(
      async ([to, bodies]) => {
        // The browser does not even hand over the refusal.
        for (const [type, body] of bodies)
          await fetch(to, { method: 'POST', mode: 'no-cors', credentials: 'include', headers: { 'content-type': type }, body }).catch(
            () => {},
          );
        return true;
      },
      [
        take,
        [
          ['application/x-www-form-urlencoded', 'version=1&token=x'],
          ['text/plain', '{"version":1}'],
        ],
      ] as const,
    );
    expect(fetched).toBe(true);
    const [answer] = await Promise.all([page.waitForResponse(take), page.locator('button').click()]);
    expect(answer.status()).toBe(403);
    await page.goto(`${desk.url}desk/cases/${number}`);
    expect(await page.locator('.mark').textContent()).toBe('New');
    foreign.close();
  });

  it('let one of two agents take a case, and tell the other who did', async () => {
    if (browser === undefined) throw new Error('no browser');
    const { number } = await caseOf(desk.url);
    const [ann, bo] = [await staffWindow(browser, desk, 'Ann'), await staffWindow(browser, desk, 'Bo')];
    for (const page of [ann, bo]) await page.goto(`${desk.url}desk/cases/${number}`);
    // Each sees that the other has the case open.
    await ann.locator('.here', { hasText: 'Bo' }).waitFor();
    await bo.locator('.here', { hasText: 'Ann' }).waitFor();
    const took = async (page: typeof ann) => {
      await page.locator('form[action$="/take"] button').click();
      return (await page.locator('h1').textContent()) === number;
    };
    const won = await Promise.all([took(ann), took(bo)]);
    expect(won.filter(Boolean)).toHaveLength(1);
    const [winner, loser] = won[0] ? ['Ann', bo] : ['Bo', ann];
    expect(await loser.locator('.history').textContent()).toContain(winner);
  });

  it('keep what was written when somebody came between', async () => {
    if (browser === undefined) throw new Error('no browser');
    const { number } = await caseOf(desk.url);
    const page = await staffWindow(browser, desk, 'Cy');
    await page.goto(`${desk.url}desk/cases/${number}`);
    await page.locator('#words').fill('A long answer.');
    const other = await staffWindow(browser, desk, 'Dee');
    await other.goto(`${desk.url}desk/cases/${number}`);
    await other.locator('form[action$="/take"] button').click();
    await other.locator('.talk').waitFor();
    await page.locator('.reply button.main').click();
    expect(await page.locator('blockquote').textContent()).toBe('A long answer.');
    expect(await page.locator('.history').textContent()).toContain('Dee');
    await page.locator('form[action$="/reply"] button').click();
    await page.locator('.talk li.staff').getByText('A long answer.').waitFor();
  });

  it('are walked by keyboard alone: to a case, into it, back, to the search', async () => {
    if (browser === undefined) throw new Error('no browser');
    const { number } = await caseOf(desk.url);
    const page = await staffWindow(browser, desk, 'Kay');
    await page.goto(`${desk.url}desk?${new URLSearchParams({ q: number })}`);
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    expect(await page.locator('.queue tbody input:checked').count()).toBe(1);
    await page.keyboard.press('t');
    await page.locator('.talk').waitFor();
    expect(await page.locator('h1').textContent()).toBe(number);
    await page.keyboard.press('n');
    await page.keyboard.type('j is a letter here');
    expect(await page.locator('#remark').inputValue()).toBe('j is a letter here');
    await page.locator('#remark').blur();
    await page.keyboard.press('u');
    await page.locator('.queue').waitFor();
    await page.keyboard.press('/');
    expect(await page.evaluate('document.activeElement.id')).toBe('q');
    await page.keyboard.press('Tab');
    await page.keyboard.press('?');
    await page.locator('#keys[open]').waitFor();
    await page.locator('[data-switch]').click();
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    expect(await page.locator('tr.here').count()).toBe(0);
  });

  it.each([
    ['light', {}, ['desk', 'CASE', 'desk/overview', 'desk/audit', 'desk?q=colour:red', 'desk/cases/none']],
    ['dark', { colorScheme: 'dark' }, ['desk', 'CASE']],
    ['German and narrow', { viewport: { width: 360, height: 740 }, locale: 'de-DE' }, ['desk', 'CASE', 'desk/overview']],
  ] as const)('have nothing that axe objects to (%s), and nothing wider than the window', async (_name, options, paths) => {
    if (browser === undefined) throw new Error('no browser');
    const { number } = await caseOf(desk.url);
    const page = await staffWindow(browser, desk, 'Eve', options);
    for (const path of paths.map((each) => each.replace('CASE', `desk/cases/${number}`))) {
      await page.goto(desk.url + path);
      expect({ path, finds: await axeFinds(page) }).toEqual({ path, finds: [] });
      expect({ path, fits: await page.evaluate('document.documentElement.scrollWidth <= innerWidth') }).toEqual({ path, fits: true });
    }
  });

  it('work without a script: search, take, note, ready-made reply, bulk', async () => {
    if (browser === undefined) throw new Error('no browser');
    const { number } = await caseOf(desk.url);
    const page = await staffWindow(browser, desk, 'Flo', { javaScriptEnabled: false });
    await page.locator('#q').fill(`${number} state:new`);
    await page.locator('.search button').click();
    expect(await page.locator('.queue tbody tr').count()).toBe(1);
    await page.locator('.queue tbody input[type=checkbox]').check();
    await page.locator('.bulk input[name=tags]').fill('vip');
    await page.locator('.bulk button[value=tag]').click();
    expect(await page.locator('.queue tbody i', { hasText: 'vip' }).count()).toBe(1);
    await page.locator('[data-take]').click();
    await page.locator('#remark').fill('Only for us.');
    await page.locator('.notes button').click();
    expect(await page.locator('.notes li').textContent()).toContain('Only for us.');
    await page.locator('.canned button').click();
    expect(await page.locator('#words').inputValue()).toContain(number);
    expect(await page.locator('#words').inputValue()).not.toContain('{{');
  });

  it('mirror themselves for a language that is written from the right', async () => {
    if (browser === undefined) throw new Error('no browser');
    const page = await staffWindow(browser, desk, 'Gil');
    await page.evaluate("document.documentElement.dir = 'rtl'");
    const boxes = await Promise.all(['.brand', '.who'].map((each) => page.locator(each).boundingBox()));
    expect((boxes[0]?.x ?? 0) > (boxes[1]?.x ?? 0)).toBe(true);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  });
});
