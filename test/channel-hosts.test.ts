import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import pino from 'pino';
import { isChannelUrl } from '../src/dialogs/channel-hosts.ts';
import { createConnector } from '../src/dialogs/connector.ts';

const GOOD = [
  'https://smba.trafficmanager.net/emea/',
  'https://smba.trafficmanager.net/teams',
  'https://SMBA.trafficmanager.net/amer/',
  'https://webchat.botframework.com/',
  'https://directline.botframework.com',
  'https://europe.directline.botframework.com/',
];

const BAD = [
  'http://smba.trafficmanager.net/emea/',
  'https://smba.trafficmanager.net.evil.test/',
  'https://smba.trafficmanager.net.',
  'https://evil.trafficmanager.net/',
  'https://xsmba.trafficmanager.net/',
  'https://a.smba.trafficmanager.net/',
  'https://trafficmanager.net/',
  'https://x.azurewebsites.net/',
  'https://botframework.com/',
  'https://xbotframework.com/',
  'https://webchat.botframework.com.evil.test/',
  'https://webchat.botframework.com@evil.test/',
  'https://evil.test/webchat.botframework.com',
  'https://evil.test#.botframework.com',
  'https://evil.test?.botframework.com',
  'https://evil.test\\.botframework.com/',
  'https://smba.trafficmanager.net@evil.test/',
  'https://smba.trafficmanager.net:pass@evil.test/',
  'https://user@smba.trafficmanager.net/',
  'https://evil.test\\@smba.trafficmanager.net/',
  'https:\\\\smba.trafficmanager.net/',
  'https:/smba.trafficmanager.net/',
  'https:smba.trafficmanager.net/',
  ' https://smba.trafficmanager.net/',
  'https://smba.trafficmanager.net\t.evil.test/',
  'https://smba.trafficmanager.net\n/',
  'https://smba.trafficmanager.net:8443/',
  'https://smba.trafficmanager.net:443/',
  'https://smba.trafficmanager.net%2eevil.test/',
  'https://smba%2etrafficmanager.net/',
  'https://ѕmba.trafficmanager.net/',
  'https://smba.trafficmanager。net/',
  'https://xn--mba-c1d.trafficmanager.net/',
  'https://127.0.0.1/',
  'https://2130706433/',
  'https://0x7f000001/',
  'https://0177.0.0.1/',
  'https://[::1]/',
  'https://[::ffff:127.0.0.1]/',
  'https://169.254.169.254/metadata',
  'https://localhost/',
  'https://-.botframework.com/',
  'https://a.b.c.d.botframework.com/',
  'ftp://smba.trafficmanager.net/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'smba.trafficmanager.net',
  '',
];

describe('a bearer token', () => {
  it.each(GOOD)('may go to %s', (url) => expect(isChannelUrl(url)).toBe(true));
  it.each(BAD)('goes nowhere near %j', (url) => expect(isChannelUrl(url)).toBe(false));
  it('goes to a host of the setting, by its exact name', () => {
    expect(isChannelUrl('https://connector.example.org/x', ['connector.example.org'])).toBe(true);
    expect(isChannelUrl('https://a.connector.example.org/x', ['connector.example.org'])).toBe(false);
  });

  it('is not sent to a host that listens here, whatever its address is called', async () => {
    let heard = 0;
    const sink = createServer((_request, response) => {
      heard += 1;
      response.end();
    });
    await new Promise<void>((done) => sink.listen(0, '127.0.0.1', done));
    const { port } = sink.address() as AddressInfo;
    const connector = createConnector({ bearer: async () => 'token', mayGo: isChannelUrl, log: pino({ level: 'silent' }) });
    for (const serviceUrl of [
      `http://127.0.0.1:${port}`,
      `http://localhost:${port}`,
      `http://smba.trafficmanager.net@127.0.0.1:${port}/`,
      ...BAD,
    ])
      expect(await connector.post({ serviceUrl, conversation: { id: 'c' } as never }, {})).toEqual({ kind: 'not allowed' });
    for (const id of ['.', '..'])
      expect(await connector.post({ serviceUrl: GOOD[0] ?? '', conversation: { id } as never }, {})).toEqual({ kind: 'not allowed' });
    expect(heard).toBe(0);
    await new Promise((done) => sink.close(done));
  });
});
