import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { say } from '../src/language/language.ts';
import { openStore } from '../src/storage/open.ts';
import { runningDesk } from './desk.ts';
import { idsOf, MENTION, personIn, type Sent, teamsChannel, until } from './teams-channel.ts';

let desk: Awaited<ReturnType<typeof runningDesk>>;
let channel: Awaited<ReturnType<typeof teamsChannel>>;
let number = 0;
beforeAll(async () => {
  desk = await runningDesk();
  channel = await teamsChannel();
});
afterAll(async () => {
  await desk.close();
  await channel.close();
});
beforeEach(() => {
  number += 1;
  channel.refuse(undefined);
});
const alone = (more: object = {}) => personIn(desk.url, channel, { conversation: `a:chat-${number}`, ...more });
const inGroup = (id: string, more: object = {}) =>
  personIn(desk.url, channel, { id, conversation: `19:group-${number}@thread.v2`, type: 'groupChat', ...more });

/** All that was sent to this test's conversation, once the desk has nothing left to send. */
const settledDown = async () => {
  const store = await openStore(desk.database);
  await until(async () => (await store.unsent()).length === 0);
  await store.close();
  return channel.sent.filter(({ conversation }) => conversation.includes(`-${number}`));
};
const bodyOf = (sent: Sent | undefined) => sent?.activity.attachments?.[0]?.content.body.map(({ text }) => text ?? '').join('\n') ?? '';

describe('the welcome in Teams', () => {
  const added = { type: 'conversationUpdate', membersAdded: [{ id: '29:person' }, { id: '28:bot' }], text: undefined };
  const installed = { type: 'installationUpdate', action: 'add', text: undefined };

  it('comes once, though both kinds of news of an installation come at once, and again', async () => {
    const person = alone();
    await Promise.all([person.post(added), person.post(installed)]);
    await person.post({ type: 'conversationUpdate', membersAdded: [{ id: '29:person' }] });
    await person.post({ type: 'installationUpdate', action: 'add-upgrade' });
    await person.say('hello');
    const sent = await settledDown();
    expect(sent.map((each) => idsOf(each)?.keys.includes('talk.welcome'))).toEqual([true, false]);
  });

  it('comes again after the app was removed and added anew', async () => {
    const person = alone();
    await person.heard(() => person.post(installed));
    await person.post({ type: 'installationUpdate', action: 'remove' });
    await person.heard(() => person.post(installed));
    expect((await settledDown()).map((each) => idsOf(each)?.keys.includes('talk.welcome'))).toEqual([true, true]);
  });

  it('is one message for a team of two thousand, mentions who added the bot, and asks nobody anything', async () => {
    const membersAdded = Array.from({ length: 2_000 }, (_, at) => ({ id: `29:member-${at}` }));
    const person = inGroup('29:person', { type: 'channel' });
    await person.heard(() => person.post({ ...added, membersAdded: [{ id: '28:bot' }, ...membersAdded] }));
    await person.post({ ...added, membersAdded });
    const sent = await settledDown();
    expect(sent).toHaveLength(1);
    expect(sent[0]?.activity.entities?.[0]).toMatchObject({ type: 'mention', mentioned: { id: '29:person' } });
    expect(idsOf(sent[0])?.ask).toBeUndefined();
  });

  it('is in the language of the activity before that of the client, and in English where there is none', async () => {
    const languages = [];
    for (const more of [
      { locale: 'de-AT' },
      { entities: [{ type: 'clientInfo', locale: 'de-DE' }] },
      { entities: [] },
      { locale: 'xx-nonsense' },
    ]) {
      number += 1;
      const person = alone();
      const sent = await person.heard(() => person.post({ ...installed, entities: [{ type: 'clientInfo', locale: 'en-US' }], ...more }));
      languages.push(sent.activity.attachments?.[0]?.content.lang);
    }
    expect(languages).toEqual(['de', 'de', 'en', 'en']);
  });

  it('is in the language that is set, where the activity and the client name none that the desk speaks', async () => {
    const german = await runningDesk({ language: 'de' });
    const languages = [];
    for (const entities of [[], [{ type: 'clientInfo', locale: 'xx-nonsense' }], [{ type: 'clientInfo', locale: 'en-US' }]]) {
      number += 1;
      const person = personIn(german.url, channel, { conversation: `a:chat-${number}` });
      const sent = await person.heard(() => person.post({ ...installed, entities }));
      languages.push(sent.activity.attachments?.[0]?.content.lang);
    }
    await german.close();
    expect(languages).toEqual(['de', 'de', 'en']);
  });
});

