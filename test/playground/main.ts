import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { root } from '../../scripts/packed.mjs';
import { type Language, say } from '../../src/language/language.ts';
import { openBrowser } from '../browser/chrome.ts';
import { rightToLeft } from '../pseudo.ts';
import { drawDark, type Shown } from './dark.ts';
import { playground } from './fetched.ts';
import { startBoth } from './programs.ts';

const pictures = join(root, 'dist', 'playground');
mkdirSync(pictures, { recursive: true });

const program = await playground();
const browser = await openBrowser();
if (browser === undefined) throw new Error('The Playground needs a browser: install Chrome or Edge.');

type Words = (...saying: Parameters<typeof say> extends [unknown, ...infer Rest] ? Rest : never) => string;

/** One visit to the Playground: its page, and what it was given to show, as it stands now. */
interface Visit {
  readonly name: string;
  readonly page: Page;
  readonly shown: ReadonlyMap<string, Shown>;
  readonly words: Words;
}

const WIDE = { width: 1440, height: 1000 };
const NARROW = { width: 420, height: 900 };
/** The Playground keeps its column of messages 600 pixels wide and a card 450, whatever the window; Teams does not. */
const FLUID = '@media (max-width: 600px) { *:has(.ac-adaptiveCard) { min-width: 0 !important; max-width: 100% !important } }';

/** Every message that comes, and each change of one. */
const listen = (page: Page): ReadonlyMap<string, Shown> => {
  const shown = new Map<string, Shown>();
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      const { message } = JSON.parse(String(payload)) as { message?: Shown & { readonly messageId: string } };
      if (message !== undefined) shown.set(message.messageId, message);
    }),
  );
  return shown;
};

/** One visit to the Playground, in a language whose texts `words` gives. */
const visit = async (name: string, language: Language, words: (text: string) => string, options: { rightToLeft?: boolean } = {}) => {
  const both = await startBoth(program, options);
  const context = await browser.newContext({ viewport: WIDE });
  try {
    const page = await context.newPage();
    // It asks a server of Microsoft's for fonts; nothing leaves this computer.
    await page.route(/^https?:(?!\/\/(?:localhost|127\.0\.0\.1))/, (route) => route.abort());
    const shown = listen(page);
    await page.goto(both.url);
    await page.addStyleTag({ content: FLUID });
    await talk({ name, page, shown, words: (key, params = {}) => words(say(language, key, params)) });
  } finally {
    await context.close();
    both.stop();
  }
};

const shot = async (page: Page, name: string) => {
  await page.waitForTimeout(500);
  await page.screenshot({ path: join(pictures, `${name}.png`) });
};

/** Looks at the same messages light and dark, wide and narrow. */
const looks = async ({ name, page, shown }: Visit, when: string) => {
  await shot(page, `${name}-${when}-light-wide`);
  await page.setViewportSize(NARROW);
  await shot(page, `${name}-${when}-light-narrow`);
  await page.setViewportSize(WIDE);
  await drawDark(browser, [...shown.values()], (size) => join(pictures, `${name}-${when}-dark-${size}.png`));
};

const type = async (page: Page, text: string) => {
  await page.locator('[contenteditable=true]').first().fill(text);
  await page.keyboard.press('Enter');
};

const waitFor = (page: Page, text: string) => page.getByText(text, { exact: false }).last().waitFor({ timeout: 30_000 });

const talk = async (visited: Visit) => {
  const { name, page, words } = visited;
  await page.locator('.ac-choiceSetInput-expanded, .ac-adaptiveCard input[type=radio]').first().waitFor({ timeout: 60_000 });
  if (name === 'german') {
    await type(page, 'deutsch');
    await waitFor(page, words('talk.language.now'));
  }
  await looks(visited, 'question');
  const answer = words('questions.symptom.values.error');
  await page.getByText(answer, { exact: true }).last().click();
  await page
    .getByRole('button', { name: words('teams.answerSend'), exact: true })
    .last()
    .click();
  await waitFor(page, words('teams.chose', { title: say('en', 'questions.symptom.values.error') }).split(':')[0] ?? '');
  await waitFor(page, words('questions.code.seen.ask'));
  await looks(visited, 'chosen');
  await type(page, '0x4004F040');
  await waitFor(page, words('outcomes.OK-01.title'));
  const no = page.getByRole('button', { name: words('talk.tried.no'), exact: true });
  await no.waitFor();
  await looks(visited, 'advice');
  const cards = await page.locator('.ac-adaptiveCard').count();
  await no.click();
  await no.waitFor({ state: 'detached', timeout: 30_000 });
  await waitFor(page, words('teams.chose', { title: say('en', 'talk.tried.no') }).split(':')[0] ?? '');
  await page.waitForTimeout(1_000);
  // The advice is still there to be read, its buttons are not.
  if ((await page.locator('.ac-adaptiveCard').count()) < cards) throw new Error('the answered card went away');
  await waitFor(page, words('outcomes.OK-01.title'));
  await looks(visited, 'answered');
  if ((await page.getByText('**').count()) > 0) throw new Error('asterisks stand where something should be bold');
};

try {
  await visit('english', 'en', (text) => text);
  await visit('german', 'de', (text) => text);
  await visit('right-to-left', 'en', (text) => rightToLeft(text), { rightToLeft: true });
  process.stdout.write(
    `Three talks through the Playground reached an outcome, each with a card that was answered and changed in place. Pictures: ${pictures}\n`,
  );
} finally {
  await browser.close();
}
