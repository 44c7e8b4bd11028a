import { double, integer } from './identifier';

/** Customers, sum and sum of squares of the amounts of each class that stands in `column` of a relation of customers. */
export function selectMoments(relation: string, column: string): string {
  return `
SELECT ${column} AS class, count(*)::DOUBLE AS customers, sum(amount)::DOUBLE AS sum,
  sum(amount::DOUBLE * amount::DOUBLE) AS squares
FROM ${relation}
GROUP BY ${column} ORDER BY ${column}`;
}

/**
 * What the share of the top `p` of a ranking rests on: its residuals, squared and summed. That the border of the top is
 * itself found in the sample is part of each: (y - q) if of the top, plus p q, less the share of y, with q the value there.
 */
export function selectTopResiduals(ranking: string, p: number, share: number, items: number): string {
  const last = Math.max(1, Math.round(p * items));
  const residual = `((value::DOUBLE - edge) * (rank <= ${integer(last)})::INTEGER + ${double(p)} * edge - ${double(share)} * value::DOUBLE)`;
  return `
SELECT sum(${residual} * ${residual}) AS residuals
FROM ${ranking}, (SELECT value::DOUBLE AS edge FROM ${ranking} WHERE rank = ${integer(last)})`;
}
