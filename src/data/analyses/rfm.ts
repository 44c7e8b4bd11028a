import { checkOneOf, checkOption, checkWhole } from '../../compute/option-checks';
import { type RfmResult, type RfmSummary, SEGMENTS, type SegmentSummary } from '../../compute/results';
import { interpolateBreaks, selectOrderStatistics } from '../../sql/quantiles';
import { measures, type Scoring, scored, selectRfm, selectSegments } from '../../sql/rfm-query';
import { analysisOf, plainRows } from '../analysis';
import { definitionOf, type QueryContext } from '../query-context';
import type { RfmOptions } from '../source-options';

/** Canonical options of RFM. */
export interface RfmChoice {
  scheme: 'rfm' | 'mean8';
  bins: number;
  weights: [number, number, number];
}

export function checkRfmOptions(options: RfmOptions): RfmChoice {
  return {
    scheme: checkOneOf('scheme', options.scheme ?? 'rfm', ['rfm', 'mean8']),
    bins: checkWhole('bins', options.bins ?? 5, 2, 10),
    weights: checkWeights(options.weights ?? [1, 1, 1]),
  };
}

function checkWeights(value: readonly number[] | string): [number, number, number] {
  const weights = typeof value === 'string' ? value.split(',').map(Number) : [...value];
  const valid = weights.length === 3 && weights.every((weight) => Number.isFinite(weight) && weight >= 0);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  checkOption(valid && sum > 0, 'weights', value, 'three numbers of at least 0, not all 0, such as "1,1,1"');
  return weights.map((weight) => weight / sum) as [number, number, number];
}

/** Recency, frequency and monetary of every customer, their scores and segments. */
export async function rfm(context: QueryContext, options: RfmOptions): Promise<RfmResult> {
  const choice = checkRfmOptions(options);
  const scoring = await scoringOf(context, choice);
  const { tables, customers } = context;
  const table = context.scratch('scored');
  await context.run(`CREATE OR REPLACE TABLE ${table} AS ${scored(tables, customers, scoring)}`);
  const rows = await context.run(selectRfm(tables, table));
  const segments = plainRows(await context.run(selectSegments(tables, customers, table)));
  const summary: RfmSummary = {
    asOf: context.asOf,
    customers: context.customerCount,
    thresholds: scoring.thresholds,
    segments: segmentSummaries(segments as unknown as SegmentFigures[]),
  };
  return analysisOf(rows, summary, definitionOf(context, 'rfm', { ...choice }, rulesOf(scoring)));
}

async function scoringOf(context: QueryContext, choice: RfmChoice): Promise<Scoring & RfmChoice> {
  const { tables, customers, asOfDay, customerCount: n } = context;
  const { bins } = choice;
  const table = `(${measures(tables, customers, asOfDay)})`;
  const columns = { r: 'recency_days', f: 'frequency', m: 'monetary' };
  const result = await context.run(selectOrderStatistics(table, columns, n, bins));
  const breaks = (name: string): number[] =>
    interpolateBreaks(numbers(result.getChild(name)!.get(0)), n, bins);
  const thresholds = { r: breaks('r'), f: frequencyBreaks(breaks('f'), bins), m: breaks('m') };
  return { ...choice, asOfDay, thresholds };
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

/** The place of a segment in the lists: that of the grid, then by name (the eight types). */
function order(segment: string): number {
  const index = (SEGMENTS as readonly string[]).indexOf(segment);
  return index < 0 ? SEGMENTS.length : index;
}

function segmentSummaries(figures: readonly SegmentFigures[]): SegmentSummary[] {
  const customers = figures.reduce((sum, row) => sum + row.customers, 0);
  const amount = figures.reduce((sum, row) => sum + row.amount, 0);
  return [...figures]
    .sort((a, b) => order(a.segment) - order(b.segment) || (a.segment < b.segment ? -1 : 1))
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

function rulesOf({ bins, thresholds, scheme }: Scoring): string[] {
  const list = (breaks: readonly number[]): string =>
    breaks.map((value) => Number(value.toPrecision(12))).join(', ');
  return [
    'recency: whole days from the last purchase to as-of; frequency: orders; monetary: sum of amounts',
    `breaks: type 7 quantiles at 1/${bins} … ${bins - 1}/${bins}; a value above a break scores one higher (recency: lower)`,
    `breaks of recency: ${list(thresholds.r)}`,
    `breaks of frequency: ${list(thresholds.f)}`,
    `breaks of monetary: ${list(thresholds.m)}`,
    scheme === 'mean8'
      ? 'types: each measure against its mean'
      : 'segments: by r and fm = floor((f + m + 1) / 2)',
  ];
}
