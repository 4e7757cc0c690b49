import { redact } from '../src/redaction/redact.ts';
import { CONTEXTS, leaks, MISTYPED, PARTS, WHOLE } from '../test/fixtures/key-forms.ts';
import { newKey, random } from '../test/keys.ts';
import type { Drill } from './drill.ts';

/** Every way in which a key is written. */
export const FORMS = Object.entries({ ...WHOLE, ...MISTYPED, ...PARTS });

export const inContext = (text: string, at: number): string => (CONTEXTS[at % CONTEXTS.length] ?? String)(text);

/** The generated keys that leak, each form in turn and in each context, with this redactor. */
export const leakedOf = (size: number, seed: number, by = redact): readonly string[] => {
  const next = random(seed);
  return Array.from({ length: size }, (_, at) => {
    const key = newKey(next);
    const [name, form] = FORMS[at % FORMS.length] ?? ['plain', String];
    const text = inContext(form(key, Math.floor(next() * 1_000)), Math.floor(at / FORMS.length));
    return leaks(by(text).text, key) ? `${name}: ${text}` : '';
  }).filter(Boolean);
};

const CHUNK = 10_000;

/** Generated keys, none let through. */
export const keys: Drill = {
  name: 'keys',
  long: 100_000,
  run: async ({ times, seed, say }) => {
    let leaked = 0;
    for (let done = 0; done < times; done += CHUNK) {
      leaked += leakedOf(Math.min(CHUNK, times - done), seed + done).length;
      say(`${Math.min(times, done + CHUNK)} keys`);
    }
    return { tried: `${times.toLocaleString('en')} keys in ${FORMS.length} forms and ${CONTEXTS.length} contexts`, faults: { leaked } };
  },
};
