import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { pseudo } from '../pseudo.ts';

/** Loaded before the desk, it makes the desk's English a right-to-left language, so that a real client can be looked at in one. */
registerHooks({
  load: (url, context, next) => {
    if (!/\/locales\/en\/(?!words|examples)\w+\.json$/.test(url)) return next(url, context);
    const source = JSON.stringify(pseudo(JSON.parse(readFileSync(fileURLToPath(url), 'utf8'))));
    return { format: 'json', source, shortCircuit: true };
  },
});
