// Mounts, changes and removes elements, for test/consumers/lasting.test.ts.
import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm';
import { configure, preload } from '/kit/rfm-kit.js';

let connection;

/** Gives the kit an engine of the page's own, which can be asked what it holds. */
async function start() {
  const db = new AsyncDuckDB(new VoidLogger(), new Worker('/kit/duckdb-eh.worker.js'));
  await db.instantiate('/kit/duckdb-eh.wasm');
  await db.open({ path: ':memory:' });
  connection = await db.connect();
  configure({ engine: db });
  await preload();
}

/** Bytes that the engine holds, and its tables. */
async function engine() {
  const memory = await connection.query(
    'SELECT sum(memory_usage_bytes)::DOUBLE AS bytes FROM duckdb_memory()',
  );
  const tables = await connection.query('SELECT count(*)::DOUBLE AS tables FROM duckdb_tables()');
  return { bytes: memory.get(0).bytes, tables: tables.get(0).tables };
}

/** Numbers from a seed, from 0 to below 1; mulberry32. */
function numbersFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A file of purchases, and how many customers and how much money is in it. */
function shop(seed, rows) {
  const next = numbersFrom(seed);
  const many = Math.max(3, Math.floor(rows / 8));
  const customers = new Set();
  let cents = 0;
  const lines = Array.from({ length: rows }, () => {
    const customer = `c${Math.floor(many * next() ** 2)}`;
    const day = new Date(Date.UTC(2023, 0, 1 + Math.floor(700 * next()))).toISOString().slice(0, 10);
    const amount = 1 + Math.floor(20_000 * next() ** 3);
    const land = ['DE', 'FR', 'CN'][Math.floor(3 * next())];
    customers.add(customer);
    cents += amount;
    return `${customer},${day},${(amount / 100).toFixed(2)},${land}`;
  });
  const file = new File([`id,date,amount,land\n${lines.join('\n')}\n`], `shop-${seed}.csv`);
  return { file, customers: customers.size, cents };
}

const CHARTS = [
  'rfm-scatter',
  'rfm-pareto',
  'rfm-quadrant',
  'rfm-cohorts',
  'rfm-segments',
  'rfm-flow',
  'rfm-migration',
  'rfm-kpis',
  'rfm-customers',
  'rfm-weights',
  'rfm-whatif',
  'rfm-filter',
];

const MAPPING = { customer: 'id', date: 'date', amount: 'amount', dimensions: 'land' };

/** Mounts a source with three charts, waits until they are drawn, and takes all of it away. */
async function round(number) {
  const source = document.createElement('rfm-source');
  Object.assign(source, MAPPING, { data: shop(number % 7, 200).file });
  const charts = [0, 1, 2].map((i) => document.createElement(CHARTS[(number + 4 * i) % CHARTS.length]));
  source.append(...charts);
  document.body.append(source);
  await Promise.all(charts.map((chart) => chart.ready));
  source.remove();
}

