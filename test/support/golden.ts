import type { Source } from '../../src/data/source';
import type { PartialMapping, SourceInput } from '../../src/data/source-options';

/** Figures of one data set in golden.json, computed with pandas apart from this project. */
interface Golden {
  rows_read: number;
  missing_customer: number;
  rows_used: number;
  net_amount: number;
  as_of: string;
  customers: number;
  refund_only_customers: number;
  rfm: {
    thresholds: Record<'r' | 'f' | 'm', number[]>;
    counts: Record<'r' | 'f' | 'm', Record<string, number>>;
    sum: Record<'recency_days' | 'frequency' | 'monetary', number>;
    segments: Record<string, number>;
    mean8: Record<string, number>;
  };
  pareto: { top1: number; top10: number; top20: number; customers_for_80: number; gini?: number };
  cohorts: {
    sizes: Record<string, number>;
    first_row: number[];
    pooled_m1: number;
    first_row_revenue: number[];
    first_row_on_or_after: number[];
  };
  flow: Record<string, number[]>;
  flow_last_complete: { period: string; quickRatio: number; retention: number };
  kpis: Record<string, number>;
  mbg: {
    sound: boolean;
    params: number[];
    ll: number;
    gg: number[];
    gg_ll: number;
    customers: number;
    expected_value?: number;
    mean_p_alive?: number;
  };
  whale?: { total: number; peak_share: number; peak_at: number; loss_makers: number };
  quadrant: { current_mean: number; high_current: number };
  momentum: { growth: number; sum: number; mean: number; tiers: Record<string, number> };
}

export type GoldenFile = Record<string, Golden>;

/** The data sets that ship with the project, and how they are mapped. */
export interface GoldenSet {
  name: string;
  mapping: PartialMapping;
  /** Where the file lies, from the project's root. */
  path: string;
}

export const GOLDEN_SETS: readonly GoldenSet[] = [
  {
    name: 'cdnow_master',
    mapping: { customer: 'customer_id', date: 'date', amount: 'amount' },
    path: 'demo/data/cdnow_master.csv',
  },
  {
    name: 'cdnow_sample',
    mapping: { customer: 'customer', date: 'date', amount: 'amount' },
    path: 'test/fixtures/CDNOW_sample.txt',
  },
  {
    name: 'rfm_data_orders',
    mapping: { customer: 'customer_id', date: 'order_date', amount: 'revenue' },
    path: 'test/fixtures/rfm_data_orders.csv',
  },
  {
    name: 'online_retail',
    mapping: {
      customer: 'CustomerID',
      date: 'InvoiceDate',
      amount: 'Quantity*UnitPrice',
      order: 'InvoiceNo',
    },
    path: 'demo/data/online_retail.csv.gz',
  },
];

/** The set that does not ship: read from beside the project where it lies there. */
export const PROFIT_SET: GoldenSet = {
  name: 'adventureworks',
  mapping: {
    customer: 'CustomerKey',
    date: 'OrderDate',
    amount: 'revenue',
    order: 'OrderNumber',
    profit: 'profit',
  },
  path: '../shared/data/adventureworks_lines_profit.csv',
};

/** The input of a set: its file, but for the sample, which is given as arrays, as a host would. */
export function goldenInput(name: string, bytes: Uint8Array): SourceInput {
  return name === 'cdnow_sample' ? sampleColumns(new TextDecoder().decode(bytes)) : bytes;
}

/** The columns of CDNOW_sample.txt: id, second id, date, CDs, dollars. */
export function sampleColumns(text: string): Record<string, ArrayLike<unknown>> {
  const rows = text
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter((cells) => cells.length === 5);
  return {
    customer: rows.map((cells) => cells[0]),
    date: rows.map((cells) => cells[2]),
    amount: Float64Array.from(rows, (cells) => Number(cells[4])),
  };
}

/**
 * What differs between a source's figures and the golden ones; empty where all is met. Of a rollup what it can answer is
 * asked: its rows are no transactions, and one by month knows no momentum.
 */
