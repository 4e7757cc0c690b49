import { branch, outcome, question, when } from './model.ts';

/** A subscription is activated by signing in, not by MAK or KMS. */
export const m365 = branch('m365', 'code', {
  code: when('code.group', { 'sign-in': 'M365-05', 'old-key': 'M365-04', denied: 'M365-05', expired: 'M365-03' }, 'device'),
  device: when('trouble', { 'other-device': 'M365-02' }, 'told'),
  told: when('m365.shows', { devices: 'shows', expired: 'shows', 'old-key': 'shows', code: 'shows', 'business-key': 'shows' }, 'asks'),
  // Said already, before it was known that it is a subscription.
  asks: when('post.shows', { 'sign-in': 'M365-01' }, 'shows'),
  shows: question('m365.shows', {
    'sign-in': 'M365-01',
    devices: 'M365-02',
    expired: 'M365-03',
    'old-key': 'M365-04',
    code: 'M365-05',
    'business-key': 'M365-06',
    unknown: 'M365-01',
  }),
  'M365-01': outcome('M365-01', { no: 'M365-03' }),
  'M365-02': outcome('M365-02', { no: 'M365-01' }),
  'M365-03': outcome('M365-03'),
  'M365-04': outcome('M365-04', { no: 'M365-05', cannot: '#person' }),
  'M365-05': outcome('M365-05'),
  'M365-06': outcome('M365-06', { no: 'M365-01' }),
});
