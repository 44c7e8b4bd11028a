import { tableFromArrays, tableToIPC } from 'apache-arrow';
import { afterAll, describe, expect, it } from 'vitest';
import { inspect, openSource } from '../../src/core';
import { sharedEngine } from '../../src/data/engine/engine';
import type { Source } from '../../src/data/source';

afterAll(() => sharedEngine().restart());

const HEADER =
  'rfm_rollup,customer,period_start,transactions,purchases,orders,amount,refunds,refund_rows,zero_rows,first_day,last_day,first_purchase,last_purchase,purchase_day_bits,net_days,first_net_day,last_net_day,net_amount,first_net_amount';

/** One purchase on the fifth of a month. */
function row(customer: string, month: string, amount = 10, kind = '1 month net keep'): string {
  const day = `${month}-05`;
  const dates = [day, day, day, day, 16, 1, day, day, amount, amount];
  return [kind, customer, `${month}-01`, 1, 1, 1, amount, 0, 0, 0, ...dates].join(',');
}

function file(name: string, ...rows: string[]): File {
  return new File([`${[HEADER, ...rows].join('\n')}\n`], name);
}

const JANUARY = file('january.csv', row('a', '2024-01'), row('b', '2024-01'));
const FEBRUARY = file('february.csv', row('a', '2024-02', 20));
const APRIL = file('april.csv', row('b', '2024-04', 5));

async function opened(...input: File[]): Promise<Source> {
  return openSource(input.length === 1 ? input[0]! : input, {}, { grain: 'rollup' });
}

describe('a rollup in good order', () => {
  it('is told by its columns, whether or not it is called one', async () => {
    const source = await openSource(FEBRUARY);
    expect(source.mapping).toEqual({ customer: 'customer', date: 'period_start', amount: 'amount' });
    expect(source.report.notes[0]).toMatchObject({
      code: 'rollup',
      details: { period: 'month', transactions: 1 },
    });
    expect((await source.rfm()).rows()).toMatchObject([
      { customer: 'a', recency_days: 0, frequency: 1, monetary: 20 },
    ]);
    expect((await source.rfm()).definition.rules).toContain(source.report.notes[0]!.message);
    await source.close();
  });

  it('needs no columns chosen where it is looked at first', async () => {
    const seen = await inspect(FEBRUARY);
    expect(seen.missing).toEqual([]);
    const source = await openSource(FEBRUARY, seen.mapping);
    expect((await source.kpis()).summary.amount).toBe(20);
    await source.close();
  });

  it('is read from several partitions, and new ones are added', async () => {
    const source = await opened(JANUARY, FEBRUARY);
    expect((await source.kpis()).summary).toMatchObject({
      customers: 2,
      amount: 40,
      medianDaysBetweenOrders: 31,
    });
    await source.append(file('march.csv', row('b', '2024-03', 60)));
    expect((await source.kpis()).summary).toMatchObject({ customers: 2, amount: 100, repeatRate: 1 });
    await source.close();
  });

  it('takes the period from the folder of a partition that has no column of it', async () => {
    const cut = (line: string): string => line.split(',').toSpliced(2, 1).join(',');
    const partition = (month: string, line: string): File =>
      new File([[HEADER, line].map(cut).join('\n')], `period_start=${month}-01/data_0.csv`);
    const source = await opened(
      partition('2024-01', row('a', '2024-01')),
      partition('2024-02', row('a', '2024-02')),
    );
    expect((await source.cohorts()).rows().map(({ period_start }) => period_start)).toEqual([
      '2024-01-01',
      '2024-02-01',
    ]);
    await source.close();
  });

  it('takes a column of the host for potential, that of the last period', async () => {
    const line = (customer: string, month: string, figure: number): string =>
      `${row(customer, month)},${figure}`;
    const lines = [line('a', '2024-02', 7), line('a', '2024-01', 3), line('b', '2024-01', 9)];
    const source = await opened(new File([[`${HEADER},clv`, ...lines].join('\n')], 'figures.csv'));
    const rows = (await source.quadrant({ potential: 'column:clv' })).rows();
    expect(rows.map((one) => [one.customer, one.current_value, one.potential_value])).toEqual([
      ['a', 20, 7],
      ['b', 10, 9],
    ]);
    await source.close();
  });

  it('counts an order that lies in several of its rows once', async () => {
    const shared = (line: string, ids: string): string => `${line.replace(',1,1,1,', ',1,1,0,')},${ids}`;
    const source = await opened(
      new File(
        [
          [
            `${HEADER},shared_orders`,
            shared(row('a', '2024-01'), 'N1\u001fN2'),
            shared(row('a', '2024-02'), 'N2'),
          ].join('\n'),
        ],
        'shared.csv',
      ),
    );
    expect((await source.rfm()).rows()[0]).toMatchObject({ frequency: 2 });
    source.filter({ from: '2024-02-01' });
    expect((await source.rfm()).rows()[0]).toMatchObject({ frequency: 1 });
    await source.close();
  });
});

