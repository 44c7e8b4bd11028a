import { readFileSync } from 'node:fs';
import { makeVector, Table, Utf8, vectorFromArray } from 'apache-arrow';
import { afterAll, describe, expect, it } from 'vitest';
import { openSource } from '../../src/core';
import { sharedEngine } from '../../src/data/engine/engine';
import { failure } from '../support/failure';

const MAPPING = { customer: 'customer', date: 'date', amount: 'amount' };

afterAll(() => sharedEngine().restart());

const csv = (...rows: string[]): string => `customer,date,amount\n${rows.join('\n')}\n`;
const file = (name: string, text: string): File => new File([text], name);

const JANUARY = ['a,05/01/2024,10.00', 'b,06/01/2024,20.00'];
/** The same, with a date that decides the order of day and month. */
const NEW_YEAR = ['a,15/01/2024,10.00', 'b,06/01/2024,20.00'];
const FEBRUARY = ['a,13/02/2024,5.50', 'c,14/02/2024,-1.25'];

describe('several inputs of one shape', () => {
  it('are one table: one dictionary, sums over all, dates read as all of them say', async () => {
    const together = await openSource(
      [file('jan.csv', csv(...JANUARY)), file('feb.csv', csv(...FEBRUARY))],
      MAPPING,
    );
    const one = await openSource(file('all.csv', csv(...JANUARY, ...FEBRUARY)), MAPPING);
    expect(together.report).toEqual(one.report);
    // The first file alone reads as May and June too.
    expect(together.report.to).toBe('2024-02-14');
    expect((await together.rfm()).rows()).toEqual((await one.rfm()).rows());
    await together.close();
    await one.close();
  });

  it('may be of different formats and in memory', async () => {
    const arrow = new Table({
      customer: vectorFromArray(['d'], new Utf8()),
      date: vectorFromArray(['2024-03-01'], new Utf8()),
      amount: makeVector(Float64Array.of(7)),
    });
    const objects = [{ amount: 1, customer: 'e', date: '2024-03-02' }];
    const columns = { customer: ['a'], date: ['2024-03-03'], amount: [2] };
    const tables = await openSource([arrow, objects, columns], MAPPING);
    expect(tables.report.amount.used).toBe(10);
    const mixed = await openSource([file('x.csv', csv('a,2024-01-01,3')), arrow, objects], MAPPING);
    expect(mixed.report.amount.used).toBe(11);
    expect(mixed.report.customers).toBe(3);
    await tables.close();
    await mixed.close();
  });

  it('an array of objects is the rows of one', async () => {
    const rows = [{ customer: 'a', date: '2024-01-01', amount: 3, tags: ['x'] }];
    const source = await openSource(rows, MAPPING);
    expect(source.report.rowsUsed).toBe(1);
    await source.close();
  });

  it('with other columns are refused by the name of the file', async () => {
    const other = file('march.csv', 'customer,date,total\na,2024-01-01,1\n');
    const error = await failure(openSource([file('jan.csv', csv(...JANUARY)), other], MAPPING));
    expect(error.code).toBe('column-missing');
    expect(error.message).toMatch(/^march\.csv: .*lacks "amount".*"total"/);
    expect(error.details).toMatchObject({ input: 'march.csv', missing: ['amount'], added: ['total'] });
  });

  it('name the file of each row that is left out, in the samples, the notes and the download', async () => {
    const source = await openSource(
      [
        file('jan.csv', csv(...NEW_YEAR, ',07/01/2024,1')),
        file('feb.csv', `Report\n${csv('c,soon,2', ...FEBRUARY)}`),
      ],
      MAPPING,
    );
    expect(source.report.rejected.map(({ reason, samples }) => [reason, samples])).toEqual([
      ['missing-customer', [{ input: 'jan.csv', line: 4, text: ',07/01/2024,1' }]],
      ['bad-date', [{ input: 'feb.csv', line: 3, text: 'c,soon,2' }]],
    ]);
    expect(source.report.notes).toMatchObject([
      {
        code: 'preamble',
        message: expect.stringMatching(/^feb\.csv: 1 lines/),
        details: { input: 'feb.csv' },
      },
    ]);
    expect((await (await source.rejectedRows()).text()).split('\r\n')).toEqual([
      'reason,file,line,row',
      'missing-customer,jan.csv,4,",07/01/2024,1"',
      'bad-date,feb.csv,3,"c,soon,2"',
      '',
    ]);
    await source.close();
  });

  it('without rows are passed over, unless all are', async () => {
    const empty = file('sunday.csv', 'customer,date,amount\n');
    const source = await openSource([empty, file('monday.csv', csv('a,2024-01-01,3'))], MAPPING);
    expect(source.report.rowsUsed).toBe(1);
    expect(source.report.notes).toContainEqual({
      code: 'empty-input',
      message: 'sunday.csv has no rows.',
      details: { input: 'sunday.csv' },
    });
    await source.close();
    expect((await failure(openSource([empty, empty], MAPPING))).code).toBe('no-rows');
  });

  it('that cannot be read are named', async () => {
    const error = await failure(
      openSource([file('jan.csv', csv(...JANUARY)), file('scan.pdf', '%PDF-1.4 ')], MAPPING),
    );
    expect(error.code).toBe('format-unknown');
    expect(error.message).toMatch(/^scan\.pdf: /);
  });

  it('of Parquet and CSV count together', async () => {
    const sales = readFileSync('test/fixtures/sales.parquet');
    const csvSales = file('may.csv', 'customer,date,amount,order,note\nb,2024-05-01,10,9,x\n');
    const source = await openSource([csvSales, sales], MAPPING);
    expect(source.report.amount.used).toBe(130.35);
    expect(source.report.customers).toBe(3);
    await source.close();
  });
});

