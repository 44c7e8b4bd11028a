import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  DateDay,
  Decimal,
  Field,
  makeData,
  Schema,
  Table,
  tableFromArrays,
  tableToIPC,
  Vector,
  vectorFromArray,
} from 'apache-arrow';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSource, type Progress } from '../../src/core';
import { sharedEngine } from '../../src/data/engine/engine';
import type { PartialMapping, SourceInput, SourceOptions } from '../../src/data/source-options';
import { isoOf } from '../../src/util/calendar';
import { RfmError } from '../../src/util/rfm-error';
import { failure } from '../support/failure';

const mapping = { customer: 'id', date: 'date', amount: 'amount' };
const DAY_MS = 86_400_000;

const rows = Array.from({ length: 500 }, (_, i) => ({
  id: `c${i % 37}`,
  date: isoOf(17_000 + ((i * 13) % 400)),
  amount: (i * 37) % 11 === 0 ? -1.25 : ((i * 7919) % 10_000) / 100,
}));
const csv = `id,date,amount\n${rows.map(({ id, date, amount }) => `${id},${date},${amount}`).join('\n')}\n`;
const bytes = new TextEncoder().encode(csv);

const unhandled: unknown[] = [];
const note = (reason: unknown): void => void unhandled.push(reason);

beforeEach(() => void process.on('unhandledRejection', note));
afterEach(async () => {
  await new Promise((resolve) => setTimeout(resolve, 20));
  process.off('unhandledRejection', note);
  expect(unhandled.splice(0)).toEqual([]);
  expect(await tables()).toEqual([]);
});
afterAll(() => sharedEngine().restart());

async function tables(): Promise<string[]> {
  const result = await sharedEngine().query(
    'SELECT table_name::VARCHAR AS name FROM duckdb_tables() ORDER BY 1',
  );
  return [...result.getChild('name')!] as string[];
}

async function figures(input: SourceInput, options: SourceOptions = {}): Promise<unknown> {
  const source = await openSource(input, mapping, options);
  try {
    const { encoding, delimiter, dateFormat, decimal, ...report } = source.report;
    return { report, rfm: (await source.rfm()).rows(), pareto: (await source.pareto()).summary };
  } finally {
    await source.close();
  }
}

function arrow(): Table {
  return tableFromArrays({
    id: rows.map(({ id }) => id),
    date: rows.map(({ date }) => date),
    amount: Float64Array.from(rows, ({ amount }) => amount),
  });
}

function streamOf(chunks: readonly Uint8Array[], error?: unknown): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at < chunks.length) controller.enqueue(chunks[at]!);
      else if (error === undefined) controller.close();
      else controller.error(error);
      at += 1;
    },
  });
}

