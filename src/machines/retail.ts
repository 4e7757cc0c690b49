import { branch, outcome, question, when } from './model.ts';

/** Office bought once for one computer. */
export const retail = branch('retail', 'code', {
  code: when('code.group', { 'host-limit': 'RETAIL-02', blocked: '#seller', refused: '#seller', country: '#seller' }, 'device'),
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
});
