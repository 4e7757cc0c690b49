import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { realTalk, runningDesk } from '../desk.ts';
import { staffAt } from '../staff.ts';
import { openBrowser } from './chrome.ts';
import { staffWindow } from './desk-talk.ts';

const RUN = 'window.__xss=1';
const TAGS = [
  'script',
  'img',
  'svg',
  'iframe',
  'body',
  'details',
  'video',
  'math',
  'object',
  'style',
  'marquee',
  'input',
  'a',
  'form',
  'meta',
  'base',
  'link',
  'template',
  'textarea',
  'title',
];
const WRAPS: readonly ((tag: string) => string)[] = [
  (tag) => `<${tag} src=x onerror="${RUN}" onload="${RUN}">${RUN}</${tag}>`,
  (tag) => `"><${tag} onfocus=${RUN} autofocus tabindex=1>`,
  (tag) => `'><${tag}/onerror=${RUN}//`,
  (tag) => `</textarea></title></style></script><${tag} onload=${RUN}>`,
  (tag) => `<${tag} href="javascript:${RUN}" src="javascript:${RUN}">x</${tag}>`,
  (tag) => `[x](javascript:${RUN}) <${tag} style="animation:x" onanimationstart="${RUN}">`,
  (tag) => `\${${RUN}}{{${RUN}}}<${tag.toUpperCase()} ONERROR=${RUN}>`,
  (tag) => `&lt;${tag} onerror=${RUN}&gt;<!--><${tag} onload=${RUN}>-->`,
  (tag) => `\u202e<${tag}\u0000 onerror=${RUN}>`,
  (tag) => `" onmouseover="${RUN}" x="<${tag}>`,
];
const PAYLOADS = TAGS.flatMap((tag) => WRAPS.map((wrap) => wrap(tag)));

const browser = await openBrowser();
let desk: Awaited<ReturnType<typeof runningDesk>>;
beforeAll(async () => {
  desk = await runningDesk();
});
afterAll(async () => {
  await browser?.close();
  await desk.close();
});

(browser === undefined ? describe.skip : describe)('what people and staff write', () => {
  it(`runs nowhere on the desk: ${PAYLOADS.length} payloads in talk, notes, tags, replies, views, searches and names`, async () => {
    if (browser === undefined) throw new Error('no browser');
    const talk = realTalk(desk.url, 'en');
    await talk.say('0xC004F074');
    for (let at = 0; at < PAYLOADS.length; at += 10) await talk.post({ text: PAYLOADS.slice(at, at + 10).join('\n') });
    const replies = await talk.post({ text: 'a person' });
    const number = replies.map(({ text }) => /AD-\w{4}-\w{4}/.exec(text)?.[0]).find((each) => each !== undefined) ?? '';
    expect(number).not.toBe('');
    const staff = await staffAt(desk, 'lead', PAYLOADS[0]);
    for (let at = 0; at < PAYLOADS.length; at += 20) {
      const text = PAYLOADS.slice(at, at + 20)
        .join('\n')
        .replaceAll('{{', '{');
      await staff.post(`/desk/cases/${number}/note`, { version: await staff.version(number), text });
      await staff.post(`/desk/cases/${number}/reply`, { version: await staff.version(number), text });
    }
    for (const payload of PAYLOADS.slice(0, 20)) {
      await staff.post(`/desk/cases/${number}/tag`, { version: await staff.version(number), tags: payload });
      await staff.post('/desk/views', { name: payload, q: payload });
    }

    const page = await staffWindow(browser, desk, PAYLOADS[0] ?? '');
    const troubles: string[] = [];
    page.on('dialog', (dialog) => void dialog.dismiss());
    page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
    page.on('pageerror', (error) => troubles.push(error.message));
    page.on('request', (request) => !request.url().startsWith(desk.url) && troubles.push(request.url()));
    const search = (payload: string) => `desk?${new URLSearchParams({ q: payload })}`;
    const paths = [
      'desk',
      `desk/cases/${number}`,
      `desk/cases/${number}?turn=1`,
      `desk/cases/${number}/refund`,
      'desk/overview',
      'desk/audit',
      ...PAYLOADS.slice(0, 12).map(search),
    ];
    for (const path of paths) {
      await page.goto(desk.url + path, { waitUntil: 'load' });
      const found = await page.evaluate(
        `[window.__xss === undefined, document.querySelectorAll('main img, main iframe, main object, main video, main math, main base, main meta, main style, main marquee, main script, [onerror], [onload], [onfocus], [onmouseover], [onanimationstart], a[href^="javascript:"]').length]`,
      );
      expect({ path, found }).toEqual({ path, found: [true, 0] });
    }
    expect(troubles.filter((each) => !/404/.test(each))).toEqual([]);
    await page.goto(`${desk.url}desk/cases/${number}`);
    expect(await page.locator('.talk').textContent()).toContain(PAYLOADS[0] ?? '?');
  });
});
