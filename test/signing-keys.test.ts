import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createSigningKeys } from '../src/dialogs/signing-keys.ts';
import { keyPair, type Pair, runningIssuer } from './issuer.ts';

const HOUR = 3_600_000;
let one: Pair;
let two: Pair;
beforeAll(async () => {
  [one, two] = [await keyPair('one'), await keyPair('two')];
});

describe("the issuer's keys", () => {
  let issuer: Awaited<ReturnType<typeof runningIssuer>>;
  let time: number;
  let failures: number;
  const cache = () =>
    createSigningKeys({
      metadata: issuer.metadata,
      now: () => time,
      failed: () => {
        failures += 1;
      },
    });
  const isKey = (found: unknown) => typeof found === 'object';
  beforeEach(async () => {
    issuer = await runningIssuer(one);
    time = 1_000_000_000_000;
    failures = 0;
  });
  afterEach(() => issuer.close());

  it('are fetched once by ten that need them at once', async () => {
    const keys = cache();
    expect((await Promise.all(Array.from({ length: 10 }, () => keys.find('one')))).every(isKey)).toBe(true);
    expect(issuer.asked).toEqual({ metadata: 1, keys: 1 });
  });

  it('are kept for a day, and then fetched again', async () => {
    const keys = cache();
    await keys.find('one');
    time += 23 * HOUR;
    await keys.find('one');
    expect(issuer.asked.keys).toBe(1);
    time += 2 * HOUR;
    await keys.find('one');
    expect(issuer.asked.keys).toBe(2);
  });

  it.each(['down', 'garbage', 'empty', 'elsewhere', 'endless'] as const)('cannot be had at first: the issuer is %s', async (trouble) => {
    issuer.be(trouble);
    const keys = cache();
    expect(await keys.find('one')).toBe('unavailable');
    expect(failures).toBe(1);
    issuer.be('none');
    time += 5_000;
    expect(isKey(await keys.find('one'))).toBe(true);
  });

  it('are waited for no longer than three seconds', async () => {
    issuer.be('none', 60_000);
    expect(await cache().find('one')).toBe('unavailable');
  });

  it('outlive an outage of the issuer by five days, and no longer', async () => {
    const keys = cache();
    await keys.find('one');
    issuer.be('down');
    for (let day = 1; day < 5; day += 1) {
      time += 24 * HOUR + 1;
      expect(isKey(await keys.find('one'))).toBe(true);
    }
    time += 24 * HOUR;
    expect(await keys.find('one')).toBe('unavailable');
  });

  it('may change: a new one is found within a minute, one that was taken back is none', async () => {
    const keys = cache();
    await keys.find('one');
    issuer.publish(two);
    expect(await keys.find('two')).toBe('unknown');
    time += 60_000;
    expect(isKey(await keys.find('two'))).toBe(true);
    expect(await keys.find('one')).toBe('unknown');
  });

  it('may have changed during an outage: then nobody is told that he forged', async () => {
    const keys = cache();
    await keys.find('one');
    issuer.be('down');
    time += 60_000;
    expect(await keys.find('two')).toBe('unavailable');
  });

  it('are asked for once a minute, whatever strangers send', async () => {
    const keys = cache();
    for (let stranger = 0; stranger < 500; stranger += 1) {
      await keys.find(`stranger-${stranger}`);
      time += 100;
    }
    expect(issuer.asked.keys).toBe(1);
  });

  it('are none where they are weak, or no RSA keys', async () => {
    issuer.publish({ ...two, published: { ...two.published, n: 'AQAB' } }, one, await keyPair('curve', undefined, 'ES256'));
    const keys = cache();
    expect(isKey(await keys.find('one'))).toBe(true);
    expect(await keys.find('two')).toBe('unknown');
    expect(await keys.find('curve')).toBe('unknown');
  });
});
