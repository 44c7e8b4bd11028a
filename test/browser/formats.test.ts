import { expect } from 'chai';
import { inspect, openSource } from '../../src/core';
import { Workers } from './support/faults';

const bytesOf = async (path: string): Promise<ArrayBuffer> => (await fetch(`/${path}`)).arrayBuffer();

const SALES = { customer: 'customer', date: 'date', amount: 'amount' };

describe('files are read in a worker', () => {
  it('Parquet, by the columns that are mapped', async () => {
    const file = new File([await bytesOf('test/fixtures/sales.parquet')], 'sales.parquet');
    const source = await openSource(file, SALES);
    expect(source.report.rowsUsed).to.equal(5);
    expect(source.report.amount.used).to.equal(120.35);
    await source.close();
  });

  it('Arrow IPC', async () => {
    const source = await openSource(await bytesOf('test/fixtures/sales.arrow'), SALES);
    expect(source.report.amount.used).to.equal(120.35);
    await source.close();
  });

  it('with a right error where Parquet is damaged, and the engine answers on', async () => {
    const whole = new Uint8Array(await bytesOf('test/fixtures/sales.parquet'));
    const damaged = whole.slice();
    damaged.fill(7, 8, 600);
    for (const bytes of [whole.slice(0, 100), damaged]) {
      const error = await openSource(bytes, SALES).then(
        () => null,
        (reason) => reason,
      );
      expect(error?.code).to.equal('file-unreadable');
    }
    const source = await openSource(whole, SALES);
    expect((await source.kpis()).summary.customers).to.equal(3);
    await source.close();
  });

  it('packed files that follow each other as one, all of them', async () => {
    const packed = (text: string): Promise<Blob> =>
      new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).blob();
    const rows = (from: number): string =>
      Array.from({ length: 50_000 }, (_, i) => `c${i % 100},2024-01-05,${from + i}.25\n`).join('');
    const parts = [
      await packed(`customer,date,amount\n${rows(0)}`),
      await packed(rows(1)),
      await packed(rows(2)),
    ];
    const source = await openSource(new Blob(parts), SALES);
    expect(source.report.rowsRead).to.equal(150_000);
    expect(source.report.rowsUsed).to.equal(150_000);
    await source.close();
  });

  it('several at once, of different formats', async () => {
    const csv = 'customer,date,amount,order,note\nz,2024-05-01,10,9,x\n';
    const parquet = await bytesOf('test/fixtures/sales.parquet');
    const source = await openSource([new File([csv], 'may.csv'), parquet], SALES);
    expect(source.report.rowsUsed).to.equal(6);
    expect(source.report.amount.used).to.equal(130.35);
    await source.close();
  });

  it('by one worker that is first asked what the file is, and rests until it is asked for all of it', async () => {
    const workers = new Workers();
    const file = new File(['customer,date,amount\na,2024-01-05,3\n'], 'sales.csv');
    const { columns, mapping } = await inspect(file);
    expect(columns).to.deep.equal(['customer', 'date', 'amount']);
    const source = await openSource(file, mapping);
    workers.restore();
    expect(source.report.rowsUsed).to.equal(1);
    expect(workers.made.filter(({ url }) => url.includes('reader.worker'))).to.have.length(1);
    await source.close();
  });
});
