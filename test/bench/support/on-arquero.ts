import { readFileSync } from 'node:fs';
import { dayOfIso } from '../../../src/util/calendar';
import type { Cost } from './lines';
import { rival } from './rivals';
import { cost } from './time';

/** As much of Arquero as is used here. */
interface Table {
  groupby(...keys: unknown[]): Table;
  rollup(values: object): Table;
  derive(values: object): Table;
  orderby(...keys: unknown[]): Table;
  filter(test: unknown): Table;
  join(other: Table, on: unknown): Table;
  get(name: string, row: number): number;
  numRows(): number;
  reify(): Table;
}

interface Op {
  [name: string]: (...args: unknown[]) => unknown;
}

interface Arquero {
  table(columns: Record<string, unknown>): Table;
  desc(key: unknown): unknown;
  rolling(expression: unknown): unknown;
  op: Op;
}

/** The four analyses by Arquero, in Node: what each round costs. Reading the file is not counted. */
export async function onArquero(folder: string, file: string, rounds: number): Promise<Cost[]> {
  const aq = rival<Arquero>(folder, 'arquero');
  const sales = aq.table(columnsOf(readFileSync(file, 'utf8')));
  const costs: Cost[] = [];
  for (let round = 0; round < rounds; round += 1) costs.push(await cost(async () => analyse(aq, sales)));
  return costs;
}

function columnsOf(csv: string): Record<string, unknown> {
  const lines = csv.split('\n');
  const rows = lines.length - 2;
  const customer: string[] = new Array(rows);
  const order = new Int32Array(rows);
  const day = new Int32Array(rows);
  const month = new Int32Array(rows);
  const amount = new Float64Array(rows);
  const days = new Map<string, number>();
  for (let row = 0; row < rows; row += 1) {
    const [id, number, date, money] = lines[row + 1]!.split(',') as [string, string, string, string];
    let known = days.get(date);
    if (known === undefined) {
      known = dayOfIso(date)!;
      days.set(date, known);
    }
    customer[row] = id;
    order[row] = Number(number);
    day[row] = known;
    month[row] = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
    amount[row] = Number(money);
  }
  return { customer, order, day, month, amount };
}

function analyse({ desc, rolling, op }: Arquero, sales: Table): void {
  const bought = sales.filter('d => d.amount >= 0');
  const last = Number(sales.rollup({ day: op.max!('day') }).get('day', 0));
  const own = bought
    .groupby('customer')
    .rollup({ last: op.max!('day'), frequency: op.distinct!('order') })
    .join(sales.groupby('customer').rollup({ monetary: op.sum!('amount') }), 'customer');
  own
    .orderby('last')
    .derive({ r: op.ntile!(5) })
    .orderby('frequency')
    .derive({ f: op.ntile!(5) })
    .orderby('monetary')
    .derive({ m: op.ntile!(5) })
    .reify();
  own
    .orderby(desc('monetary'))
    .derive({ rank: op.row_number!(), running: rolling(op.sum!('monetary')) })
    .reify();
  const spent = sales
    .derive({
      recent: `d => d.day > ${last - 182} ? d.amount : 0`,
      before: `d => d.day > ${last - 364} && d.day <= ${last - 182} ? d.amount : 0`,
    })
    .groupby('customer')
    .rollup({ value: op.sum!('amount'), recent: op.sum!('recent'), before: op.sum!('before') })
    .derive({ potential: 'd => d.recent + d.before > 0 ? 2 * d.recent : 0' });
  const means = spent.rollup({ value: op.mean!('value'), potential: op.mean!('potential') });
  spent
    .derive({
      tier: `d => (d.value > ${means.get('value', 0)} ? 2 : 0) + (d.potential > ${means.get('potential', 0)} ? 1 : 0)`,
    })
    .reify();
  bought
    .join(bought.groupby('customer').rollup({ cohort: op.min!('month') }), 'customer')
    .derive({ k: 'd => d.month - d.cohort' })
    .groupby('cohort', 'k')
    .rollup({ customers: op.distinct!('customer'), revenue: op.sum!('amount') })
    .orderby('cohort', 'k')
    .reify();
}