describe('append', () => {
  it('gives what loading together would have given, and keeps filter and selection', async () => {
    const source = await openSource(file('jan.csv', csv(...NEW_YEAR)), { ...MAPPING, dimensions: [] });
    source.filter({ from: '2024-01-01' });
    await source.select({ customers: ['b'] });
    let changes = 0;
    source.onChange(() => {
      changes += 1;
    });
    const report = await source.append(file('feb.csv', csv(...FEBRUARY)));
    const one = await openSource(file('all.csv', csv(...NEW_YEAR, ...FEBRUARY)), MAPPING);
    expect(report).toEqual(one.report);
    expect(source.report).toEqual(one.report);
    expect(source.definition.filter).toEqual({ from: '2024-01-01' });
    expect(await source.selection!.customers.ids()).toEqual(['b']);
    expect((await source.kpis()).summary).toEqual((await one.kpis()).summary);
    expect(changes).toBe(1);
    await source.append([{ customer: 'z', date: '20/02/2024', amount: '100.00' }]);
    expect(source.report.rowsUsed).toBe(5);
    expect((await source.customers({ search: 'z' })).rows()).toHaveLength(1);
    await source.close();
    await one.close();
  });

  it('leaves the source as it was where it fails', async () => {
    const source = await openSource(file('jan.csv', csv(...NEW_YEAR)), MAPPING);
    const before = source.report;
    const error = await failure(source.append(file('other.csv', 'id,when,total\na,2024-01-01,1\n')));
    expect(error.code).toBe('column-missing');
    expect(source.report).toBe(before);
    expect((await source.kpis()).summary.customers).toBe(2);
    await source.append(file('feb.csv', csv(...FEBRUARY)));
    expect(source.report.rowsRead).toBe(4);
    await source.close();
    expect((await failure(source.append(file('x.csv', csv(...NEW_YEAR))))).code).toBe('closed');
  });

  it('waits for the one before; analyses under way end on the rows they began with', async () => {
    const source = await openSource(file('jan.csv', csv(...NEW_YEAR)), MAPPING);
    const early = source.kpis();
    const [first, second] = await Promise.all([
      source.append(file('feb.csv', csv(...FEBRUARY))),
      source.append(file('mar.csv', csv('d,15/03/2024,1'))),
    ]);
    expect([first.rowsRead, second.rowsRead]).toEqual([4, 5]);
    expect((await early).summary.customers).toBe(2);
    expect((await source.kpis()).summary.customers).toBe(3);
    await source.close();
  });

  it('survives a new engine: all inputs are loaded again', async () => {
    const source = await openSource(file('jan.csv', csv(...NEW_YEAR)), MAPPING);
    await source.append(file('feb.csv', csv(...FEBRUARY)));
    sharedEngine().restart();
    expect((await source.kpis()).summary.orders).toBe(3);
    await source.close();
  });
});

describe('refresh', () => {
  it('reads addresses again', async () => {
    const { createServer } = await import('node:http');
    let rows = NEW_YEAR;
    const server = createServer((_request, response) => response.end(csv(...rows)));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const source = await openSource(`http://127.0.0.1:${port}/sales.csv`, MAPPING);
    expect(source.report.rowsRead).toBe(2);
    rows = [...NEW_YEAR, ...FEBRUARY];
    await source.refresh();
    expect(source.report.rowsRead).toBe(4);
    server.closeAllConnections();
    server.close();
    expect((await failure(source.refresh())).code).toBe('network');
    expect((await source.kpis()).summary.customers).toBe(2);
    await source.close();
  });
});
