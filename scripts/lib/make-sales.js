// Makes transactions inside ClickHouse (chdb) and reduces them to a rollup, for scripts/scale-figures.js; run by it as a
// process of its own. Tells of each step as a line of JSON: processor seconds, peak memory, and what came out.
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inRoot } from './paths.js';

const [folder, work, rows, customers, sample] = process.argv.slice(2);
const { Session } = createRequire(join(folder, 'package.json'))('chdb');
const { rollupSql } = await import(pathToFileURL(inRoot('dist/core.js')).href);

const data = join(work, 'clickhouse');
const session = new Session(data);
// Beyond these it works on disk: the memory it needs does not grow with the table.
const SETTINGS = [
  'max_threads = 2',
  'max_bytes_before_external_group_by = 2000000000',
  'max_bytes_before_external_sort = 2000000000',
  "session_timezone = 'UTC'",
];
for (const setting of SETTINGS) session.query(`SET ${setting}`);

function peakBytes() {
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0) * 1024;
}

function step(name, run) {
  // From here on the peak is that of this step.
  writeFileSync('/proc/self/clear_refs', '5');
  const [cpu, began] = [process.cpuUsage(), performance.now()];
  const made = run();
  const { user, system } = process.cpuUsage(cpu);
  const figures = {
    name,
    processor: (user + system) / 1e6,
    clock: (performance.now() - began) / 1000,
    peak: peakBytes(),
    ...made,
  };
  console.log(JSON.stringify(figures));
}

const number = (sql) => Number(session.query(sql, 'TSV').trim());

/** Orders of five lines by customers of very unequal activity over two years, one line in fifty a refund. */
const SALES = `
CREATE TABLE sales ENGINE = MergeTree ORDER BY tuple() AS
SELECT 'C' || leftPad(toString(toUInt32(${customers} * pow(cityHash64(order_no, 1) / pow(2, 64), 2.5))), 8, '0') AS customer,
  toDate('2022-01-01') + cityHash64(order_no, 2) % 730 AS date,
  toDecimal64((if(line % 50 = 0, -1, 1) * toInt64(1 + cityHash64(line, 3) % 20000)) / 100, 2) AS amount,
  order_no
FROM (SELECT number AS line, intDiv(number, 5) AS order_no FROM numbers(${rows}))`;

step('make the rows', () => {
  session.query(SALES);
  return {
    rows: number('SELECT count() FROM sales'),
    customers: number('SELECT uniqExact(customer) FROM sales'),
    bytes: number("SELECT sum(bytes_on_disk) FROM system.parts WHERE active AND table = 'sales'"),
  };
});

function exported(sql, file) {
  session.query(`SELECT * FROM (${sql}) INTO OUTFILE '${join(work, file)}' TRUNCATE FORMAT Parquet`);
  const bytes = statSync(join(work, file)).size;
  return { bytes, rows: number(`SELECT count() FROM file('${join(work, file)}')`) };
}

step('raw rows as Parquet', () => {
  const made = exported('SELECT customer, date, amount, order_no FROM sales', 'raw.parquet');
  rmSync(join(work, 'raw.parquet'));
  return made;
});

const columns = { customer: 'customer', date: 'date', amount: 'amount' };
const rollup = (more) => rollupSql({ dialect: 'clickhouse', table: 'sales', columns, ...more });
step('rollup by month', () => exported(rollup(), 'rollup.parquet'));
step(`rollup by month, a sample of ${sample}`, () =>
  exported(rollup({ sample: Number(sample) }), 'sample.parquet'),
);
step('rollup by month, with order numbers', () =>
  exported(rollup({ columns: { ...columns, order: 'order_no' } }), 'orders.parquet'),
);
session.cleanup();
rmSync(data, { recursive: true, force: true });
