import type { SegmentRule } from '../compute/lint-rules';
import { double, integer, literal } from './identifier';
import { money, type SourceTables } from './source-tables';

/** Segments by r (5 to 1) and fm (1 to 5), the contract's grid. */
export const SEGMENT_GRID: readonly (readonly string[])[] = [
  ['lost', 'lost', 'at-risk', 'cant-lose', 'cant-lose'],
  ['hibernating', 'hibernating', 'at-risk', 'at-risk', 'cant-lose'],
  ['about-to-sleep', 'about-to-sleep', 'need-attention', 'loyal', 'loyal'],
  ['promising', 'potential-loyalist', 'potential-loyalist', 'loyal', 'champions'],
  ['new', 'potential-loyalist', 'potential-loyalist', 'champions', 'champions'],
];

/** How scores become segments. Clusters are joined later; until then the segment is empty. */
export type Segmentation =
  | { scheme: 'rfm' | 'mean8' | 'kmeans' }
  | { scheme: 'rules'; rules: readonly SegmentRule[] };

/** What scoring depends on. */
export interface Scoring {
  asOfDay: number;
  bins: number;
  /** How a value must stand to a break to be counted above it: the R package's intervals are half-open. */
  above: '>' | '>=';
  thresholds: { r: number[]; f: number[]; m: number[] };
  /** Normalised weights of r, f and m. */
  weights: readonly [number, number, number];
  segmentation: Segmentation;
}

/** The three measures of each customer. */
export function measures(tables: SourceTables, customers: string, asOfDay: number): string {
  return `
SELECT customer, ${integer(asOfDay)} - last_day AS recency_days, frequency, amount, ${money(tables, 'amount')} AS monetary
FROM ${customers}`;
}

/** The measures with r, f, m and segment, which no weights change; `customer` is the code. */
export function scored(tables: SourceTables, customers: string, scoring: Scoring): string {
  const { bins, thresholds, above } = scoring;
  const count = (value: string, breaks: readonly number[]): string =>
    breaks.map((limit) => `(${value} ${above} ${double(limit)})::INTEGER`).join(' + ');
  return `
SELECT *, ${segment(scoring)} AS segment
FROM (
  SELECT *,
    ${integer(bins)} - (${count('recency_days', thresholds.r)}) AS r,
    1 + ${count('frequency', thresholds.f)} AS f,
    1 + ${count('monetary', thresholds.m)} AS m
  FROM (${measures(tables, customers, scoring.asOfDay)})
)`;
}

/** A scored relation with the weighted mean of its scores. */
export function withScore(scored: string, { bins, weights }: Pick<Scoring, 'bins' | 'weights'>): string {
  const score = ['r', 'f', 'm'].map((name, i) => `${double(weights[i]!)} * (${name} - 1)`).join(' + ');
  return `(SELECT *, (${score}) / ${integer(bins - 1)} AS score FROM ${scored})`;
}

function segment({ segmentation, bins }: Scoring): string {
  switch (segmentation.scheme) {
    case 'mean8':
      return MEAN8;
    case 'kmeans':
      return "''";
    case 'rules':
      return ruled(segmentation.rules);
    case 'rfm':
      return fromGrid(bins);
  }
}

function fromGrid(bins: number): string {
  const five = (name: string): string => (bins === 5 ? name : `((5 * ${name} + ${bins - 1}) // ${bins})`);
  const fm = `((${five('f')} + ${five('m')} + 1) // 2)`;
  const grid = SEGMENT_GRID.flat().map(literal);
  return `[${grid.join(', ')}][(${five('r')} - 1) * 5 + ${fm}]`;
}

/** The first rule that matches names the segment. */
function ruled(rules: readonly SegmentRule[]): string {
  const within = (name: 'r' | 'f' | 'm', [low, high]: readonly [number, number]): string =>
    `${name} BETWEEN ${integer(low)} AND ${integer(high)}`;
  const cases = rules.map(
    ({ segment: name, r, f, m }) =>
      `WHEN ${within('r', r)} AND ${within('f', f)} AND ${within('m', m)} THEN ${literal(name)}`,
  );
  return `CASE ${cases.join(' ')} ELSE 'others' END`;
}

/** The eight types of the Chinese field: each measure against its mean; that of money in whole units, exactly. */
const MEAN8 = `
  CASE WHEN amount::HUGEINT * count(*) OVER () > sum(amount) OVER () THEN 'important-' ELSE 'general-' END ||
  CASE WHEN recency_days <= avg(recency_days) OVER ()
    THEN CASE WHEN frequency > avg(frequency) OVER () THEN 'value' ELSE 'develop' END
    ELSE CASE WHEN frequency > avg(frequency) OVER () THEN 'keep' ELSE 'retain' END END`;

/** The measures of every customer, in the order of every list of customers. */
export function selectMeasures(tables: SourceTables, customers: string, asOfDay: number): string {
  return `
SELECT recency_days::INTEGER AS recency_days, frequency::INTEGER AS frequency, monetary
FROM (${measures(tables, customers, asOfDay)})
ORDER BY customer`;
}

/** What the scores of a scored table say of every customer, in the same order. */
export function selectScores(table: string): string {
  return `
SELECT r::INTEGER AS r, f::INTEGER AS f, m::INTEGER AS m, score, segment
FROM ${table}
ORDER BY customer`;
}

/** Customers and money of each segment of a scored table. */
export function selectSegments(tables: SourceTables, table: string): string {
  return `
SELECT segment, count(*)::DOUBLE AS customers, ${money(tables, 'sum(amount)')} AS amount,
  median(recency_days) AS recency, median(frequency) AS frequency, median(monetary) AS monetary
FROM ${table}
GROUP BY segment`;
}

/** How many customers of a scored table have each combination of scores. */
export function selectCodes(table: string): string {
  return `
SELECT r::INTEGER AS r, f::INTEGER AS f, m::INTEGER AS m, count(*)::DOUBLE AS customers
FROM ${table}
GROUP BY ALL ORDER BY ALL`;
}

/** What clustering looks at, in the order of the customers. */
export function selectClusterInput(table: string): string {
  return `
SELECT customer::INTEGER AS customer, recency_days::DOUBLE AS recency, frequency::DOUBLE AS frequency, monetary, score
FROM ${table} ORDER BY customer`;
}

/** Gives each customer of a scored table the name of the cluster, from 0, that stands in `labels` (customer, cluster). */
export function withClusters(table: string, labels: string, names: readonly string[]): string {
  const segment = `[${names.map(literal).join(', ')}][labels.cluster + 1]`;
  return `SELECT scored.* REPLACE (${segment} AS segment) FROM ${table} AS scored JOIN ${labels} AS labels USING (customer)`;
}