export async function goldenDifferences(
  source: Source,
  golden: Golden,
  grain: 'rows' | 'day' | 'month' = 'rows',
): Promise<string[]> {
  const differences: string[] = [];
  const same = (what: string, got: unknown, wanted: unknown): void => {
    if (JSON.stringify(got) !== JSON.stringify(wanted))
      differences.push(`${what}: ${JSON.stringify(got)} instead of ${JSON.stringify(wanted)}`);
  };
  const close = (what: string, got: number | null, wanted: number, tolerance: number): void => {
    if (got === null || !(Math.abs(got - wanted) <= tolerance))
      differences.push(`${what}: ${got} instead of ${wanted}`);
  };
  if (grain === 'rows') checkReport(source, golden, same, close);
  await checkRfm(source, golden, same, close);
  await checkPareto(source, golden, same, close);
  await checkCohorts(source, golden, same, close);
  if (grain !== 'month') await checkQuadrant(source, golden, same, close);
  if (grain !== 'month' || golden.mbg.sound) await checkExpected(source, golden, same, close);
  await checkFlow(source, golden, same, close);
  await checkKpis(source, golden, same, close);
  await checkWhale(source, golden, same, close);
  return differences;
}

type Same = (what: string, got: unknown, wanted: unknown) => void;
type Close = (what: string, got: number | null, wanted: number, tolerance: number) => void;

function checkReport({ report }: Source, golden: Golden, same: Same, close: Close): void {
  const missing = report.rejected.find(({ reason }) => reason === 'missing-customer')?.rows ?? 0;
  const left = report.rejected.reduce((sum, { rows }) => sum + rows, 0);
  same('rows read', report.rowsRead, golden.rows_read);
  same('rows used', report.rowsUsed, golden.rows_used);
  same('used + rejected', report.rowsUsed + left, report.rowsRead);
  same('missing customers', missing, golden.missing_customer);
  close('net amount', report.amount.used, golden.net_amount, 0.005);
  same('as-of', report.to, golden.as_of);
  same('customers', report.customers, golden.customers);
  same('customers with refunds only', report.refundOnlyCustomers, golden.refund_only_customers);
}

async function checkRfm(source: Source, { rfm: golden }: Golden, same: Same, close: Close): Promise<void> {
  const { summary, table } = await source.rfm();
  const sum = (name: string): number => total(table.getChild(name)!.toArray() as ArrayLike<number>);
  for (const axis of ['r', 'f', 'm'] as const) {
    golden.thresholds[axis].forEach((wanted, i) => {
      close(`threshold ${axis}${i}`, summary.thresholds[axis][i] ?? null, wanted, 1e-9);
    });
    const scores = table.getChild(axis)!.toArray() as ArrayLike<number>;
    same(`customers by ${axis}`, countBy(Array.from(scores, String)), golden.counts[axis]);
  }
  same('sum of recency', sum('recency_days'), golden.sum.recency_days);
  same('sum of frequency', sum('frequency'), golden.sum.frequency);
  close('sum of monetary', sum('monetary'), golden.sum.monetary, 0.005);
  same('segments', byName(summary.segments), sorted(golden.segments));
  same('mean8', byName((await source.rfm({ scheme: 'mean8' })).summary.segments), sorted(golden.mean8));
}

async function checkPareto(
  source: Source,
  { pareto: golden }: Golden,
  same: Same,
  close: Close,
): Promise<void> {
  const { summary } = await source.pareto();
  close('share of the top 1 %', summary.shareOfTop1, golden.top1, 1e-9);
  close('share of the top 10 %', summary.shareOfTop10, golden.top10, 1e-9);
  close('share of the top 20 %', summary.shareOfTop20, golden.top20, 1e-9);
  same('customers for 80 %', summary.itemsForTarget, golden.customers_for_80);
  if (golden.gini === undefined) same('gini', summary.gini, null);
  else close('gini', summary.gini, golden.gini, 1e-9);
}

async function checkCohorts(
  source: Source,
  { cohorts: golden }: Golden,
  same: Same,
  close: Close,
): Promise<void> {
  const result = await source.cohorts();
  const rows = result.rows();
  const sizes = rows
    .filter(({ period }) => period === 0)
    .map((row) => [row.cohort.slice(0, 7), row.cohort_size]);
  same('cohort sizes', Object.fromEntries(sizes), golden.sizes);
  const first = rows.filter(({ cohort }) => cohort === rows[0]!.cohort).slice(0, golden.first_row.length);
  same(
    'first cohort',
    first.map(({ customers }) => customers),
    golden.first_row,
  );
  golden.first_row_revenue.forEach((wanted, k) => {
    close(`revenue of the first cohort in period ${k}`, first[k]?.revenue ?? null, wanted, 0.005);
  });
  const later = (await source.cohorts({ return: 'on-or-after' })).rows();
  same(
    'first cohort, on or after',
    later.slice(0, golden.first_row_on_or_after.length).map(({ customers }) => customers),
    golden.first_row_on_or_after,
  );
  close('pooled retention at 1', result.summary.averages[1]?.retention ?? null, golden.pooled_m1, 1e-9);
}

