import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Dictionary } from '../../../src/data/read/dictionary';
import { writeInteger } from '../../../src/data/read/digits';
import { NumberMap } from '../../../src/data/read/number-map';

const written = (value: number): string => {
  const bytes = new Uint8Array(20);
  return new TextDecoder().decode(bytes.subarray(2, writeInteger(bytes, 2, value)));
};

describe('a whole number written as digits', () => {
  it.each([0, 9, 10, -10, 999_999_999, 1_000_000_000, 2 ** 31 - 1, 2 ** 31, 10 ** 15, 2 ** 53, -(2 ** 53)])(
    '%d reads as it is printed',
    (value) => {
      expect(written(value)).toBe(String(value));
    },
  );

  it('reads as it is printed, whatever its size', () => {
    fc.assert(fc.property(fc.maxSafeInteger(), (value) => written(value) === String(value)));
  });
});

describe('a map of numbers', () => {
  it('gives each key its own value, 0 and the largest included, and -1 for all others', () => {
    const keys = fc.uniqueArray(fc.integer({ min: 0, max: 2 ** 31 - 1 }), { maxLength: 3000 });
    fc.assert(
      fc.property(keys, (some) => {
        const map = new NumberMap();
        const all = [0, 2 ** 31 - 1, ...some.filter((key) => key !== 0 && key !== 2 ** 31 - 1)];
        all.forEach((key, i) => {
          map.set(key, i);
        });
        expect(all.map((key) => map.get(key))).toEqual(all.map((_, i) => i));
        expect(new NumberMap().get(0)).toBe(-1);
      }),
      { numRuns: 30 },
    );
  });
});

describe('ids that come as numbers', () => {
  it('have the code of their text, whichever of the two comes first', () => {
    const dictionary = new Dictionary();
    const bytes = new TextEncoder().encode('17850,12');
    expect(dictionary.codeOfWhole(12)).toBe(0);
    expect(dictionary.code(bytes, 0, 5)).toBe(1);
    expect(dictionary.codeOfWhole(17_850)).toBe(1);
    expect(dictionary.code(bytes, 6, 8)).toBe(0);
    expect(dictionary.size).toBe(2);
  });
});
