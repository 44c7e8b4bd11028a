import { customerNames, type SourceTables, transactions } from './source-tables';

/** Customers who stand twice for a period: how many times, and one of them with the numbers of its inputs. No row where none do. */
export function selectOverlap(tables: SourceTables): string {
  const dimensions = Array.from({ length: tables.dimensions }, (_, i) => `dimension_${i}`);
  const keys = ['customer', 'day', ...dimensions].join(', ');
  return `
WITH twice AS (
  SELECT customer, day, min(part) AS first_part, max(part) AS last_part
  FROM ${transactions(tables)}${tables.order ? ' WHERE order_no = -1' : ''}
  GROUP BY ${keys} HAVING count(*) > 1
)
SELECT name AS customer, day, first_part, last_part, (SELECT count(*) FROM twice)::DOUBLE AS times
FROM twice JOIN ${customerNames(tables)} AS names ON names.code = twice.customer
ORDER BY day, name LIMIT 1`;
}

/** The months between the first and the last of which there is no row at all, as numbers of `monthOf`. */
export function selectMissingMonths(months: string): string {
  return `
SELECT number::INTEGER AS month
FROM (SELECT unnest(range((SELECT min(month) FROM ${months}), (SELECT max(month) FROM ${months}))) AS number)
WHERE number NOT IN (SELECT month FROM ${months}) ORDER BY number`;
}
