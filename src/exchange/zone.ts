import type { Inbound } from './activity.ts';

/** Does Intl know this zone? Offsets are zones too. */
const isZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};

const OFFSET = /T[\d:.]{5,18}([+-]\d\d:?\d\d)$/;

/** The time zone of whoever wrote: by its name, else the offset of their clock; undefined where the channel sends neither, or nonsense. */
export const zoneOf = ({ localTimezone, localTimestamp }: Inbound): string | undefined =>
  [localTimezone, OFFSET.exec(localTimestamp ?? '')?.[1]].find((zone) => zone !== undefined && zone.length <= 64 && isZone(zone));
