import { expect } from 'chai';
import { openSource } from '../../src/core';
import { sharedEngine } from '../../src/data/engine/engine';
import type { SourceInput } from '../../src/data/source-options';
import { failure } from '../support/failure';
import { body, csv, mapping, rows, serve, tables } from './support/faults';

/** Runs for minutes if it is let. */
const LONG =
  'SELECT sum(a.range * b.range)::DOUBLE AS x FROM range(3000000) a, range(300000) b WHERE (a.range + b.range) % 7 = 3';

async function figures(input: SourceInput): Promise<unknown> {
  const source = await openSource(input, mapping);
  try {
    return { used: source.report.amount, rows: source.report.rowsUsed, rfm: (await source.rfm()).rows() };
  } finally {
    await source.close();
  }
}

const large = (): Blob =>
  new Blob([
    'id,date,amount\n',
    ...Array.from({ length: 40 }, (_, k) =>
      Array.from({ length: 10_000 }, (_, i) => `c${i},2018-01-0${1 + (i % 9)},${k}.5\n`).join(''),
    ),
  ]);

describe('the engine in a page', () => {
  afterEach(async () => {
    expect(await tables()).to.deep.equal([]);
  });

  it('asks for no extension and is locked', async () => {
    const engine = sharedEngine();
    const result = await engine.query(
      "SELECT current_setting('autoload_known_extensions')::VARCHAR AS a, current_setting('enable_external_access')::VARCHAR AS b, current_setting('lock_configuration')::VARCHAR AS c",
    );
    expect(['a', 'b', 'c'].map((name) => result.getChild(name)!.get(0))).to.deep.equal([
      'false',
      'false',
      'true',
    ]);
    for (const sql of [
      'SET enable_external_access=true',
      'LOAD icu',
      "SELECT * FROM 'https://example.com/x.parquet'",
    ])
      expect((await failure(engine.query(sql))).code).to.equal('engine-failed');
  });

  it('stops a long query at an abort and answers the next', async () => {
    const engine = sharedEngine();
    await engine.start();
    const { generation } = engine;
    const controller = new AbortController();
    const long = failure(engine.query(LONG, controller.signal));
    await new Promise((resolve) => setTimeout(resolve, 200));
    const began = performance.now();
    controller.abort();
    expect((await long).code).to.equal('aborted');
    expect((await engine.query('SELECT 1::INTEGER AS x')).getChild('x')!.get(0)).to.equal(1);
    expect(performance.now() - began).to.be.below(2500);
    expect(engine.generation).to.equal(generation);
  });

  it('gives the same figures for the same rows from an address, a response, a stream, bytes and objects', async () => {
    const bytes = new TextEncoder().encode(csv);
    const wanted = await figures(new Blob([csv]));
    const address = URL.createObjectURL(new Blob([csv]));
    const parts = [bytes.subarray(0, 1000), bytes.subarray(1000, 1001), bytes.subarray(1001)];
    const inputs: SourceInput[] = [
      address,
      new URL(address),
      new Response(csv),
      body([csv.slice(0, 777), csv.slice(777)]),
      body(parts),
      bytes.slice().buffer,
      bytes,
      rows.map((row) => {
        const [id, date, amount] = row.split(',') as [string, string, string];
        return { id, date, amount: Number(amount) };
      }),
    ];
    for (const input of inputs) expect(await figures(input)).to.deep.equal(wanted);
    expect(bytes.length).to.equal(csv.length);
    URL.revokeObjectURL(address);
  });

  it('fetches once although day and month turn out the other way round at the end', async () => {
    const turned = `id,date,amount\n${'a,01/02/2018,1\n'.repeat(100_000)}b,01/31/2018,1\n`;
    const served = serve(() => new Response(body([turned.slice(0, 100_000), turned.slice(100_000)])));
    try {
      const source = await openSource('/any.csv', mapping);
      expect(served.count).to.equal(1);
      expect(source.report).to.include({
        rowsUsed: 100_001,
        dateFormat: 'mdy',
        from: '2018-01-02',
        to: '2018-01-31',
      });
      await source.close();
    } finally {
      served.restore();
    }
  });

  it('tells progress in bytes that only grow', async () => {
    const seen: number[] = [];
    const phases = new Set<string>();
    const file = large();
    const source = await openSource(file, mapping, {
      onProgress: ({ phase, loaded, total }) => {
        phases.add(phase);
        if (phase !== 'reading') return;
        expect(total).to.equal(file.size);
        seen.push(loaded);
      },
    });
    expect(seen).to.deep.equal([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).to.equal(file.size);
    expect([...phases]).to.deep.equal(['reading', 'computing']);
    await source.close();
  });

  it('ends an aborted load at once, whenever it comes, with nothing left behind', async () => {
    const file = large();
    for (const wait of [0, 30, 100, 250, 400]) {
      const controller = new AbortController();
      let began = performance.now();
      setTimeout(() => {
        began = performance.now();
        controller.abort(new Error('gone away'));
      }, wait);
      const outcome = await openSource(file, mapping, { signal: controller.signal }).then(
        (source) => source.close().then(() => 'loaded'),
        (error: { code: string }) => error.code,
      );
      expect(['aborted', 'loaded']).to.include(outcome);
      if (outcome === 'aborted') expect(performance.now() - began).to.be.below(300);
    }
  });

  it('keeps two sources apart that load and answer at the same time', async () => {
    const [a, b] = await Promise.all([
      openSource(new Blob([csv]), mapping),
      openSource(new Blob([csv.replaceAll('c1,', 'd1,')]), mapping),
    ]);
    const [first, second] = await Promise.all([a.rfm(), b.rfm()]);
    expect(first.rows().some(({ customer }) => customer === 'd1')).to.equal(false);
    expect(second.rows().some(({ customer }) => customer === 'd1')).to.equal(true);
    await Promise.all([a.close(), b.close()]);
    expect((await failure(a.rfm())).code).to.equal('closed');
  });
});
