import { describe, expect, it } from 'vitest';
import { objectTable } from '../../src/data/read/cell-tables';
import type { RfmError } from '../../src/util/rfm-error';
import { readText } from './support/read-text';

const MAPPING = { customer: 'customer.id', date: 'date', amount: 'amount' };
const ROWS = [
  { customer: { id: 'a', name: 'Ann' }, date: '2024-01-01', amount: 10.5 },
  { customer: { id: 7 }, date: '2024-01-02', amount: '2.25' },
  { customer: null, date: '2024-01-03', amount: 4 },
];

const used = async (text: string, mapping: object = MAPPING): Promise<unknown[]> =>
  (await readText(text, mapping)).rows.map(({ customer, amount }) => [customer, amount]);

const TWO = [
  ['a', '10.5'],
  ['7', '2.25'],
];

describe('JSON', () => {
  it('nested one level has columns with a point', async () => {
    expect(objectTable(ROWS).columns).toEqual(['customer.id', 'customer.name', 'date', 'amount']);
    const { rows, outcome } = await readText(JSON.stringify(ROWS), MAPPING);
    expect(rows).toHaveLength(2);
    expect(outcome.rejected).toMatchObject([{ reason: 'missing-customer', rows: 1 }]);
  });

  it('may be an array, one object a line, or pretty', async () => {
    expect(await used(JSON.stringify(ROWS, null, 2))).toEqual(TWO);
    expect(await used(ROWS.map((row) => JSON.stringify(row)).join('\r\n'))).toEqual(TWO);
    expect(await used(`${ROWS.map((row) => JSON.stringify(row)).join('\n\n')}\n`)).toEqual(TWO);
  });

  it('may be the answer of a service, with the rows in one of its parts', async () => {
    expect(await used(JSON.stringify({ next: 2, orders: ROWS }))).toEqual(TWO);
    expect(await used(JSON.stringify({ next: 2, orders: ROWS }, null, 2))).toEqual(TWO);
  });

  it('may be an object of columns', async () => {
    const columns = { who: ['a', 7], date: ['2024-01-01', '2024-01-02'], amount: [10.5, 2.25] };
    expect(await used(JSON.stringify(columns), { customer: 'who' })).toEqual(TWO);
  });

  it('keeps keys that only look nested, and lists, as texts', () => {
    const table = objectTable([{ 'a.b': 1, a: { b: 2 }, tags: ['x'] } as Record<string, unknown>]);
    expect(table.columns).toEqual(['a.b', 'tags']);
    expect(table.text(0, 1)).toBe('["x"]');
    expect(objectTable([JSON.parse('{"__proto__": 1}')]).columns).toEqual(['__proto__']);
  });

  it('that is cut off is refused by the line', async () => {
    const refusal = async (text: string): Promise<RfmError> =>
      readText(text, MAPPING).then(
        () => expect.fail('was read'),
        (error: RfmError) => error,
      );
    expect((await refusal(JSON.stringify(ROWS).slice(0, -5))).code).toBe('file-unreadable');
    const lines = ROWS.map((row) => JSON.stringify(row)).join('\n');
    const error = await refusal(lines.slice(0, -5));
    expect(error.code).toBe('file-unreadable');
    expect(error.message).toMatch(/^Line 3 of the file/);
    expect((await refusal(`${lines}\n5`)).message).toMatch(/^Line 4 .*no object/);
  });
});
