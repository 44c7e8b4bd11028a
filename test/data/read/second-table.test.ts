import { describe, expect, it } from 'vitest';
import { readText } from '../support/read-text';

const mapping = { customer: 'customer', date: 'date', amount: 'amount' };
const FIRST = 'customer,date,amount\nann,2018-01-01,1\nbob,2018-01-02,2\n';

async function told(text: string): Promise<{
  used: string[];
  malformed: number;
  rows: number;
  notes: { code: string; message: string }[];
}> {
  const { outcome, rows } = await readText(text, mapping);
  const left = outcome.rejected.reduce((sum, { rows: count }) => sum + count, 0);
  expect(outcome.rowsUsed + left).toBe(outcome.rowsRead);
  return {
    used: rows.map(({ customer }) => customer),
    malformed: outcome.rejected.find(({ reason }) => reason === 'malformed-row')?.rows ?? 0,
    rows: outcome.rowsRead,
    notes: outcome.notes.filter(({ code }) => code === 'second-table'),
  };
}

describe('a second table below the first', () => {
  it.each([
    ['of the same number of columns', '\nproduct,date,price\npen,2018-01-01,5\nink,2018-01-02,6\n'],
    ['of fewer columns', '\nproduct,price\npen,5\nink,6\n'],
    ['of more columns', '\nproduct,date,price,stock\npen,2018-01-01,5,1\nink,2018-01-02,6,2\n'],
    ['padded to the width of the first', ',,\nproduct,price,\npen,5,\nink,6,\n'],
    ['with its columns in another order', '\ndate,customer,amount\n2018-01-01,cem,5\n2018-01-02,dan,6\n'],
  ])('%s is left out row by row, and the note names its line', async (_, second) => {
    const { used, malformed, notes } = await told(FIRST + second);
    expect(used).toEqual(['ann', 'bob']);
    expect(malformed).toBe(3);
    expect(notes).toHaveLength(1);
    expect(notes[0]!.message).toMatch(/begins in line 5\. Its 3 rows/);
  });

  it('is seen without a blank line above it where its header says so', async () => {
    const { used, malformed } = await told(`${FIRST}product,order date,price\npen,2018-01-01,5\n`);
    expect(used).toEqual(['ann', 'bob']);
    expect(malformed).toBe(2);
  });

  it('ends where the header of the first stands again', async () => {
    const { used, malformed } = await told(
      `${FIRST}\nproduct,date,price\npen,2018-01-01,5\n\n${FIRST.replaceAll('ann', 'eve')}`,
    );
    expect(used).toEqual(['ann', 'bob', 'eve', 'bob']);
    expect(malformed).toBe(2);
  });

  it('is not seen in rows of the first that are only bad', async () => {
    const bad =
      '\nAnna,soon,free\neve,2018-01-03,3\n\ntotal,,\nfin,2018-01-04,4\n\nchecked by,Bob\ngil,2018-01-05,5\n';
    const { used, notes } = await told(FIRST + bad);
    expect(used).toEqual(['ann', 'bob', 'eve', 'fin', 'gil']);
    expect(notes).toEqual([]);
  });

  it('is none where a second line of the header names units', async () => {
    const { used } = await told(`customer,date,amount\nname,day,price in euros\nann,2018-01-01,1\n`);
    expect(used).toEqual(['ann']);
  });
});
