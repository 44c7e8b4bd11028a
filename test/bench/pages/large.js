// Loads a large file and watches the page meanwhile, for test/bench/large.bench.ts.
import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm';
import { configure, openSource, preload } from '/kit/rfm-kit.js';

let connection;

/** Gives the kit an engine of the page's own, which can be asked how much memory it holds. */
async function start() {
  const db = new AsyncDuckDB(new VoidLogger(), new Worker('/kit/duckdb-eh.worker.js'));
  await db.instantiate('/kit/duckdb-eh.wasm');
  await db.open({ path: ':memory:' });
  connection = await db.connect();
  configure({ engine: db });
  await preload();
}

async function engineBytes() {
  const table = await connection.query(
    'SELECT sum(memory_usage_bytes)::DOUBLE AS bytes FROM duckdb_memory()',
  );
  return table.get(0).bytes;
}

/** What happens on the page's thread while `work` goes on; `work` gets a function to tell progress to. */
async function watched(work) {
  const tasks = [];
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks.push(duration);
  });
  observer.observe({ entryTypes: ['longtask'] });
  const begun = performance.now();
  const steps = [];
  let heap = 0;
  const timer = setInterval(() => {
    heap = Math.max(heap, performance.memory.usedJSHeapSize);
  }, 50);
  const result = await work((loaded, total) =>
    steps.push([performance.now() - begun, total > 0 ? loaded / total : 0]),
  );
  const ms = performance.now() - begun;
  clearInterval(timer);
  await new Promise((resolve) => setTimeout(resolve, 200));
  observer.disconnect();
  return { ...result, ms, tasks, heap, ...evenness(steps, ms) };
}

/** The longest wait between two signs of progress, and the time from the last byte to the end. */
function evenness(steps, ms) {
  const times = [0, ...steps.map(([at]) => at)];
  const gaps = times.slice(1).map((at, i) => at - times[i]);
  const read = steps.filter(([, share]) => share >= 1)[0]?.[0] ?? ms;
  return { signs: steps.length, gap: Math.max(0, ...gaps), afterReading: ms - read };
}

const chosen = () => document.querySelector('input').files[0];

function open(input, mapping) {
  return watched(async (progress) => {
    const onProgress = ({ loaded, total }) => progress(loaded, total);
    const source = await openSource(input ?? chosen(), mapping, { onProgress });
    const { rowsRead, rowsUsed } = source.report;
    const engine = await engineBytes();
    await source.close();
    return { rowsRead, rowsUsed, engine, left: await engineBytes() };
  });
}

function element(src, mapping) {
  return watched(async (progress) => {
    const source = document.createElement('rfm-source');
    Object.assign(source, mapping, { src });
    source.addEventListener('rfm-progress', ({ detail }) => progress(detail.loaded, detail.total));
    document.body.append(source);
    const { report } = await source.ready;
    const { rowsRead, rowsUsed } = report;
    const engine = await engineBytes();
    source.remove();
    await new Promise((resolve) => setTimeout(resolve, 1000));
    return { rowsRead, rowsUsed, engine, left: await engineBytes() };
  });
}

/** Stops a load half-way: how long that takes, and what stays in the engine. */
async function cancel(mapping, share) {
  const controller = new AbortController();
  let asked = 0;
  const onProgress = ({ loaded, total }) => {
    if (loaded / total < share || asked) return;
    asked = performance.now();
    controller.abort();
  };
  try {
    await openSource(chosen(), mapping, { onProgress, signal: controller.signal });
    return { code: 'none' };
  } catch ({ code }) {
    const ms = performance.now() - asked;
    await engineBytes();
    const idle = performance.now() - asked;
    await new Promise((resolve) => setTimeout(resolve, 1000));
    return { code, ms, idle, left: await engineBytes() };
  }
}

Object.assign(window, { bench: { start, open, element, cancel } });