/** Waits until what was taken away is gone from the engine, too. */
async function settled() {
  for (let tries = 0; tries < 100; tries += 1) {
    const { tables } = await engine();
    if (tables === 0) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return engine();
}

const WAIT_MS = 60_000;

/** What a person at a page might do, at random from a seed; after each, everything on the page has to stand. */
class Soak {
  constructor(seed) {
    this.next = numbersFrom(seed);
    this.source = document.createElement('rfm-source');
    Object.assign(this.source, MAPPING);
    document.body.append(this.source);
    this.stage = document.createElement('div');
    this.source.append(this.stage);
    this.replace();
    for (let i = 0; i < 4; i += 1) this.add();
  }

  pick(list) {
    return list[Math.floor(list.length * this.next())];
  }

  get charts() {
    return [...this.stage.children];
  }

  add() {
    this.stage.append(document.createElement(this.pick(CHARTS)));
  }

  replace() {
    this.shop = shop(Math.floor(1e6 * this.next()), 50 + Math.floor(2000 * this.next()));
    this.source.data = this.shop.file;
  }

  /** One thing done; its name. */
  async act() {
    const acts = {
      replace: () => this.replace(),
      twice: () => {
        this.replace();
        this.replace();
      },
      add: () => (this.charts.length < 8 ? this.add() : this.charts[0].remove()),
      remove: () => (this.charts.length > 2 ? this.pick(this.charts).remove() : this.add()),
      move: () => this.stage.append(this.charts[0]),
      resize: () => {
        this.stage.style.width = `${280 + Math.floor(1000 * this.next())}px`;
      },
      theme: () => {
        this.pick(this.charts).theme = this.pick(['auto', 'light', 'dark']);
      },
      language: () => {
        document.documentElement.lang = this.pick(['en', 'zh-CN', 'de']);
      },
      view: () => {
        this.pick(this.charts).view = this.pick(['chart', 'table']);
      },
      filter: async () => {
        const source = await this.source.ready;
        const dimensions = { land: [this.pick(['DE', 'FR', 'CN'])] };
        source.filter(this.next() < 0.5 ? {} : { dimensions });
      },
      brush: async () => {
        const source = await this.source.ready;
        const rfm = (await source.rfm()).rows();
        const ids = rfm.filter(() => this.next() < 0.3).map(({ customer }) => customer);
        await source.select({ customers: ids });
      },
      clear: async () => (await this.source.ready).clearSelection(),
      away: async () => {
        const { source } = this;
        source.remove();
        await new Promise((resolve) => setTimeout(resolve, 100 * this.next()));
        document.body.append(source);
      },
      export: async () => {
        const chart = this.pick(this.charts);
        await chart.ready;
        await chart.toSvg();
        await chart.toCsv();
      },
    };
    const name = this.pick(Object.keys(acts));
    try {
      await acts[name]();
    } catch (error) {
      // What was asked of data that others have just taken the place of.
      if (!['aborted', 'closed', 'no-rows'].includes(error.code)) throw error;
    }
    return name;
  }

  /** One thing done, and what is wrong on the page afterwards; null where nothing is. */
  async step() {
    const name = await this.act();
    const late = new Promise((resolve) => setTimeout(() => resolve('late'), WAIT_MS));
    const wrong = await Promise.race([this.look(), late]);
    return { name, wrong };
  }

  async look() {
    const source = await this.source.ready;
    for (const chart of this.charts) {
      await chart.ready.catch((error) => {
        // A filter may leave nobody.
        if (!['aborted', 'no-rows'].includes(error.code)) throw error;
      });
      await chart.updateComplete;
      const shown = chart.shadowRoot.querySelector(
        '[part~=chart], [part~=table], [part~=state], [role=alert], [role=grid], table, svg',
      );
      if (!shown || chart.shadowRoot.textContent.includes('NaN')) return `${chart.localName} shows nothing`;
    }
    const { customers, amount } = source.report;
    if (customers !== this.shop.customers) return `${customers} customers, not ${this.shop.customers}`;
    if (Math.round(100 * amount.used) !== this.shop.cents)
      return `${amount.used}, not ${this.shop.cents} cents`;
    return null;
  }

  end() {
    this.source.remove();
  }
}

Object.assign(window, {
  lasting: {
    start,
    engine,
    settled,
    async rounds(first, count) {
      for (let i = first; i < first + count; i += 1) await round(i);
      return settled();
    },
    soak(seed) {
      window.lasting.soaking = new Soak(seed);
    },
    async steps(count) {
      const done = [];
      for (let i = 0; i < count; i += 1) {
        const outcome = await window.lasting.soaking.step();
        done.push(outcome.name);
        if (outcome.wrong) return { done, wrong: outcome.wrong };
      }
      return { done, wrong: null };
    },
    end() {
      window.lasting.soaking.end();
      window.lasting.soaking = null;
      return settled();
    },
  },
});
