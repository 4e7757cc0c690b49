import type { Case } from '../desk/case.ts';

/** The cases that were merged into one, directly or through another, each once. */
export const mergedCases = async (into: Case, read: (number: string) => Promise<Case | undefined>): Promise<readonly Case[]> => {
  const found = new Map<string, Case>();
  const look = async ({ history, mergedInto }: Case): Promise<void> => {
    for (const { step, about } of history) {
      if (step !== 'merge' || about === undefined || about === mergedInto || found.has(about)) continue;
      const merged = await read(about);
      if (merged === undefined) continue;
      found.set(about, merged);
      await look(merged);
    }
  };
  await look(into);
  return [...found.values()];
};
