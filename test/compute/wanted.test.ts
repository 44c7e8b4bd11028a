import { describe, expect, it } from 'vitest';
import { marksWhere } from '../../src/compute/wanted';

const days = { values: [10, 20, 30] };
const tiers = { codes: [0, 1, 0], names: ['gold', 'lead'] };
const marks = (...conditions: Parameters<typeof marksWhere>[1]): number[] | null => {
  const found = marksWhere(3, conditions);
  return found && [...found];
};

describe('marks by what is wanted of columns', () => {
  it('go to all where nothing is wanted', () => {
    expect(marks()).toEqual([1, 1, 1]);
  });

  it('go to numbers within bounds, both included, or among those listed', () => {
    expect(marks([days, { min: 20 }])).toEqual([0, 1, 1]);
    expect(marks([days, { min: 10, max: 20 }])).toEqual([1, 1, 0]);
    expect(marks([days, 30])).toEqual([0, 0, 1]);
    expect(marks([days, [10, 30, 40]])).toEqual([1, 0, 1]);
    expect(marks([days, null])).toEqual([0, 0, 0]);
  });

  it('go to names that are asked for, and to rows in which every column is as wanted', () => {
    expect(marks([tiers, 'gold'])).toEqual([1, 0, 1]);
    expect(marks([tiers, ['lead', 'iron']])).toEqual([0, 1, 0]);
    expect(marks([tiers, 'gold'], [days, { max: 10 }])).toEqual([1, 0, 0]);
    expect(marks([tiers, []])).toEqual([0, 0, 0]);
    expect(marks([tiers, null])).toEqual([0, 0, 0]);
  });

  it('are not given where names and numbers would be compared', () => {
    expect(marks([days, 'gold'])).toBeNull();
    expect(marks([tiers, 3])).toBeNull();
    expect(marks([tiers, { min: 1 }])).toBeNull();
  });
});
