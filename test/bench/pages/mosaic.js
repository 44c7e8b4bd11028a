// The page of brush.html as one writes it with Mosaic, for test/bench/mosaic.bench.ts: four charts of all customers, of
// which one is brushed and three follow.
import * as vg from '/mosaic/vgplot.js';
import { startBare, withCsv } from './bare.js';

const CUSTOMERS = `
CREATE TABLE customers AS
SELECT customer_id, (DATE '2024-01-01' - max(order_date))::DOUBLE AS recency, count(DISTINCT order_id)::DOUBLE AS frequency,
  sum(amount)::DOUBLE AS monetary, coalesce(sum(amount) FILTER (WHERE order_date > DATE '2023-07-01'), 0)::DOUBLE AS recent,
  date_trunc('month', min(order_date)) AS cohort
FROM read_csv('sales.csv') WHERE amount >= 0 GROUP BY customer_id`;

let plots;

/** Loads a file; resolves to the number of customers once all four stand. */
async function load(path) {
  const bare = await startBare();
  await withCsv(bare, path, () => bare.connection.query(CUSTOMERS));
  vg.coordinator().databaseConnector(vg.wasmConnector({ duckdb: bare.db, connection: bare.connection }));
  const brush = vg.Selection.crossfilter();
  const size = [vg.width(560), vg.height(320)];
  const from = () => vg.from('customers', { filterBy: brush });
  plots = [
    vg.plot(
      vg.raster(from(), { x: 'recency', y: 'frequency', fill: 'density' }),
      vg.intervalXY({ as: brush }),
      vg.yScale('log'),
      ...size,
    ),
    vg.plot(vg.raster(from(), { x: 'recent', y: 'monetary', fill: 'density' }), ...size),
    vg.plot(vg.rectY(from(), { x: vg.bin('monetary'), y: vg.count() }), ...size),
    vg.plot(vg.rectY(from(), { x: vg.bin('cohort'), y: vg.count() }), ...size),
  ];
  const stand = redrawn(plots);
  document.body.append(...plots);
  await stand;
  const table = await bare.connection.query('SELECT count(*)::INTEGER AS n FROM customers');
  return table.get(0).n;
}

/** Resolves when each of the plots has drawn itself anew. */
function redrawn(some) {
  return Promise.all(
    some.map(
      (plot) =>
        new Promise((resolve) => {
          const observer = new MutationObserver(() => {
            observer.disconnect();
            resolve();
          });
          observer.observe(plot, { childList: true });
        }),
    ),
  );
}

/** Brushes a rectangle, given in shares of the plot; resolves to the ms until the others have followed. */
async function brush(from, to) {
  const [first, ...others] = plots;
  const interactor = first.value.interactors[0];
  const [x, y] = [interactor.xscale.range, interactor.yscale.range].map((range) => [
    Math.min(...range),
    Math.max(...range),
  ]);
  const at = ([a, b]) => [x[0] + a * (x[1] - x[0]), y[0] + b * (y[1] - y[0])];
  // As where the pointer enters: it may prepare for what is to be brushed.
  interactor.activate();
  await new Promise((resolve) => setTimeout(resolve, 300));
  const begun = performance.now();
  const done = redrawn(others);
  interactor.publish([at(from), at(to)]);
  await done;
  return { ms: performance.now() - begun };
}

window.bench = { load, brush };
