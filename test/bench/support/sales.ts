import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { DateDay, makeData, makeVector, Table, tableToIPC, Vector } from 'apache-arrow';
import { Compression, Table as ParquetTable, WriterPropertiesBuilder, writeParquet } from 'parquet-wasm/node';
import { inRoot } from '../../../scripts/lib/paths.js';
import { seededRandom } from '../../../src/compute/random';
import { isoOf } from '../../../src/util/calendar';

/** Files are written once and found again. */
const FOLDER = join(tmpdir(), 'rfm-kit-bench');

const FIRST_DAY = 18_262;
const DAYS = 1461;
const FIRST_ORDER = 10_000_000;
const PART_LENGTH = 1 << 20;
const ROWS_PER_GROUP = 1 << 18;

/** The columns of the files that play a part. */
export const SALES_MAPPING = {
  customer: 'customer_id',
  date: 'order_date',
  amount: 'amount',
  order: 'order_id',
} as const;

interface Sales {
  customer: Int32Array;
  order: Int32Array;
  day: Int32Array;
  cents: Int32Array;
}

/**
 * Sales of a shop, the same for the same number of rows: ten rows for each customer on average, few customers with
 * many of them; more in winter and on Saturdays; orders of one to four rows; 2 % refunds.
 */
function sales(rows: number, firstOrder = FIRST_ORDER): Sales {
  const column = (): Int32Array => new Int32Array(rows);
  const table: Sales = { customer: column(), order: column(), day: column(), cents: column() };
  const random = seededRandom(rows);
  const customers = Math.max(1, Math.round(rows / 10));
  let [order, left, customer, day] = [firstOrder, 0, 0, 0];
  for (let row = 0; row < rows; row += 1) {
    if (left === 0) {
      order += 1;
      left = 1 + Math.floor(random() * 4);
      customer = 100_000 + Math.floor(customers * random() ** 2.2);
      day = buyingDay(random);
    }
    left -= 1;
    table.customer[row] = customer;
    table.order[row] = order;
    table.day[row] = day;
    table.cents[row] = Math.round(Math.exp(7.6 + 1.1 * gauss(random))) * (random() < 0.02 ? -1 : 1);
  }
  return table;
}

function buyingDay(random: () => number): number {
  for (;;) {
    const day = FIRST_DAY + Math.floor(random() * DAYS);
    const season = 0.6 + 0.4 * Math.cos((2 * Math.PI * (day - FIRST_DAY + 15)) / 365.25);
    const weekday = (day + 4) % 7 === 6 ? 1 : 0.7;
    if (random() < season * weekday) return day;
  }
}

function gauss(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** The path of the sales as CSV. */
export const salesCsv = (rows: number): string => csvOf(`sales-${rows}.csv`, () => sales(rows));

/** The path of further sales: other orders of the best of the same customers. */
export const furtherSalesCsv = (rows: number): string =>
  csvOf(`further-sales-${rows}.csv`, () => sales(rows, 10 * FIRST_ORDER));

function csvOf(name: string, make: () => Sales): string {
  return written(name, (path) => {
    const { customer, order, day, cents } = make();
    const rows = customer.length;
    const file = openSync(path, 'w');
    let part = 'customer_id,order_id,order_date,amount\n';
    for (let row = 0; row < rows; row += 1) {
      part += `${customer[row]},${order[row]},${isoOf(day[row]!)},${(cents[row]! / 100).toFixed(2)}\n`;
      if (part.length < PART_LENGTH && row < rows - 1) continue;
      writeSync(file, part);
      part = '';
    }
    closeSync(file);
  });
}

/** The path of Online Retail with the same columns: the rows that name a customer, each with its line's total. */
export function retailCsv(): string {
  return written('retail.csv', (path) => {
    const text = gunzipSync(readFileSync(inRoot('demo/data/online_retail.csv.gz'))).toString();
    // Invoice, code, a description that may hold commas, quantity, date and time, price, customer, country.
    const row = /^(\w+),\w+,.*,(-?\d+),(\S+) [\d:]+,([\d.-]+),(\d+)(?:\.0)?,[^,]+$/gm;
    const used = Array.from(
      text.matchAll(row),
      ([, invoice, quantity, date, price, customer]) =>
        `${customer},${invoice},${date},${(Number(quantity) * Number(price)).toFixed(2)}`,
    );
    writeFileSync(path, `customer_id,order_id,order_date,amount\n${used.join('\n')}\n`);
  });
}

/** The path of the same sales as Parquet. */
export function salesParquet(rows: number): string {
  return written(`sales-${rows}.parquet`, (path) => {
    const { customer, order, day, cents } = sales(rows);
    const date = makeData({ type: new DateDay(), length: rows, nullCount: 0, data: day });
    const table = new Table({
      customer_id: makeVector(customer),
      order_id: makeVector(order),
      order_date: new Vector([date]),
      amount: makeVector(Float64Array.from(cents, (value) => value / 100)),
    });
    const properties = new WriterPropertiesBuilder()
      .setCompression(Compression.SNAPPY)
      .setMaxRowGroupSize(ROWS_PER_GROUP)
      .build();
    writeFileSync(path, writeParquet(ParquetTable.fromIPCStream(tableToIPC(table, 'stream')), properties));
  });
}

/** The path of a file in the folder; it is there whole or not at all. */
function written(name: string, write: (path: string) => void): string {
  mkdirSync(FOLDER, { recursive: true });
  const path = join(FOLDER, name);
  if (existsSync(path)) return path;
  const half = `${path}.${process.pid}`;
  write(half);
  renameSync(half, path);
  return path;
}
