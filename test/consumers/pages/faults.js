// What the tests of test/consumers/faults.test.ts do in a page.
import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm';
import { configure, openSource } from '/kit/rfm-kit.js';

const mapping = { customer: 'id', date: 'date', amount: 'amount' };

/** How a work ends: 'loaded', or the code of its error; what is no error of ours is told as it is. */
const outcome = (work) =>
  work.then(
    async (source) => {
      await source.close();
      return 'loaded';
    },
    ({ code, message }) => code ?? `no RfmError: ${message}`,
  );

function rows(count, customers) {
  const line = (i) => `c${(i * 7919) % customers},2024-0${1 + (i % 9)}-1${i % 10},${i % 10_000}.5\n`;
  return new Blob(['id,date,amount\n', ...Array.from({ length: count }, (_, i) => line(i))]);
}

/** An engine of the page's own, whose memory can be bounded. */
async function bounded() {
  const db = new AsyncDuckDB(new VoidLogger(), new Worker('/kit/duckdb-eh.worker.js'));
  await db.instantiate('/kit/duckdb-eh.wasm');
  await db.open({ path: ':memory:' });
  const connection = await db.connect();
  configure({ engine: db });
  return (limit) => connection.query(`SET memory_limit = '${limit}'`);
}

Object.assign(window, {
  faults: {
    load: (address) => outcome(openSource(address, mapping)),

    /** Memory that runs out in a load, and in a query; then there is enough again. */
    async memory() {
      const limit = await bounded();
      await limit('12MB');
      const load = await outcome(openSource(rows(300_000, 250_000), mapping));
      await limit('1GB');
      const source = await openSource(rows(150_000, 120_000), mapping);
      await limit('8MB');
      const query = await source.rfm().then(
        () => 'answered',
        ({ code }) => code,
      );
      await limit('1GB');
      const again = (await source.rfm()).summary.customers;
      await source.close();
      return { load, query, again };
    },

    /** Loads and questions given up at once, soon and late. */
    async aborts() {
      const file = rows(20_000, 500);
      const ends = await Promise.all(
        Array.from({ length: 40 }, (_, i) => {
          const controller = new AbortController();
          setTimeout(() => controller.abort(), 7 * i);
          return outcome(openSource(file, mapping, { signal: controller.signal }));
        }),
      );
      const source = await openSource(file, mapping);
      const asked = await Promise.all(
        Array.from({ length: 60 }, (_, i) => {
          const controller = new AbortController();
          setTimeout(() => controller.abort(), 3 * i);
          const { signal } = controller;
          const ask = [
            source.rfm({ signal, bins: 2 + (i % 9) }),
            source.quadrant({ signal }),
            source.cohorts({ signal }),
          ];
          return ask[i % 3].then(
            () => 'loaded',
            ({ code }) => code,
          );
        }),
      );
      const { customers } = (await source.rfm()).summary;
      await source.close();
      return { ends: [...new Set([...ends, ...asked])].sort(), customers };
    },

    /** Options changed faster than answers come: the last counts. */
    async options() {
      const source = document.createElement('rfm-source');
      Object.assign(source, mapping, { data: rows(5000, 400) });
      const chart = document.createElement('rfm-segments');
      const quadrant = document.createElement('rfm-quadrant');
      source.append(chart, quadrant);
      document.body.append(source);
      for (let i = 0; i < 30; i += 1) {
        chart.bins = 2 + (i % 9);
        chart.scheme = ['rfm', 'mean8', 'kmeans'][i % 3];
        quadrant.split = `${i},${i}`;
        if (i % 4 === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      }
      Object.assign(chart, { bins: 7, scheme: 'rfm' });
      quadrant.split = '12,34';
      const { definition } = await chart.result();
      const { splits } = (await quadrant.result()).summary;
      source.remove();
      return { bins: definition.options.bins, scheme: definition.options.scheme, splits };
    },

    /** Two hundred elements of one source at once. */
    async crowd() {
      const tags = ['rfm-pareto', 'rfm-quadrant', 'rfm-cohorts', 'rfm-segments', 'rfm-kpis'];
      const source = document.createElement('rfm-source');
      Object.assign(source, mapping, { data: rows(2000, 100) });
      const charts = Array.from({ length: 200 }, (_, i) => document.createElement(tags[i % tags.length]));
      source.append(...charts);
      document.body.append(source);
      await Promise.all(charts.map((chart) => chart.ready));
      const drawn = charts.filter((chart) => chart.shadowRoot.querySelector('[part~=chart]')).length;
      source.remove();
      return drawn;
    },

    /** A load, begun and left to go on while the tab sleeps. */
    begin() {
      window.faults.begun = outcome(openSource(rows(150_000, 5000), mapping));
    },
    end: () => window.faults.begun,
  },
});
