import { checkAtLeast, checkFinite, checkOption, checkWhole } from './option-checks';

/** What the data show of one month of a cohort's life, `period` months after the first purchase. */
export interface RetentionPoint {
  period: number;
  /** Pooled share of the cohort that buys in it, 0..1; 1 at period 0. */
  retention: number;
  /** Revenue per customer who buys in it. */
  revenuePerActive: number;
}

export interface WhatIfOptions {
  /** Added to each month's conditional rate: 0.05, the default, for five points; a number beyond 1 is read in points. */
  retentionPoints?: number;
  /** Profit by revenue; 0.3 by default. */
  margin?: number;
  /** A year's, 0.1 for ten per cent, the default. */
  discountRate?: number;
  /** What winning a customer costs, in costs of keeping one; 7 by default, which is folklore. */
  costRatio?: number;
  /** What keeping a customer costs, in the data's currency; 1 by default: costs are then counted in it. */
  keepCost?: number;
  /** Months; 12 by default. */
  horizonPeriods?: number;
}

/** One month of the same customers, as they are and with the points; profit is discounted to period 0. */
export interface WhatIfRow {
  period: number;
  customers_base: number;
  customers_new: number;
  revenue_base: number;
  revenue_new: number;
  profit_base: number;
  profit_new: number;
}

export interface WhatIfSummary {
  /** Those who begin at period 0. */
  customers: number;
  retentionPoints: number;
  margin: number;
  discountRate: number;
  costRatio: number;
  horizonPeriods: number;
  /** Customers who buy in the last month and would not have. */
  customersKept: number;
  /** Revenue over the horizon that would not have been. */
  revenue: number;
  /** The same times margin, discounted. */
  profit: number;
  /** New customers who bring that profit over the same horizon; null where a new customer brings none. */
  equivalentNewCustomers: number | null;
  costToWinThem: number | null;
  /** The last period observed, where the horizon goes beyond it; null where it does not. */
  extrapolatedFrom: number | null;
  formula: string;
}

export interface WhatIf {
  rows: WhatIfRow[];
  summary: WhatIfSummary;
}

const FORMULA =
  "With S(k) the pooled share of a cohort that buys k months on and c(k) = S(k) / S(k-1): S'(k) = S'(k-1) min(1, c(k) + points); a c(k) above 1 holds for the base alone. " +
  'Customers = all customers x S, revenue = customers x revenue per active customer at k, profit = revenue x margin / (1 + discount rate)^(k/12). ' +
  'Equivalent new customers = profit gained / discounted profit of one new customer over months 0..horizon. ' +
  'Cost to win them = that number x cost ratio x cost of keeping one; the ratio (7 by default) is folklore, not a finding.';

/**
 * What some points of retention are worth on the data's own curve, next to winning the same from new customers.
 *
 * `customers` start at period 0 and follow the curve; each conditional rate rises by the points, to at most 1 (a
 * rate that is above 1 already, as in a seasonal month, stays, and those won keep at most their number). Beyond the curve the last conditional rate, at most
 * 1, and the last revenue hold, and `extrapolatedFrom` says so. The curve runs from period 0 without gaps; an empty
 * one gives zeros. Throws `invalid-option` for figures out of range.
 */
export function whatIf(
  curve: readonly RetentionPoint[],
  customers: number,
  options: WhatIfOptions = {},
): WhatIf {
  const asked = checked(options);
  checkAtLeast('customers', customers, 0);
  checkCurve(curve);
  const { horizonPeriods } = asked;
  const before = extended(curve, horizonPeriods);
  const after = lifted(before, asked.retentionPoints);
  const rows = before.map((point, k) => rowOf(point, after[k]!, customers, asked));
  return { rows: rows.slice(1), summary: summaryOf(rows, curve.length, customers, asked) };
}

type Asked = Required<WhatIfOptions>;