describe('a turn in Teams', () => {
  it('is one message, whatever was said and advised; the card goes without text beside it, and is read aloud', async () => {
    const person = alone();
    const advice = await person.say('0x4004F040');
    expect(await settledDown()).toHaveLength(1);
    expect(idsOf(advice)?.keys).toContain('talk.welcome');
    expect(idsOf(advice)?.outcome).toBeDefined();
    expect(advice?.activity.text).toBeUndefined();
    expect(advice?.activity.attachments?.[0]?.content).toMatchObject({ version: '1.5', speak: expect.stringMatching(/\w/) });
  });

  it('puts answers below the message to one person alone, as they would type them', async () => {
    const person = alone();
    await person.say('hello');
    const asked = await person.say('I see an error');
    const actions = asked?.activity.suggestedActions?.actions ?? [];
    expect(actions.length).toBeGreaterThan(1);
    expect(actions.every(({ type, title, value }) => type === 'imBack' && title === value)).toBe(true);
    expect(asked?.activity.attachments).toBeUndefined();
    // The question is bold on a card; beside buttons a client may show the asterisks.
    expect(asked?.activity.text).not.toContain('**');
    const next = await person.say(actions[1]?.value ?? '');
    expect(idsOf(next)?.ask).not.toBe(idsOf(asked)?.ask);
  });

  it('puts long labels in the text, numbered, and numbers on the buttons', async () => {
    const person = alone();
    await person.say('hello');
    const message = await person.say('0xC004F069');
    expect(message?.activity.suggestedActions?.actions.map(({ title }) => title)).toEqual(expect.arrayContaining(['1', '2', '3']));
    expect(message?.activity.text).toContain('\n2. ');
    const next = await person.say('2');
    expect(idsOf(next)?.ask).not.toBe(idsOf(message)?.ask);
  });

  it('changes the card in place once it is answered, and keeps what it says', async () => {
    const person = alone();
    const advice = await person.say('0x4004F040');
    const answered = await person.press(advice, 'No, still the same');
    const change = answered.find(({ method }) => method === 'PUT');
    expect(change?.id).toBe(advice?.id);
    expect(change?.activity.attachments?.[0]?.content.actions).toBeUndefined();
    expect(bodyOf(change)).toContain('You chose: No, still the same');
    expect(bodyOf(change)).toContain(bodyOf(advice).split('\n')[0]);
    expect(answered.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  it('changes it also where the answer was typed', async () => {
    const person = alone();
    const advice = await person.say('0x4004F040');
    const answered = await person.everything(() => person.post({ text: 'no, still the same' }));
    expect(answered.find(({ method }) => method === 'PUT')?.id).toBe(advice?.id);
  });

  it('takes a button pressed twice for one answer, and an old button for no new one', async () => {
    const person = alone();
    const advice = await person.say('0x4004F040');
    const first = (await person.press(advice, 'No, still the same')).at(-1);
    const [second] = await person.press(advice, 'No, still the same');
    expect(idsOf(second)?.ask).toBe(idsOf(first)?.ask);
    const [third] = await person.press(advice, 'Yes, it works');
    expect(idsOf(third)?.keys).not.toContain('talk.solved');
  });
});

describe('an edited message', () => {
  it('is a corrected answer: what it said is forgotten, what it says is learned', async () => {
    const person = alone();
    await person.say('hello');
    await person.say('0xC004F074', { id: `m-${number}` });
    const anew = await person.heard(() =>
      person.post({
        type: 'messageUpdate',
        id: `m-${number}`,
        text: '0xC004C020',
        timestamp: '1',
        channelData: { eventType: 'editMessage' },
      }),
    );
    expect(idsOf(anew)?.keys).toEqual(expect.arrayContaining(['teams.edited', 'codes.0xC004C020']));
    const answers = await person.say('my answers');
    expect(answers?.activity.text).toContain('0xC004C020');
    expect(answers?.activity.text).not.toContain('0xC004F074');
  });

  it('that answered a question answers it otherwise; sent again by the channel it counts once', async () => {
    const person = alone();
    await person.say('hello');
    const asked = await person.say('I see an error');
    const actions = asked?.activity.suggestedActions?.actions ?? [];
    await person.say('1', { id: `m-${number}` });
    const edit = { type: 'messageUpdate', id: `m-${number}`, text: '2', timestamp: '1', channelData: { eventType: 'editMessage' } };
    await person.heard(() => person.post(edit));
    await person.post(edit);
    const answers = await person.say('my answers');
    expect(answers?.activity.text).toContain(actions[1]?.title);
    expect(answers?.activity.text).not.toContain(actions[0]?.title);
    expect((await settledDown()).filter((each) => idsOf(each)?.keys.includes('teams.edited'))).toHaveLength(1);
  });

  it('that is deleted is taken back', async () => {
    const person = alone();
    await person.say('hello');
    await person.say('0xC004F074', { id: `m-${number}` });
    const deletion = {
      type: 'messageDelete',
      id: `m-${number}`,
      text: undefined,
      timestamp: '1',
      channelData: { eventType: 'softDeleteMessage' },
    };
    const taken = await person.heard(() => person.post(deletion));
    expect(idsOf(taken)?.keys).toContain('teams.retracted');
    const answers = await person.say('my answers');
    expect(JSON.stringify(answers)).not.toContain('0xC004F074');
    // Deleting what taught nothing is nobody's business.
    await person.post({ ...deletion, id: 'm-unknown', timestamp: '2' });
    expect((await settledDown()).filter((each) => idsOf(each)?.keys.includes('teams.retracted'))).toHaveLength(1);
  });
});

describe('a group in Teams', () => {
  it('holds three talks of three people who write in turns: each is led as if alone', async () => {
    const SAYS = {
      '29:ann': ['0xC004C020', 'no', 'my answers'],
      '29:ben': ['0xC004F074', "I don't know", 'my answers'],
      '29:cem': ['The key is refused', '2', 'my answers'],
    };
    const shape = (sent: readonly Sent[]) => sent.map((each) => idsOf(each)).map((ids) => [ids?.keys, ids?.ask, ids?.outcome]);
    const solo: Record<string, unknown> = {};
    for (const [id, says] of Object.entries(SAYS)) {
      number += 1;
      const person = inGroup(id);
      for (const said of says) await person.say(said);
      solo[id] = shape((await settledDown()).filter(({ method }) => method === 'POST'));
    }
    number += 1;
    const people = Object.entries(SAYS).map(([id, says]) => ({ id, says, person: inGroup(id), got: [] as Sent[] }));
    for (const round of [0, 1, 2])
      for (const { says, person, got } of people) {
        got.push(await person.say(says[round] ?? ''));
      }
    expect(Object.fromEntries(people.map(({ id, got }) => [id, shape(got)]))).toEqual(solo);
  });

  it('is answered in the thread, on a card, and only where the bot is mentioned', async () => {
    const person = inGroup('29:ann', { type: 'channel', conversation: `19:channel-${number}@thread.tacv2;messageid=7` });
    expect((await person.post({ text: 'nobody asked the bot 0xC004F074' })).status).toBe(200);
    const sent = await person.say('hello', { id: 'm-7' });
    expect(channel.sent.filter(({ conversation }) => conversation.includes(`-${number}`))).toHaveLength(1);
    expect(sent?.conversation).toBe(`19:channel-${number}@thread.tacv2;messageid=7`);
    expect(sent?.activity.replyToId).toBe('m-7');
    expect(sent?.activity.suggestedActions).toBeUndefined();
    expect(sent?.activity.attachments).toHaveLength(1);
  });

  it('lets nobody press for somebody else, and then welcomes whoever tried', async () => {
    const ann = inGroup('29:ann');
    const ben = inGroup('29:ben');
    const advice = await ann.say('0x4004F040');
    const [refused] = await ben.press(advice, 'Yes, it works');
    expect(idsOf(refused)?.keys).toEqual(['teams.notYours']);
    const welcome = await ben.say('hello');
    expect(idsOf(welcome)?.keys).toContain('talk.welcome');
    const [answered] = (await ann.press(advice, 'Yes, it works')).filter(({ method }) => method === 'POST');
    expect(idsOf(answered)?.keys).toContain('talk.solved');
  });

  it('hears of a pasted key that the message should be deleted, and where to go on in private', async () => {
    const key = ['VMFTK', 'BCDFG', 'HJKMP', 'QRTVW', '6F7TH'].join('-');
    const ann = inGroup('29:ann');
    const sent = await ann.say(`my key ${key} is refused`);
    expect(idsOf(sent)?.keys).toEqual(expect.arrayContaining(['talk.secret.key', 'teams.openKey', 'teams.private']));
    expect(JSON.stringify(sent)).toContain('https://teams.microsoft.com/l/chat/0/0?users=28%3Abot');
    expect(JSON.stringify(sent)).not.toContain('VMFTK');
    number += 1;
    const own = await alone().say(`my key ${key} is refused`);
    expect(idsOf(own)?.keys).not.toContain('teams.openKey');
  });
});

describe('a mention', () => {
  it.each([
    ['as Teams writes it', '<at>Activation Desk</at> repeat', [MENTION.entity]],
    ['twice', '<at>Activation Desk</at> repeat <at>Activation Desk</at>', [MENTION.entity, MENTION.entity]],
    ['with a hard space and line ends', '<at>Activation Desk</at>&nbsp;repeat\r\n', [MENTION.entity]],
    ['without a text in its entity', '<at>Activation Desk</at> repeat', [{ type: 'mention', mentioned: { id: '28:bot' } }]],
    ['with attributes', '<at id="0">Activation Desk</at>\u00a0repeat', [MENTION.entity]],
    ['of a name that HTML spells', '<at>Activation &amp; Desk</at> repeat', [{ ...MENTION.entity, text: '<at>Activation & Desk</at>' }]],
    ['as a plain name', 'Activation Desk repeat', [MENTION.entity]],
    ['with an at sign', '@Activation Desk, repeat', [{ ...MENTION.entity, text: '@Activation Desk' }]],
    ['at the end', 'repeat <at>Activation Desk</at>', [MENTION.entity]],
    ['encoded once more', '&lt;at&gt;Activation Desk&lt;/at&gt; repeat', [MENTION.entity]],
    ['without any entity', '<at>Activation Desk</at> repeat', []],
    [
      'beside a colleague',
      '<at>Activation Desk</at> <at>Bob</at> repeat',
      [MENTION.entity, { type: 'mention', text: '<at>Bob</at>', mentioned: { id: '29:bob' } }],
    ],
  ])('%s is no part of what was said', async (_name, text, entities) => {
    const person = inGroup('29:ann');
    await person.say('hello');
    const sent = await person.heard(() => person.post({ text, entities }));
    expect(idsOf(sent)?.keys.filter((key) => key === 'talk.misunderstood' || key === 'talk.welcome')).toEqual(['talk.welcome']);
  });

  it('of somebody else does not call the bot', async () => {
    const person = inGroup('29:ann');
    await person.post({ text: '<at>Bob</at> hello', entities: [{ type: 'mention', text: '<at>Bob</at>', mentioned: { id: '29:bob' } }] });
    expect(await settledDown()).toEqual([]);
  });
});

describe('what people think of an advice', () => {
  const thumbs = async () => {
    const store = await openStore(desk.database);
    const records = await Promise.all(
      (await store.talks()).map(async ({ key }) => (await store.turn(key, (stored) => stored.load())).record),
    );
    await store.close();
    return records.flatMap((record) => Object.values(record?.thumbs ?? {}));
  };

  it('is kept from reactions and from the thumbs below it, once each; other reactions say nothing', async () => {
    const person = alone();
    const advice = await person.say('0x4004F040');
    await settledDown();
    const before = (await thumbs()).length;
    const react = (type: string, on = advice?.id) =>
      person.post({ type: 'messageReaction', text: undefined, reactionsAdded: [{ type }], replyToId: on });
    for (const [type, on] of [['laugh'], ['like', 'somebody-elses'], ['like'], ['like']] as const)
      expect((await react(type, on ?? advice?.id)).status).toBe(200);
    expect((await thumbs()).slice(before)).toEqual(['up']);
    const feedback = { actionName: 'feedback', actionValue: { reaction: 'dislike', feedback: '{"feedbackText":"no"}' } };
    const answer = await person.post({
      type: 'invoke',
      name: 'message/submitAction',
      text: undefined,
      value: feedback,
      replyToId: advice?.id,
    });
    expect(answer.status).toBe(200);
    expect((await thumbs()).slice(before)).toEqual(['down']);
    expect((await settledDown()).filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  it('is counted in the metrics by advice and thumb, the same thumb of a person once', async () => {
    const counted = async () => {
      const lines = (await (await fetch(new URL('/metrics', desk.url))).text()).split('\n');
      return Object.fromEntries(lines.filter((line) => line.startsWith('desk_thumbs_total{')).map((line) => line.split(' ')));
    };
    const [up, down] = ['up', 'down'].map((thumb) => `desk_thumbs_total{outcome="OK-01",thumb="${thumb}"}`);
    const before = await counted();
    const person = alone();
    const advice = await person.say('0x4004F040');
    expect(idsOf(advice)?.outcome).toBe('OK-01');
    await settledDown();
    for (const type of ['like', 'like', 'heart', 'surprised', 'sad'])
      await person.post({ type: 'messageReaction', text: undefined, reactionsAdded: [{ type }], replyToId: advice?.id });
    const after = await counted();
    const more = (name = '') => Number(after[name] ?? 0) - Number(before[name] ?? 0);
    expect([more(up), more(down)]).toEqual([1, 1]);
    await person.say('my data');
    const [told, copy] = (await settledDown()).slice(-2);
    expect(JSON.stringify([told, copy])).toContain(say('en', 'talk.data.down', { outcome: 'OK-01' }));
  });

  it('is offered below every advice', async () => {
    const advice = await alone().say('0x4004F040');
    expect(advice?.activity.channelData).toMatchObject({ feedbackLoop: { type: 'default' } });
  });
});

describe('a picture or a file', () => {
  const FILES = {
    'a screenshot that was pasted': {
      contentType: 'image/*',
      contentUrl: 'https://smba.trafficmanager.net/v3/attachments/1/views/original',
    },
    'a file that was chosen': {
      contentType: 'application/vnd.microsoft.teams.file.download.info',
      name: 'error.png',
      content: { downloadUrl: 'https://contoso.sharepoint.com/error.png' },
    },
  };
  // Teams adds the message itself as HTML to the same list.
  const html = { contentType: 'text/html', content: '<p><img src="x"></p>' };

  it.each(Object.entries(FILES))(
    '%s is answered with what to send instead, in the language of the person, and asks again',
    async (_name, file) => {
      const person = alone({ locale: 'de-DE' });
      await person.say('hallo');
      const sent = await person.heard(() => person.post({ text: '', attachments: [file, html] }));
      expect(idsOf(sent)).toMatchObject({ keys: expect.arrayContaining(['talk.attachment']), ask: 'symptom' });
      expect(bodyOf(sent)).toContain(say('de', 'talk.attachment'));
    },
  );

  it('with words beside it is read by its words', async () => {
    const person = alone();
    await person.say('hello');
    const sent = await person.say('0x4004F040', { attachments: [FILES['a screenshot that was pasted']] });
    expect(idsOf(sent)?.outcome).toBe('OK-01');
  });

  it('alone in the first message is greeted and told the same', async () => {
    const person = alone();
    const sent = await person.heard(() => person.post({ text: '', attachments: [FILES['a screenshot that was pasted']] }));
    expect(idsOf(sent)?.keys).toEqual(expect.arrayContaining(['talk.welcome', 'talk.attachment']));
  });
});

describe('what Teams sends beside messages', () => {
  it.each(['typing', 'endOfConversation', 'somethingNew', 'command', 'trace', 'messageUpdate', 'messageDelete', 'installationUpdate'])(
    '%s is taken and not answered',
    async (type) => {
      expect((await alone().post({ type, text: undefined })).status).toBe(200);
      expect(await settledDown()).toEqual([]);
    },
  );

  it.each([
    ['channelRenamed', { type: 'conversationUpdate', channelData: { eventType: 'channelRenamed' } }],
    ['a member who leaves', { type: 'conversationUpdate', membersRemoved: [{ id: '29:x' }] }],
    ['a meeting', { type: 'event', name: 'application/vnd.microsoft.meetingStart', value: {} }],
    ['a receipt', { type: 'event', name: 'application/vnd.microsoft.readReceipt', value: { lastReadMessageId: '1' } }],
  ])('%s is taken and not answered', async (_name, activity) => {
    expect((await alone().post({ text: undefined, ...activity })).status).toBe(200);
    expect(await settledDown()).toEqual([]);
  });

  it.each(['adaptiveCard/action', 'task/fetch', 'fileConsent/invoke', 'composeExtension/queryLink', 'tomorrow/invoke', undefined])(
    'the invoke %s is told that nobody knows it',
    async (name) => {
      expect((await alone().post({ type: 'invoke', name, text: undefined })).status).toBe(501);
    },
  );

  it.each(['composeExtension/query', 'composeExtension/fetchTask', 'composeExtension/submitAction', 'message/submitAction'])(
    '%s without sense is a bad request',
    async (name) => {
      for (const value of [undefined, null, 5, [], { parameters: 5 }, { parameters: [null] }, { data: 5, messagePayload: [] }])
        expect([400, 200]).toContain((await alone().post({ type: 'invoke', name, text: undefined, value })).status);
      expect((await alone().post({ type: 'invoke', name, text: undefined, value: 5 })).status).toBe(400);
    },
  );
});
