import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DecimalSum, decimalOf, shortened } from '../../../src/data/read/decimal-sum';

describe('a decimal sum', () => {
  it('adds ten million cents without drift', () => {
    const sum = new DecimalSum();
    for (let i = 0; i < 10_000_000; i += 1) sum.add(1, null, 1);
    expect(sum.value).toBe(1_000_000);
  });

  it('adds what floats lose: 1e15 and 0.01', () => {
    const sum = new DecimalSum();
    sum.add(1_000_000_000_000_000, null, 0);
    sum.add(1, null, 2);
    sum.add(-1_000_000_000_000_000, null, 0);
    expect(sum.value).toBe(0.01);
  });

  it('keeps places apart and nothing twice', () => {
    const sum = new DecimalSum();
    sum.add(125, null, 2);
    sum.add(125, null, 3);
    sum.add(-1, null, 0);
    expect(sum.value).toBe(0.375);
    expect(sum.value).toBe(0.375);
    expect(DecimalSum.total([sum, sum])).toBe(0.75);
  });

  it('takes more places than it keeps, rounded', () => {
    const sum = new DecimalSum();
    sum.add(1, null, 25);
    sum.add(0, 12_345_678_901_234_567_890_123n, 22);
    expect(sum.value).toBe(1.2345678901234567);
    expect(shortened(-15n, 1)).toBe(-2n);
    expect(shortened(14n, 1)).toBe(1n);
  });

  it('equals the sum of whole numbers, whatever is added', () => {
    const amount = fc.record({
      units: fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }),
      places: fc.integer({ min: 0, max: 16 }),
    });
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 50 }), (amounts) => {
        const sum = new DecimalSum();
        let exact = 0n;
        for (const { units, places } of amounts) {
          const digits = Number(units);
          sum.add(digits, Number.isSafeInteger(digits) ? null : units, places);
          exact += units * 10n ** BigInt(16 - places);
        }
        expect(sum.value).toBe(decimalOf(exact, 16));
      }),
      { seed: 8 },
    );
  });

  it('prints whole numbers as decimals', () => {
    expect([decimalOf(0n, 2), decimalOf(-5n, 2), decimalOf(123_456n, 3), decimalOf(7n, 0)]).toEqual([
      0, -0.05, 123.456, 7,
    ]);
  });
});
