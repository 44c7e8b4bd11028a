import { double } from './identifier';

/** Keeps the scores of each customer. */
export function createScores(name: string, scored: string): string {
  return `CREATE OR REPLACE TABLE ${name} AS SELECT customer, r, f, m FROM ${scored}`;
}

/** Of the fifth of customers with the highest score by `weights`, how many are in that fifth by equal ones as well. */
export function selectMoved(scores: string, [r, f, m]: readonly number[]): string {
  // Rounded: what is equal by its figures shall not differ by the last bit of a product.
  const rank = (score: string): string =>
    `row_number() OVER (ORDER BY ${score} DESC, r + f + m DESC, customer)`;
  return `
WITH ranked AS (
  SELECT ${rank(`round(r * ${double(r!)} + f * ${double(f!)} + m * ${double(m!)}, 9)`)} AS weighed, ${rank('r + f + m')} AS equal
  FROM ${scores}
), fifth AS (SELECT greatest(1, count(*) // 5) AS size FROM ranked)
SELECT max(size)::DOUBLE AS size, count(*) FILTER (WHERE weighed <= size AND equal > size)::DOUBLE AS moved
FROM ranked, fifth`;
}
