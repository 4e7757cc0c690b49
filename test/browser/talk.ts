import type { Page } from 'playwright-core';
import type { Ids } from '../../src/rendering/render.ts';

interface Frame {
  readonly activities: readonly { readonly channelData?: { readonly activationDesk?: Ids } }[];
}

/** What the desk sends to a page, read from the page's own socket, so that tests see ids and never wording. */
const overhear = (page: Page) => {
  const heard: Ids[] = [];
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => {
      const { activities } = JSON.parse(String(payload)) as Frame;
      heard.push(...activities.flatMap(({ channelData }) => channelData?.activationDesk ?? []));
    });
  });
  return {
    heard,
    /** Waits for a reply that is about something. */
    until: async (isIt: (ids: Ids) => boolean, after: number): Promise<Ids> => {
      for (let tries = 0; tries < 1_500; tries += 1) {
        const found = heard.slice(after).find(isIt);
        if (found !== undefined) return found;
        await page.waitForTimeout(20);
      }
      throw new Error(`not heard; the desk said ${JSON.stringify(heard.slice(after))}`);
    },
  };
};

export const FEED = '.webchat__basic-transcript__transcript';
export const CHOICES = '[role=toolbar] button';

/** A person at the page's keyboard. Every act gives the reply that leaves a question open. */
export const personAt = async (page: Page, url: string) => {
  const { heard, until } = overhear(page);
  const asks = ({ ask }: Ids) => ask !== undefined;
  await page.goto(url);
  let last = await until(asks, 0);
  await page.locator(CHOICES).first().waitFor();

  const act = async (press: () => Promise<void>): Promise<Ids> => {
    const before = heard.length;
    await press();
    last = await until(asks, before);
    await page.locator(CHOICES).first().waitFor();
    return last;
  };
  const at = (value: string) => (last.choices ?? []).findIndex((choice) => choice.value === value);

  return {
    heard,
    until,
    last: () => last,
    say: (text: string) =>
      act(async () => {
        await page.keyboard.insertText(text);
        await page.keyboard.press('Enter');
      }),
    /** Answers by the number of the choice. */
    answer: (value: string) =>
      act(async () => {
        await page.keyboard.type(String(at(value) + 1));
        await page.keyboard.press('Enter');
      }),
    /** Answers with the button, which Shift+Tab and the arrows reach from the input. */
    choose: (value: string) =>
      act(async () => {
        await page.locator(CHOICES).nth(at(value)).waitFor();
        await page.keyboard.press('Shift+Tab');
        for (let step = 0; step < at(value); step += 1) await page.keyboard.press('ArrowRight');
        await page.keyboard.press('Enter');
      }),
  };
};
