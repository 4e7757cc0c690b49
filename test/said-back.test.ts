import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { pureTalk, runningDesk } from './desk.ts';
import { FOLDER } from './outputs/pasted.ts';
import { directLineOf } from './webchat-client.ts';

/** What becomes a link, a picture or an element where a client reads Markdown or HTML. */
const PAYLOADS = [
  '[support](http://evil.test)',
  '![x](http://evil.test/x.png)',
  '<img src=http://evil.test/x>',
  '<a href="http://evil.test">x</a>',
  '[x]: http://evil.test',
  '<http://evil.test>',
];
const BECOMES = /\]\(http:\/\/evil|<img|<a href|\]: http:\/\/evil|<http:\/\/evil/;

const SENTENCES = [
  'my code is % today',
  'the server is called %',
  '0xC004F074 %',
  'we bought it at %',
  '% does not activate',
  'it says %',
  '%',
];
const outputs = readdirSync(FOLDER)
  .filter((_, at) => at % 9 === 0)
  .map((file) => readFileSync(`${FOLDER}/${file}`, 'utf8'));

/** An output in which something stands behind or in place of what a line says. */
const changed = (output: string, at: number, payload: string, instead: boolean): string => {
  const lines = output.split('\n');
  const which = at % lines.length;
  const [, name = '', rest = ''] = /^([^:]*: ?)?(.*)$/.exec(lines[which] ?? '') ?? [];
  return lines.with(which, `${name}${instead ? '' : rest}${payload}`).join('\n');
};

describe('what people write', () => {
  it('becomes no link, picture or element of what the desk says: not in answers, summaries or cards', () => {
    const saying = fc.oneof(
      fc.tuple(fc.constantFrom(...SENTENCES), fc.constantFrom(...PAYLOADS)).map(([sentence, payload]) => sentence.replace('%', payload)),
      fc
        .tuple(fc.constantFrom(...outputs), fc.nat(), fc.constantFrom(...PAYLOADS), fc.boolean())
        .map(([output, at, payload, instead]) => changed(output, at, payload, instead)),
    );
    fc.assert(
      fc.property(saying, fc.constantFrom('en', 'de'), (text, locale) => {
        const talk = pureTalk(locale);
        const heard = [text, text, 'my answers', 'a person'].flatMap((each) => talk.hear(each));
        expect(JSON.stringify(heard).replaceAll('\\"', '"')).not.toMatch(BECOMES);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the page', () => {
  let desk: Awaited<ReturnType<typeof runningDesk>>;
  beforeAll(async () => {
    desk = await runningDesk();
  });
  afterAll(() => desk.close());

  it('is told to show as plain text whatever has words of a person in it: their own messages, and the copy of what is kept', async () => {
    const line = directLineOf(() => desk.url);
    const talk = await line.open();
    for (const text of [...PAYLOADS, 'my data']) await line.say(talk, { text, textFormat: 'markdown' });
    const { activities } = await line.read(talk);
    const theirs = activities.filter((activity) => BECOMES.test(JSON.stringify(activity).replaceAll('\\"', '"')));
    expect(theirs.length).toBeGreaterThan(PAYLOADS.length);
    expect(theirs.map((activity) => (activity as { readonly textFormat?: string }).textFormat)).toEqual(theirs.map(() => 'plain'));
  });
});
