import type { Table } from 'apache-arrow';
import {
  type RfmCenter,
  type RfmResult,
  type RfmSummary,
  SEGMENTS,
  type SegmentSummary,
} from '../../compute/results';
import { CLUSTER_NAMES, rfmClusterSteps } from '../../compute/rfm-clusters';
import { type Rule, rule } from '../../compute/rule';
import { interpolateBreaks, selectOrderStatistics } from '../../sql/quantiles';
import {
  measures,
  type Scoring,
  type Segmentation,
  scored,
  selectClusterInput,
  selectMeasures,
  selectScores,
  selectSegments,
  withClusters,
  withScore,
} from '../../sql/rfm-query';
import { analysisOf, plainRows } from '../analysis';
import { definitionOf, type QueryContext } from '../query-context';
import type { RfmOptions } from '../source-options';
import { checkRfmOptions, MOST_CLUSTERS, type RfmChoice } from './rfm-options';
import { classErrors } from './sampled';

/** Recency, frequency and monetary of every customer, their scores and segments. */
export async function rfm(context: QueryContext, options: RfmOptions): Promise<RfmResult> {
  const choice = checkRfmOptions(options, context.weights);
  const { base, table, scoring, centers } = await keptScores(context, choice);
  const rows = await context.named(selectScores(table), await measuresOf(context));
  const figures = await context.cached(`segments of ${base}`, async (apart) =>
    plainRows(await apart.run(selectSegments(apart.tables, base))),
  );
  const summary: RfmSummary = {
    asOf: context.asOf,
    customers: context.customerCount,
    thresholds: scoring.thresholds,
    segments: segmentSummaries(figures as unknown as SegmentFigures[], segmentOrder(choice)),
    ...(centers && { centers }),
  };
  const errors = await classErrors(context, 'segment', table, segmentOrder(choice));
  const definition = definitionOf(context, 'rfm', { ...choice }, rulesOf(scoring, choice), errors);
  return analysisOf(rows, summary, definition);
}

/** The measures of every customer, which no option changes: read once for these rows. */
function measuresOf(context: QueryContext): Promise<Table> {
  return context.cached('measures', (apart) =>
    apart.run(selectMeasures(apart.tables, apart.customers, apart.asOfDay)),
  );
}

/** The segments alone, without a list of customers: what a threshold that is dragged asks for again and again. */
export async function segments(context: QueryContext, options: RfmOptions): Promise<SegmentSummary[]> {
  const choice = checkRfmOptions(options, context.weights);
  const relation = isClustered(choice)
    ? (await scoredTable(context, choice)).base
    : `(${scored(context.tables, context.customers, await scoringOf(context, choice))})`;
  const figures = plainRows(await context.run(selectSegments(context.tables, relation)));
  return segmentSummaries(figures as unknown as SegmentFigures[], segmentOrder(choice));
}

/** A scored table, what it was scored by, and the centres where it was clustered. */
interface Scores {
  /** One row per customer: customer, recency_days, frequency, amount, monetary, r, f, m, segment. */
  base: string;
  scoring: Scoring;
  centers: RfmCenter[] | null;
}

export interface ScoredTable extends Scores {
  /** The same with score. */
  table: string;
}

/**
 * Scores the customers of a context into a table. It lives as long as the analysis; by the usual options, which several
 * analyses go by, it is made once for the rows and lives as long as they are looked at.
 */
export async function scoredTable(context: QueryContext, choice: RfmChoice): Promise<ScoredTable> {
  if (JSON.stringify(choice) === USUAL) return keptScores(context, choice);
  return weighed(await scoredInto(context, choice, context.scratch('scored')), choice);
}

const USUAL = JSON.stringify(checkRfmOptions({}));

/** The customers of a context, scored once for all who look at these rows by the same choice: a million take a second. */
export async function keptScores(context: QueryContext, choice: RfmChoice): Promise<ScoredTable> {
  // Other weights are another mean of the same scores: to keep each would take as long as to score anew.
  const key = JSON.stringify(isClustered(choice) ? choice : { ...choice, weights: null });
  const kept = await context.cached(`scores ${key}`, (apart) =>
    scoredInto(apart, choice, apart.keep('scores')),
  );
  return weighed(kept, choice);
}

