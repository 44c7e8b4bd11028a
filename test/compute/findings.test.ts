import { describe, expect, it } from 'vitest';
import { type Finding, type FindingGrounds, findingsOf } from '../../src/compute/findings';
import type {
  CohortRow,
  FlowRow,
  FlowSummary,
  KpiSummary,
  MigrationSummary,
  SegmentSummary,
  TierSummary,
} from '../../src/compute/results';
import { flowRow } from '../support/flow-row';

const NOTHING: FindingGrounds = {
  customers: null,
  segments: null,
  tiers: null,
  kpis: null,
  flow: null,
  cohorts: null,
  migration: null,
};

function found(grounds: Partial<FindingGrounds>, kind: Finding['kind']): Finding | undefined {
  return findingsOf({ ...NOTHING, ...grounds }).find((one) => one.kind === kind);
}

// 200 in all: the first two bring 110.
const customers = {
  monetary: [60, 50, 30, 30, 20, 10],
  recencyDays: [10, 120, 90, 5, 400, 3],
  frequency: [9, 4, 2, 3, 1, 1],
};

describe('what stands out', () => {
  it('is nothing where no analysis could answer', () => {
    expect(findingsOf(NOTHING)).toEqual([]);
  });

  it('is who brings half, and who of them is missed', () => {
    expect(found({ customers }, 'half')).toEqual({
      kind: 'half',
      shown: 'pareto',
      count: 2,
      share: 1 / 3,
      missed: 1,
      missedShare: 0.25,
      days: 90,
      customers: { analysis: 'rfm', where: { monetary: { min: 50 }, recency_days: { min: 90 } } },
    });
  });

  it('names nobody where others bring as much as the last of those who bring half', () => {
    const even = { ...customers, monetary: [30, 30, 30, 30, 30, 30] };
    expect(found({ customers: even }, 'half')).toMatchObject({ count: 3, missed: 0 });
    expect(found({ customers: even }, 'half')).not.toHaveProperty('customers');
  });

  it('finds no half of nothing, nor of what one alone brings', () => {
    expect(found({ customers: { ...customers, monetary: [0, 0, 0, 0, 5, -5] } }, 'half')).toBeUndefined();
    const one = { monetary: [5], recencyDays: [1], frequency: [1] };
    expect(found({ customers: one }, 'half')).toBeUndefined();
  });

  it('misses whoever was not there for ninety days, to the day', () => {
    const away = (recencyDays: number): Finding | undefined =>
      found({ customers: { monetary: [60, 40], recencyDays: [recencyDays, 1], frequency: [1, 1] } }, 'half');
    expect(away(89)).toMatchObject({ missed: 0, missedShare: 0 });
    expect(away(90)).toMatchObject({ missed: 1, missedShare: 0.6 });
  });

  it('has no share of a whole that is nothing', () => {
    const free = { monetary: [0, 0, 0], recencyDays: [1, 1, 1], frequency: [1, 2, 2] };
    expect(found({ customers: free }, 'once')).toMatchObject({ count: 1, amountShare: null });
  });

  it('counts a refund in the whole', () => {
    // 100 in all: the first brings 60.
    const refunded = { monetary: [60, 50, -10], recencyDays: [1, 1, 1], frequency: [1, 1, 1] };
    expect(found({ customers: refunded }, 'half')).toMatchObject({ count: 1 });
  });

  it('is who bought only once', () => {
    expect(found({ customers }, 'once')).toMatchObject({
      count: 2,
      share: 1 / 3,
      amountShare: 0.15,
      customers: { analysis: 'rfm', where: { frequency: 1 } },
    });
    expect(found({ customers: { ...customers, frequency: [2, 2, 2, 2, 2, 2] } }, 'once')).toBeUndefined();
  });

  it('is who is about to leave, where segments say so', () => {
    const segment = (name: string, count: number, amountShare: number | null): SegmentSummary => ({
      segment: name,
      customers: count,
      customerShare: 0,
      amount: 0,
      amountShare,
      medianRecencyDays: 0,
      medianFrequency: 0,
      medianMonetary: 0,
    });
    const segments = [
      segment('champions', 5, 0.5),
      segment('cant-lose', 2, 0.125),
      segment('at-risk', 3, 0.25),
    ];
    expect(found({ segments }, 'leaving')).toEqual({
      kind: 'leaving',
      shown: 'segments',
      count: 5,
      amountShare: 0.375,
      customers: { analysis: 'rfm', where: { segment: ['at-risk', 'cant-lose'] } },
    });
    expect(found({ segments: [segment('at-risk', 3, null)] }, 'leaving')).toMatchObject({
      amountShare: null,
    });
    expect(found({ segments: [segment('important-value', 5, 1)] }, 'leaving')).toBeUndefined();
  });

  it('is gold that fades and iron that grows', () => {
    const tier = (name: TierSummary['tier'], count: number, potentialValue: number): TierSummary => ({
      tier: name,
      customers: count,
      customerShare: 0,
      currentValue: 0,
      valueShare: 0.25,
      potentialValue,
    });
    const tiers = [tier('gold', 3, 5), tier('iron', 4, 15)];
    expect(found({ tiers }, 'fading')).toEqual({
      kind: 'fading',
      shown: 'quadrant',
      tier: 'gold',
      count: 3,
      valueShare: 0.25,
      customers: { analysis: 'quadrant', where: { tier: 'gold' } },
    });
    expect(found({ tiers }, 'growing')).toMatchObject({ tier: 'iron', count: 4, valueShare: 0.75 });
    expect(found({ tiers: [tier('iron', 1, 0)] }, 'growing')).toMatchObject({ valueShare: null });
    expect(found({ tiers: [tier('iron', 0, 0)] }, 'growing')).toBeUndefined();
  });

  it('holds what the last months added against what as many before had added', () => {
    const kpis = (amount: number, orders: number): KpiSummary => ({
      customers: 0,
      activeCustomers: 0,
      orders,
      amount,
      averageOrderValue: null,
      repeatRate: null,
      retention: null,
      medianDaysBetweenOrders: null,
      shareOfTop20: null,
      concentration: { top1: null, top5: null, top10: null, hhi: null, half: null },
    });
    const [earlier, before, now] = [kpis(500, 50), kpis(900, 90), kpis(1200, 130)];
    const grounds = { months: 3, now, before, earlier };
    // 400 by 40 orders, then 300 by 40.
    expect(found({ kpis: grounds }, 'trend')).toMatchObject({
      months: 3,
      amount: -0.25,
      orders: 0,
      averageOrder: -0.25,
    });
    expect(found({ kpis: { ...grounds, earlier: null } }, 'trend')).toBeUndefined();
    expect(found({ kpis: { ...grounds, earlier: kpis(900, 50) } }, 'trend')).toBeUndefined();
  });

  it('counts who came and left in the last complete months, after the first', () => {
    const row = (period: string, came: number, back: number, lost: number): FlowRow =>
      flowRow(period, { new: came, reactivated: back, lost });
    const rows = [
      row('2024-01-01', 50, 0, 0),
      row('2024-02-01', 5, 0, 9),
      row('2024-03-01', 4, 2, 7),
      row('2024-04-01', 9, 9, 9),
    ];
    const summary = { lastComplete: '2024-03-01', shareFromExisting: 0.7 } as FlowSummary;
    expect(found({ flow: { rows, summary } }, 'door')).toMatchObject({
      months: 2,
      came: 11,
      left: 16,
      existing: 0.7,
    });
    expect(found({ flow: { rows, summary: { ...summary, lastComplete: null } } }, 'door')).toBeUndefined();
  });

  it('weighs the months that new customers came in, without the small and the open ones', () => {
    const cell = (cohort: string, size: number, again: number, complete = true): CohortRow => ({
      cohort,
      cohort_size: size,
      period: 1,
      period_start: cohort,
      customers: again,
      retention: again / size,
      revenue: 0,
      orders: 0,
      complete,
      low: 0,
      high: 1,
    });
    const cohorts = [
      cell('2024-01-01', 100, 30),
      cell('2024-02-01', 300, 30),
      cell('2024-03-01', 5, 5),
      cell('2024-04-01', 90, 0, false),
    ];
    expect(found({ cohorts }, 'again')).toMatchObject({
      retention: 0.15,
      best: { cohort: '2024-01-01', retention: 0.3 },
      worst: { cohort: '2024-02-01', retention: 0.1 },
    });
    expect(found({ cohorts: cohorts.slice(1) }, 'again')).toBeUndefined();
  });

  it('tells who moved where the earlier window lies within the data', () => {
    const summary: MigrationSummary = {
      from: '2024-01-01',
      to: '2024-12-31',
      window: 365,
      by: 'tier',
      upgraded: 3,
      downgraded: 2,
      stable: 1,
      entered: 4,
      left: 5,
      ironRiseRate: null,
    };
    expect(found({ migration: { summary, begins: '2023-01-02' } }, 'moved')).toMatchObject({
      up: 3,
      down: 2,
      left: 5,
    });
    expect(found({ migration: { summary, begins: '2023-01-03' } }, 'moved')).toBeUndefined();
  });
});