async function gzip(data: Uint8Array): Promise<Uint8Array> {
  const packed = new Blob([data as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

describe('the same rows', () => {
  it('give the same report and figures in whatever form they come', async () => {
    const wanted = await figures(bytes);
    const forms: Record<string, SourceInput> = {
      'an array buffer': bytes.slice().buffer,
      'a blob': new Blob([bytes]),
      'a response': new Response(bytes),
      'a stream': streamOf([bytes.slice(0, 1000), bytes.slice(1000)]),
      'packed bytes': await gzip(bytes),
      objects: rows,
      columns: {
        id: rows.map(({ id }) => id),
        date: rows.map(({ date }) => date),
        amount: Float64Array.from(rows, ({ amount }) => amount),
      },
      'an Arrow table': arrow(),
      'an Arrow stream': tableToIPC(arrow(), 'stream'),
      'an Arrow file': tableToIPC(arrow(), 'file'),
      JSON: new TextEncoder().encode(JSON.stringify(rows)),
      'lines of JSON': new TextEncoder().encode(rows.map((row) => JSON.stringify(row)).join('\n')),
    };
    for (const [name, input] of Object.entries(forms)) expect(await figures(input), name).toEqual(wanted);
  });

  it('come from Arrow dates, timestamps and decimals as well', async () => {
    const days = Int32Array.from(rows, ({ date }) => Date.parse(date) / DAY_MS);
    const date = new Vector([
      makeData({ type: new DateDay(), length: days.length, nullCount: 0, data: days }),
    ]);
    const units = new Uint32Array(rows.length * 4);
    rows.forEach(({ amount }, i) => {
      const value = BigInt.asUintN(128, BigInt(Math.round(amount * 100)));
      for (let word = 0; word < 4; word += 1)
        units[i * 4 + word] = Number((value >> BigInt(32 * word)) & 0xffff_ffffn);
    });
    const type = new Decimal(2, 18, 128);
    const amount = new Vector([makeData({ type, length: rows.length, nullCount: 0, data: units })]);
    const id = vectorFromArray(rows.map((row) => row.id));
    const schema = new Schema([
      new Field('id', id.type),
      new Field('date', date.type),
      new Field('amount', type),
    ]);
    const table = new Table(schema, { id, date, amount });
    expect(await figures(table)).toEqual(await figures(bytes));
    expect(await figures(tableToIPC(table, 'stream'))).toEqual(await figures(bytes));
  });

  it('are not taken from the memory they came in', async () => {
    const whole = bytes.slice();
    const parts = [0, 1, 2, 3].map((i) =>
      whole.subarray((i * whole.length) / 4, ((i + 1) * whole.length) / 4),
    );
    await figures(streamOf(parts));
    await figures(whole);
    expect(whole).toEqual(bytes);
  });
});

describe('what is no table', () => {
  const text = (content: string): Uint8Array => new TextEncoder().encode(content);
  it.each<[string, SourceInput, string, RegExp]>([
    ['nothing', new Uint8Array(0), 'no-rows', /empty/],
    ['a header only', text('id,date,amount\n'), 'no-rows', /header but no rows/],
    ['an empty array', [], 'no-rows', /no rows/],
    ['a PDF', text('%PDF-1.4\n%\xe2\xe3'), 'format-unknown', /PDF.*Export/],
    ['a workbook cut off', text('PK\x03\x04aaaa'), 'file-unreadable', /Excel/],
    ['a page', text('<!doctype html><title>404</title>'), 'format-unknown', /web page/],
    ['prose', text('Dear all\nplease-find-attached\nYours\n'), 'format-unknown', /not read as a table/],
    ['a damaged Arrow file', text('ARROW1\0\0garbage garbage garbage'), 'file-unreadable', /Arrow/],
    [
      'rows that none can be used of',
      text('id,date,amount\na,soon,1\n'),
      'no-rows',
      /None of the 1 rows.*bad-date/,
    ],
    ['refunds only', text('id,date,amount\na,2018-01-01,-1\n'), 'no-rows', /No row is a purchase/],
    ['null', null as unknown as SourceInput, 'format-unknown', /cannot be read/],
    ['a number', 5 as unknown as SourceInput, 'format-unknown', /cannot be read/],
    ['no address', 'http://', 'network', /no address/],
  ])('is refused: %s', async (_name, input, code, message) => {
    const error = await failure(openSource(input, mapping));
    expect([error.code, error.message]).toEqual([code, expect.stringMatching(message)]);
    // The next load works.
    await (await openSource(bytes, mapping)).close();
  });

  it('is refused where packed bytes are cut off, at the end or in the middle', async () => {
    const packed = await gzip(bytes);
    for (const length of [packed.length - 1, packed.length >> 1, 12])
      expect((await failure(openSource(packed.slice(0, length), mapping))).code).toBe('file-unreadable');
  });

  it('is refused where the mapping names what is not there, or cannot be told', async () => {
    const open = (given: PartialMapping): Promise<RfmError> => failure(openSource(bytes, given));
    expect((await open({ ...mapping, amount: 'nope' })).code).toBe('column-missing');
    const needed = await failure(openSource(text('x,y,z\na,2018-01-01,1\n')));
    expect(needed.code).toBe('mapping-needed');
    expect(needed.details).toMatchObject({ missing: ['customer', 'amount'], columns: ['x', 'y', 'z'] });
  });

  it('is refused where a stream has been read before, gives no bytes, or breaks', async () => {
    const used = streamOf([bytes]);
    used.getReader();
    expect((await failure(openSource(used, mapping))).code).toBe('file-unreadable');
    expect((await failure(openSource(streamOf(['text'] as unknown as Uint8Array[]), mapping))).code).toBe(
      'file-unreadable',
    );
    const broken = await failure(
      openSource(streamOf([bytes.slice(0, 5000)], new TypeError('gone')), mapping),
    );
    expect(broken).toMatchObject({
      code: 'network',
      message: expect.stringMatching(/broke after 5000 bytes/),
    });
  });
});

it('progress of an address is told in its bytes', async () => {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-length': bytes.length }).end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const told: Progress[] = [];
  const onProgress = (progress: Progress): void => void told.push(progress);
  const source = await openSource(`http://127.0.0.1:${port}/sales.csv`, mapping, { onProgress });
  expect(told.at(-1)).toEqual({ phase: 'computing', loaded: bytes.length, total: bytes.length });
  await source.close();
  server.close();
});

describe('an abort', () => {
  it('before the load keeps it from beginning', async () => {
    expect((await failure(openSource(bytes, mapping, { signal: AbortSignal.abort() }))).code).toBe('aborted');
  });

  it('at any moment of a load ends in `aborted` and leaves no table behind', async () => {
    const large = new TextEncoder().encode(
      `id,date,amount\n${Array.from({ length: 200_000 }, (_, i) => `c${i % 9999},2018-01-0${1 + (i % 9)},${i}.5`).join('\n')}`,
    );
    for (const wait of [0, 20, 60, 120, 200, 300]) {
      const controller = new AbortController();
      const began = performance.now();
      setTimeout(() => controller.abort(new Error('the user went away')), wait);
      const outcome = await openSource(new Blob([large]), mapping, { signal: controller.signal }).then(
        (source) => source.close().then(() => 'loaded'),
        (error: RfmError) => error.code,
      );
      expect(['aborted', 'loaded'], `after ${wait} ms`).toContain(outcome);
      expect(performance.now() - began).toBeLessThan(wait + 1500);
    }
  });

  it('of a stream gives the stream up', async () => {
    let cancelled = false;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new TextEncoder().encode('a,2018-01-01,1\n'.repeat(1000))),
      cancel: () => {
        cancelled = true;
      },
    });
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 100);
    expect(
      (await failure(openSource(endless, mapping, { header: 'no', signal: controller.signal, ...{} }))).code,
    ).toMatch(/aborted|column-missing/);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(cancelled).toBe(true);
  });
});

describe('two sources', () => {
  it('load and answer side by side without meeting', async () => {
    const other = csv.replaceAll('c1,', 'someone,');
    const [a, b] = await Promise.all([openSource(bytes, mapping), openSource(new Blob([other]), mapping)]);
    const [first, second] = await Promise.all([a.rfm(), b.rfm()]);
    expect(first.rows().some(({ customer }) => customer === 'c1')).toBe(true);
    expect(second.rows().some(({ customer }) => customer === 'c1')).toBe(false);
    await a.close();
    expect((await b.rfm()).rows()).toEqual(second.rows());
    expect((await failure(a.rfm())).code).toBe('closed');
    await Promise.all([a.close(), b.close()]);
  });

  it('may be opened and given up in a storm', async () => {
    const storm = Array.from({ length: 12 }, async (_, i) => {
      const controller = new AbortController();
      setTimeout(() => controller.abort(), i * 5);
      const source = await openSource(new Blob([bytes]), mapping, { signal: controller.signal }).catch(
        (error: RfmError) => error,
      );
      if (source instanceof RfmError) expect(source.code).toBe('aborted');
      else await source.close();
    });
    await Promise.all(storm);
  });
});
