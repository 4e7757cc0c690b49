import { describe, expect, it } from '@jest/globals';
import { redactAfter, type Trail } from '../src/redaction/across.ts';
import { redactAll } from '../src/redaction/activity.ts';
import { redact } from '../src/redaction/redact.ts';
import { RULES } from '../src/redaction/rules.ts';
import { newId, newKey, random } from './keys.ts';

const SEED = Number(process.env.SEED ?? 1);
const groups = (key: string) => key.split('-');
const bare = (key: string) => key.replaceAll('-', '');
const CYRILLIC: Readonly<Record<string, string>> = { B: 'В', C: 'С', H: 'Н', K: 'К', M: 'М', P: 'Р', T: 'Т', X: 'Х', Y: 'У' };
const wide = (text: string) =>
  [...text].map((char) => (/[!-~]/.test(char) ? String.fromCharCode(char.charCodeAt(0) + 0xfee0) : char)).join('');

const SEPARATORS = [
  ' ',
  '  ',
  '.',
  ',',
  ';',
  ':',
  '/',
  '\\',
  '|',
  '_',
  '*',
  '+',
  '=',
  '~',
  '·',
  '•',
  '–',
  '—',
  '‑',
  '−',
  '‐',
  '\t',
  '\n',
  '\r\n',
  ' - ',
  ' – ',
];
const FORMATS: Readonly<Record<string, (key: string) => string>> = {
  plain: (key) => key,
  lower: (key) => key.toLowerCase(),
  mixed: (key) => [...key].map((char, at) => (at % 2 ? char.toLowerCase() : char)).join(''),
  ...Object.fromEntries(
    SEPARATORS.map((separator) => [`separated by ${JSON.stringify(separator)}`, (key: string) => groups(key).join(separator)]),
  ),
  'mixed separators': (key) => groups(key).reduce((text, group, at) => text + ['-', ' ', '–', '.'][at % 4] + group),
  none: bare,
  'spaced letters': (key) => [...bare(key)].join(' '),
  'spaced letters and dashes': (key) =>
    groups(key)
      .map((group) => [...group].join(' '))
      .join(' - '),
  'full width': wide,
  cyrillic: (key) => [...key].map((char) => CYRILLIC[char] ?? char).join(''),
  'zero width': (key) => [...key].join('\u200b'),
  'one group a line': (key) => groups(key).join('\n'),
  'wrapped at 7': (key) => `${key.slice(0, 7)}\n${key.slice(7)}`,
  'wrapped at 16': (key) => `${key.slice(0, 16)}\n${key.slice(16)}`,
  quoted: (key) => `"${key}"`,
  html: (key) => `<b>${key}</b>`,
  code: (key) => `\`${key}\``,
  'table row': (key) => `| ${groups(key).join(' | ')} |`,
  'mail quote': (key) =>
    groups(key)
      .map((group) => `> ${group}`)
      .join('\n'),
  'numbered list': (key) =>
    groups(key)
      .map((group, at) => `${at + 1}. ${group}`)
      .join('\n'),
  json: (key) => JSON.stringify({ key }),
  url: (key) => `https://example.org/redeem?key=${key}&lang=en`,
  percent: (key) => key.replaceAll('-', '%2D'),
  'number entity': (key) => key.replaceAll('-', '&#45;'),
  'named entity': (key) => key.replaceAll('-', '&ndash;'),
  bidi: (key) => `\u202e${key}\u202c`,
  bom: (key) => `\ufeff${key}`,
  'glued before': (key) => `MAK${key}`,
  'glued after': (key) => `${key}abc`,
  'letter O for a symbol': (key) => `${key.slice(0, 3)}O${key.slice(4)}`,
  'letter O for two symbols': (key) => `${key.slice(0, 8)}O${key.slice(9, 20)}O${key.slice(21)}`,
  'glued before, no dashes': (key) => `MAK${bare(key)}`,
  '24 symbols': (key) => bare(key).slice(1),
  'groups of four': (key) => bare(key).replace(/(.{4})(?=.)/g, '$1-'),
  'random groups': (key) => bare(key).replace(/(.{3})(.{7})(.{2})(.{6})/, '$1 $2 $3 $4 '),
  'first two groups': (key) => groups(key).slice(0, 2).join('-'),
  'first three groups': (key) => groups(key).slice(0, 3).join('-'),
  command: (key) => `cscript ospp.vbs /inpkey:${key}`,
  'slmgr line': (key) => `slmgr /ipk ${key}`,
  'file name': (key) => `office-${key}.txt`,
  'file name, no dashes': (key) => `key_${bare(key)}.png`,
};
const CONTEXTS: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `My key is ${text}, why is it refused?`,
  (text) => `photo ${text}`,
  (text) => `Мой ключ ${text} не работает`,
  (text) => `我的密钥${text}无法使用`,
  (text) => `${'some words before it '.repeat(15)}${text}`,
  (text) => `${text}\nPRODUCT ID: 00413-50000-00000-AA937`,
  (text) => `Office LTSC 2021 (KMS) ${text}`,
];

