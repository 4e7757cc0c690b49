import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { settle } from '../src/machines/settle.ts';
import { redact } from '../src/redaction/redact.ts';
import { understand } from '../src/understanding/understand.ts';
import { pureTalk } from './desk.ts';
import { NOTHING } from './walk.ts';

const FOLDER = join(import.meta.dirname, 'fixtures/outputs');

/** Where each output leads: an advice, or the question that decides; and what has to be read in it. */
const EXPECTED: Readonly<Record<string, readonly [rest: string, ...read: string[]]>> = {
  'act-all-succeed': ['OK-01', 'version=2024', 'product=volume', 'method=kms', 'status=licensed', 'last5=GCVGB', 'output=licensed'],
  'act-preview-beside': ['POST-02', 'version=2024', 'method=kms', 'last5=GCVGB', 'output=several'],
  'act-volume-fails-trial-fails': ['kms.network', 'version=2021', 'product=volume', 'method=kms', 'last5=78VT3', 'code=0xC004F074'],
  activator: ['seller.origin', 'unofficial=activator'],
  'cim-json': ['kms.network', 'version=2021', 'product=volume', 'method=kms', 'status=notifications', 'last5=78VT3', 'code=0xC004F074'],
  'cim-list-alphabetical': [
    'kms.network',
    'version=2024',
    'product=volume',
    'method=kms',
    'status=notifications',
    'last5=H6HGR',
    'dnsHost=kms01.nordwind.example',
    'code=0xC004F074',
  ],
  'cim-list-stored-host': [
    'kms.stored-host',
    'version=2019',
    'product=volume',
    'method=kms',
    'status=licensed',
    'last5=6MWKP',
    'host=activate.wolke.example',
    'output=licensed-host',
  ],
  'cim-list-windows-and-licensed-office': [
    'OK-01',
    'version=2021',
    'product=volume',
    'method=mak',
    'status=licensed',
    'last5=RT4QX',
    'output=licensed',
  ],
  'cim-reason-alone': ['method', 'code=0xC004F014'],
  'cim-table-names-alone': ['KMS-01', 'version=2021', 'product=volume', 'method=kms', 'last5=QV9H8', 'output=listed'],
  'cim-table': ['kms.network', 'version=2024', 'product=volume', 'method=kms', 'status=notifications', 'last5=GCVGB', 'code=0xC004F074'],
  'dcmid-one': ['kms.cloned', 'output=client-id', 'method=kms'],
  'dcmid-two-alike': ['KMS-11', 'output=client-id', 'method=kms', 'kms.cloned=yes'],
  'dcmid-two-different': ['HOST-06', 'output=client-id', 'method=kms', 'kms.cloned=no'],
  'dhistoryacterr-nothing': ['symptom'],
  dinstid: ['PHONE-06', 'version=2024', 'phone.shows=no-wizard'],
  'dstatus-2010-licensed': [
    'OK-01',
    'version=2010',
    'product=volume',
    'method=kms',
    'status=licensed',
    'last5=H3GVB',
    'dnsHost=kms02.nordwind.example',
    'output=licensed',
  ],
  'dstatus-32-bit-2013-grace-over': [
    'kms.network',
    'version=2013',
    'product=volume',
    'method=kms',
    'status=notifications',
    'last5=92CD4',
    'dnsHost=kms02.nordwind.example',
    'code=0xC004F009',
  ],
  'dstatus-directory-licensed': [
    'OK-01',
    'version=2024',
    'product=volume',
    'method=ad',
    'status=licensed',
    'last5=GCVGB',
    'output=licensed',
  ],
  'dstatus-failing-stored-host': [
    'kms.stored-host',
    'version=2024',
    'product=volume',
    'method=kms',
    'status=notifications',
    'last5=GCVGB',
    'host=10.44.3.7',
    'output=stored-host',
    'code=0xC004F074',
  ],
  'dstatus-free-runtime-beside-failing': [
    'seller.origin',
    'version=2013',
    'product=volume',
    'method=mak',
    'status=notifications',
    'last5=RT4QX',
    'code=0xC004C020',
  ],
  'dstatus-host-key': ['pc.role', 'version=2024', 'status=unlicensed', 'last5=HVJ3K', 'output=host-key', 'code=0xC004F014'],
  'dstatus-kms-not-reached-host-from-dns': [
    'kms.network',
    'version=2021',
    'product=volume',
    'method=kms',
    'status=notifications',
    'last5=78VT3',
    'dnsHost=kms01.nordwind.example',
    'code=0xC004F074',
  ],
  'dstatus-left-over-beside-failing-volume': [
    'OK-03',
    'version=2021',
    'product=volume',
    'method=kms',
    'status=grace',
    'last5=78VT3',
    'dnsHost=kms01.nordwind.example',
    'code=0x4004F00C',
  ],
  'dstatus-left-over-beside-licensed-volume': [
    'OK-04',
    'version=2024',
    'product=volume',
    'method=kms',
    'status=licensed',
    'last5=GCVGB',
    'dnsHost=kms01.nordwind.example',
    'output=left-over',
  ],
  'dstatus-licensed-stored-host': [
    'kms.stored-host',
    'version=2024',
    'product=volume',
    'method=kms',
    'status=licensed',
    'last5=GCVGB',
    'host=activate.wolke.example',
    'output=licensed-host',
  ],
  'dstatus-mak-limit': [
    'seller.origin',
    'version=2019',
    'product=volume',
    'method=mak',
    'status=notifications',
    'last5=RT4QX',
    'code=0xC004C020',
  ],
  'dstatus-no-keys': ['TECH-06', 'output=no-keys'],
  'dstatus-office-licensed-visio-fails': [
    'kms.count',
    'version=2024',
    'product=volume',
    'method=kms',
    'status=notifications',
    'last5=WQQTV',
    'dnsHost=kms01.nordwind.example',
    'code=0xC004F038',
  ],
  'dstatus-only-directory-allowed': [
    'KMS-18',
    'version=2021',
    'product=volume',
    'method=kms',
    'status=notifications',
    'last5=78VT3',
    'output=restricted',
    'code=0xC004F074',
  ],
  'dstatus-subscription': ['m365.shows', 'product=subscription', 'status=notifications', 'last5=TR3VQ', 'code=0xC004F009'],
  'dstatus-trial-in-its-days': ['OK-03', 'version=2021', 'status=grace', 'last5=QT4RX', 'code=0x4004F00C'],
  'dstatus-two-suites': ['POST-02', 'version=2019', 'method=kms', 'last5=6MWKP', 'dnsHost=kms01.nordwind.example', 'output=several'],
  'dstatusall-nothing-has-a-key': ['TECH-06', 'output=no-keys'],
  'dstatusall-one-has-a-key': [
    'kms.network',
    'version=2024',
    'product=volume',
    'method=kms',
    'status=notifications',
    'last5=GCVGB',
    'dnsHost=kms01.nordwind.example',
    'code=0xC004F074',
  ],
  'event-12288-and-12290-clocks': ['KMS-09', 'method=kms', 'code=0xC004F06C'],
  'event-12288-not-reached': ['kms.network', 'method=kms', 'code=0xC004F074'],
  'event-12290-cloned': ['KMS-11', 'method=kms', 'kms.cloned=yes', 'host.computers=clones'],
  'inpkey-mistyped': ['seller.origin', 'output=key-entry', 'code=0xC004F050'],
  'inpkey-not-this-edition': ['MAK-14', 'output=key-entry', 'code=0xC004F069'],
  'inpkey-success': ['method', 'mak.entered=yes'],
  'nslookup-no-record-german': ['kms.others', 'method=kms', 'kms.record=missing', 'output=no-record'],
  'nslookup-no-record': ['kms.others', 'method=kms', 'kms.record=missing', 'output=no-record'],
  'nslookup-record': ['kms.port', 'method=kms', 'kms.record=listed', 'dnsHost=kms01.nordwind.example'],
  'port-closed-no-ping': ['kms.network', 'method=kms', 'kms.exists=yes', 'kms.port=closed'],
  'port-closed-ping-answers': ['kms.others', 'method=kms', 'kms.exists=yes', 'kms.port=closed', 'kms.network=inside', 'output=port-closed'],
  'port-open': ['KMS-01', 'method=kms', 'kms.exists=yes', 'kms.port=open', 'kms.network=inside'],
  'resolve-dnsname-record': ['kms.port', 'method=kms', 'kms.record=listed', 'dnsHost=kms01.nordwind.example'],
  'script-host-no-engine-german': ['TECH-11', 'output=no-engine'],
  'script-host-no-engine': ['TECH-11', 'output=no-engine'],
  'script-host-no-script-french': ['TECH-05', 'output=no-script'],
  'script-host-no-script': ['TECH-05', 'output=no-script'],
  'script-host-no-service': ['KMS-16', 'output=no-service'],
  'script-host-pop-up': ['TECH-05', 'output=no-script'],
  'slmgr-ato-german-no-host': ['kms.network', 'method=kms', 'code=0xC004F074'],
  'slmgr-ato-office-host-limit': ['HOST-02', 'pc.role=kms-host', 'code=0xC004C008'],
  'slmgr-ato-windows-blocked': ['WIN-01', 'product=windows', 'code=0xC004C003'],
  'slmgr-host-count-3': [
    'KMS-10',
    'version=2021',
    'status=licensed',
    'last5=HVJ3K',
    'pc.role=kms-host',
    'host.goal=clients',
    'host.clients=count',
    'kms.count=too-few',
  ],
  'slmgr-host-german': [
    'HOST-06',
    'version=2024',
    'status=licensed',
    'last5=HVJ3K',
    'pc.role=kms-host',
    'host.goal=clients',
    'host.clients=count',
    'output=unreached',
  ],
  'slmgr-host-in-order': ['host.clients', 'version=2021', 'status=licensed', 'last5=HVJ3K', 'pc.role=kms-host', 'host.goal=clients'],
  'slmgr-host-not-activated': [
    'KMS-13',
    'version=2021',
    'status=notifications',
    'last5=HVJ3K',
    'pc.role=kms-host',
    'host.goal=set-up',
    'host.setup=not-activated',
  ],
  'slmgr-host-without-requests': [
    'HOST-06',
    'version=2021',
    'status=licensed',
    'last5=HVJ3K',
    'pc.role=kms-host',
    'host.goal=clients',
    'host.clients=count',
    'output=unreached',
  ],
  'slmgr-remote': ['TECH-09', 'output=remote'],
  'slmgr-status-alone-german': ['WIN-01', 'product=windows'],
  'slmgr-windows-chinese': ['WIN-01', 'product=windows'],
  'slmgr-windows-french': ['WIN-01', 'product=windows'],
  'slmgr-windows-german': ['WIN-01', 'product=windows'],
  'slmgr-windows-russian': ['WIN-01', 'product=windows'],
  'slmgr-windows-spanish': ['WIN-01', 'product=windows'],
  'tool-of-others-chinese': [
    'kms.network',
    'version=2021',
    'product=volume',
    'method=kms',
    'status=notifications',
    'last5=6F7TH',
    'code=0xC004F074',
  ],
  'unpkey-left-over': ['OK-04', 'version=2021', 'output=left-over'],
  'vnextdiag-expired': ['M365-03', 'product=subscription', 'm365.shows=expired'],
  'vnextdiag-nobody-signed-in': ['M365-01', 'product=subscription', 'm365.shows=sign-in'],
  'wmic-value': ['kms.network', 'version=2016', 'product=volume', 'method=kms', 'status=notifications', 'last5=WFG99', 'code=0xC004F074'],
};

