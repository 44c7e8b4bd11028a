// A page as users write it: one source, and the charts that its address names (`#data.csv,scatter,pareto`). For
// test/bench/page.bench.ts, which asks when the pictures stood and what the page has started for them.
const started = { readers: 0, engines: 0, statements: [] };

/** Notes what is started and what the engine is told. */
globalThis.Worker = class extends Worker {
  constructor(url, options) {
    super(url, options);
    started[String(url).includes('duckdb') ? 'engines' : 'readers'] += 1;
  }

  postMessage(message, transfer) {
    if (message?.type === 'START_PENDING_QUERY') started.statements.push(message.data[1]);
    super.postMessage(message, transfer);
  }
};

const [src, ...names] = decodeURIComponent(location.hash.slice(1)).split(',');
await import('/kit/rfm-kit.js');
const source = document.createElement('rfm-source');
Object.assign(source, {
  src,
  customer: 'customer_id',
  date: 'order_date',
  amount: 'amount',
  order: 'order_id',
});
const charts = names.map((name) => document.createElement(`rfm-${name}`));
source.append(...charts);
document.body.append(source);

/** Milliseconds from the opening of the page until all pictures stood. */
const stood = Promise.all(charts.map(({ ready }) => ready)).then(() => performance.now());

window.bench = {
  stood: async () => ({ ms: await stood }),
  started: async () => {
    await stood;
    const requests = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith(src));
    return { ...started, requests: requests.length };
  },
};