async function checkQuadrant(source: Source, golden: Golden, same: Same, close: Close): Promise<void> {
  const { summary } = await source.quadrant({ potential: 'momentum' });
  const tiers = Object.fromEntries(summary.tiers.map(({ tier, customers }) => [tier, customers]));
  close('split of current value', summary.splits.current, golden.quadrant.current_mean, 1e-9);
  same(
    'customers of high current value',
    (tiers.platinum ?? 0) + (tiers.gold ?? 0),
    golden.quadrant.high_current,
  );
  close('split of potential', summary.splits.potential, golden.momentum.mean, 1e-6);
  close(
    'sum of potential',
    total(summary.tiers.map((tier) => tier.potentialValue)),
    golden.momentum.sum,
    0.01,
  );
  same('tiers by momentum', sorted(tiers), sorted(golden.momentum.tiers));
}

async function checkExpected(
  source: Source,
  { mbg: golden }: Golden,
  same: Same,
  close: Close,
): Promise<void> {
  const { summary, table } = await source.quadrant();
  const { method, model, warnings } = summary.potential;
  same('asked', summary.potential.asked, 'expected');
  if (!golden.sound) {
    same('method', method, 'momentum');
    same('reason', warnings[0]?.code, 'model-degenerate');
    return;
  }
  same('method', method, 'expected');
  const { r, alpha, a, b } = model!.parameters;
  const { p, q, v } = model!.spend.parameters;
  const parameters = [r, alpha, a, b, p, q, v];
  [...golden.params, ...golden.gg].forEach((wanted, i) => {
    close(`parameter ${i}`, parameters[i]!, wanted, 1e-3);
  });
  close('log-likelihood', model!.logLikelihood, golden.ll, 1e-3);
  close('log-likelihood of spend', model!.spend.logLikelihood, golden.gg_ll, 1e-3);
  const potential = table.getChild('potential_value')!.toArray() as ArrayLike<number>;
  close('expected value', total(potential), golden.expected_value!, golden.expected_value! * 1e-6);
  const everyone = (await source.customers({ limit: 1e6 })).rows().filter(({ p_alive }) => p_alive !== null);
  same('customers with a model', everyone.length, golden.customers);
  const alive = total(everyone.map((row) => Number(row.p_alive))) / everyone.length;
  close('mean P(alive)', alive, golden.mean_p_alive!, 1e-6);
}

async function checkFlow(source: Source, golden: Golden, same: Same, close: Close): Promise<void> {
  const { summary, ...result } = await source.flow();
  const rows = result.rows();
  for (const [month, wanted] of Object.entries(golden.flow)) {
    const row = rows.find(({ period }) => period === `${month}-01`);
    same(`flow of ${month}`, row && [row.active, row.new, row.retained, row.reactivated, row.lost], wanted);
  }
  const { period, quickRatio, retention } = golden.flow_last_complete;
  same('last complete month', summary.lastComplete, `${period}-01`);
  close('quick ratio', summary.quickRatio, quickRatio, 1e-9);
  close('retention', summary.retention, retention, 1e-9);
  rows.slice(1).forEach((row, i) => {
    same(`active of ${row.period}`, row.active, row.new + row.retained + row.reactivated);
    same(`active before ${row.period}`, rows[i]!.active, row.retained + row.lost);
  });
}

async function checkKpis(source: Source, { kpis: golden }: Golden, same: Same, close: Close): Promise<void> {
  const { concentration, ...summary } = (await source.kpis()).summary;
  const got: Record<string, number | null> = { ...summary, ...concentration };
  for (const [name, wanted] of Object.entries(golden)) close(name, got[name] ?? null, wanted, 1e-9);
  same('kpis', Object.keys(golden).length, 9);
}

async function checkWhale(
  source: Source,
  { whale: golden }: Golden,
  same: Same,
  close: Close,
): Promise<void> {
  if (!golden) return;
  const { summary } = await source.pareto({ value: 'profit' });
  close('profit', summary.total, golden.total, 0.005);
  close('peak share', summary.peakShare, golden.peak_share, 1e-9);
  same('customers at the peak', summary.peakAt, golden.peak_at);
  same('loss makers', summary.negativeItems, golden.loss_makers);
}

function total(values: ArrayLike<number>): number {
  return Array.from(values).reduce((sum, value) => sum + value, 0);
}

function countBy(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

function byName(segments: readonly { segment: string; customers: number }[]): Record<string, number> {
  return sorted(Object.fromEntries(segments.map(({ segment, customers }) => [segment, customers])));
}

function sorted(record: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