const GREETING =
  'Hello,\nplease help, see below.\n\nFrom: Kim Lund <kim@nordwind.example>\nSent: Wednesday, 4 March 2026 09:12\nTo: helpdesk\nSubject: FW: Office\n\n';
const REGARDS = '\n\nKind regards\nKim Lund\nNordwind GmbH, Hafenstr. 5';
/** Breaks lines as mail programs do. */
const wrapped = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replace(/(.{40,72}) (?=\S)/g, '$1\n'))
    .join('\n');
const quoted = (text: string): string => text.replace(/^/gm, '> ');

/** What happens to an output on its way here. */
const DAMAGE: Readonly<Record<string, (text: string) => string>> = {
  'as it was': (text) => text,
  'with the line breaks of Windows': (text) => text.replaceAll('\n', '\r\n'),
  'with its line breaks lost': (text) => text.replace(/\s*\n\s*/g, ' '),
  'with more spaces and empty lines': (text) => text.replaceAll('\n', '\n\n').replaceAll(': ', ':   '),
  'with all runs of spaces made one': (text) => text.replace(/[ \t]+/g, ' '),
  quoted,
  'quoted twice and wrapped': (text) => quoted(quoted(wrapped(text))),
  'quoted, with its line breaks lost': (text) => quoted(text).replace(/\s*\n\s*/g, ' '),
  wrapped,
  'in a forwarded e-mail': (text) => GREETING + text + REGARDS,
  'in a forwarded e-mail, quoted': (text) => GREETING + quoted(text) + REGARDS,
};

