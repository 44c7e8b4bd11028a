import { inMs, type Line } from './lines';

/** How many rows are measured: `ROWS`, numbers with commas between, or those given. */
export function sizes(usual: readonly number[]): readonly number[] {
  return process.env.ROWS ? process.env.ROWS.split(',').map(Number) : usual;
}

/** The largest of them. */
export function size(usual: number): number {
  return Math.max(...sizes([usual]));
}

export function rowsText(rows: number): string {
  return `${rows.toLocaleString('en')} rows`;
}

/** How each line's own figure grows where the rows grow tenfold. */
export function growth(lines: readonly Line[], from: number, to: number): Line[] {
  const of = (rows: number): Map<string, number> =>
    new Map(
      lines
        .filter(({ name, unit }) => name.endsWith(rowsText(rows)) && unit === 'ms')
        .map(({ name, candidate }) => [name.replace(`, ${rowsText(rows)}`, ''), candidate]),
    );
  const before = of(from);
  return [...of(to)].flatMap(([name, ms]) => {
    const named = { name: `growth of ${name}, to ${rowsText(to)}`, against: rowsText(from), target: 11 };
    return before.has(name) ? [inMs(named, ms, before.get(name)!)] : [];
  });
}
