import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { realTalk, runningDesk } from './desk.ts';
import { engines } from './engines.ts';

type Desk = Awaited<ReturnType<typeof runningDesk>>;
type Said = Awaited<ReturnType<ReturnType<typeof realTalk>['post']>>;
const keysOf = (said: Said) => said.flatMap(({ channelData }) => channelData.activationDesk.keys);
const asksOf = (said: Said) => said.at(-1)?.channelData.activationDesk.ask;

const PAIRS = 8;

describe.each(engines())('a button that is pressed twice at once, at two desks on one %s', (_engine, newDatabase) => {
  let desks: readonly [Desk, Desk];
  beforeAll(async () => {
    const database = await newDatabase();
    desks = [await runningDesk({ database }), await runningDesk({ database })];
  });
  afterAll(() => Promise.all(desks.map((desk) => desk.close())));

  /** The same card, two activities: a double click, or a client that sends again under another id. */
  const both = async (talk: ReturnType<typeof realTalk>, value: { readonly ask: string; readonly value: string }) =>
    Promise.all(desks.map(({ url }) => talk.postTo(url, { value })));
  const together = <T>(work: () => Promise<T>) => Promise.all(Array.from({ length: PAIRS }, work));

  it('answers the question once, and says so to the second', async () => {
    await together(async () => {
      const talk = realTalk(desks[0].url, 'en');
      for (const say of ['0xC004F074', 'yes', 'closed']) await talk.say(say);
      const answers = await both(talk, { ask: 'tried.KMS-08', value: 'no' });
      expect(answers.map((said) => keysOf(said).includes('talk.chosen')).sort()).toEqual([false, true]);
      const [one, other] = answers.map(asksOf);
      expect(one).toBe(other);
      expect(one).not.toBe('tried.KMS-08');
    });
  });

  const cases = async () => (await desks[0].desk.find({ sort: 'change', limit: 1_000 })).lines.length;

  it('opens one case', async () => {
    const before = await cases();
    await together(async () => {
      const talk = realTalk(desks[0].url, 'en');
      await talk.say('0xC004F074');
      for (const say of ['qwertz', 'asdf jkl']) await talk.say(say);
      const answers = await both(talk, { ask: 'offer', value: 'yes' });
      expect(answers.filter((said) => keysOf(said).includes('talk.person.done'))).toHaveLength(1);
    });
    expect((await cases()) - before).toBe(PAIRS);
  });
});

describe('people who write at the same moment in eight languages', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await runningDesk();
  });
  afterAll(() => desk.close());

  const LOCALES = ['en-US', 'de-DE', 'fr-FR', 'es-ES', 'de-AT', 'ja-JP', 'en-GB', 'pt-BR'];
  const SAYS = ['0xC004F074', 'what', '1', 'xyzzy', 'a person', 'back', 'my answers', '2'];

  /** All that the desk says to somebody of that locale, word for word but for what is another's: numbers of cases. */
  const talkIn = async (locale: string) => {
    const talk = realTalk(desk.url, locale);
    const heard: string[] = [];
    for (const text of SAYS) heard.push(...(await talk.post({ text })).map((said) => JSON.stringify(said.text)));
    return heard.map((text) => text.replace(/AD-\w{4}-\w{4}/g, 'AD'));
  };

  it('are each answered in their own, word for word as if they were alone', async () => {
    const alone = new Map<string, readonly string[]>();
    for (const locale of LOCALES) alone.set(locale, await talkIn(locale));
    expect(new Set([...alone.values()].map((said) => said.join())).size).toBeGreaterThanOrEqual(6);
    const crowd = Array.from({ length: 32 }, (_, person) => LOCALES[person % LOCALES.length] ?? '');
    const heard = await Promise.all(crowd.map(talkIn));
    expect(heard).toEqual(crowd.map((locale) => alone.get(locale)));
  });
});