/** Half a name of a host is half a name; all else is whole or missing. Without its last line a table shows only Windows. */
const HALVED = ['host', 'dnsHost', 'output'];

const fixtures = readdirSync(FOLDER).map((file) => file.replace(/\.txt$/, ''));
const textOf = (name: string): string => readFileSync(join(FOLDER, `${name}.txt`), 'utf8').trimEnd();

/** Where a talk rests that begins with this text, and what was read. */
const led = (text: string) => {
  const talk = pureTalk('en');
  talk.turn(text);
  const facts = talk.facts();
  const { rest } = settle(facts ?? NOTHING);
  const { findings } = understand(redact(text).text, 'en', undefined);
  return {
    rest: 'outcome' in rest ? rest.outcome : 'ask' in rest ? rest.ask : rest,
    read: findings.map(({ name, value }) => `${name}=${value}`),
  };
};

describe('a pasted output', () => {
  it('has an expectation for every fixture', () => {
    expect(fixtures.toSorted()).toEqual(Object.keys(EXPECTED).toSorted());
  });

  describe.each(Object.entries(EXPECTED))('%s', (name, [rest, ...read]) => {
    it.each(Object.entries(DAMAGE))('leads where it should, %s', (_, damage) => {
      const found = led(damage(textOf(name)));
      expect(found).toMatchObject({ rest, read: expect.arrayContaining(read) });
    });

    it('leads there with its lines glued together', () => {
      expect(led(textOf(name).replace(/\s*\n\s*/g, '')).rest).toBe(rest);
    });

    it('never reads something else where it is cut short in its last line', () => {
      const text = textOf(name);
      const lines = text.split('\n');
      const cut = text.slice(0, text.length - Math.ceil((lines.at(-1) ?? '').length / 2));
      const known = new Map(read.map((each) => each.split('=') as [string, string]));
      for (const found of led(cut).read) {
        const [key = '', value = ''] = found.split('=');
        if (known.has(key) && ![...HALVED, ...(name.startsWith('cim-table') ? ['product'] : [])].includes(key))
          expect(`${key}=${known.get(key)}`).toBe(`${key}=${value}`);
      }
    });
  });

  it('is read in linear time, also where it is hostile', () => {
    const hostile = [
      textOf('dstatus-two-suites'),
      'LICENSE NAME: Office 21, Office21',
      'Office 21, Office',
      ': kms',
      ': a.a',
      '_vlmcs._tcp ',
      'nslookup srv _vlmcs',
      '0x0,5,a,',
      'License Status: ',
      '"Name": "',
      '---',
      '> > ',
      ' port 1688 ',
      'Client Machine ID (CMID): ',
      'C:\\a',
      'Remaining Period: Product Activation Failed ',
      'TcpTestSucceeded\n',
      'nslookup \n\n',
      'From: ',
    ];
    for (const piece of hostile) {
      const timed = (length: number) => {
        const text = piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
        const began = performance.now();
        understand(text, 'en', undefined);
        return performance.now() - began;
      };
      timed(4_000);
      expect(timed(256 * 1024)).toBeLessThan(1_500);
    }
  });
});