function weighed(scores: Scores, { bins, weights }: RfmChoice): ScoredTable {
  return { ...scores, table: scores.centers ? scores.base : withScore(scores.base, { bins, weights }) };
}

/** Whether segments are found among the customers, by their weighted measures. */
function isClustered({ scheme, rules }: RfmChoice): boolean {
  return scheme === 'kmeans' && !rules;
}

async function scoredInto(context: QueryContext, choice: RfmChoice, base: string): Promise<Scores> {
  const scoring = await scoringOf(context, choice);
  const clusters = isClustered(choice);
  const table = clusters ? context.scratch('unclustered') : base;
  await context.run(
    `CREATE OR REPLACE TABLE ${table} AS ${scored(context.tables, context.customers, scoring)}`,
  );
  const centers = clusters ? await cluster(context, withScore(table, scoring), choice, base) : null;
  return { base, scoring, centers };
}

async function cluster(
  context: QueryContext,
  table: string,
  { k, weights }: RfmChoice,
  named: string,
): Promise<RfmCenter[]> {
  const input = await context.run(selectClusterInput(table));
  const column = (name: string): Float64Array => input.getChild(name)!.toArray() as Float64Array;
  const columns = {
    recency: column('recency'),
    frequency: column('frequency'),
    monetary: column('monetary'),
    score: column('score'),
  };
  const { labels, centers } = await context.reckon(rfmClusterSteps(columns, { k, weights }));
  const labelTable = await context.put('labels', 'customer INTEGER, cluster INTEGER', {
    customer: input.getChild('customer')!.toArray() as Int32Array,
    cluster: Int32Array.from(labels),
  });
  const names = centers.map(({ segment }) => segment);
  await context.run(`CREATE OR REPLACE TABLE ${named} AS ${withClusters(table, labelTable, names)}`);
  return centers;
}

async function scoringOf(context: QueryContext, choice: RfmChoice): Promise<Scoring> {
  const { asOfDay } = context;
  const { bins, weights, scoring } = choice;
  const thresholds = await thresholdsOf(context, choice);
  const segmentation: Segmentation = choice.rules
    ? { scheme: 'rules', rules: choice.rules }
    : { scheme: choice.scheme };
  return { asOfDay, bins, above: scoring === 'r-rfm' ? '>=' : '>', thresholds, weights, segmentation };
}

/** The breaks of recency, frequency and monetary. */
export async function thresholdsOf(context: QueryContext, choice: RfmChoice): Promise<Scoring['thresholds']> {
  const { bins, scoring, breaks } = choice;
  if (breaks.r && breaks.f && breaks.m) return { r: breaks.r, f: breaks.f, m: breaks.m };
  const quantiles = await quantilesOf(context, bins);
  // The R package adds 1 to each quantile.
  const shift = (values: number[]): number[] =>
    scoring === 'r-rfm' ? values.map((value) => value + 1) : values;
  const { f } = quantiles;
  return {
    r: breaks.r ?? shift(quantiles.r),
    f: breaks.f ?? (scoring === 'r-rfm' ? shift(f) : frequencyBreaks(f, bins)),
    m: breaks.m ?? shift(quantiles.m),
  };
}

/** The type 7 quantiles of the three measures at 1/bins … (bins - 1)/bins; looked up once for these rows. */
function quantilesOf(context: QueryContext, bins: number): Promise<Scoring['thresholds']> {
  return context.cached(`quantiles ${bins}`, async (apart) => {
    const { tables, customers, asOfDay, customerCount: n } = apart;
    const columns = { r: 'recency_days', f: 'frequency', m: 'monetary' };
    const table = `(${measures(tables, customers, asOfDay)})`;
    const result = await apart.run(selectOrderStatistics(table, columns, n, bins));
    const breaks = (name: 'r' | 'f' | 'm'): number[] =>
      interpolateBreaks(numbers(result.getChild(name)!.get(0)), n, bins);
    return { r: breaks('r'), f: breaks('f'), m: breaks('m') };
  });
}

