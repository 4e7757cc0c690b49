import { userInfo } from 'node:os';
import type { Audit } from '../storage/store.ts';

/** Notes that somebody on this computer did something with the data of people: it is the operating system that let them. */
export const noteStaff = (store: Audit, what: string, which: string): Promise<void> =>
  store.note({ at: new Date().toISOString(), who: userInfo().username, what, which });
