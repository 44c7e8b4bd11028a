import { expect, it } from 'vitest';
import { columnOf, columnSteps } from '../../src/compute/column-of';

it('has a number for each row', () => {
  expect(columnOf(3, (row) => 10 * row)).toEqual(Float64Array.of(0, 10, 20));
  expect(columnOf(0, () => 1)).toEqual(new Float64Array(0));
});

it('is the same in steps, which come every 8,192 rows', () => {
  const steps = columnSteps(20_000, (row) => row + 0.5);
  let pauses = 0;
  let step = steps.next();
  for (; !step.done; step = steps.next()) pauses += 1;
  expect(step.value).toEqual(columnOf(20_000, (row) => row + 0.5));
  expect(pauses).toBe(3);
});

it('asks for no row that is not there', () => {
  const asked: number[] = [];
  const steps = columnSteps(8193, (row) => asked.push(row));
  while (!steps.next().done);
  expect(asked).toHaveLength(8193);
  expect(asked.at(-1)).toBe(8192);
  expect([...columnSteps(0, () => 1)]).toEqual([]);
});
