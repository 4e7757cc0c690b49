// stand-in until the real one is here
import type { Secret } from './redact.ts';
export const redactAll = <T>(value: T): { value: T; found: readonly Secret[] } => ({ value, found: [] });
