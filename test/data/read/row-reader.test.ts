import { describe, expect, it } from 'vitest';
import { columnTable, objectTable } from '../../../src/data/read/cell-tables';
import { isoOf } from '../../../src/util/calendar';
import { RfmError } from '../../../src/util/rfm-error';
import { readTable, readText } from '../support/read-text';

const mapping = { customer: 'id', date: 'date', amount: 'amount' };

async function dates(cells: string[], options = {}): Promise<(string | null)[]> {
  const { rows } = await readText(
    `id;date;amount\n${cells.map((cell, i) => `${i};${cell};1`).join('\n')}`,
    mapping,
    options,
  );
  const byId = new Map(rows.map(({ customer, day }) => [customer, isoOf(day)]));
  return cells.map((_, i) => byId.get(String(i)) ?? null);
}

describe('a row', () => {
  it('is left out for the first reason of the contract that applies', async () => {
    const text = [
      'id,date,amount,status',
      'a,2018-01-01,1,Cancelled',
      ',no date,no amount,ok',
      'b,no date,no amount,ok',
      'b,2018-01-01,no amount,ok',
      'b,2019-01-01,1,ok',
      'b,2018-01-01,1,ok',
      ' NA ,2018-01-01,2.50,ok',
      'b,2018-01-01',
      'b,,3,ok',
    ].join('\n');
    const { outcome } = await readText(text, mapping, {
      exclude: 'status=Cancelled',
      asOf: '2018-12-31',
      delimiter: ',',
    });
    const reasons = Object.fromEntries(
      outcome.rejected.map(({ reason, rows, amount }) => [reason, [rows, amount]]),
    );
    expect(reasons).toEqual({
      excluded: [1, 1],
      'missing-customer': [2, 2.5],
      'bad-date': [2, 3],
      'bad-amount': [1, 0],
      'malformed-row': [1, 0],
      'after-as-of': [1, 1],
    });
    expect(outcome).toMatchObject({ rowsRead: 9, rowsUsed: 1, amountRead: 8.5, amountRejected: 7.5 });
  });

  it.each(['', ' ', 'NA', 'n/a', 'NULL', 'null', 'NaN', 'None', '\\N', '\u00a0', '\u3000'])(
    'has no customer in %j',
    async (id) => {
      const { outcome } = await readText(`id,date,amount\n${id},2018-01-01,1\nx,2018-01-01,1\n`, mapping);
      expect(outcome.rejected).toMatchObject([{ reason: 'missing-customer', rows: 1, amount: 1 }]);
    },
  );

  it('keeps ids as they stand, trimmed, but for the fraction of a number with gaps', async () => {
    const ids = ['00001', ' x ', 'X', 'x', '17850.0', '17850', '1.50', '0.0', 'v1.0', '.0'];
    const { rows } = await readText(
      `id,date,amount\n${ids.map((id) => `${id},2018-01-01,1`).join('\n')}`,
      mapping,
    );
    expect(rows.map(({ customer }) => customer)).toEqual([
      '00001',
      'x',
      'X',
      'x',
      '17850',
      '17850',
      '1.50',
      '0',
      'v1.0',
      '.0',
    ]);
  });

  it('multiplies two columns exactly, keeping the places of both', async () => {
    const text =
      'id,date,q,p\na,2018-01-01,3,0.0001\nb,2018-01-01,0.125,1.5\nc,2018-01-01,,2\nd,2018-01-01,123456789,98765.43\n';
    const { rows, outcome } = await readText(text, { ...mapping, amount: 'q*p' });
    expect(rows.map(({ amount }) => amount)).toEqual(['0.0003', '0.1875', '12193262852004.27']);
    expect(outcome.rejected).toMatchObject([{ reason: 'bad-amount', rows: 1 }]);
  });

  it('takes the refunded amount beside it as a refund of its own, once', async () => {
    const text =
      'id,date,amount,refunded\na,2018-01-01,10,2.50\nb,2018-01-01,5,\nc,2018-01-01,5,0\nd,2018-01-01,7,-1\n';
    const { rows, outcome } = await readText(text, mapping, { refund: 'refunded' });
    expect(rows.map(({ customer, amount }) => [customer, amount])).toEqual([
      ['a', '10'],
      ['a', '-2.5'],
      ['b', '5'],
      ['c', '5'],
      ['d', '7'],
      ['d', '-1'],
    ]);
    expect(outcome).toMatchObject({ rowsRead: 4, rowsUsed: 4, amountRead: 23.5 });
  });

  it('is left out where its refund cannot be read, and told where its profit cannot', async () => {
    const text =
      'id,date,amount,refunded,profit\na,2018-01-01,10,some,1\nb,2018-01-01,5,1,much\nc,2018-01-01,5,,\n';
    const { outcome, rows } = await readText(text, { ...mapping, profit: 'profit' }, { refund: 'refunded' });
    expect(outcome.rejected).toMatchObject([{ reason: 'bad-amount', rows: 1, amount: 10 }]);
    expect(rows.map(({ profit }) => profit)).toEqual(['0', '0', '0']);
    expect(outcome.notes).toMatchObject([
      { code: 'unreadable-profit', message: expect.stringContaining('1 rows') },
    ]);
  });

  it('counts again where it repeats one before to the letter', async () => {
    const { outcome } = await readText(
      'id,date,amount\na,2018-01-01,1\na,2018-01-01,1\na,2018-01-01,1.0\na,2018-01-01,1\r\n',
      mapping,
    );
    expect(outcome).toMatchObject({ rowsUsed: 4, duplicateRows: 2 });
  });

  it('never has amounts of several currencies added up, in either factor', async () => {
    for (const [amount, text] of [
      ['amount', 'id;date;amount\na;2018-01-01;$5\nb;2018-01-01;€6\n'],
      ['q*p', 'id;date;q;p\na;2018-01-01;1;$5\nb;2018-01-01;1;6 EUR\n'],
    ] as const) {
      const error = await readText(text, { ...mapping, amount }).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(RfmError);
      expect((error as RfmError).code).toBe('mapping-needed');
      expect((error as RfmError).details).toMatchObject({ currencies: { USD: 1, EUR: 1 } });
    }
  });

  it('names the currency by sign, code or header', async () => {
    const currency = async (name: string, cell: string): Promise<string | null> =>
      (await readText(`id;date;${name}\na;2018-01-01;${cell}\n`, { ...mapping, amount: name })).outcome
        .currency;
    expect(await currency('amount', '£5')).toBe('GBP');
    expect(await currency('amount', '5 CHF')).toBe('CHF');
    expect(await currency('Umsatz (€)', '5')).toBe('EUR');
    expect(await currency('金额(元)', '5')).toBe('CNY');
    expect(await currency('amount_usd', '5')).toBe('USD');
    expect(await currency('amount', '5')).toBeNull();
  });
});

