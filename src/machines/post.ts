import { branch, outcome, question, when } from './model.ts';

/** Office counts as activated and still asks. */
export const post = branch('post', 'locked', {
  // Whoever cannot edit may never have activated: a restart has nothing to do with it.
  locked: when('post.shows', { blocked: 'blocked' }, 'restarted'),
  restarted: question('post.restarted', { yes: 'shows', no: 'POST-01', unknown: 'POST-01' }),
  shows: question('post.shows', {
    several: 'blocks',
    'sign-in': 'sign-in',
    returns: 'POST-04',
    'cannot-verify': 'POST-05',
    blocked: 'blocked',
    unknown: 'blocks',
  }),
  blocks: question('office.blocks', { 'left-over': 'OK-04', products: 'POST-02', 'only-this': 'known', unknown: 'known' }),
  known: when('method', { mak: 'TECH-01', kms: 'TECH-01', ad: 'TECH-01' }, 'TYPE-07'),
  'sign-in': question('product', {
    volume: 'POST-03',
    subscription: '#m365',
    retail: '#retail',
    mac: '#elsewhere',
    windows: '#elsewhere',
    hosting: '#elsewhere',
    unknown: 'POST-03',
  }),
  blocked: question('product', {
    volume: 'POST-06',
    subscription: '#m365',
    retail: '#retail',
    mac: '#elsewhere',
    windows: '#elsewhere',
    hosting: '#elsewhere',
    unknown: 'POST-06',
  }),
  'POST-01': outcome('POST-01', { no: 'shows' }),
  'POST-02': outcome('POST-02', { no: 'ESC-02', cannot: 'KMS-02' }),
  'POST-03': outcome('POST-03', { no: '#m365' }),
  'POST-04': outcome('POST-04', { no: 'ESC-02', cannot: 'KMS-02' }),
  'POST-05': outcome('POST-05', { no: 'ESC-02', cannot: 'KMS-02' }),
  'POST-06': outcome('POST-06', { no: 'ESC-02' }),
  'OK-04': outcome('OK-04', { no: 'TECH-01', cannot: 'KMS-02' }),
  'TYPE-07': outcome('TYPE-07', { no: 'TECH-01', cannot: 'KMS-02' }),
  'TECH-01': outcome('TECH-01', { no: 'ESC-02', cannot: 'KMS-02' }),
  'KMS-02': outcome('KMS-02', { no: 'ESC-02' }),
  'ESC-02': outcome('ESC-02'),
});
