import { expect } from 'chai';
import { configure, openSource } from '../../src/core';
import { sharedEngine } from '../../src/data/engine/engine';
import type { SourceInput } from '../../src/data/source-options';
import { failure } from '../support/failure';
import { body, csv, healthy, hurry, mapping, serve, tables, Workers } from './support/faults';
import { until } from './support/stage';
import { expectComplaint } from './support/watch-console';

/** DuckDB prints what it hears of its worker; the error itself is ours to tell. */
const DUCKDB_COMPLAINS = /^console\.error: (\[object \w*Event\]|error in duckdb worker|null)/;

/** Whatever went before, a good file loads and answers. */
async function works(): Promise<void> {
  const source = await openSource(new Blob([csv]), mapping);
  expect((await source.rfm()).rows()).to.have.length(37);
  await source.close();
  expect(await tables()).to.deep.equal([]);
}

describe('a fault on the way from the server', () => {
  const answers: [string, () => Response | Promise<Response>, string, RegExp][] = [
    [
      '404',
      () => new Response('no', { status: 404, statusText: 'Not Found' }),
      'network',
      /404 Not Found.*Check the address/,
    ],
    ['500', () => new Response('no', { status: 500 }), 'network', /500/],
    [
      'a refused connection',
      () => Promise.reject(new TypeError('Failed to fetch')),
      'network',
      /could not be fetched.*CORS/,
    ],
    ['an empty answer', () => new Response(''), 'no-rows', /empty/],
    ['no answer at all', () => new Response(null, { status: 204 }), 'no-rows', /nothing/],
    [
      'an error page with 200',
      () => new Response('<!DOCTYPE html><html><body>Sorry'),
      'format-unknown',
      /web page.*error page/,
    ],
    [
      'a break at the first byte',
      () => new Response(body([], new TypeError('reset'))),
      'network',
      /broke after 0 bytes/,
    ],
    [
      'a break in the middle',
      () => new Response(body([csv.slice(0, 500)], new TypeError('reset'))),
      'network',
      /broke after 500 bytes/,
    ],
    [
      'a break at the last byte',
      () => new Response(body([csv.slice(0, -1)], new TypeError('reset'))),
      'network',
      /broke/,
    ],
    ['a header and nothing more', () => new Response('id,date,amount\n'), 'no-rows', /header/],
    ['a PDF', () => new Response('%PDF-1.7 …'), 'format-unknown', /PDF/],
    ['a workbook cut off', () => new Response('PK\u0003\u0004…'), 'file-unreadable', /Excel/],
    ['a picture', () => new Response(Uint8Array.of(0x89, 0x50, 0x4e, 0x47)), 'format-unknown', /PNG/],
    [
      'packed bytes cut off',
      async () => new Response((await packed(csv)).slice(0, 300)),
      'file-unreadable',
      /gzip/,
    ],
    [
      'packed bytes that are garbage',
      async () => new Response(Uint8Array.of(0x1f, 0x8b, 1, 2, 3, 4, 5, 6, 7, 8, 9)),
      'file-unreadable',
      /gzip/,
    ],
    ['JSON cut off', () => new Response('[{"id":"a","date":"2018'), 'file-unreadable', /JSON/],
  ];
  for (const [name, answer, code, message] of answers)
    it(`is told as ${code}: ${name}`, async () => {
      const served = serve(answer);
      try {
        const error = await failure(openSource('/data.csv', mapping));
        expect(error.code).to.equal(code);
        expect(error.message).to.match(message);
      } finally {
        served.restore();
      }
      expect(served.count).to.equal(1);
      await works();
    });

  it('is a real 404 as well', async () => {
    expectComplaint(/404/);
    expect((await failure(openSource('/no/such/file.csv', mapping))).code).to.equal('network');
  });

  it('is no fault where the reader goes away while the answer is awaited, or while it comes', async () => {
    let given = 0;
    let stopped = false;
    const endless = (): ReadableStream<Uint8Array> =>
      new ReadableStream({
        pull: async (controller) => {
          await new Promise((resolve) => setTimeout(resolve, 5));
          given += 1;
          controller.enqueue(new TextEncoder().encode(csv));
        },
        cancel: () => {
          stopped = true;
        },
      });
    const never = serve(() => new Promise<Response>(() => undefined));
    const early = new AbortController();
    const awaited = failure(openSource('/slow.csv', mapping, { signal: early.signal }));
    await until(() => never.count === 1);
    early.abort();
    expect((await awaited).code).to.equal('aborted');
    never.restore();
    const slow = serve(() => new Response(endless()));
    const late = new AbortController();
    const coming = failure(openSource('/slow.csv', mapping, { signal: late.signal }));
    await until(() => given > 3);
    late.abort();
    expect((await coming).code).to.equal('aborted');
    slow.restore();
    await until(() => stopped);
    await works();
  });
});

