import { branch, outcome, when } from './model.ts';

/** Not Office for Windows under a volume licence: a Mac, a hosting provider, Windows itself. */
export const elsewhere = branch('elsewhere', 'product', {
  product: when('product', { mac: 'MAC-01', hosting: 'SPLA-01' }, 'WIN-01'),
  'MAC-01': outcome('MAC-01', { no: 'ESC-02', cannot: 'KMS-02' }),
  'SPLA-01': outcome('SPLA-01', { no: 'ESC-01' }),
  'WIN-01': outcome('WIN-01'),
  'ESC-01': outcome('ESC-01'),
  'KMS-02': outcome('KMS-02', { no: 'ESC-02' }),
  'ESC-02': outcome('ESC-02'),
});
