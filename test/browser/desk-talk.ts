import type { Browser, Page } from 'playwright-core';
import { signedIn } from '../staff.ts';

interface Running {
  readonly url: string;
  readonly database: string;
}

/** A window of a member of staff, signed in at a desk. */
export const staffWindow = async (browser: Browser, desk: Running, name: string, options: object = {}): Promise<Page> => {
  const token = await signedIn(desk, 'lead', name);
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB', ...options });
  await context.addCookies([{ name: 'staff', value: token, url: desk.url, httpOnly: true, sameSite: 'Lax' }]);
  const page = await context.newPage();
  await page.goto(new URL('desk', desk.url).href);
  return page;
};
