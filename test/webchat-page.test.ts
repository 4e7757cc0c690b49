import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runningDesk } from './desk.ts';

let desk: Awaited<ReturnType<typeof runningDesk>>;
beforeAll(async () => {
  desk = await runningDesk();
});
afterAll(() => desk.close());

describe('the page', () => {
  const page = async (path: string, headers: Record<string, string> = {}) => {
    const response = await fetch(new URL(path, desk.url), { headers });
    return { response, text: await response.text() };
  };

  it.each([
    ['/', 'de-AT,en;q=0.5', 'de'],
    ['/', 'fr, en;q=0.2, de;q=0.8', 'de'],
    ['/', 'fr', 'en'],
    ['/?lang=en', 'de', 'en'],
    ['/?lang=%22%3E', 'de', 'de'],
  ])('%s with %s is in %s', async (path, wanted, language) => {
    const { text, response } = await page(path, { 'accept-language': wanted });
    expect(text).toContain(`<html lang="${language}">`);
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self';");
  });

  it('loads nothing that is not ours, and all that it names', async () => {
    const { text } = await page('/');
    const loaded = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address = '']) => address);
    expect(loaded.every((address) => address.startsWith('/'))).toBe(true);
    for (const address of loaded) expect((await page(address)).response.status).toBe(200);
    const script = loaded.find((address) => address.startsWith('/webchat/webchat.js'));
    expect((await page(script ?? '')).response.headers.get('cache-control')).toContain('immutable');
  });
});
