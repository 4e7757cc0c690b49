/** The middle of some numbers; of an even count the upper one. */
export const medianOf = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;

/** Prints a table: the first column to the left, the others to the right. */
export const table = (rows: readonly (readonly string[])[]): void => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  for (const row of rows) {
    const cells = row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)));
    process.stdout.write(`${cells.join('  ')}\n`);
  }
  process.stdout.write('\n');
};

/** A number with its range: "1.98 (1.92–2.04)". */
export const ranged = (numbers: readonly number[], digits = 2): string =>
  `${medianOf(numbers).toFixed(digits)} (${Math.min(...numbers).toFixed(digits)}–${Math.max(...numbers).toFixed(digits)})`;

/** The median time of some runs, in milliseconds, after as many to warm up. */
export const timeOf = async (run: () => unknown, times = 51): Promise<number> => {
  for (let at = 0; at < times; at += 1) await run();
  const all: number[] = [];
  for (let at = 0; at < times; at += 1) {
    const start = performance.now();
    await run();
    all.push(performance.now() - start);
  }
  return medianOf(all);
};
