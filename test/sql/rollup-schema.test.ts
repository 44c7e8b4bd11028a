import { expect, it } from 'vitest';
import { encodedCounts, encodedSums, kindText } from '../../src/sql/rollup-schema';

it('has counts and sums by day, and days and the sums of days besides where a row spans several', () => {
  const counts = ['part', 'transactions', 'purchases', 'orders', 'refund_rows', 'zero_rows'];
  expect(encodedCounts('day')).toEqual(counts);
  expect(encodedSums('day')).toEqual(['refunds']);
  for (const period of ['week', 'month'] as const) {
    expect(encodedCounts(period)).toEqual([
      ...counts,
      'first_day',
      'last_day',
      'first_purchase',
      'last_purchase',
      'purchase_day_bits',
      'net_days',
      'first_net_day',
      'last_net_day',
    ]);
    expect(encodedSums(period)).toEqual(['refunds', 'net_amount', 'first_net_amount']);
  }
});

it('says its rules in one text', () => {
  const rules = { period: 'week', refunds: 'exclude', zeroAmounts: 'drop' } as const;
  expect(kindText({ ...rules, sample: 1 })).toBe('1 week exclude drop');
  expect(kindText({ ...rules, sample: 0.02 })).toBe('1 week exclude drop 0.02');
});
