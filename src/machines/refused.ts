import { branch, outcome, question, when } from './model.ts';

/** A key that is not taken: who it came from decides who puts it right, so that is asked first. */
export const refused = branch('refused', 'origin', {
  origin: question('seller.origin', { shop: '#seller', reseller: 'SELLER-06', organisation: 'kind', unknown: 'kind' }),
  kind: when('key.kind', { client: 'TYPE-04', malformed: 'TYPE-05' }, 'code'),
  code: when('code.group', { blocked: 'MAK-11', limit: 'MAK-09', country: 'MAK-12', mistyped: 'MAK-10', refused: 'MAK-16' }, 'reason'),
  reason: question('mak.refused', {
    blocked: 'MAK-11',
    limit: 'MAK-09',
    country: 'MAK-12',
    edition: 'MAK-14',
    mistyped: 'MAK-10',
    other: 'MAK-16',
    unknown: 'MAK-10',
  }),
  'SELLER-06': outcome('SELLER-06', { no: 'ESC-04', cannot: 'KMS-02' }),
  'TYPE-04': outcome('TYPE-04', { no: '#kms' }),
  'TYPE-05': outcome('TYPE-05', { no: 'code' }),
  'MAK-09': outcome('MAK-09', { no: 'HOST-11', cannot: 'KMS-02' }),
  'MAK-10': outcome('MAK-10', { no: 'MAK-16' }),
  'MAK-11': outcome('MAK-11', { no: 'ESC-04', cannot: 'KMS-02' }),
  'MAK-12': outcome('MAK-12', { no: 'ESC-04', cannot: 'KMS-02' }),
  'MAK-14': outcome('MAK-14', { no: 'ESC-02', cannot: 'KMS-02' }),
  'MAK-16': outcome('MAK-16', { no: 'ESC-04', cannot: 'KMS-02' }),
  'KMS-02': outcome('KMS-02', { no: 'ESC-02' }),
  'HOST-11': outcome('HOST-11', { no: 'ESC-04' }),
  'ESC-02': outcome('ESC-02'),
  'ESC-04': outcome('ESC-04'),
});
