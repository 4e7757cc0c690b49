import type { Finding } from '../finding.ts';

/** How a licence came here: as the tools write it, in capitals. */
export type Channel = 'VOLUME_KMSCLIENT' | 'VOLUME_MAK' | 'VOLUME_KMS' | 'TIMEBASED_SUB' | 'RETAIL' | 'RETAIL(GRACE)' | 'RETAIL(FREE)';
export const STATUSES = ['licensed', 'grace', 'tolerance', 'notifications', 'unlicensed'] as const;
export type Status = (typeof STATUSES)[number];

/** One licence as a tool shows it; what is missing was not shown. */
export interface Licence {
  readonly name: string;
  readonly channel?: Channel | undefined;
  readonly status?: Status | undefined;
  readonly code?: string | undefined;
  readonly last5?: string | undefined;
  /** The minutes of a grace period or of an activation that are left. */
  readonly minutes?: number | undefined;
  /** A host that was stored by name, and one that DNS named. */
  readonly host?: string | undefined;
  readonly dnsHost?: string | undefined;
  readonly restricted?: boolean;
  readonly directory?: boolean;
  /** Only name and key were asked for, not the state. */
  readonly listed?: boolean;
  /** What else the block says, such as the count of a host. */
  readonly findings?: readonly Finding[];
}

/** What one tool's output says: licences, of which one matters, and findings beside them. */
export interface Read {
  readonly licences?: readonly Licence[];
  readonly findings?: readonly Finding[];
}

export const finding = (name: Finding['name'], value: string, piece = value): Finding => ({ name, value, piece: piece.slice(0, 80) });

/** The text is an output, but shows nothing that decides: what an earlier one showed, such as a stored host, no longer holds. */
export const NOTHING_DECIDES = finding('output', 'none');

const KINDS: Readonly<Record<Channel, 'volume' | 'subscription' | 'retail'>> = {
  VOLUME_KMSCLIENT: 'volume',
  VOLUME_MAK: 'volume',
  VOLUME_KMS: 'volume',
  TIMEBASED_SUB: 'subscription',
  RETAIL: 'retail',
  'RETAIL(GRACE)': 'retail',
  'RETAIL(FREE)': 'retail',
};
export const kindOf = ({ channel }: Licence) => channel && KINDS[channel];
export const isWindows = ({ name }: Licence): boolean => name.startsWith('Windows');
export const isLicensed = ({ status }: Licence): boolean => status === 'licensed';
/** A part that costs nothing, such as Access' runtime: its errors are nobody's trouble. */
export const isFree = ({ name, channel }: Licence): boolean => channel === 'RETAIL(FREE)' || /_Bypass|Runtime/i.test(name);
/** The trial that came with Office's files and stays beside the licence that was bought. */
export const isLeftOver = ({ name, channel }: Licence): boolean => channel === 'RETAIL(GRACE)' || /R_Grace|_(?:Sub)?Trial/i.test(name);
/** A pre-release is to be replaced by the released edition. */
export const isPreview = ({ name }: Licence): boolean => /Preview/.test(name);
/** Microsoft's internal edition of everything, which no organisation can buy. */
export const isMondo = ({ name }: Licence): boolean => /Mondo/.test(name);

/** The suite of a licence and how it came here; undefined for Visio, Project and single programs, which stand beside a suite. */
export const suiteOf = (licence: Licence): string | undefined => {
  const [, year, edition] =
    /Office (\d\d), Office(?:\d\d)?(ProPlus|Standard|ProfessionalPlus|Professional|HomeBusiness|HomeStudent|Home|SmallBus|Personal|O365|Mondo)/.exec(
      licence.name,
    ) ?? [];
  return edition && `${year} ${edition} ${kindOf(licence)}`;
};