describe('a fault of the kit’s own files', () => {
  beforeEach(() => expectComplaint(DUCKDB_COMPLAINS));
  afterEach(healthy);

  it('is told where the engine’s WebAssembly is missing', async () => {
    configure({ assets: { wasm: '/no/such.wasm' } });
    await sharedEngine().restart();
    const error = await failure(openSource(new Blob([csv]), mapping));
    expect(error.code).to.equal('engine-failed');
    expect(error.message).to.match(/could not start.*configure/);
    await healthy();
    await works();
  });

  it('is told where the engine’s WebAssembly is something else', async () => {
    configure({ assets: { wasm: '/package.json' } });
    await sharedEngine().restart();
    expect((await failure(openSource(new Blob([csv]), mapping))).code).to.equal('engine-failed');
    await healthy();
    await works();
  });

  it('is told where the engine’s worker is missing', async () => {
    configure({ assets: { worker: '/no/such.js' } });
    await sharedEngine().restart();
    const error = await failure(openSource(new Blob([csv]), mapping));
    expect(error.code).to.equal('engine-failed');
    expect(error.message).to.match(/could not start/);
    await healthy();
    await works();
  });

  it('is told where the engine’s worker is a script that never answers', async () => {
    const silent = URL.createObjectURL(new Blob(['self.onmessage = () => {};'], { type: 'text/javascript' }));
    configure({ assets: { worker: silent } });
    await sharedEngine().restart();
    const calm = hurry(100, () => true);
    try {
      // Rows: a reader, which is merely slow, would be in a hurry as well.
      const error = await failure(openSource([{ id: 'a', date: '2018-01-01', amount: 1 }], mapping));
      expect(error.code).to.equal('engine-failed');
      expect(error.message).to.match(/no answer within 60 seconds/);
    } finally {
      calm();
      URL.revokeObjectURL(silent);
    }
    await healthy();
    await works();
  });

  it('is told where the reader is missing, says nothing, says something else or throws', async () => {
    const scripts = [
      'self.onmessage = () => {};',
      'self.onmessage = () => postMessage({ hello: 1 });',
      'self.onmessage = () => postMessage({ type: "constructor" });',
      'self.onmessage = () => postMessage({ type: "open", input: 7 });',
      'throw new Error("broken")',
    ];
    const addresses = scripts.map((script) =>
      URL.createObjectURL(new Blob([script], { type: 'text/javascript' })),
    );
    await sharedEngine().start();
    for (const reader of ['/no/such.js', ...addresses]) {
      const calm = hurry(100, () => true);
      configure({ assets: { reader } });
      const error = await failure(openSource(new Blob([csv]), mapping)).finally(calm);
      expect(error.code, reader).to.equal('engine-failed');
      expect(error.message).to.match(/reader could not run.*reader.worker.js/);
    }
    await healthy();
    await works();
  });

  it('is told where the page’s policy forbids workers', async () => {
    const outcome = await inFrame(`
      <meta http-equiv="Content-Security-Policy" content="worker-src 'none'">
      <script type="module">
        import { openSource } from '/src/core.ts';
        const work = openSource([{ id: 'a', date: '2018-01-01', amount: 1 }], { customer: 'id', date: 'date', amount: 'amount' });
        work.then(() => 'loaded', (error) => error.code + ': ' + error.message).then((text) => parent.postMessage({ fault: text }, '*'));
      </script>`);
    expect(outcome).to.match(/^engine-failed: .*Content-Security-Policy/);
  });
});

