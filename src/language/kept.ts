/**
 * The same function, which keeps what it gave by a name of what it was given; without a name nothing is kept. For what is worked out of
 * constants again and again. Where there are more than `most`, the oldest goes.
 */
export const kept = <Given extends readonly unknown[], Made>(
  make: (...given: Given) => Made,
  nameOf: (...given: Given) => string | undefined,
  most: number,
): ((...given: Given) => Made) => {
  const all = new Map<string, Made>();
  return (...given) => {
    const name = nameOf(...given);
    if (name === undefined) return make(...given);
    const before = all.get(name);
    if (before !== undefined) return before;
    const made = make(...given);
    all.set(name, made);
    const [oldest] = all.keys();
    if (all.size > most && oldest !== undefined) all.delete(oldest);
    return made;
  };
};