const canonical = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/%2D|&#45;|&ndash;/gi, '')
    .toUpperCase()
    .replace(/[ВСНКМРТХУ]/g, (char) => Object.entries(CYRILLIC).find(([, alike]) => alike === char)?.[0] ?? char)
    .replace(/[^A-Z0-9]/g, '');
/** Eight symbols in a row of the first twenty of a key, in a text. */
const leaks = (text: string, key: string): boolean => {
  const said = canonical(text);
  const secret = bare(key).slice(0, 20);
  return Array.from({ length: 13 }, (_, at) => secret.slice(at, at + 8)).some((piece) => said.includes(piece));
};

/** How many of the generated keys leak, with these rules. */
const leaked = (size: number, rules = RULES): readonly string[] => {
  const next = random(SEED);
  const names = Object.keys(FORMATS);
  return Array.from({ length: size }, (_, at) => {
    const key = newKey(next);
    const name = names[at % names.length] ?? '';
    const text = (CONTEXTS[Math.floor(at / names.length) % CONTEXTS.length] ?? String)(FORMATS[name]?.(key) ?? key);
    return leaks(redact(text, rules).text, key) ? `${name}: ${text}` : '';
  }).filter(Boolean);
};

describe('the redactor', () => {
  it(`lets no key through, in ${Object.keys(FORMATS).length} forms and ${CONTEXTS.length} contexts (seed ${SEED})`, () => {
    expect(leaked(10_000)).toEqual([]);
  });

  it.each(RULES.map((rule) => [rule.name, rule] as const).filter(([name]) => name !== 'ids'))('needs its rule %s', (_name, rule) => {
    expect(
      leaked(
        6_000,
        RULES.filter((each) => each !== rule),
      ).length,
    ).toBeGreaterThan(0);
  });

  it('lets no installation or confirmation ID through, and tells them apart', () => {
    const next = random(SEED + 1);
    const separators = ['-', ' ', '', '  ', ' - ', '\n'];
    for (let at = 0; at < 2_000; at += 1) {
      const [kind, blocks, size] = (
        [
          ['installation id', 9, 7],
          ['installation id', 9, 6],
          ['confirmation id', 8, 6],
          ['confirmation id', 7, 6],
        ] as const
      )[at % 4] ?? ['', 0, 0];
      const digits = newId(next, blocks, size);
      const lettered = at % 8 >= 4 ? digits.map((block, index) => `${'ABCDEFGHI'[index]} ${block}`) : digits;
      const { text, found } = redact(`Step 3: ${lettered.join(at % 8 >= 4 ? ' ' : separators[at % separators.length])} is what I see`);
      expect([text, found]).toEqual([`Step 3: [${kind}] is what I see`, [{ kind }]]);
    }
    expect(leaked(0)).toEqual([]);
    expect(redact('123456 '.repeat(9), RULES.slice(1)).found).toEqual([]);
  });

  it('is a fixed point', () => {
    const next = random(SEED + 2);
    for (const format of Object.values(FORMATS))
      for (const context of CONTEXTS) {
        const { text } = redact(context(`${format(newKey(next))} ${format(newKey(next))}`));
        expect(redact(text)).toEqual({ text, found: [] });
      }
  });

  it('keeps what is useful: the last five, and whether it can be a key at all', () => {
    const next = random(SEED + 3);
    for (let at = 0; at < 500; at += 1) {
      const key = newKey(next);
      expect(redact(`my key ${key} is refused`)).toEqual({
        text: `my key [key …${key.slice(-5)}] is refused`,
        found: [{ kind: 'key', last5: key.slice(-5), wellFormed: true }],
      });
      const wrong = `${key.slice(0, 6)}O${key.slice(7)}`;
      expect(redact(wrong).found).toEqual([{ kind: 'key', last5: key.slice(-5), wellFormed: false }]);
    }
  });

  it('walks a whole activity: text, names, values and the names of fields', () => {
    const key = newKey(random(SEED + 4));
    const activity = {
      text: key,
      from: { name: key },
      value: { [key]: [key] },
      attachments: [{ name: `${key}.png` }],
      channelData: { deep: { deeper: key } },
      number: 7,
      nothing: null,
    };
    const { value, found } = redactAll(activity);
    expect(leaks(JSON.stringify(value), key)).toBe(false);
    expect(found).toHaveLength(1);
    expect(value.number).toBe(7);
    expect(activity.text).toBe(key);
    expect(Object.keys(redactAll(JSON.parse('{"__proto__":{"a":1},"b":2}')).value)).toEqual(['b']);
  });
});

