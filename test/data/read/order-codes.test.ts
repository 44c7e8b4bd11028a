import { describe, expect, it } from 'vitest';
import { NumberSet } from '../../../src/data/read/number-set';
import { isBlankOrder, OrderCodes } from '../../../src/data/read/order-codes';
import { OrderStarts } from '../../../src/data/read/order-starts';

function codesOf(orders: OrderCodes, texts: readonly string[]): number[] {
  return texts.map((text) => {
    const bytes = new TextEncoder().encode(`"${text}"`);
    return orders.code(bytes, 1, bytes.length - 1);
  });
}

describe('codes of orders', () => {
  it('are the orders themselves where those are numbers as numbers are printed', () => {
    expect(codesOf(new OrderCodes(), ['536365', '0', '2147483647', '7'])).toEqual([
      536_365,
      0,
      2 ** 31 - 1,
      7,
    ]);
  });

  it('keep 7 and 007 apart, and have a name for every other text', () => {
    const orders = new OrderCodes();
    const texts = ['007', 'C536379', '2147483648', '-5', '1.5', '', '007'];
    const codes = codesOf(orders, texts);
    expect(new Set(codes).size).toBe(6);
    expect(codes[6]).toBe(codes[0]);
    expect(codes.every((code) => code < -(2 ** 30) && !isBlankOrder(code))).toBe(true);
    const { first, step, offsets, bytes } = orders.takeNew();
    const names = texts
      .slice(0, 6)
      .map((_, i) => new TextDecoder().decode(bytes.subarray(offsets[i], offsets[i + 1])));
    expect(names).toEqual(texts.slice(0, 6));
    expect(codes.slice(0, 6)).toEqual(names.map((_, i) => first + i * step));
  });

  it('give each blank order a number of its own', () => {
    const orders = new OrderCodes();
    expect([orders.blank(), orders.blank()]).toEqual([-1, -2]);
    expect(isBlankOrder(-2)).toBe(true);
  });
});

describe('a set of numbers', () => {
  it('agrees with a Set, for neighbours, multiples and scattered numbers', () => {
    for (const number of [
      (i: number) => i,
      (i: number) => i * 1024,
      (i: number) => Math.imul(i, 0x9e3779b1) | 1,
    ]) {
      const [set, known] = [new NumberSet(), new Set<number>()];
      for (let i = 0; i < 20_000; i += 1) {
        const value = number(i % 15_000);
        expect(set.add(value)).toBe(!known.has(value));
        known.add(value);
      }
    }
  });
});

describe('starts of orders', () => {
  it('are the first purchases of orders whose rows stand together', () => {
    const starts = new OrderStarts();
    const rows: [number, number, number, boolean][] = [
      [5, 0, 10, true],
      [5, 0, 10, true],
      [6, 0, 10, false],
      [6, 0, 10, true],
      [4, 1, 9, true],
      [-1, 1, 9, true],
      [-2, 1, 9, true],
    ];
    expect(rows.map((row) => starts.begins(...row))).toEqual([true, false, false, true, true, true, true]);
    expect(starts.whole).toBe(true);
  });

  it.each([
    ['comes again later', [5, 0, 10]],
    ['goes on with another customer', [6, 1, 10]],
    ['goes on another day', [6, 0, 11]],
  ] as const)('are given up where an order %s', (_, [order, customer, day]) => {
    const starts = new OrderStarts();
    starts.begins(5, 0, 10, true);
    starts.begins(6, 0, 10, true);
    starts.begins(order, customer, day, true);
    expect(starts.whole).toBe(false);
  });
});
