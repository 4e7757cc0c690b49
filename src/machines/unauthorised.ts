import { branch, outcome, question, when } from './model.ts';

/** Unofficial means: no help to use them, the legal way instead, and the refund where somebody paid. */
export const unauthorised = branch('unauthorised', 'origin', {
  origin: question('seller.origin', { shop: 'SELLER-05', reseller: 'sign', organisation: 'sign', unknown: 'sign' }),
  sign: when('unofficial', { activator: 'UNAUTH-02' }, 'UNAUTH-01'),
  // The money is one thing; what was installed has to go all the same.
  'SELLER-05': outcome('SELLER-05', { yes: 'sign', no: 'SELLER-04' }),
  'SELLER-04': outcome('SELLER-04', { yes: 'sign', no: 'sign' }),
  'UNAUTH-01': outcome('UNAUTH-01'),
  'UNAUTH-02': outcome('UNAUTH-02'),
});
