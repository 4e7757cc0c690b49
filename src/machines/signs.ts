import { errorCode } from '../knowledge/error-codes.ts';
import { clientKeyOf } from '../knowledge/key-tails.ts';
import { type Facts, SIGNS, type Sign, type ValueOf } from './facts.ts';

/** What was read, in its own form. The tree does not know these; it reads the signs that are worked out from them. */
export const DETAILS = [
  'code',
  'last5',
  'keyShape',
  'version',
  'bits',
  'office',
  'host',
  'dnsHost',
  'status',
  'grace',
  'unofficial',
  'output',
] as const;
export type Detail = (typeof DETAILS)[number];
export type Details = { readonly [D in Detail]?: string };

const oneOf = <S extends Sign>(sign: S, value: string | undefined): ValueOf<S> => {
  const values: readonly string[] = SIGNS[sign];
  // The check above the cast: only values of the sign come out, and a stored value that is none of them any more counts as "none".
  return (value !== undefined && values.includes(value) ? value : 'none') as ValueOf<S>;
};

/** Codes that no table lists still belong to their family. */
const familyOf = (code: string): ValueOf<'code.group'> =>
  /^0xC004(?:D|F3)/.test(code) ? 'component' : /^0x4004/.test(code) ? 'information' : 'other';

const groupOf = (code: string | undefined): ValueOf<'code.group'> =>
  code === undefined ? 'none' : (errorCode(code)?.group ?? familyOf(code));

const kindOf = ({ last5, keyShape }: Details): ValueOf<'key.kind'> => {
  if (keyShape === 'malformed') return 'malformed';
  if (last5 === undefined) return 'none';
  return clientKeyOf(last5) === undefined ? 'unknown' : 'client';
};

/** Works out every sign from the details. Always gives each a value. */
export const signsOf = (details: Details): Pick<Facts, Sign> => ({
  'code.group': groupOf(details.code),
  'key.kind': kindOf(details),
  unofficial: oneOf('unofficial', details.unofficial),
  output: oneOf('output', details.output),
});