describe('what is wrong with a rollup is named, with its place', () => {
  it.each<[string, File[], object]>([
    [
      'rows that are none',
      [new File(['customer,date,amount\na,2024-01-01,1\n'], 'rows.csv')],
      { code: 'column-missing', message: expect.stringContaining('it has no column "rfm_rollup"') },
    ],
    [
      'another version',
      [file('new.csv', row('a', '2024-01', 1, '2 month net keep'))],
      { code: 'format-unknown', message: expect.stringContaining('"2 month net keep"') },
    ],
    [
      'a missing column',
      [new File([[HEADER, row('a', '2024-01')].join('\n').replace('net_days', 'net')], 'x.csv')],
      { code: 'column-missing', message: expect.stringContaining('This rollup by month lacks "net_days".') },
    ],
    [
      'partitions that overlap',
      [JANUARY, FEBRUARY, file('again.csv', row('b', '2024-01', 7))],
      {
        code: 'file-unreadable',
        message: expect.stringContaining(
          'Customer "b" stands in january.csv and in again.csv for the period from 2024-01-01',
        ),
        details: expect.objectContaining({ problem: 'rollup-overlap', inputs: ['january.csv', 'again.csv'] }),
      },
    ],
    [
      'a customer twice in one file',
      [file('twice.csv', row('a', '2024-01'), row('a', '2024-01', 3))],
      { code: 'file-unreadable', message: expect.stringContaining('stands twice in twice.csv') },
    ],
    [
      'a partition that breaks off in a line',
      [
        JANUARY,
        new File([`${HEADER}\n${row('a', '2024-02')}\n1 month net keep,b,2024-02-01,1,1`], 'cut.csv'),
      ],
      {
        code: 'file-unreadable',
        message: expect.stringContaining('cut.csv: Line 3 of the rollup is no whole row'),
      },
    ],
    [
      'a count that is none',
      [file('odd.csv', row('a', '2024-01').replace(',1,1,1,', ',1,many,1,'))],
      { code: 'file-unreadable', message: expect.stringContaining('Row 2 of the rollup has no "purchases"') },
    ],
    [
      'a partition by other rules',
      [JANUARY, file('gross.csv', row('a', '2024-02', 1, '1 month exclude keep'))],
      {
        code: 'format-unknown',
        message: expect.stringContaining(
          'gross.csv: Row 2 says that it is of a rollup "1 month exclude keep"',
        ),
      },
    ],
  ])('%s', async (_, files, error) => {
    await expect(opened(...files)).rejects.toMatchObject(error);
  });

  it('a partition that fails midway, and nothing is shown of the others', async () => {
    const broken = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(`${HEADER}\n${row('a', '2024-02')}\n`));
      },
      pull(controller) {
        controller.error(new Error('connection reset'));
      },
    });
    await expect(openSource([JANUARY, broken], {}, { grain: 'rollup' })).rejects.toMatchObject({
      code: 'network',
      message: expect.stringContaining('Input 2: '),
    });
  });

  it('an Arrow stream that breaks off after a batch', async () => {
    const table = tableFromArrays({
      rfm_rollup: ['1 day net keep'],
      customer: ['a'],
      period_start: ['2024-01-02'],
      ...Object.fromEntries(
        ['transactions', 'purchases', 'orders', 'amount', 'refunds', 'refund_rows', 'zero_rows'].map(
          (name, i) => [name, Int32Array.of(i < 4 ? 1 : 0)],
        ),
      ),
    });
    const whole = tableToIPC(table, 'stream');
    const source = await openSource(whole);
    expect((await source.kpis()).summary.amount).toBe(1);
    await source.close();
    await expect(openSource(whole.slice(0, -8))).rejects.toMatchObject({
      code: 'file-unreadable',
      message: expect.stringContaining('has no end'),
    });
  });

  it('months of which there is no row, in the report and with every result', async () => {
    const source = await opened(JANUARY, APRIL);
    const note = source.report.notes.find(({ code }) => code === 'months-missing')!;
    expect(note.details).toEqual({ months: ['2024-02', '2024-03'] });
    expect((await source.kpis()).definition.rules).toContain(note.message);
    await source.close();
  });

  it('rows of transactions that are no rollup when rows are asked for', async () => {
    await expect(openSource(JANUARY, {}, { grain: 'rows' })).rejects.toMatchObject({
      code: 'invalid-option',
    });
  });
});

