import { describe, expect, it } from '@jest/globals';
import { faultsOf } from '../torture/drill.ts';
import { keysEverywhere } from '../torture/keys-everywhere.ts';
import { keysInFailure } from '../torture/keys-in-failure.ts';
import { createScan } from '../torture/scan.ts';
import { newKey, random } from './keys.ts';

const SEED = Number(process.env.SEED ?? 1);

describe('a search for keys in bytes', () => {
  const next = random(SEED);
  const key = newKey(next);
  const bare = key.replaceAll('-', '');
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  it.each(
    Object.entries({
      'as it is': Buffer.from(`is ${key} refused`),
      'small, without separators': Buffer.from(bare.toLowerCase()),
      'in UTF-16': Buffer.from(key, 'utf16le'),
      'in UTF-16, the other way round': Buffer.from(key, 'utf16le').swap16(),
      'in an address': Buffer.from(`?k=${key.replaceAll('-', '%2D')}`),
      'in JSON': Buffer.from(JSON.stringify(key).replaceAll('-', '\\u002d')),
      'in base64': Buffer.from(base64(key)),
      'in base64, one further': Buffer.from(base64(`a${key}`)),
      'in base64, two further': Buffer.from(` ${base64(`ab${bare}`)} `),
      'cut in two by the end of a page': Buffer.concat([Buffer.from(bare.slice(0, 10)), Buffer.alloc(4, '1'), Buffer.from(bare.slice(10))]),
    }),
  )('finds one %s', (_name, bytes) => {
    expect([...createScan([newKey(next), key]).inBytes(bytes)]).toEqual([key]);
  });

  it('finds none where there is none', () => {
    expect(createScan([key]).inBytes(Buffer.from(`[key …${key.slice(-5)}] ${newKey(next)}`)).size).toBe(0);
  });
});

describe('keys through every entrance of a running desk', () => {
  it('are in nothing that it wrote, answered or sent', async () => {
    expect(faultsOf(await keysEverywhere.run({ times: 300, seed: SEED, say: () => undefined }))).toEqual({});
  });
  it('are in nothing of it while the store, the channel or the program itself fails', async () => {
    expect(faultsOf(await keysInFailure.run({ times: 217, seed: SEED, say: () => undefined }))).toEqual({});
  }, 300_000);
});
