import type { SourceId } from './sources.ts';

/** What the desk explains or remarks beside its advice, and what that rests on. */
export const ARTICLES = {
  difference: ['founding-page', 'plan-volume-activation-of-office'],
  methods: ['founding-page', 'plan-volume-activation-of-office'],
  'FAQ-01': ['founding-page'],
  'FAQ-02': ['founding-page'],
  'FAQ-03': ['founding-page', 'troubleshoot-volume-activation-of-office'],
  'FAQ-04': ['founding-page'],
  'EOS-01': ['plan-upgrade-older-versions-office', 'ltsc-2024-overview'],
  'EOS-02': ['office-2010-page-copy'],
  unofficial: ['discover-remove-unauthorized-office-windows-kms-hosts'],
  'off-topic': [],
} as const satisfies Record<string, readonly SourceId[]>;

export type ArticleId = keyof typeof ARTICLES;
