import { branch, outcome, question, when } from './model.ts';

/** Where every talk begins: unofficial means, a bought key and a wrong product are heard first, then an output, then a code, then the symptom. */
export const start = branch('start', 'unofficial', {
  unofficial: when('unofficial', { activator: '#unauthorised' }, 'host'),
  host: when('kms.stored-host', { strange: '#unauthorised' }, 'unused'),
  // Who has not tried yet has no refused key.
  unused: when('retail.shows', { enter: '#retail', install: '#retail', preinstalled: '#retail' }, 'bought'),
  bought: when('seller.origin', { shop: '#seller' }, 'elsewhere'),
  elsewhere: when(
    'product',
    { subscription: '#m365', retail: '#retail', mac: '#elsewhere', windows: '#elsewhere', hosting: '#elsewhere' },
    'output',
  ),
  output: when(
    'output',
    {
      'stored-host': 'stored-host',
      'host-key': 'host-key',
      several: 'POST-02',
      restricted: 'KMS-18',
      'left-over': 'OK-04',
      free: 'OK-05',
      licensed: 'licensed',
      preinstalled: 'RETAIL-03',
      'no-keys': 'TECH-06',
      'no-script': 'TECH-05',
      'no-engine': 'TECH-11',
      remote: 'TECH-09',
      'cannot-verify': 'POST-05',
    },
    '#codes',
  ),
  'stored-host': question('kms.stored-host', {
    none: '#codes',
    ours: '#codes',
    retired: 'KMS-15',
    strange: '#unauthorised',
    unknown: 'KMS-15',
  }),
  'host-key': question('pc.role', { 'kms-host': '#host', ordinary: 'TYPE-06', 'one-pc': 'TYPE-06', unknown: 'TYPE-06' }),
  licensed: when('trouble', { 'still-asks': '#post' }, 'OK-01'),
  'OK-01': outcome('OK-01', { no: '#post' }),
  'OK-04': outcome('OK-04', { no: '#codes', cannot: 'KMS-02' }),
  'OK-05': outcome('OK-05', { no: '#codes' }),
  'TYPE-06': outcome('TYPE-06', { no: 'ESC-02', cannot: 'KMS-02' }),
  'KMS-02': outcome('KMS-02', { no: 'ESC-02' }),
  'KMS-15': outcome('KMS-15', { no: '#codes', cannot: 'KMS-02' }),
  'KMS-18': outcome('KMS-18', { no: '#codes', cannot: 'KMS-02' }),
  'POST-02': outcome('POST-02', { no: 'ESC-02', cannot: 'KMS-02' }),
  'POST-05': outcome('POST-05', { no: 'ESC-02', cannot: 'KMS-02' }),
  'RETAIL-03': outcome('RETAIL-03', { no: '#retail', cannot: 'KMS-02' }),
  // The script runs at last: what it prints comes next.
  'TECH-05': outcome('TECH-05', { yes: '#codes', no: 'ESC-02' }),
  'TECH-06': outcome('TECH-06', { no: '#symptom', cannot: 'KMS-02' }),
  'TECH-09': outcome('TECH-09', { yes: '#codes', no: 'ESC-02', cannot: 'KMS-02' }),
  'TECH-11': outcome('TECH-11', { yes: '#codes', no: 'ESC-02', cannot: 'KMS-02' }),
  'ESC-02': outcome('ESC-02'),
});
