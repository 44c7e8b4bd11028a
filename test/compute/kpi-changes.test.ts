import { describe, expect, it } from 'vitest';
import { kpiChanges, livesOnFew } from '../../src/compute/kpi-changes';
import type { KpiSummary } from '../../src/compute/results';

const now: KpiSummary = {
  customers: 150,
  activeCustomers: 60,
  orders: 400,
  amount: 1000,
  averageOrderValue: 2.5,
  repeatRate: 0.5,
  shareOfTop20: 0.6,
  retention: 0.3,
  medianDaysBetweenOrders: 28,
  concentration: { top1: 0.05, top5: 0.2, top10: 0.3, hhi: 0.01, half: 30 },
};
const before: KpiSummary = {
  ...now,
  customers: 120,
  activeCustomers: 80,
  orders: 300,
  amount: 700,
  repeatRate: 0.4,
  retention: null,
  medianDaysBetweenOrders: 31,
};
const earlier: KpiSummary = { ...before, customers: 100, orders: 300, amount: 500 };

describe('kpiChanges', () => {
  it('compares what the last period added to a total with what the one before it added', () => {
    const changes = kpiChanges(now, before, earlier);
    // 300 came in after 200.
    expect(changes.amount).toEqual({ unit: 'share', value: 0.5, added: 300, before: 700 });
    expect(changes.customers).toEqual({ unit: 'share', value: 0.5, added: 30, before: 120 });
  });

  it('compares what stands with how it stood', () => {
    const changes = kpiChanges(now, before, earlier);
    expect(changes.activeCustomers.value).toBeCloseTo(-0.25, 12);
    expect(changes.repeatRate).toMatchObject({ unit: 'points', before: 0.4 });
    expect(changes.repeatRate.value).toBeCloseTo(0.1, 12);
    expect(changes.medianDaysBetweenOrders).toEqual({ unit: 'days', value: -3, added: null, before: 31 });
  });

  it('has no change where there is nothing to compare with', () => {
    const changes = kpiChanges(now, before, earlier);
    expect(changes.orders).toMatchObject({ value: null, added: 100 });
    expect(changes.retention).toMatchObject({ value: null, before: null });
    expect(kpiChanges(now, before, null).amount).toMatchObject({ value: null, added: 300 });
    expect(kpiChanges(now, null, null).amount).toMatchObject({ value: null, added: null, before: null });
  });
});

describe('livesOnFew', () => {
  const few = (top1: number | null, top5: number | null, customers = 100): boolean =>
    livesOnFew({ ...now, customers, concentration: { ...now.concentration, top1, top5 } });

  it('warns from a tenth for one customer and a quarter for five', () => {
    expect(few(0.1, 0.2)).toBe(true);
    expect(few(0.06, 0.25)).toBe(true);
    expect(few(0.09, 0.24)).toBe(false);
  });

  it('says nothing of one customer, or where nothing was earned', () => {
    expect(few(1, 1, 1)).toBe(false);
    expect(few(null, null)).toBe(false);
  });
});

describe('what is not known of a change', () => {
  it('leaves it open, not zero', () => {
    const none = { unit: 'share', value: null, added: null, before: null };
    expect(kpiChanges(now, null, null).amount).toEqual(none);
    expect(kpiChanges(now, before, null).amount).toEqual({ ...none, added: 300, before: 700 });
    expect(kpiChanges(now, before, before).amount.value).toBeNull();
    expect(kpiChanges(now, { ...before, activeCustomers: 0 }, earlier).activeCustomers).toEqual({
      ...none,
      before: 0,
    });
    expect(kpiChanges({ ...now, repeatRate: null }, before, earlier).repeatRate.value).toBeNull();
    expect(kpiChanges(now, null, earlier).activeCustomers).toEqual(none);
  });

  it('says nothing of few where there is only one customer, or no money', () => {
    const concentration = { ...now.concentration, top1: 0.5 };
    expect(livesOnFew({ ...now, customers: 2, concentration })).toBe(true);
    expect(livesOnFew({ ...now, customers: 1, concentration })).toBe(false);
    const nothing = { ...now.concentration, top1: null, top5: 0.9 };
    expect(livesOnFew({ ...now, concentration: nothing })).toBe(false);
  });
});
