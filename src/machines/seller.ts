import { branch, outcome, question, when } from './model.ts';

/** The key was bought from somebody: the seller owes the refund, so nothing technical is asked. */
export const seller = branch('seller', 'delivered', {
  delivered: question('seller.delivered', {
    key: 'SELLER-01',
    card: 'SELLER-02',
    media: 'SELLER-03',
    box: 'box',
    volume: 'SELLER-05',
    unknown: 'SELLER-01',
  }),
  // Microsoft has refused this key: there is nothing to redeem.
  box: when('code.group', { blocked: 'SELLER-01', limit: 'SELLER-01', country: 'SELLER-01', refused: 'SELLER-01' }, 'RETAIL-01'),
  'SELLER-01': outcome('SELLER-01', { no: 'SELLER-04' }),
  'SELLER-02': outcome('SELLER-02', { no: 'SELLER-04' }),
  'SELLER-03': outcome('SELLER-03', { no: 'SELLER-04' }),
  'SELLER-04': outcome('SELLER-04', { no: 'ESC-01' }),
  'SELLER-05': outcome('SELLER-05', { no: 'SELLER-04' }),
  'RETAIL-01': outcome('RETAIL-01', { no: 'SELLER-04' }),
  'ESC-01': outcome('ESC-01'),
});
