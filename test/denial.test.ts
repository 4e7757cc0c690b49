import { describe, expect, it } from '@jest/globals';
import { understand } from '../src/understanding/understand.ts';

/** In each language the same thing said and denied: only what is said counts. */
const SAID_AND_DENIED: readonly (readonly [language: string, said: string, denied: string])[] = [
  ['fr', "C'est un crack, Office ne s'active pas depuis hier", "Ce n'est pas un crack, Office ne s'active pas depuis hier"],
  ['es', 'Es un crack, no puedo activar Office', 'No es un crack, no puedo activar Office'],
  ['it', 'Ho un crack e Office non si attiva per questo', 'Non è un crack, ma Office non si attiva per questo'],
  ['pt', 'Usei um crack e o Office não ativa', 'Não é um crack, mas o Office não ativa'],
  ['nl', 'Wij hebben een crack gebruikt en het activeert niet', 'Wij hebben geen crack gebruikt en het activeert niet'],
  ['pl', 'Mam crack i proszę o pomoc, nie aktywuje się', 'To nie crack, proszę o pomoc, nie aktywuje się'],
  ['ru', 'Это активатор, Офис не активируется', 'Это не активатор, Офис не активируется'],
  ['uk', 'Це активатор, Офіс не активується', 'Це не активатор, Офіс не активується'],
  ['tr', 'Bu bir crack, ürün anahtarı çalışmıyor', 'Bu bir crack değil, ürün anahtarı çalışmıyor'],
  ['cs', 'Mám crack a aktivace nejde', 'Nemám crack a aktivace nejde'],
  ['sv', 'Det är crack och jag kan inte aktivera', 'Det är inte crack och jag kan inte aktivera'],
  ['da', 'Det er crack, og jeg kan aktivere intet', 'Det er ikke crack, og jeg kan aktivere intet'],
  ['ja', 'クラックです。認証できません', 'クラックではありません。認証できません'],
  ['zh', '这是破解版，无法激活', '这不是破解版，无法激活'],
  ['ko', '크랙입니다. 인증이 안 됩니다', '크랙이 아닙니다. 인증이 안 됩니다'],
];

const isToldOfActivator = (text: string): boolean =>
  understand(text, 'en', undefined).findings.some(({ name, value }) => name === 'unofficial' && value === 'activator');

describe('what is denied', () => {
  it.each(SAID_AND_DENIED)('does not count in %s, and counts where it is said', (_language, said, denied) => {
    expect([isToldOfActivator(said), isToldOfActivator(denied)]).toEqual([true, false]);
  });
});
