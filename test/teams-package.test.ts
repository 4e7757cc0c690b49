import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { unzipSync } from 'fflate';
import { complaintsOf, fillingOf, zipOf } from '../src/cli/teams-package.ts';
import { readConfig } from '../src/config.ts';
import { LANGUAGES, type Language } from '../src/language/language.ts';
import { manifestOf } from '../src/teams/manifest.ts';
import { pureTalk } from './desk.ts';

const template = JSON.parse(readFileSync(new URL('../teams/manifest.json', import.meta.url), 'utf8'));
const ID = '5a1d2f3c-0000-4000-8000-0123456789ab';
const settings = {
  MicrosoftAppId: ID,
  MicrosoftAppPassword: 'x',
  MicrosoftAppTenantId: 't',
  ORGANISATION: 'Contoso',
  PUBLIC_URL: 'https://desk.contoso.example/',
};
const packageFor = (environment: Record<string, string>) => {
  const { filling, lacking } = fillingOf(readConfig(environment), '0.1.0');
  return { ...manifestOf(template, filling), lacking };
};

interface Command {
  readonly title: string;
  readonly prompt?: string;
}
/** What each command of the manifest sends, in one language. */
const commandsIn = (language: Language): readonly string[] => {
  const { manifest, texts } = packageFor(settings);
  // The manifest's own shape, which the schema has checked.
  const { bots } = manifest as unknown as { bots: { commandLists: { commands: Command[] }[] }[] };
  const inFile = texts.find((each) => each.language === language)?.content ?? {};
  return (bots[0]?.commandLists[0]?.commands ?? []).map(({ title, prompt }, at) => {
    const path = `bots[0].commandLists[0].commands[${at}]`;
    return String(inFile[`${path}.prompt`] ?? (prompt === undefined ? (inFile[`${path}.title`] ?? title) : prompt));
  });
};

describe('the app package for Teams', () => {
  it.each([['settings', settings, []] as const, ['none', {}, ['MicrosoftAppId', 'ORGANISATION', 'PUBLIC_URL']] as const])(
    'passes the published schema with %s, and says what it lacks',
    (_name, environment, lacking) => {
      const made = packageFor(environment);
      expect(complaintsOf(made)).toEqual([]);
      expect(made.lacking).toEqual(lacking);
    },
  );

  it('is refused by the schema where it is wrong', () => {
    const { manifest, texts } = packageFor(settings);
    expect(complaintsOf({ manifest: { ...manifest, id: 'no id' }, texts })).toEqual([expect.stringContaining('manifest.json/id')]);
    expect(
      complaintsOf({ manifest, texts: texts.map((each) => ({ ...each, content: { ...each.content, 'name.shrt': 'x' } })) }),
    ).toHaveLength(1);
  });

  it('holds the manifest, two icons of the sizes that Teams wants, and the texts of every other language', () => {
    const files = unzipSync(zipOf(packageFor(settings)));
    expect(Object.keys(files).sort()).toEqual(['color.png', 'de.json', 'manifest.json', 'outline.png']);
    const width = (name: string) => Buffer.from(files[name] ?? []).readUInt32BE(16);
    expect([width('color.png'), width('outline.png')]).toEqual([192, 32]);
    const { localizationInfo, bots } = JSON.parse(Buffer.from(files['manifest.json'] ?? []).toString());
    expect(localizationInfo.additionalLanguages).toEqual(
      LANGUAGES.slice(1).map((languageTag) => ({ languageTag, file: `${languageTag}.json` })),
    );
    expect(bots[0].botId).toBe(ID);
  });

  it('bears the name of no product of Microsoft', () => {
    const { manifest, texts } = packageFor(settings);
    const named = [manifest.name, ...texts.map(({ content }) => [content['name.short'], content['name.full']])];
    expect(JSON.stringify(named)).not.toMatch(/teams|office|microsoft|windows|365/i);
  });

  it('offers at most ten commands, each short enough, in every scope', () => {
    const { manifest } = packageFor(settings);
    const { bots } = manifest as unknown as { bots: { scopes: string[]; commandLists: { scopes: string[]; commands: Command[] }[] }[] };
    for (const { scopes, commandLists } of bots)
      for (const list of commandLists) {
        expect(list.scopes).toEqual(scopes);
        expect(list.commands.length).toBeLessThanOrEqual(10);
        for (const { title } of list.commands) expect(title.length).toBeLessThanOrEqual(32);
      }
  });

  it.each(LANGUAGES)('names only commands that are understood at once and lead on, in %s', (language) => {
    for (const said of commandsIn(language)) {
      const talk = pureTalk(language);
      talk.say(language === 'de' ? 'Hallo' : 'hello');
      const replies = talk.say(said);
      expect([said, replies.flatMap(({ keys }) => keys).filter((key) => key === 'talk.misunderstood')]).toEqual([said, []]);
      expect([said, replies.at(-1)?.ask !== undefined || replies.some(({ keys }) => keys.includes('talk.person.goOn'))]).toEqual([
        said,
        true,
      ]);
    }
  });
});
