import { describe, expect, it } from '@jest/globals';
import { redact } from '../src/redaction/redact.ts';
import { newKey, random } from './keys.ts';

const SEED = Number(process.env.SEED ?? 1);
const next = random(SEED + 7);
const from = (symbols: string) => (length: number) =>
  Array.from({ length }, () => symbols.charAt(Math.floor(next() * symbols.length))).join('');
const hex = from('0123456789abcdef');
const digits = from('0123456789');
const letters = from('23456789BCDFGHJKLMNPQRTVWXZ');
const fill = (of: string) => of.replace(/#+/g, (all) => digits(all.length)).replace(/~+/g, (all) => hex(all.length));

/** Number signs become digits, tildes hexadecimal digits. */
const PATTERNS = [
  'SKU ID: ~~~~~~~~-~~~~-~~~~-~~~~-~~~~~~~~~~~~',
  '{~~~~~~~~-~~~~-~~~~-~~~~-~~~~~~~~~~~~} {~~~~~~~~-~~~~-~~~~-~~~~-~~~~~~~~~~~~}',
  'PRODUCT ID: 00###-#####-#####-AA###',
  'PRODUCT ID: 00###-#####-#####-#####, 00###-#####-#####-#####',
  'Extended PID: 0####-#####-###-######-##-1033-####.0000-#######',
  'ERROR CODE: 0xC004F0##, 0x8007####, 0x~~~~~~~~',
  'Build 16.0.#####.#####, 10.0.#####.####, builds ##### ##### ##### ##### #####',
  'Call (###) ###-####, +49 ### ######## or 0800 ### ####, from 9 to 5',
  '+1 ##########, +1 ##########, +1 ##########, +1 ##########',
  'kms##.contoso.example:1688, fe80::~~~~:~~~~:~~~~:~~~~%12',
  '2001:db8:~~~~:~~~~:~~~~:~~~~:~~~~:~~~~ and 2001:db8:~~~~:~~~~:~~~~:~~~~:~~~~:~~~~',
  'DE## #### #### #### #### ##, GB## BARC #### #### #### ##',
  'order ###-#######-####### of 2026-##-## ##:##',
  'C:\\Program Files (x86)\\Microsoft Office\\Office16\\OSPP.VBS line ###',
  'C:\\Users\\u######\\AppData\\Local\\Temp\\~~~~~~~~.tmp.log',
  'https://support.contoso.example/t/~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~?id=#########',
  'REMAINING GRACE: ## days  (##### minute(s) before expiring)',
  '192.168.##.## 10.0.##.## 172.16.##.## 192.168.##.## 255.255.255.0 255.255.255.0',
  'thumbprint ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~, MAC ~~-~~-~~-~~-~~-~~',
  'sha256 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~',
  '20261101 20261102 20261103 20261104 20261105 20261106',
  '2026-11-##T##:##:##.###Z [####] activation attempt ## of ##',
  'tickets #####, #####, #####, #####, #####, #####, ##### and #####',
] as const;

const MADE: readonly (() => string)[] = [
  ...PATTERNS.map((pattern) => () => fill(pattern)),
  () => `Last 5 characters of installed product key: ${newKey(next).slice(-5)}`,
  () => `it ends in ${newKey(next).slice(-5)}, and Visio's in ${newKey(next).slice(-5)}.`,
  () => `XXXXX-XXXXX-XXXXX-XXXXX-${newKey(next).slice(-5)}`,
  () => `case AD-${letters(4)}-${letters(4)} about case AD-${letters(4)}-${letters(4)}`,
];

const LINES = [
  'LICENSE NAME: Office 16, Office16O365SmallBusPremR_SubTrial5 edition',
  'LICENSE NAME: Office 19, Office19HomeBusiness2019R_Grace edition',
  'LICENSE NAME: Office 21, Office21Professional2021R_Retail edition',
  'LICENSE NAME: Office 24, Office24ProPlus2024VL_KMS_Client_AE edition',
  'cscript ospp.vbs /inpkey:XXXXX-XXXXX-XXXXX-XXXXX-XXXXX',
  'A key is five groups: XXXXX-XXXXX-XXXXX-XXXXX-XXXXX.',
  'Keys hold B C D F G H J K M P Q R T V W X Y 2 3 4 6 7 8 9 and at most one N.',
  'The letters are BCDFGHJKMPQRTVWXY, the digits 2346789.',
  'Which KMS, MAK, DNS, VPN, RPC and TCP port 1688 do you use, and why?',
  'TCPv4/TCPv6 or UDPv4/UDPv6, HTTP2 or HTTP3, /httpd/httpd/conf, bcrypt_pbkdf.pbkdf()',
  'There are three words which never would start where those about right angle lines stand.',
  'which month right watch think crypt lynch nymph tryst',
  'Office LTSC Professional Plus 2021, 2019, 2016 and 2013 are volume editions.',
  'TT/TTY (800) 718-1599 in the United States, (716) 871-6859 elsewhere.',
  'cscript ospp.vbs /sethst:kms01.contoso.example && cscript ospp.vbs /act',
  '_vlmcs._tcp.contoso.example SRV service location: priority = 0 weight = 0 port = 1688',
  'vmwprdkmhq22.contoso.example does not answer, nor does \\\\fsprdwxhq23q\\share',
  'netmask ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, id ffffffff-ffff-ffff-ffff-ffffffffffff',
  'chapters 2.2.3, 2.3.4, 3.2.x, 4.4.2, 6.2.x, 6.3.1, 7.2.x, 7.3.x, 8.2.x',
  'Windows 7, 8, 8.1, 10, 11; Server 2008 R2, 2012 R2, 2016, 2019, 2022, 2025',
  'Моя копия Office просит ключ, а KMS не отвечает: ошибка 0xC004F074',
  'У нас Office 2019 на 3 компьютерах, в 2 из них ключ MAK, с 1 — KMS',
  '我的 Office 2021 无法激活，错误 0xC004F074，KMS 服务器无法连接',
  'オフィス 2021 のライセンス認証ができません。エラー 0xC004C008 です。',
  'Grüße aus der Abteilung: bitte prüfen Sie die Aktivierung am PC 4711.',
  "L'activation échoue : « 0x8007232B », le nom DNS n'existe pas.",
  'Son 5 karakter, son cinco caracteres, ostatnie 5 znaków: PQR3T',
];

describe('honest text', () => {
  it('is left as it is, in 3,000 lines, one by one and all at once', () => {
    const lines = Array.from(
      { length: 3_000 },
      (_, at) => (at % 4 === 0 ? LINES[(at / 4) % LINES.length] : MADE[at % MADE.length]?.()) ?? '',
    );
    expect(lines.filter((line) => redact(line).text !== line)).toEqual([]);
    const all = lines.join('\n');
    expect(redact(all).text === all).toBe(true);
  });

  it('has its exceptions: what nobody can tell from a part of a key', () => {
    expect(redact('VMFTK, 3RQ6B, KHGM9 are on their machines').text).toBe('[part of a key] are on their machines');
    expect(redact('serial number 8CGT92MKWQ').text).toBe('serial number [part of a key]');
  });
});
