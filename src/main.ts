import { enableCompileCache, flushCompileCache } from 'node:module';
import { join } from 'node:path';

// What Node makes of the sources is kept from one start to the next: half a second of it. Where nothing can be written, nothing is kept.
enableCompileCache(join(import.meta.dirname, '../dist/compiled'));
await import('./run.ts');
// Now and not at the end: a desk may be ended without warning.
flushCompileCache();