describe('the order of day and month', () => {
  it('is decided by the values', async () => {
    expect(await dates(['01/02/2018', '13/02/2018'])).toEqual(['2018-02-01', '2018-02-13']);
    expect(await dates(['01/02/2018', '02/13/2018'])).toEqual(['2018-01-02', '2018-02-13']);
  });

  it('is decided by all values, also those far behind the first', async () => {
    const cells = Array.from({ length: 5000 }, (_, i) => `0${1 + (i % 9)}/0${1 + (i % 7)}/2018`);
    const read = await readText(
      `id;date;amount\n${[...cells, '02/13/2018'].map((cell, i) => `${i % 50};${cell};1`).join('\n')}`,
      mapping,
    );
    expect(read.restarts).toBe(1);
    expect(read.outcome).toMatchObject({ dateFormat: 'mdy', rowsUsed: 5001, notes: [] });
    expect(isoOf(read.rows[1]!.day)).toBe('2018-02-02');
  });

  it('is not turned by one slip among many that say otherwise', async () => {
    const cells = Array.from({ length: 2000 }, (_, i) =>
      i < 500 ? '01/02/2018' : `${13 + (i % 10)}/02/2018`,
    );
    cells[450] = '02/13/2018';
    const read = await readText(
      `id;date;amount\n${cells.map((cell, i) => `${i % 50};${cell};1`).join('\n')}`,
      mapping,
    );
    expect(read.restarts).toBe(0);
    expect(read.outcome).toMatchObject({ dateFormat: 'dmy', rowsUsed: 1999 });
    expect(read.outcome.notes.map(({ code }) => code)).toEqual(['swapped-dates']);
  });

  it('is asked for where nothing decides', async () => {
    const text = 'id;date;amount\na;01/02/2018;1\nb;03/04/2018;1\n';
    await expect(readText(text, mapping)).rejects.toMatchObject({
      code: 'mapping-needed',
      message: expect.stringMatching(/"01\/02\/2018", "03\/04\/2018".*reads as dmy and as mdy.*date-format/),
      details: {
        missing: ['dateFormat'],
        candidates: { dateFormat: ['dmy', 'mdy'] },
        samples: { date: ['01/02/2018', '03/04/2018'] },
      },
    });
    expect((await readText(text, mapping, { dateFormat: 'mdy' })).outcome.dateFormat).toBe('mdy');
    expect(await dates(['02/02/2018', '03/03/2018'])).toEqual(['2018-02-02', '2018-03-03']);
  });

  it('is not mistaken for a year of two digits in front', async () => {
    const day = Array.from({ length: 450 }, () => '12/1/10 8:26');
    expect((await dates([...day, '12/13/10 9:00'])).slice(-2)).toEqual(['2010-12-01', '2010-12-13']);
    expect(await dates(['24-01-05', '24-02-11', '24-03-09'])).toEqual([
      '2024-01-05',
      '2024-02-11',
      '2024-03-09',
    ]);
    expect(await dates(['97-01-31', '97-02-01'])).toEqual(['1997-01-31', '1997-02-01']);
  });

  it('is what the caller says', async () => {
    expect(await dates(['01/02/2018'], { dateFormat: 'mdy' })).toEqual(['2018-01-02']);
    expect(await dates(['01/02/2018'], { dateFormat: 'DD/MM/YYYY' })).toEqual(['2018-02-01']);
    await expect(dates(['01/02/2018'], { dateFormat: 'whenever' })).rejects.toMatchObject({
      code: 'invalid-option',
    });
  });

  it('is learned again in a table in memory', async () => {
    const rows = Array.from({ length: 1000 }, (_, i) => ({ id: i, date: '01/02/2018', amount: 1 }));
    rows[900] = { id: 900, date: '01/31/2018', amount: 1 };
    const read = await readTable(objectTable(rows), mapping);
    expect(read.restarts).toBe(1);
    expect(read.outcome).toMatchObject({ rowsUsed: 1000, dateFormat: 'mdy' });
  });
});

