/** What a piece of work gives and how long it takes, in ms. */
export function time<T>(work: () => T): { value: T; ms: number } {
  const start = performance.now();
  const value = work();
  return { value, ms: Math.round(performance.now() - start) };
}

/** Rows of figures on the console, a column each. */
export function printTable(title: string, rows: readonly Record<string, unknown>[]): void {
  console.log(`\n${title}`);
  const names = Object.keys(rows[0] ?? {});
  console.table(Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name])])));
}