describe('honest text', () => {
  const next = random(SEED + 5);
  const hex = (length: number) => Array.from({ length }, () => '0123456789abcdef'[Math.floor(next() * 16)]).join('');
  const digits = (length: number) => Array.from({ length }, () => Math.floor(next() * 10)).join('');
  const MAKERS: readonly (() => string)[] = [
    () => `SKU ID: ${hex(8)}-${hex(4)}-${hex(4)}-${hex(4)}-${hex(12)}`,
    () => `PRODUCT ID: 00${digits(3)}-${digits(5)}-${digits(5)}-AA${digits(3)}`,
    () => `ERROR CODE: 0x${hex(8).toUpperCase()}`,
    () => `Build 16.0.${digits(5)}.${digits(5)}`,
    () => `Call (${digits(3)}) ${digits(3)}-${digits(4)} from 9 to 5`,
    () => `kms${digits(2)}.contoso.example:1688, fe80::${hex(4)}:${hex(4)}:${hex(4)}:${hex(4)}`,
    () => `DE${digits(2)} ${digits(4)} ${digits(4)} ${digits(4)} ${digits(4)} ${digits(2)}`,
    () => `order ${digits(3)}-${digits(7)}-${digits(7)} of 2026-${digits(2)}-${digits(2)} ${digits(2)}:${digits(2)}`,
    () => `C:\\Program Files (x86)\\Microsoft Office\\Office16\\OSPP.VBS line ${digits(3)}`,
    () => `https://learn.microsoft.com/en-us/office/volume-license-activation/gvlks?x=${hex(12)}`,
    () => `REMAINING GRACE: ${digits(2)} days  (${digits(5)} minute(s) before expiring)`,
    () =>
      `192.168.${digits(2)}.${digits(2)} 10.0.${digits(2)}.${digits(2)} 172.16.${digits(2)}.${digits(2)} 192.168.${digits(2)}.${digits(2)}`,
    () => `Last 5 characters of installed product key: ${newKey(next).slice(-5)}`,
  ];
  const LINES = [
    'Which KMS, MAK, DNS, VPN, RPC and TCP port 1688 do you use, and why?',
    'There are two kinds of keys here: those which start with a word, those which never would.',
    'Office LTSC Professional Plus 2021, 2019, 2016 and 2013 are volume editions.',
    'TT/TTY (800) 718-1599 in the United States, (716) 871-6859 elsewhere.',
    'XXXXX-XXXXX-XXXXX-XXXXX-XXXXX is how a key is shaped.'.replace(/X{5}(-X{5})*/, 'five groups of five'),
    'cscript ospp.vbs /sethst:kms01.contoso.example && cscript ospp.vbs /act',
    'Моя копия Office просит ключ, а KMS не отвечает',
    '我的 Office 2021 无法激活，错误 0xC004F074，KMS 服务器无法连接',
    'Grüße aus der Abteilung: bitte prüfen Sie die Aktivierung am PC 4711.',
  ];

  it('is left as it is, in 2,000 lines', () => {
    const lines = Array.from({ length: 2_000 }, (_, at) =>
      at % 5 === 0 ? (LINES[(at / 5) % LINES.length] ?? '') : (MAKERS[at % MAKERS.length]?.() ?? ''),
    );
    expect(lines.filter((line) => redact(line).text !== line)).toEqual([]);
  });
});

describe('a key over several messages', () => {
  const send = (pieces: readonly string[]) => {
    let trail: Trail | undefined;
    return pieces.map((piece, at) => {
      const redacted = redactAfter(trail, piece, at * 5_000);
      trail = redacted.trail;
      return redacted.text;
    });
  };

  it('is not put together again from two', () => {
    const next = random(SEED + 6);
    for (let split = 1; split <= 24; split += 1)
      for (let each = 0; each < 50; each += 1) {
        const key = newKey(next);
        const said = send([key.slice(0, split), key.slice(split)])
          .map((text) => canonical(text.replaceAll('[part of a key]', '')))
          .join('');
        const pieces = Array.from({ length: 20 }, (_, at) => bare(key).slice(at, at + 10)).filter((piece) => piece.length === 10);
        expect(pieces.filter((piece) => said.includes(piece))).toEqual([]);
      }
  });

  it('is not put together again from five, a group each', () => {
    const next = random(SEED + 7);
    for (let each = 0; each < 200; each += 1) {
      const key = newKey(next);
      expect(leaks(send(groups(key)).join(' '), key)).toBe(false);
    }
  });

  it('is another matter after two minutes, and a last five alone stays', () => {
    expect(redactAfter({ symbols: 5, at: 0 }, 'GCVGB', 200_000).text).toBe('GCVGB');
    expect(redactAfter(undefined, '6F7TH', 0).text).toBe('6F7TH');
  });
});