describe('what a rollup by month cannot tell is answered with needs-rows', () => {
  const asks: [string, (source: Source) => Promise<unknown>][] = [
    ['momentum', (source) => source.quadrant({ potential: 'momentum' })],
    ['migration by tier', (source) => source.migration({ to: '2024-04-30', from: '2024-01-31' })],
    ['rolling blocks', (source) => source.cohorts({ bucket: 'rolling' })],
    ['cohorts by week', (source) => source.cohorts({ period: 'week' })],
    ['flow by week', (source) => source.flow({ period: 'week' })],
    ['an as-of inside a month', (source) => source.kpis({ asOf: '2024-02-10' })],
    ['the history of a customer', (source) => source.history('a')],
  ];
  it.each(asks)('%s', async (_, ask) => {
    const source = await opened(JANUARY, FEBRUARY, APRIL);
    await expect(ask(source)).rejects.toMatchObject({ code: 'needs-rows' });
    await source.close();
  });

  it('an as-of inside a month, when the source is opened with it', async () => {
    const open = openSource([JANUARY, FEBRUARY], {}, { asOf: '2024-02-03' });
    await expect(open).rejects.toMatchObject({ code: 'needs-rows' });
    const source = await openSource([JANUARY, FEBRUARY], {}, { asOf: '2024-01-31' });
    expect(source.report.rejected).toMatchObject([{ reason: 'after-as-of', rows: 1 }]);
    await source.close();
  });

  it('a filter that begins inside a month, and not one that begins with it', async () => {
    const source = await opened(JANUARY, FEBRUARY, APRIL);
    source.filter({ from: '2024-02-02' });
    await expect(source.kpis()).rejects.toMatchObject({ code: 'needs-rows' });
    source.filter({ from: '2024-02-01', to: '2024-02-29' });
    expect((await source.kpis()).summary).toMatchObject({ customers: 1, amount: 20 });
    await source.close();
  });

  it('other rules for refunds than it was made with', async () => {
    const open = openSource(JANUARY, {}, { refunds: 'exclude' });
    await expect(open).rejects.toMatchObject({
      code: 'needs-rows',
      message: expect.stringContaining('"net"'),
    });
  });

  it('where expected is refused it falls to headroom, and says so; the backtest says why it is not there', async () => {
    const source = await opened(JANUARY, FEBRUARY);
    const { potential } = (await source.quadrant()).summary;
    expect(potential).toMatchObject({ asked: 'expected', method: 'headroom', backtest: null });
    expect(potential.warnings).toMatchObject([
      { code: 'too-few-repeaters', message: expect.stringContaining('by headroom instead') },
      { code: 'needs-rows', message: expect.stringContaining('backtest') },
    ]);
    await source.close();
  });
});
