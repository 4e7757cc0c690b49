import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { realTalk, runningDesk } from './desk.ts';
import { directLineOf } from './webchat-client.ts';

describe('a link for an administrator', () => {
  let desk: Awaited<ReturnType<typeof runningDesk>>;
  beforeAll(async () => {
    desk = await runningDesk();
  });
  afterAll(() => desk.close());

  const linkOf = async () => {
    const person = realTalk(desk.url, 'en');
    await person.say('0xC004F074, Office 2019');
    await person.say('yes');
    await person.say('closed');
    const replies = await person.post({ text: 'I cannot do that' });
    const link = replies.map(({ text }) => /http:\S+\/c\/\S+/.exec(text)?.[0]).find((found) => found !== undefined);
    return { person, link: link ?? '' };
  };
  const pageAt = async (address: string) => {
    const response = await fetch(address);
    return { status: response.status, html: await response.text() };
  };

  it('opens a page that says who it is for; looking at it spends nothing, the button begins a new talk at the same place', async () => {
    const { link } = await linkOf();
    const looked = [await pageAt(link), await pageAt(link)];
    expect(looked.map(({ status }) => status)).toEqual([200, 200]);
    const token =
      /[?&]amp;case=([\w-]+)|case=([\w-]+)/
        .exec(looked[1]?.html ?? '')
        ?.slice(1)
        .find(Boolean) ?? '';
    expect(link.endsWith(token)).toBe(true);
    const administrator = directLineOf(() => desk.url);
    const open = await administrator.open();
    await administrator.say(open, { type: 'event', name: 'case', value: token });
    const { activities } = await administrator.read(open);
    const keys = activities.flatMap(({ channelData }) => channelData.activationDesk?.keys ?? []);
    expect(keys).toContain('handover.administrator.greets');
    expect(activities.at(-1)?.channelData.activationDesk?.ask).toBe('tried.KMS-08');
    const again = await administrator.open();
    await administrator.say(again, { type: 'event', name: 'case', value: token });
    const late = (await administrator.read(again)).activities.flatMap(({ channelData }) => channelData.activationDesk?.keys ?? []);
    expect(late).toContain('handover.administrator.spent');
  });

  it('gives a browser that has a talk a new one for the case', async () => {
    const client = directLineOf(() => desk.url);
    const { cookie, id } = await client.open();
    const same = await client.call('POST', 'tokens/generate', { headers: { cookie } });
    const fresh = await client.call('POST', 'tokens/generate?fresh', { headers: { cookie } });
    expect(same.json.conversationId).toBe(id);
    expect(fresh.json.conversationId).not.toBe(id);
  });

  it('of no shape is not found', async () => {
    expect((await pageAt(new URL('/c/short', desk.url).href)).status).toBe(404);
    expect((await pageAt(new URL(`/c/${encodeURIComponent('"><script>'.repeat(4))}`, desk.url).href)).status).toBe(404);
  });
});
