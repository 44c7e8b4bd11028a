import { double, identifier, integer } from './identifier';

/** How a column is cut into bins, and between which values. */
export interface Cut {
  column: string;
  /** Bin 0 begins at `from`: of the value or, with `log`, of its natural logarithm. */
  scale: 'linear' | 'log';
  from: number;
  step: number;
  /** Values below it have no place on the scale and are bin -1; null where all have one. */
  least: number | null;
  min?: number | undefined;
  max?: number | undefined;
}

/** How many of `members` lie in each bin of two columns, by `part`; empty bins are left out. */
export function selectDensity(members: string, part: string, x: Cut, y: Cut): string {
  return `
SELECT ${bin(x)} AS x, ${bin(y)} AS y, ${identifier(part)} AS part, count(*)::INTEGER AS customers
FROM (${members})
WHERE ${[...bounds(x), ...bounds(y), 'true'].join(' AND ')}
GROUP BY ALL ORDER BY ALL`;
}

function bin({ column, scale, from, step, least }: Cut): string {
  const value = identifier(column);
  // Sums and steps are binary: a value on a border shall not fall below it.
  const measured = scale === 'log' ? `ln(${value})` : value;
  const bin = `floor((${measured} - ${double(from)}) / ${double(step)} + 1e-9)::INTEGER`;
  return least === null ? bin : `CASE WHEN ${value} >= ${double(least)} THEN ${bin} ELSE ${integer(-1)} END`;
}

function bounds({ column, min, max }: Cut): string[] {
  const value = identifier(column);
  return [
    ...(min === undefined ? [] : [`${value} >= ${double(min)}`]),
    ...(max === undefined ? [] : [`${value} <= ${double(max)}`]),
  ];
}
