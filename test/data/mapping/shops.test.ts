import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readText } from '../support/read-text';

const csv = (rows: readonly (readonly (string | number)[])[]): string =>
  `${rows.map((row) => row.join(',')).join('\n')}\n`;
const codes = ({ notes }: { notes: readonly { code: string }[] }): string[] => notes.map(({ code }) => code);
const day = (i: number): string => `2018-0${1 + (i % 9)}-1${i % 9}`;

describe('an export of Shopify', () => {
  const HEADER = [
    'Name',
    'Email',
    'Financial Status',
    'Currency',
    'Subtotal',
    'Total',
    'Created at',
    'Lineitem quantity',
    'Lineitem name',
    'Lineitem price',
    'Refunded Amount',
  ];
  /** Orders of two items at 10 and 20; `total` stands where the shop puts it. */
  const orders = (total: (item: number) => number | ''): string =>
    csv([
      HEADER,
      ...Array.from({ length: 60 }, (_, i) => {
        const order = i >> 1;
        const item = i & 1;
        const email = `who${order % 7}@example.org`;
        return [
          `#${1001 + order}`,
          email,
          item ? '' : 'paid',
          item ? '' : 'USD',
          total(item) && 30 + order,
          total(item) && 30 + order,
          `${day(order)} 10:00:00 -0400`,
          1,
          item ? 'Ink' : 'Pen',
          10 + order / 2 + 10 * item,
          item ? '' : 0,
        ];
      }),
    ]);

  it('has the amount of an order on its first row alone: the order is counted once, and that is said', async () => {
    const { outcome, rows } = await readText(orders((item) => (item === 0 ? 1 : '')));
    expect(outcome.mapping).toEqual({
      customer: 'Email',
      date: 'Created at',
      amount: 'Total',
      order: 'Name',
    });
    expect(outcome).toMatchObject({ rowsRead: 60, rowsUsed: 30, amountRead: 30 * 30 + (29 * 30) / 2 });
    expect(outcome.rejected).toMatchObject([{ reason: 'bad-amount', rows: 30 }]);
    expect(codes(outcome)).toContain('order-amount-first');
    expect(rows[1]).toMatchObject({ customer: 'who1@example.org' });
    expect(new Set(rows.map(({ order }) => order)).size).toBe(30);
  });

  it('with the amount of the order on every row is not counted twice without a word', async () => {
    const { outcome } = await readText(orders(() => 1));
    expect(codes(outcome)).toContain('order-amount-repeated');
    const lines = await readText(
      orders(() => 1),
      { amount: 'Lineitem quantity*Lineitem price' },
    );
    expect(codes(lines.outcome)).not.toContain('order-amount-repeated');
    expect(lines.outcome.amountRead).toBe(outcome.amountRead / 2);
  });
});

describe('a customer', () => {
  const table = (unique: string): string =>
    csv([
      ['order_id', 'customer_id', unique, 'customer_city', 'order_purchase_timestamp', 'payment_value'],
      ...Array.from({ length: 200 }, (_, i) => [`o${i}`, `c${i}`, `u${i % 150}`, `town${i % 9}`, day(i), i]),
    ]);

  it('is the one who comes again, not an id per order as Olist has', async () => {
    for (const unique of ['customer_unique_id', 'customer_no']) {
      const { outcome } = await readText(table(unique));
      expect(outcome.mapping).toMatchObject({ customer: unique, order: 'order_id' });
      expect(codes(outcome)).not.toContain('customer-per-order');
    }
  });

  it('who is named, or the only one there is, and never comes again is noted', async () => {
    expect(codes((await readText(table('customer_no'), { customer: 'customer_id' })).outcome)).toContain(
      'customer-per-order',
    );
    const { outcome } = await readText(table('note'));
    expect(outcome.mapping.customer).toBe('customer_id');
    expect(codes(outcome)).toContain('customer-per-order');
  });

  it('who is only a guess is one to be checked: the report says how sure it is', async () => {
    const { outcome } = await readText('email,date,amount\na@b.org,2018-01-01,1\nc@d.org,2018-01-02,2\n');
    expect(outcome.confidence).toMatchObject({ date: expect.closeTo(0.9, 1), amount: 1 });
    expect(outcome.confidence.customer).toBeLessThan(0.55);
    expect(outcome.notes).toMatchObject([
      { code: 'guessed-column', details: { part: 'customer', column: 'email' } },
    ]);
    const named = await readText('email,date,amount\na@b.org,2018-01-01,1\n', { customer: 'email' });
    expect(named.outcome.confidence.customer).toBe(1);
    expect(named.outcome.notes).toEqual([]);
  });
});

describe('an order', () => {
  it('has one customer: a number that several share is none', async () => {
    const rows = Array.from({ length: 40 }, (_, i) => [`till${i % 4}`, `c${i % 13}`, day(i), i]);
    const { outcome } = await readText(csv([['order_no', 'customer_id', 'date', 'amount'], ...rows]));
    expect(outcome.mapping.order).toBeUndefined();
  });
});

describe('a table without a header', () => {
  it('is mapped by what its columns look like, as a guess: ids with leading zeros, dates, sums with cents', async () => {
    const { outcome } = await readText(readFileSync('test/fixtures/CDNOW_sample.txt'));
    expect(outcome).toMatchObject({
      mapping: { customer: 'column1', date: 'column3', amount: 'column5' },
      confidence: { customer: 0.4, date: 0.4, amount: 0.4 },
      rowsRead: 6919,
      rowsUsed: 6919,
      amountRead: 244_091.94,
    });
    expect(codes(outcome)).toEqual(['guessed-column', 'guessed-column', 'guessed-column']);
  });

  it('is asked about where two columns may be meant by a part', async () => {
    const rows = Array.from({ length: 30 }, (_, i) => [
      `000${i % 7}`,
      `00${i % 5}`,
      day(i),
      `${i}.50`,
      `${i}.25`,
    ]);
    await expect(readText(csv(rows))).rejects.toMatchObject({
      code: 'mapping-needed',
      details: { missing: ['customer', 'amount'], found: { date: 'column3' } },
    });
  });
});
