import { codeOf } from './lint-rules';

/** Scores of customers, from 1 to `bins`, in one order. */
export interface Scores {
  r: ArrayLike<number>;
  f: ArrayLike<number>;
  m: ArrayLike<number>;
  bins: number;
}

/** Customers with one recency score and one of frequency and monetary together, both brought to five. */
export interface ScoreCell {
  r: number;
  fm: number;
  customers: number;
  /** Sum of what they spent. */
  amount: number;
  /** How many of them are marked; 0 without marks. */
  marked: number;
  /** The place of the segment most of them are in; null where nobody is. */
  segment: number | null;
}

const SIDE = 5;

/** The cell of a customer: five times the share of the scale, and fm = floor((f + m + 1) / 2). */
function cellOf({ r, f, m, bins }: Scores, i: number): [r: number, fm: number] {
  const five = (score: number | undefined): number => Math.ceil((SIDE * (score ?? 1)) / bins);
  return [five(r[i]), Math.floor((five(f[i]) + five(m[i]) + 1) / 2)];
}

/** All 25 cells, the empty ones too: by fm from 5 down, within it by r. `segments` are places of names, up to 255. */
export function scoreCells(
  scores: Scores,
  amounts: ArrayLike<number>,
  segments: ArrayLike<number>,
  marks: ArrayLike<number> | null,
): ScoreCell[] {
  const cells = Array.from({ length: SIDE * SIDE }, () => ({ customers: 0, amount: 0, marked: 0 }));
  const counts = cells.map(() => new Map<number, number>());
  for (let i = 0; i < scores.r.length; i++) {
    const [r, fm] = cellOf(scores, i);
    const place = (SIDE - fm) * SIDE + r - 1;
    const cell = cells[place];
    const count = counts[place];
    if (!cell || !count) continue;
    cell.customers += 1;
    cell.amount += amounts[i] ?? 0;
    cell.marked += marks?.[i] ?? 0;
    const segment = segments[i] ?? 0;
    count.set(segment, (count.get(segment) ?? 0) + 1);
  }
  return cells.map((cell, place) => ({
    r: (place % SIDE) + 1,
    fm: SIDE - Math.floor(place / SIDE),
    ...cell,
    segment: most(counts[place]!),
  }));
}

function most(counts: ReadonlyMap<number, number>): number | null {
  let best: number | null = null;
  for (const [segment, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = segment;
  return best;
}

/** Customers by code, as `lintRules` counts them. */
export function codeCounts({ r, f, m, bins }: Scores): Record<string, number> {
  const counts: Record<string, number> = {};
  for (let i = 0; i < r.length; i++) {
    const code = codeOf(r[i] ?? 1, f[i] ?? 1, m[i] ?? 1, bins);
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}