describe('a worker that is killed', () => {
  let workers: Workers;
  let calm: () => void;

  beforeEach(async () => {
    expectComplaint(DUCKDB_COMPLAINS);
    workers = new Workers();
    calm = hurry(25, () => workers.unnoticed);
    await healthy();
  });
  afterEach(async () => {
    calm();
    workers.restore();
    await healthy();
  });

  it('while idle is replaced, and the source loads itself again, at most twice', async () => {
    const served = serve(() => new Response(csv));
    const source = await openSource('/data.csv', mapping);
    // What was answered before needs no engine: pages of the list are looked up each time.
    const page = async () => (await source.customers({ limit: 50 })).rows();
    const before = await page();
    for (let death = 0; death < 2; death += 1) {
      workers.kill('duckdb');
      expect(await page()).to.deep.equal(before);
    }
    workers.kill('duckdb');
    expect((await failure(page())).code).to.equal('engine-failed');
    served.restore();
    expect(served.count).to.equal(1);
    await source.close();
    await works();
  });

  it('while it answers ends in the answer or in a typed error, and the next call answers', async () => {
    const source = await openSource(new Blob([csv]), mapping);
    const asked = [source.rfm(), source.pareto(), source.quadrant(), source.cohorts()];
    workers.kill('duckdb');
    for (const outcome of await Promise.allSettled(asked))
      if (outcome.status === 'rejected') expect(outcome.reason).to.have.property('code', 'engine-failed');
    expect((await source.rfm()).rows()).to.have.length(37);
    await source.close();
    await works();
  });

  it('while it loads ends in a source or in a typed error, and the next load works', async () => {
    await sharedEngine().start();
    const file = new Blob([csv.slice(0, 15), ...Array.from({ length: 1000 }, () => csv.slice(15))]);
    let begun = false;
    const onProgress = (): void => {
      if (!begun) workers.kill('duckdb');
      begun = true;
    };
    await openSource(file, mapping, { onProgress }).then(
      (source) => source.close(),
      (error) => expect(error).to.have.property('code', 'engine-failed'),
    );
    await works();
  });

  it('and was the reader ends in a typed error', async () => {
    await sharedEngine().start();
    const pending = openSource(body([csv], undefined) as SourceInput, mapping, {
      onProgress: () => workers.kill('reader'),
    });
    const error = await pending.then(
      (source) => source.close().then(() => null),
      (reason: unknown) => reason,
    );
    if (error) expect(error).to.have.property('code', 'engine-failed');
    workers.mourned();
    await works();
  });

  it('for a source that is closed meanwhile does no harm', async () => {
    const source = await openSource(new Blob([csv]), mapping);
    const asked = source
      .rfm()
      .catch((error: { code: string }) => expect(['closed', 'engine-failed']).to.include(error.code));
    workers.kill('duckdb');
    await Promise.all([source.close(), asked]);
    await works();
  });
});

async function packed(text: string): Promise<Uint8Array> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** What a page of its own, with its own policy, posts as its outcome. */
async function inFrame(html: string): Promise<string> {
  const frame = document.createElement('iframe');
  const outcome = new Promise<string>((resolve) => {
    addEventListener('message', function listen({ data }: MessageEvent<{ fault?: string }>) {
      if (data?.fault === undefined) return;
      removeEventListener('message', listen);
      resolve(data.fault);
    });
  });
  frame.srcdoc = html;
  document.body.append(frame);
  try {
    return await outcome;
  } finally {
    frame.remove();
  }
}
