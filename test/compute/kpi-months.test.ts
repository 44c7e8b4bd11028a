import { expect, it } from 'vitest';
import { kpiMonths } from '../../src/compute/kpi-months';
import type { FlowRow } from '../../src/compute/results';
import { dayOfIso, monthOf } from '../../src/util/calendar';

const day = (iso: string): number => dayOfIso(iso)!;
const january = monthOf(day('2024-01-01'));
const flow = [
  { period: '2024-01-01', active: 4, retained: 0 },
  { period: '2024-02-01', active: 0, retained: 0 },
  { period: '2024-03-01', active: 3, retained: 2 },
] as FlowRow[];
const FIGURES = [
  { number: january - 1, new_customers: 0, amount: -5 },
  { number: january - 2, amount: null },
  { number: january, new_customers: 4, new_repeaters: 1, orders: 5, amount: 45, active: 4 },
  { number: january + 2, new_customers: 1, new_repeaters: 2, orders: 0, amount: -2, active: null },
];

it('has every month from the first purchase to as-of, with the totals up to it', () => {
  const months = kpiMonths(FIGURES, flow, day('2024-03-30'));
  expect(months).toEqual([
    {
      month: '2024-01-01',
      complete: true,
      newCustomers: 4,
      orders: 5,
      // The refund before the first purchase belongs to the whole.
      amount: 40,
      averageOrderValue: 8,
      customers: 4,
      activeCustomers: 4,
      repeatRate: 0.25,
      retention: null,
    },
    {
      month: '2024-02-01',
      complete: true,
      newCustomers: 0,
      orders: 0,
      amount: 0,
      averageOrderValue: null,
      customers: 4,
      activeCustomers: 0,
      repeatRate: 0.25,
      retention: 0,
    },
    {
      month: '2024-03-01',
      complete: false,
      newCustomers: 1,
      orders: 0,
      amount: -2,
      averageOrderValue: null,
      customers: 5,
      activeCustomers: 0,
      repeatRate: 0.6,
      // Nobody was there in February.
      retention: null,
    },
  ]);
  expect(kpiMonths(FIGURES, flow, day('2024-03-31'))[2]!.complete).toBe(true);
});

it('holds those who are still there against those of the month before', () => {
  const months = kpiMonths(
    [{ number: january, new_customers: 4 }],
    [
      { period: '2024-01-01', active: 4, retained: 0 },
      { period: '2024-02-01', active: 3, retained: 3 },
      { period: '2024-03-01', active: 6, retained: 1 },
    ] as FlowRow[],
    day('2024-03-31'),
  );
  expect(months.map(({ retention }) => retention)).toEqual([null, 3 / 4, 1 / 3]);
});

it('has no share of customers who came again where there is none at all', () => {
  const [first] = kpiMonths([{ number: january, new_customers: 1, new_repeaters: 0 }], [], day('2024-01-31'));
  expect(first!.repeatRate).toBe(0);
});

it('has none where nobody has bought, and no retention where the flow says nothing', () => {
  expect(
    kpiMonths([{ number: january, new_customers: null }, { number: january + 1 }], flow, day('2024-03-01')),
  ).toEqual([]);
  expect(kpiMonths(FIGURES, [], day('2024-01-31'))[0]!.retention).toBeNull();
});
