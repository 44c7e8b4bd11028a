import { double, integer } from './identifier';
import { customerNames, money, type SourceTables } from './source-tables';

/** Segments by r (5 to 1) and fm (1 to 5), the contract's grid. */
export const SEGMENT_GRID: readonly (readonly string[])[] = [
  ['lost', 'lost', 'at-risk', 'cant-lose', 'cant-lose'],
  ['hibernating', 'hibernating', 'at-risk', 'at-risk', 'cant-lose'],
  ['about-to-sleep', 'about-to-sleep', 'need-attention', 'loyal', 'loyal'],
  ['promising', 'potential-loyalist', 'potential-loyalist', 'loyal', 'champions'],
  ['new', 'potential-loyalist', 'potential-loyalist', 'champions', 'champions'],
];

/** What scoring depends on. */
export interface Scoring {
  asOfDay: number;
  bins: number;
  scheme: 'rfm' | 'mean8';
  thresholds: { r: number[]; f: number[]; m: number[] };
  /** Normalised weights of r, f and m. */
  weights: readonly [number, number, number];
}

/** The three measures of each customer. */
export function measures(tables: SourceTables, customers: string, asOfDay: number): string {
  return `
SELECT customer, ${integer(asOfDay)} - last_day AS recency_days, frequency, ${money(tables, 'amount')} AS monetary
FROM ${customers}`;
}

/** The measures with scores and segment; `customer` is the code. */
export function scored(tables: SourceTables, customers: string, scoring: Scoring): string {
  const { bins, thresholds, weights } = scoring;
  const above = (value: string, breaks: readonly number[]): string =>
    breaks.map((limit) => `(${value} > ${double(limit)})::INTEGER`).join(' + ');
  const score = ['r', 'f', 'm'].map((name, i) => `${double(weights[i]!)} * (${name} - 1)`).join(' + ');
  return `
SELECT *, (${score}) / ${integer(bins - 1)} AS score, ${segment(scoring)} AS segment
FROM (
  SELECT *,
    ${integer(bins)} - (${above('recency_days', thresholds.r)}) AS r,
    1 + ${above('frequency', thresholds.f)} AS f,
    1 + ${above('monetary', thresholds.m)} AS m
  FROM (${measures(tables, customers, scoring.asOfDay)})
)`;
}

function segment({ scheme, bins }: Scoring): string {
  if (scheme === 'mean8') return MEAN8;
  const five = (name: string): string => (bins === 5 ? name : `((5 * ${name} + ${bins - 1}) // ${bins})`);
  const fm = `((${five('f')} + ${five('m')} + 1) // 2)`;
  const grid = SEGMENT_GRID.flat().map((name) => `'${name}'`);
  return `[${grid.join(', ')}][(${five('r')} - 1) * 5 + ${fm}]`;
}

/** The eight types of the Chinese field: each measure against its mean. */
const MEAN8 = `
  CASE WHEN monetary > avg(monetary) OVER () THEN 'important-' ELSE 'general-' END ||
  CASE WHEN recency_days <= avg(recency_days) OVER ()
    THEN CASE WHEN frequency > avg(frequency) OVER () THEN 'value' ELSE 'develop' END
    ELSE CASE WHEN frequency > avg(frequency) OVER () THEN 'keep' ELSE 'retain' END END`;

/** Every customer by name, as `rfm()` gives them. */
export function selectRfm(tables: SourceTables, table: string): string {
  return `
SELECT name AS customer, recency_days::INTEGER AS recency_days, frequency::INTEGER AS frequency, monetary,
  r::INTEGER AS r, f::INTEGER AS f, m::INTEGER AS m, score, segment
FROM ${table} AS scored JOIN ${customerNames(tables)} AS names ON names.code = scored.customer
ORDER BY scored.customer`;
}

/** Customers and money of each segment. */
export function selectSegments(tables: SourceTables, customers: string, table: string): string {
  return `
SELECT segment, count(*)::DOUBLE AS customers, ${money(tables, 'sum(amount)')} AS amount,
  median(recency_days::DOUBLE) AS recency, median(scored.frequency::DOUBLE) AS frequency, median(monetary) AS monetary
FROM ${table} AS scored JOIN ${customers} USING (customer)
GROUP BY segment`;
}
