import type { Texts } from './language.ts';

type Base<K extends string> = K extends `${infer Stem}_one` | `${infer Stem}_other` ? Stem : K;
type Paths<T> = { [K in keyof T & string]: T[K] extends string ? Base<K> : `${K}.${Paths<T[K]>}` }[keyof T & string];

/** Every text that the desk can say, as "namespace.path": derived from the English files. */
export type MessageKey = Paths<Texts>;
