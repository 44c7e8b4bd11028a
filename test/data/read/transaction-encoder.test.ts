import { describe, expect, it } from 'vitest';
import { MoneyReader } from '../../../src/data/read/money-reader';
import { type Shape, TransactionEncoder } from '../../../src/data/read/transaction-encoder';
import { decimal, MemorySink } from '../support/read-text';

const money = new MoneyReader('.');
const profits = new MoneyReader('.');

function reading(text: string, reader: MoneyReader = money): MoneyReader {
  const bytes = new TextEncoder().encode(text);
  if (!reader.read(bytes, 0, bytes.length)) throw new Error(text);
  return reader;
}

function encoder(shape: Partial<Shape> = {}): TransactionEncoder {
  return new TransactionEncoder({
    order: false,
    profit: false,
    dimensions: 0,
    isPurchase: (amount) => amount >= 0,
    ...shape,
  });
}

function add(target: TransactionEncoder, amount: string, profit?: string): boolean {
  const read = reading(amount);
  if (!target.fit(read)) return false;
  target.begin(0, 10, read);
  if (profit !== undefined) target.setProfit(reading(profit, profits));
  target.end();
  return true;
}

function amounts(target: TransactionEncoder): string[] {
  const { amount, scale } = target.take();
  return Array.from(amount, (units) => decimal(units, scale));
}

describe('the encoder of transactions', () => {
  it('holds amounts as whole numbers of the finest place met', () => {
    const target = encoder();
    for (const amount of ['12', '12.5', '-0.01', '12.3400']) add(target, amount);
    const batch = target.take();
    expect(batch.scale).toBe(2);
    expect([...batch.amount]).toEqual([1200n, 1250n, -1n, 1234n]);
  });

  it('brings earlier rows along when a later one has more places', () => {
    const target = encoder();
    for (const amount of ['1.5', '2', '0.12345678']) add(target, amount);
    expect(amounts(target)).toEqual(['1.5', '2', '0.12345678']);
  });

  it('brings the row itself along when its profit has more places than its amount', () => {
    const target = encoder({ profit: true });
    add(target, '12.50', '3.125');
    add(target, '1', '-0.0001');
    const { amount, profit, scale } = target.take();
    expect(Array.from(amount, (units) => decimal(units, scale))).toEqual(['12.5', '1']);
    expect(Array.from(profit!, (units) => decimal(units, scale))).toEqual(['3.125', '-0.0001']);
  });

  it('takes the noise of binary fractions for what it is', () => {
    const target = encoder();
    add(target, '12.340000000000002');
    add(target, '0.30000000000000004');
    const batch = target.take();
    expect(batch.scale).toBe(2);
    expect([...batch.amount]).toEqual([1234n, 30n]);
  });

  it('holds 1e15 next to a cent, both to the cent', () => {
    const target = encoder();
    for (const amount of ['1e15', '0.01', '-1000000000000000.01']) add(target, amount);
    expect(amounts(target)).toEqual(['1000000000000000', '0.01', '-1000000000000000.01']);
  });

  it('keeps sums within 64 bits by giving up places nobody can see', () => {
    const target = encoder();
    add(target, '0.00000001');
    for (let i = 0; i < 100; i += 1) add(target, '900000000000.25');
    const { amount, scale } = target.take();
    const sum = amount.reduce((total, units) => total + units, 0n);
    expect(scale).toBeGreaterThanOrEqual(4);
    expect(sum).toBeLessThan(2n ** 63n);
    expect(decimal(sum, scale)).toBe('90000000000025');
  });

  it('uses no amount that would leave no room for cents', () => {
    const target = encoder();
    expect(add(target, '99999999999999999999')).toBe(false);
    expect(add(target, '-92000000000000001')).toBe(false);
    expect(add(target, '0.01')).toBe(true);
    expect(target.counts()).toMatchObject({ rowsUsed: 1, scale: 2 });
  });

  it('hands out batches of 65,536 rows and goes on at the scale it has reached', () => {
    const target = encoder();
    for (let i = 0; i < 65_536; i += 1) {
      expect(target.ready).toBe(false);
      add(target, '1.5');
    }
    expect(target.ready).toBe(true);
    expect(target.take().rows).toBe(65_536);
    add(target, '2');
    const next = target.take();
    expect([next.rows, next.scale, next.amount[0]]).toEqual([1, 1, 20n]);
  });

  it('gives a blank order a number of its own', () => {
    const target = encoder({ order: true });
    for (const code of [0, null, null, 1]) {
      target.begin(0, 1, reading('1'));
      target.setOrder(code);
      target.end();
    }
    expect([...target.take().order!]).toEqual([0, -1, -2, 1]);
  });

  it('marks the first purchase of each order', () => {
    const target = encoder({ order: true });
    for (const [order, amount] of [
      [7, '-1'],
      [7, '2'],
      [7, '3'],
      [null, '4'],
      [null, '-4'],
      [8, '0'],
    ] as const) {
      target.begin(0, 1, reading(amount));
      target.setOrder(order);
      target.end();
    }
    expect([...target.take().begins!]).toEqual([0, 1, 0, 1, 0, 1]);
    expect(target.counts().wholeOrders).toBe(true);
  });

  it('adds up what it uses', () => {
    const target = encoder();
    for (const amount of ['10.5', '-2.25', '0', '-1']) add(target, amount);
    expect(target.counts()).toMatchObject({
      amountUsed: 7.25,
      amountRefunded: -3.25,
      refundRows: 2,
      zeroRows: 1,
      firstDay: 10,
      lastDay: 10,
      lateDay: 10,
    });
  });

  it('counts what it leaves out, with the first samples and the amounts', () => {
    const target = encoder();
    for (let i = 1; i <= 7; i += 1) target.reject('bad-date', i, () => `row ${i}`, reading('0.1'));
    target.reject('bad-amount', 8, () => 'x'.repeat(300), null);
    const { rejected, amountRejected, amountRead } = target.counts();
    expect(rejected).toMatchObject([
      { reason: 'bad-date', rows: 7, amount: 0.7 },
      { reason: 'bad-amount', rows: 1, amount: 0 },
    ]);
    expect(rejected[0]!.samples).toHaveLength(5);
    expect(rejected[1]!.samples[0]!.text).toHaveLength(201);
    expect([amountRejected, amountRead]).toEqual([0.7, 0.7]);
  });

  it('decodes to what went in', async () => {
    const target = encoder({ dimensions: 1 });
    const bytes = new TextEncoder().encode('ann');
    const customer = target.customers.code(bytes, 0, bytes.length);
    const amount = reading('7.25');
    target.fit(amount);
    target.begin(customer, 5, amount);
    target.setDimension(0, target.dimensions[0]!.code(bytes, 0, 1));
    target.end();
    const sink = new MemorySink();
    await sink.batch(target.take());
    expect(sink.rows()).toEqual([{ customer: 'ann', day: 5, amount: '7.25', dimensions: ['a'] }]);
  });
});
