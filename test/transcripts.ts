import { join } from 'node:path';
import { transcriptsIn } from '../src/transcript/files.ts';

/** The talks that must work. */
export const transcripts = transcriptsIn(join(import.meta.dirname, 'transcripts'));