function numbers(list: unknown): number[] {
  return Array.from(list as Iterable<unknown>, Number);
}

/** Where many have bought only once, quintiles of frequency coincide: then 1, 2, 3, 4-5 and more purchases score 1 to 5. */
function frequencyBreaks(breaks: number[], bins: number): number[] {
  const coincide = new Set(breaks).size < breaks.length;
  return bins === 5 && coincide && breaks[0] === 1 ? [1, 2, 3, 5] : breaks;
}

interface SegmentFigures {
  segment: string;
  customers: number;
  amount: number;
  recency: number;
  frequency: number;
  monetary: number;
}

/** The eight types, from the most to the least valuable. */
const MEAN8_TYPES = ['important', 'general'].flatMap((value) =>
  ['value', 'develop', 'keep', 'retain'].map((type) => `${value}-${type}`),
);

/** The order segments are listed in: that of the grid, the types, the rules or the clusters, the best first. */
export function segmentOrder({ rules, scheme }: RfmChoice): readonly string[] {
  if (rules) return [...new Set(rules.map(({ segment }) => segment)), 'others'];
  if (scheme === 'mean8') return MEAN8_TYPES;
  if (scheme === 'rfm') return SEGMENTS;
  return [...CLUSTER_NAMES, ...Array.from({ length: MOST_CLUSTERS }, (_, i) => `cluster-${i + 1}`)];
}

function segmentSummaries(figures: readonly SegmentFigures[], order: readonly string[]): SegmentSummary[] {
  const customers = figures.reduce((sum, row) => sum + row.customers, 0);
  const amount = figures.reduce((sum, row) => sum + row.amount, 0);
  const place = (segment: string): number => (order.indexOf(segment) + order.length + 1) % (order.length + 1);
  return [...figures]
    .sort((a, b) => place(a.segment) - place(b.segment) || (a.segment < b.segment ? -1 : 1))
    .map((row) => ({
      segment: row.segment,
      customers: row.customers,
      customerShare: row.customers / customers,
      amount: row.amount,
      amountShare: amount > 0 ? row.amount / amount : null,
      medianRecencyDays: row.recency,
      medianFrequency: row.frequency,
      medianMonetary: row.monetary,
    }));
}

function rulesOf({ bins, thresholds }: Scoring, { scheme, scoring, rules }: RfmChoice): Rule[] {
  const list = (breaks: readonly number[]): string =>
    breaks.map((value) => Number(value.toPrecision(12))).join(', ');
  const breaksOf = (measure: string, breaks: readonly number[]): Rule =>
    rule(`breaks-${measure}`, `breaks of ${measure}: ${list(breaks)}`, { breaks: list(breaks) });
  const naming = {
    rfm: 'segments: by r and fm = floor((f + m + 1) / 2)',
    mean8: 'types: each measure against its mean',
    kmeans: 'clusters: k-means on log1p and robust z-scores, ordered by weighted score',
  };
  return [
    rule(
      'measures',
      'recency: whole days from the last purchase to as-of; frequency: orders; monetary: sum of amounts',
    ),
    scoring === 'r-rfm'
      ? rule('breaks-r-rfm', 'breaks: type 7 quantiles plus 1, half-open, as the R package rfm 0.3 has them')
      : rule(
          'breaks',
          `breaks: type 7 quantiles at 1/${bins} … ${bins - 1}/${bins}; a value above a break scores one higher (recency: lower)`,
          { bins },
        ),
    breaksOf('recency', thresholds.r),
    breaksOf('frequency', thresholds.f),
    breaksOf('monetary', thresholds.m),
    rules
      ? rule('segments-rules', 'segments: the first of the rules that matches, the rest are others')
      : rule(`segments-${scheme}`, naming[scheme]),
  ];
}
