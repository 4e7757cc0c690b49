import { branch, outcome, question, when } from './model.ts';

/** The directory itself activates the computers of its domain. */
export const ad = branch('ad', 'code', {
  code: when('code.group', { 'no-object': 'AD-02', 'old-forest': 'AD-03' }, 'shows'),
  shows: question('ad.shows', {
    'left-domain': 'AD-01',
    'asks-kms': 'AD-04',
    'no-object': 'AD-02',
    'forest-old': 'AD-03',
    unknown: 'AD-04',
  }),
  'AD-01': outcome('AD-01', { no: 'AD-04', cannot: 'hand-over' }),
  'AD-02': outcome('AD-02', { no: 'AD-03', cannot: 'hand-over' }),
  'AD-03': outcome('AD-03', { no: 'ESC-02', cannot: 'hand-over' }),
  'AD-04': outcome('AD-04', { no: 'AD-02', cannot: 'hand-over' }),
  // Whoever looks after the directory is the administrator.
  'hand-over': when('symptom', { host: 'ESC-02' }, 'KMS-02'),
  'KMS-02': outcome('KMS-02', { no: 'ESC-02' }),
  'ESC-02': outcome('ESC-02'),
});