describe('the decimal sign', () => {
  it('is the one under which the amounts read', async () => {
    const amounts = async (...cells: string[]): Promise<string[]> =>
      (
        await readText(`id;date;amount\n${cells.map((cell) => `a;2018-01-01;${cell}`).join('\n')}`, mapping)
      ).rows.map(({ amount }) => amount);
    expect(await amounts('1,50', '12')).toEqual(['1.5', '12']);
    expect(await amounts('1.50', '12')).toEqual(['1.5', '12']);
    expect(await amounts('1.234,5', '1.234')).toEqual(['1234.5', '1234']);
    expect(await amounts('1,234.5', '1,234')).toEqual(['1234.5', '1234']);
  });

  it('is decided by all amounts, also those far behind the first', async () => {
    const cells = Array.from({ length: 1000 }, (_, i) => `${i}`);
    const text = `id;date;amount\n${[...cells, '12,5'].map((cell) => `a;2018-01-01;${cell}`).join('\n')}`;
    const read = await readText(text, mapping);
    expect(read.outcome).toMatchObject({ decimal: ',', rowsUsed: 1001 });
    expect(read.rows.at(-1)!.amount).toBe('12.5');
  });
});

describe('a table in memory', () => {
  it('gives the same rows as objects and as columns', async () => {
    const objects = [
      { id: 1, date: new Date(Date.UTC(2018, 0, 31)), amount: 1.1 },
      { id: null, date: '2018-01-31', amount: 1 },
      { id: 3n, date: '2018-01-31', amount: 0.1 + 0.2 },
      { date: '2018-01-31', amount: 5 },
      { id: 'x', date: new Date(Number.NaN), amount: Number.NaN },
    ];
    const columns = {
      id: objects.map(({ id }) => id),
      date: objects.map(({ date }) => date),
      amount: Float64Array.from(objects, ({ amount }) => amount),
    };
    const [a, b] = [
      await readTable(objectTable(objects), mapping),
      await readTable(columnTable(columns), mapping),
    ];
    expect(a.rows).toEqual([
      { customer: '1', day: 17_562, amount: '1.1' },
      { customer: '3', day: 17_562, amount: '0.3' },
    ]);
    expect(b).toEqual(a);
    expect(a.outcome.rejected).toMatchObject([
      { reason: 'missing-customer', rows: 2 },
      { reason: 'bad-date', rows: 1 },
    ]);
  });

  it('may have columns of different lengths and rows that are nothing', async () => {
    const short = await readTable(
      columnTable({ id: ['a', 'b'], date: ['2018-01-01'], amount: [1] }),
      mapping,
    );
    expect(short.outcome).toMatchObject({ rowsRead: 2, rowsUsed: 1 });
    const odd = [null, 5, { id: 'a', date: '2018-01-01', amount: 1 }] as unknown as Record<string, unknown>[];
    expect((await readTable(objectTable(odd), mapping)).outcome).toMatchObject({ rowsRead: 3, rowsUsed: 1 });
  });
});

describe('JSON', () => {
  const rows = [
    { id: 'a', date: '2018-01-01', amount: 1.5 },
    { id: 'b', date: '2018-01-02', amount: '2' },
  ];
  it('is read as an array or as one object a line', async () => {
    const array = await readText(JSON.stringify(rows), mapping);
    const lines = await readText(rows.map((row) => JSON.stringify(row)).join('\n'), mapping);
    expect(array.rows.map(({ amount }) => amount)).toEqual(['1.5', '2']);
    expect(lines.rows).toEqual(array.rows);
  });

  it('that is cut off is refused with what to do', async () => {
    await expect(readText(JSON.stringify(rows).slice(0, -5), mapping)).rejects.toMatchObject({
      code: 'file-unreadable',
    });
    await expect(readText('[]', mapping)).rejects.toMatchObject({ code: 'no-rows' });
  });
});
