import { describe, expect, it } from 'vitest';
import {
  checkAtLeast,
  checkFinite,
  checkOneOf,
  checkOption,
  checkWhole,
  numberOf,
  numbersOf,
  wholeOption,
} from '../../src/compute/option-checks';

describe('an option', () => {
  it('is given back where it holds; else the error names it, what it is and what it may be', () => {
    expect(checkOption(true, 'k', 7, 'few')).toBe(7);
    expect(() => checkOption(false, 'k', 7, 'few')).toThrow('k is 7; it must be few.');
    try {
      checkOption(false, 'k', 'x', 'few');
    } catch (error) {
      expect(error).toMatchObject({
        code: 'invalid-option',
        details: { option: 'k', value: 'x', allowed: 'few' },
      });
    }
  });

  it.each([
    ['text', '"text"'],
    [null, 'null'],
    [undefined, 'undefined'],
    [Number.NaN, 'NaN'],
    [{ a: Number.NaN, b: 1n }, '{"a":"NaN","b":"1"}'],
    [[1, 'x'], '[1,"x"]'],
  ])('is shown as what it is: %s', (value, shown) => {
    expect(() => checkOption(false, 'o', value, 'else')).toThrow(`o is ${shown}; it must be else.`);
  });
});

describe('a number', () => {
  it('is at least the least, and finite', () => {
    expect(checkAtLeast('z', 0, 0)).toBe(0);
    expect(checkAtLeast('z', 5, 0)).toBe(5);
    for (const value of [-0.1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => checkAtLeast('z', value, 0)).toThrow(
        `z is ${value}; it must be a finite number of at least 0.`,
      );
  });

  it('is whole and between its ends, both allowed', () => {
    expect([checkWhole('k', 2, 2, 4), checkWhole('k', 4, 2, 4)]).toEqual([2, 4]);
    for (const value of [1, 5, 2.5, Number.NaN])
      expect(() => checkWhole('k', value, 2, 4)).toThrow(
        `k is ${value}; it must be a whole number from 2 to 4.`,
      );
  });

  it('may be an attribute, left out or empty for the usual one', () => {
    expect([undefined, null, '', '3', 3].map((given) => wholeOption('k', given, 7, 2, 9))).toEqual([
      7, 7, 7, 3, 3,
    ]);
    expect([wholeOption('k', 2, 7, 2, 9), wholeOption('k', 9, 7, 2, 9)]).toEqual([2, 9]);
    for (const given of [' ', 'x', '1', '10', '2.5', true, {}])
      expect(() => wholeOption('k', given, 7, 2, 9)).toThrow('it must be a whole number from 2 to 9.');
    expect(() => wholeOption('k', 'x', 7, 2, 9)).toThrow('k is "x"');
  });

  it('is read from numbers and texts of one alone', () => {
    expect([
      numberOf('1.5', 0),
      numberOf(2, 0),
      numberOf('', 4),
      numberOf(null, 4),
      numberOf(undefined, 4),
    ]).toEqual([1.5, 2, 4, 4, 4]);
    for (const given of [' ', 'x', true, [], {}]) expect(numberOf(given, 4)).toBeNaN();
  });

  it('comes in lists, or as text with commas', () => {
    expect(numbersOf('1, 2,3')).toEqual([1, 2, 3]);
    expect(numbersOf([1, '2'])).toEqual([1, 2]);
    expect(numbersOf('1,,x')).toEqual([1, Number.NaN, Number.NaN]);
    expect(numbersOf([null])).toEqual([Number.NaN]);
    expect([numbersOf(5), numbersOf(null)]).toEqual([[], []]);
  });

  it('in a list is finite, or the first that is not is named', () => {
    const values = [1, 2];
    expect(checkFinite('x', values)).toBe(values);
    expect(() => checkFinite('x', [1, Number.NaN, Infinity])).toThrow(
      'x[1] is NaN; it must be a finite number.',
    );
  });
});

describe('a word', () => {
  it('is one of those allowed', () => {
    expect(checkOneOf('by', 'day', ['day', 'week'])).toBe('day');
    expect(() => checkOneOf('by', 'year' as string, ['day', 'week'])).toThrow(
      'by is "year"; it must be one of day, week.',
    );
  });
});