function checked({
  retentionPoints = 0.05,
  margin = 0.3,
  discountRate = 0.1,
  costRatio = 7,
  keepCost = 1,
  horizonPeriods = 12,
}: WhatIfOptions): Asked {
  checkOption(
    Math.abs(retentionPoints) <= 100,
    'retentionPoints',
    retentionPoints,
    'from -1 to 1, 0.05 for five points',
  );
  checkOption(margin >= 0 && margin <= 1, 'margin', margin, 'from 0 to 1');
  checkAtLeast('discountRate', discountRate, 0);
  checkAtLeast('costRatio', costRatio, 0);
  checkAtLeast('keepCost', keepCost, 0);
  checkWhole('horizonPeriods', horizonPeriods, 1, 1200);
  // Nobody means a rate raised by more than itself: 5 is five points, as 0.05 is.
  const points = Math.abs(retentionPoints) > 1 ? retentionPoints / 100 : retentionPoints;
  return { retentionPoints: points, margin, discountRate, costRatio, keepCost, horizonPeriods };
}

function checkCurve(curve: readonly RetentionPoint[]): void {
  curve.forEach(({ period, retention, revenuePerActive }, k) => {
    checkOption(period === k, `curve[${k}].period`, period, `${k}: every period from 0`);
    checkAtLeast(`curve[${k}].retention`, retention, 0);
    checkFinite(`curve[${k}].revenuePerActive`, [revenuePerActive]);
  });
}

/** The curve from period 0 to the horizon, carried on at its last conditional rate where it is shorter. */
function extended(curve: readonly RetentionPoint[], horizon: number): RetentionPoint[] {
  const points = curve.slice(0, horizon + 1);
  const rate = Math.min(1, conditional(curve, curve.length - 1));
  for (let period = points.length; period <= horizon; period++) {
    const last = points.at(-1) ?? { retention: 0, revenuePerActive: 0 };
    points.push({ period, retention: last.retention * rate, revenuePerActive: last.revenuePerActive });
  }
  return points;
}

/** S(k) / S(k-1); 0 where nobody is left to come back. */
function conditional(curve: readonly RetentionPoint[], k: number): number {
  const before = curve[k - 1]?.retention ?? 0;
  return before > 0 ? curve[k]!.retention / before : 0;
}

/**
 * S': those of the base at the moved rate, and those won before at that rate or 1. A rate above 1 (a seasonal
 * month, a gap before) is the base's alone: it must not multiply what was won.
 */
function lifted(curve: readonly RetentionPoint[], points: number): number[] {
  const shares = [curve[0]!.retention];
  for (let k = 1; k < curve.length; k++) {
    const before = curve[k - 1]!.retention;
    const now = curve[k]!.retention;
    const rate = conditional(curve, k);
    const moved = Math.max(0, Math.min(1, rate + points));
    const change = rate > 1 ? Math.min(0, points) : moved - rate;
    const share = now + change * before + (shares[k - 1]! - before) * moved;
    shares.push(Math.max(0, Math.min(Math.max(1, now), share)));
  }
  return shares;
}

function rowOf(
  base: RetentionPoint,
  share: number,
  customers: number,
  { margin, discountRate }: Asked,
): WhatIfRow {
  const { period, retention, revenuePerActive } = base;
  const profit = margin / (1 + discountRate) ** (period / 12);
  const revenueBase = customers * retention * revenuePerActive;
  const revenueNew = customers * share * revenuePerActive;
  return {
    period,
    customers_base: customers * retention,
    customers_new: customers * share,
    revenue_base: revenueBase,
    revenue_new: revenueNew,
    profit_base: revenueBase * profit,
    profit_new: revenueNew * profit,
  };
}

function summaryOf(
  rows: readonly WhatIfRow[],
  observed: number,
  customers: number,
  asked: Asked,
): WhatIfSummary {
  const { keepCost, ...options } = asked;
  const sum = (of: (row: WhatIfRow) => number) => rows.reduce((total, row) => total + of(row), 0);
  const last = rows.at(-1)!;
  const profit = sum((row) => row.profit_new - row.profit_base);
  const profitOfOne = customers > 0 ? sum((row) => row.profit_base) / customers : 0;
  const equivalent = profitOfOne > 0 ? profit / profitOfOne : null;
  return {
    customers,
    ...options,
    customersKept: last.customers_new - last.customers_base,
    revenue: sum((row) => row.revenue_new - row.revenue_base),
    profit,
    equivalentNewCustomers: equivalent,
    costToWinThem: equivalent === null ? null : equivalent * options.costRatio * keepCost,
    extrapolatedFrom: observed <= asked.horizonPeriods ? Math.max(0, observed - 1) : null,
    formula: FORMULA,
  };
}
