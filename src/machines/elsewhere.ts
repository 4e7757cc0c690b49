import { branch, outcome, when } from './model.ts';

/** Not Office for Windows under a volume licence: a Mac, a hosting provider, Windows itself. */
export const elsewhere = branch('elsewhere', 'product', {
  product: when('product', { mac: 'MAC-01', hosting: 'SPLA-01' }, 'WIN-01'),
  'MAC-01': outcome('MAC-01', { no: 'ESC-01', cannot: '#person' }),
  'SPLA-01': outcome('SPLA-01', { no: 'ESC-01' }),
  'WIN-01': outcome('WIN-01'),
  'ESC-01': outcome('ESC-01'),
});
