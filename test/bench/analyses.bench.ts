import { basename, dirname } from 'node:path';
import { type Cost, type Line, line, publish, within } from './support/lines';
import { onNative } from './support/native';
import { onArquero } from './support/on-arquero';
import { call, costOf, openPage } from './support/page';
import { ensureRivals } from './support/rivals';
import { retailCsv, SALES_MAPPING, salesCsv, salesParquet } from './support/sales';
import { growth, rowsText, sizes } from './support/sizes';
import { ASKED, createSales, TEXTBOOK } from './support/textbook';

const SIZES = sizes([100_000, 1_000_000]);
/** Beyond this Arquero is not asked: it would take minutes. */
const ARQUERO_UP_TO = 1_000_000;
const ROUNDS = Number(process.env.ROUNDS ?? 6);

const SAME_ENGINE = 'textbook SQL on the same DuckDB-WASM';

/** Options, each unlike what was asked before, that may not touch the transactions again. */
const OPTIONS: Record<string, readonly [string, object]> = {
  bins: ['rfm', { bins: 7 }],
  weights: ['rfm', { weights: [3, 2, 1] }],
  split: ['quadrant', { potential: 'momentum', split: 'median' }],
  period: ['cohorts', { period: 'quarter' }],
  'as-of at the end of a month': ['rfm', { asOf: '2023-06-30' }],
};

/** The four analyses after loading beside textbook SQL on the same engine and on native DuckDB, and Arquero. */
export default async function analyses(): Promise<void> {
  const rivals = ensureRivals();
  const lines: Line[] = [];
  const data: Data[] = SIZES.map((size) => ({
    name: rowsText(size),
    csv: salesCsv(size),
    fast: salesParquet(size),
    arquero: size <= ARQUERO_UP_TO,
  }));
  if (!process.env.ROWS)
    data.unshift({ name: 'Online Retail', csv: retailCsv(), fast: retailCsv(), arquero: true });
  for (const one of data) lines.push(...(await measure(one, rivals)));
  publish('analyses', [...lines, ...growth(ofOneKind(lines), 1_000_000, 10_000_000)]);
}

/** The kit's own time stands in several lines: one of them is enough. */
function ofOneKind(lines: readonly Line[]): Line[] {
  return lines.filter(({ name }, i) => lines.findIndex((other) => other.name === name) === i);
}

interface Data {
  name: string;
  csv: string;
  /** The same rows in the file that the kit reads fastest. */
  fast: string;
  arquero: boolean;
}

async function measure(data: Data, rivals: string | null): Promise<Line[]> {
  const { csv, name: rows } = data;
  const opened = await openPage('analyses.html', { '/data/': dirname(csv) });
  const { page, close } = opened;
  await call(page, 'start');
  const address = (path: string): string => `/data/${basename(path)}`;
  await call(page, 'loadBare', address(csv), createSales('sales.csv'));
  const ours: Cost[] = [];
  const textbook: Cost[] = [];
  let held = { rows: 1, customers: 0, bytes: 0 };
  for (let round = 0; round < ROUNDS; round += 1) {
    // Loaded anew, or the answers would be there already.
    held = await call(page, 'load', address(data.fast), SALES_MAPPING);
    ours.push(await costOf(opened, 'ask', ASKED));
    // Ten million rows with customers as text may be more than the engine's memory holds.
    const query = costOf(opened, 'query', TEXTBOOK);
    await query.then(
      (cost) => textbook.push(cost),
      (error) => console.error(`textbook SQL in the page: ${error}`),
    );
  }
  const name = `all four analyses, ${rows}`;
  const lines: Line[] =
    textbook.length === ROUNDS ? [line({ name, against: SAME_ENGINE, target: null }, ours, textbook)] : [];
  if (rivals) {
    const against = 'textbook SQL on native DuckDB, one thread';
    lines.push(line({ name, against, target: 0.25 }, ours, await onNative(rivals, csv, TEXTBOOK, ROUNDS)));
  }
  if (rivals && data.arquero)
    lines.push(
      line({ name, against: 'Arquero in Node', target: 0.05 }, ours, await onArquero(rivals, csv, 2)),
    );
  const customers = `${held.customers.toLocaleString('en')} customers`;
  for (const [what, asked] of Object.entries(OPTIONS)) {
    const { ms } = await costOf(opened, 'ask', [asked]);
    lines.push(within(`change of ${what}, ${customers}`, ms, 150));
  }
  const inside = await costOf(opened, 'ask', [['rfm', { asOf: '2023-06-15' }]]);
  lines.push(within(`change of as-of to a day within a month, ${customers}`, inside.ms, 1000));
  lines.push(within(`memory of the engine, ${rows}`, held.bytes / held.rows, 40, 'bytes a row'));
  await close();
  return lines;
}
