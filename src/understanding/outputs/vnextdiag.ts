import { finding, type Read } from './licence.ts';

const HEADS =
  /(?:Mode per ProductReleaseId|Shared Computer Licensing|vNext licenses(?: found)?|Device licenses(?: found)?) ?=|No registry keys found/i;
const STATE = /"?LicenseState"? ?[:=] ?"?(\w{2,30})/gi;
const ENTITLED = /"?EntitlementStatus"? ?[:=] ?"?(\w{2,30})/gi;
const VOLUME = /\w{3,40}Volume ?[:=]/i;
const SUBSCRIPTION = /(?:O365|M365|Microsoft365)\w{0,40}|(?:Project|Visio)\w{0,12}(?<!20\d\d)Retail/i;

/** Reads vnextdiag.ps1, which shows the licences of Microsoft 365 and the products beside them. The headings are the script's; which states it prints was not seen. */
export const vnextdiag = (text: string): Read => {
  const states = [...text.matchAll(STATE)].map(([, state = '']) => state.toLowerCase());
  if (!HEADS.test(text) && states.length === 0) return {};
  const subscribed = SUBSCRIPTION.exec(text)?.[0];
  const volume = VOLUME.exec(text)?.[0];
  if (subscribed === undefined && states.length === 0)
    return { findings: volume === undefined ? [finding('output', 'no-keys', 'vnextdiag')] : [finding('product', 'volume', volume)] };
  const entitled = [...text.matchAll(ENTITLED)].map(([, state = '']) => state.toLowerCase());
  const product = finding('product', 'subscription', subscribed ?? 'LicenseState');
  const shows = (value: string) => ({ findings: [product, finding('m365.shows', value, value)] });
  if (states.length === 0) return shows('sign-in');
  if (states.includes('licensed')) return { findings: [product, finding('status', 'licensed')] };
  return [...states, ...entitled].some((state) => /expired|rfm|lockout|suspend|disabled|grace/.test(state))
    ? shows('expired')
    : { findings: [product] };
};
