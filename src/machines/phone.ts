import { branch, outcome, question } from './model.ts';

/** Activation without the internet on that computer: by telephone once, by Microsoft's portal today. */
export const phone = branch('phone', 'shows', {
  shows: question('phone.shows', {
    telephone: 'PHONE-01',
    'no-longer': 'PHONE-02',
    web: 'PHONE-03',
    'no-wizard': 'PHONE-06',
    refused: 'PHONE-04',
    hearing: 'PHONE-05',
    many: 'HOST-14',
    unknown: 'PHONE-03',
  }),
  'PHONE-01': outcome('PHONE-01', { no: 'PHONE-03', cannot: 'PHONE-06' }),
  'PHONE-02': outcome('PHONE-02', { no: 'PHONE-03' }),
  'PHONE-03': outcome('PHONE-03', { no: 'ESC-04', cannot: 'KMS-02' }),
  'PHONE-04': outcome('PHONE-04', { no: 'ESC-04' }),
  'PHONE-05': outcome('PHONE-05'),
  'PHONE-06': outcome('PHONE-06', { no: 'ESC-04', cannot: 'KMS-02' }),
  'HOST-14': outcome('HOST-14', { no: 'ESC-04', cannot: 'KMS-02' }),
  'ESC-04': outcome('ESC-04'),
  'KMS-02': outcome('KMS-02', { no: 'ESC-02' }),
  'ESC-02': outcome('ESC-02'),
});
