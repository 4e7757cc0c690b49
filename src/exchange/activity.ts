import type { Secret } from '../redaction/redact.ts';

/** One thing that arrives from a channel: what a turn reads of a Bot Framework activity. */
export interface Inbound {
  readonly type: string;
  readonly id?: string | undefined;
  readonly channelId: string;
  readonly conversation: { readonly id: string; readonly conversationType?: string | undefined };
  readonly from: { readonly id: string; readonly name?: string | undefined };
  readonly recipient?: { readonly id?: string | undefined } | undefined;
  readonly name?: string | undefined;
  /** What was done with an installation: add, remove, and both for an upgrade. */
  readonly action?: string | undefined;
  readonly text?: string | undefined;
  readonly value?: unknown;
  readonly locale?: string | undefined;
  /** The person's time zone by name, and their clock as they wrote it: both as the channel sends them, unchecked. */
  readonly localTimezone?: string | undefined;
  readonly localTimestamp?: string | undefined;
  readonly serviceUrl?: string | undefined;
  readonly membersAdded?: readonly { readonly id: string }[] | undefined;
  readonly attachments?: readonly { readonly contentType?: string | undefined; readonly name?: string | undefined }[] | undefined;
  /** Others read along in this conversation; where the person can write to the desk alone, if it is known. */
  readonly shared?: { readonly privately?: string } | undefined;
  /** Somebody comes or goes, where the channel says it otherwise than by its members. */
  readonly moves?: 'arrives' | 'leaves' | undefined;
  /** The id of an earlier message that this one changes, or takes back. */
  readonly changes?: string | undefined;
  readonly retracts?: string | undefined;
  /** A thumb on a message of the desk, which is named by the id that its channel gave it. */
  readonly thumb?: { readonly up: boolean; readonly on: string } | undefined;
  readonly replyToId?: string | undefined;
  /** Whose talk a hub's event is about, where it is not the sender's own. */
  readonly relatesTo?:
    | { readonly conversation?: { readonly id: string } | undefined; readonly user?: { readonly id: string } | undefined }
    | undefined;
  readonly channelData?: { readonly clientActivityID?: string | undefined } | undefined;
}

/** One activity that was stored for a talk: numbered from 1 in the order of the talk, kept as it was said. */
export interface Row {
  readonly number: number;
  readonly activity: Readonly<Record<string, unknown>>;
}

/** What a door knows beside the activity: secrets that it removed already, and the address that replies must be sent to, if they must. */
export interface ByDoor {
  readonly secrets?: readonly Secret[];
  readonly address?: unknown;
}

/**
 * The only way a turn happens: one activity in, its replies out, after one transaction. The same activity again gives the same rows.
 * Secrets that are still in the activity are removed first of all.
 */
export type Receive = (activity: Inbound, byDoor?: ByDoor) => Promise<readonly Row[]>;
