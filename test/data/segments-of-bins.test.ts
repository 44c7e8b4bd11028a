import { afterAll, expect, it } from 'vitest';
import { openSource } from '../../src/core';
import { sharedEngine } from '../../src/data/engine/engine';
import { SEGMENT_GRID } from '../../src/sql/rfm-query';

afterAll(() => sharedEngine().restart());

/** 40 customers: the later they bought last, the oftener and the dearer, in three different measures. */
const rows = Array.from({ length: 40 }, (_, i) =>
  Array.from({ length: 1 + ((i * 7) % 10) }, (_unused, k) => ({
    customer: `c${i}`,
    date: `2024-${String(1 + ((i * 3 + k) % 12)).padStart(2, '0')}-10`,
    amount: 5 + ((i * 11) % 40),
  })),
).flat();

it.each([2, 3, 4, 7, 10])('of %i bins the scores are mapped to the grid of five', async (bins) => {
  const source = await openSource(rows);
  const five = (score: number): number => Math.ceil((5 * score) / bins);
  const told = (await source.rfm({ bins })).rows();
  expect(new Set(told.map(({ r }) => r)).size).toBeGreaterThan(1);
  for (const { r, f, m, segment } of told) {
    const fm = Math.floor((five(f) + five(m) + 1) / 2);
    expect([r, f, m, segment]).toEqual([r, f, m, SEGMENT_GRID[five(r) - 1]![fm - 1]]);
  }
  await source.close();
});
