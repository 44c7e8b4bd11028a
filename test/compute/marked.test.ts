import { describe, expect, it } from 'vitest';
import { countMarked, sumMarked } from '../../src/compute/marked';

// The first and the third of three customers.
const marks = Int32Array.from([1, 0, 1]);

describe('sums over marked customers', () => {
  it('say how many they are and what they bring of all', () => {
    expect(sumMarked(marks, [100, 20, -5])).toEqual({ customers: 2, amount: 95, all: 115 });
    expect(sumMarked(new Int32Array(0), [])).toEqual({ customers: 0, amount: 0, all: 0 });
  });

  it('count them by group, a customer once for each of its rows', () => {
    // Customer 0 in groups 0 and 1, customer 1 in 1, customer 2 in 1.
    const sums = countMarked(marks, [0, 0, 1, 2], [0, 1, 1, 1], 3, [1, 2, 4, 8]);
    expect([...sums.customers]).toEqual([1, 2, 0]);
    expect([...sums.values]).toEqual([1, 10, 0]);
  });
});
