import { ERROR_CODES } from '../knowledge/error-codes.ts';
import type { Language } from '../language/language.ts';
import { phrases, WORDS } from '../language/words.ts';
import { SIGNS } from '../machines/facts.ts';

interface Block {
  readonly name: string;
  readonly channel: string;
  readonly status: string;
  readonly last5: string;
  readonly code?: string;
  readonly more?: string;
}

const RULE = '---------------------------------------';
const block = ({ name, channel, status, last5, code, more }: Block): readonly string[] => [
  RULE,
  `LICENSE NAME: ${name} edition`,
  `LICENSE DESCRIPTION: ${name.split(',')[0]}, ${channel} channel`,
  `LICENSE STATUS:  ---${status}---`,
  ...(code === undefined ? [] : [`ERROR CODE: ${code}`]),
  `Last 5 characters of installed product key: ${last5}`,
  ...(more === undefined ? [] : [more]),
];
const dstatus = (...blocks: readonly Block[]): string =>
  ['---Processing--------------------------', ...blocks.flatMap(block), RULE, '---Exiting-----------------------------'].join('\n');

const CLIENT: Block = {
  name: 'Office 21, Office21ProPlus2021VL_KMS_Client_AE',
  channel: 'VOLUME_KMSCLIENT',
  status: 'NOTIFICATIONS',
  last5: '6F7TH',
};
const HOST = 'KMS machine registry override defined: kms01.example.org:1688';
const LICENSED: Block = { ...CLIENT, status: 'LICENSED' };
const MAK: Block = { name: 'Office 19, Office19ProPlus2019VL_MAK_AE', channel: 'VOLUME_MAK', status: 'LICENSED', last5: 'RT4QX' };
const LEFT_OVER: Block = { name: 'Office 16, Office16O365ProPlusR_Grace', channel: 'RETAIL(Grace)', status: 'OOB_GRACE', last5: '8MBCX' };

/** Outputs that decide, as ospp.vbs prints them, with values of our own. */
const OUTPUTS: readonly string[] = [
  dstatus(LICENSED),
  dstatus({ ...LICENSED, more: HOST }),
  dstatus({ ...CLIENT, code: '0xC004F074', more: HOST }),
  dstatus({ name: 'Office 21, Office21ProPlus2021VL_KMS_Host', channel: 'VOLUME_KMS', status: 'UNLICENSED', last5: 'HVJ3K' }),
  dstatus(MAK, {
    name: 'Office 16, Office16O365ProPlusR_Subscription1',
    channel: 'TIMEBASED_SUB',
    status: 'NOTIFICATIONS',
    last5: 'WB222',
  }),
  dstatus({ ...CLIENT, more: 'Activation Type Configuration: AD' }),
  dstatus(LICENSED, LEFT_OVER),
  dstatus({ ...LEFT_OVER, last5: 'KHGM9' }),
  dstatus({ name: 'Office 15, OfficeAccessRuntimeR_Bypass', channel: 'RETAIL(Free)', status: 'UNLICENSED', last5: 'F888P' }),
  dstatus(CLIENT),
  dstatus({ ...CLIENT, status: 'OOB_GRACE' }),
  dstatus({ ...MAK, status: 'NOTIFICATIONS' }),
];

/** What the other tools print: a computer's client ID, a host without requests, an installed key, names alone, a record and a port that are not there. */
const TOOLS: readonly string[] = [
  'Client Machine ID (CMID): 5a1d9c70-3be2-4f86-91c4-70de28b6a513',
  [
    'Name: Office 21, Office21KMSHost2021VL_KMS_Host_AE edition',
    'Description: Office 21, VOLUME_KMS channel',
    'License Status: Licensed',
    'Current count: 0',
    'Listening on Port: 1688',
    'Total requests received: 0',
  ].join('\n'),
  'cscript ospp.vbs /inpkey:\n---Processing---\nERROR CODE: 0xC004F069',
  'cscript ospp.vbs /inpkey:\n---Processing---\nERROR CODE: 0xC004F050',
  'Name PartialProductKey\nOffice 24, Office24VisioPro2024VL_KMS_Client_AE edition YY89G',
  "nslookup -type=srv _vlmcs._tcp.nordwind.example\n*** dns01 can't find _vlmcs._tcp.nordwind.example: Non-existent domain",
  '_vlmcs._tcp.nordwind.example SRV service location: svr hostname = kms01.nordwind.example',
  'RemotePort : 1688 PingSucceeded : True TcpTestSucceeded : False',
  'RemotePort : 1688 TcpTestSucceeded : True',
  'Error: The Software Protection Platform service is not running.',
];

/** A code of each group that codes can have. */
const codes = (): readonly string[] =>
  SIGNS['code.group'].flatMap((group) => Object.entries(ERROR_CODES).find(([, row]) => row.group === group)?.[0] ?? []);

/** How somebody may begin: with a word of greeting, a code of each group, each thing that the desk hears in words, an output, a tail of a key. */
export const openings = (language: Language): readonly string[] => [
  ...phrases(WORDS[language].wishes.hello).slice(0, 1),
  ...codes(),
  '0xC0FFEE11',
  ...Object.values(WORDS[language].means).flatMap((entry) => phrases(entry).slice(0, 1)),
  ...OUTPUTS,
  ...TOOLS,
  { en: 'the key ends in 6F7TH', de: 'Der Schlüssel endet auf 6F7TH' }[language],
  { en: 'the key ends in RT4QX', de: 'Der Schlüssel endet auf RT4QX' }[language],
  { en: 'the key is BQ7TR-VKD3W-Y9HFC-2XMPG-A1OSE', de: 'Der Schlüssel ist BQ7TR-VKD3W-Y9HFC-2XMPG-A1OSE' }[language],
];
