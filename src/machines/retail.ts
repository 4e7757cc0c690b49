import { branch, outcome, question, when } from './model.ts';

/** Office bought once for one computer. */
export const retail = branch('retail', 'code', {
  code: when(
    'code.group',
    { 'host-limit': 'RETAIL-02', blocked: '#seller', refused: '#seller', country: '#seller', denied: 'TECH-03', 'no-licence': 'TECH-01' },
    'device',
  ),
  device: when('trouble', { 'other-device': 'RETAIL-02' }, 'shows'),
  shows: question('retail.shows', {
    enter: 'RETAIL-01',
    refused: '#seller',
    'other-device': 'RETAIL-02',
    preinstalled: 'RETAIL-03',
    install: 'RETAIL-04',
    unknown: 'RETAIL-01',
  }),
  'RETAIL-01': outcome('RETAIL-01', { no: '#seller' }),
  'RETAIL-02': outcome('RETAIL-02'),
  'RETAIL-03': outcome('RETAIL-03', { no: 'RETAIL-01', cannot: '#person' }),
  'RETAIL-04': outcome('RETAIL-04', { no: 'RETAIL-01' }),
  'TECH-01': outcome('TECH-01', { no: 'ESC-02', cannot: 'KMS-02' }),
  'TECH-03': outcome('TECH-03', { no: 'ESC-02', cannot: 'KMS-02' }),
  'KMS-02': outcome('KMS-02', { no: 'ESC-02' }),
  'ESC-02': outcome('ESC-02'),
});
