import { alivePath } from '../../compute/alive-path';
import { days } from '../../compute/duration';
import { expectedPurchasesSteps } from '../../compute/expected-purchases';
import { expectedSpendSteps } from '../../compute/expected-spend';
import { checkOneOf, checkOption, wholeOption } from '../../compute/option-checks';
import { pAliveSteps } from '../../compute/p-alive';
import type {
  AlivePoint,
  CustomerFigures,
  CustomerRow,
  CustomersResult,
  HistoryResult,
  HistoryRow,
  Warning,
} from '../../compute/results';
import { rule } from '../../compute/rule';
import {
  countPage,
  createDirectory,
  createOrder,
  DIRECTORY_COLUMNS,
  type DirectoryMarks,
  type DirectoryPage,
  directoryColumns,
  directoryMembers,
  pageOf,
  pageOfOrder,
  selectCustomer,
  selectHistory,
  selectPage,
} from '../../sql/directory-query';
import { dayOfIso, isoOf } from '../../util/calendar';
import { analysisOf, figuresOf, plainRows } from '../analysis';
import { needsRows } from '../needs-rows';
import { definitionOf, type QueryContext } from '../query-context';
import type { CustomersOptions } from '../source-options';
import { fittedModels } from './potential';
import { classedByTier } from './quadrant';
import { scoredTable } from './rfm';
import { checkRfmOptions } from './rfm-options';

const HORIZON = 365;

function checkPage(options: CustomersOptions, columns: readonly string[]): DirectoryPage {
  const sort = String(options.sort || '-monetary').trim();
  const column = sort.replace(/^-/, '').replace(/\s+(asc|desc)$/i, '');
  return {
    search: String(options.search ?? '').trim(),
    sort: checkOneOf('sort', column, columns),
    descending: sort.startsWith('-') || /\sdesc$/i.test(sort),
    limit: wholeOption('limit', options.limit, 100, 0, 10_000_000),
    offset: wholeOption('offset', options.offset, 0, 0, 1_000_000_000),
  };
}

/** The columns of the list, the dimensions last. */
function columnsOf({ mapping }: QueryContext): readonly string[] {
  return [...DIRECTORY_COLUMNS, ...directoryColumns(mapping.dimensions ?? [])];
}

/** A page of the list of customers, with everything that is known of each; `marked` is the table of the marked ones. */
export async function customers(
  context: QueryContext,
  options: CustomersOptions,
  marked: string | null = null,
): Promise<CustomersResult> {
  const columns = columnsOf(context);
  const page = checkPage(options, columns);
  const selected = options.selected && checkOneOf('selected', options.selected, ['shown', 'only']);
  const marks: DirectoryMarks | null = marked ? { table: marked, only: selected === 'only' } : null;
  const directory = await directoryOf(context);
  const among = await pageAmong(context, directory, page, marks);
  const table = await context.run(selectPage(directory, columns, { page: among, order: page }, marks));
  const all = page.search === '' && !marks;
  const total = all
    ? context.customerCount
    : figuresOf(await context.run(countPage(directory, page.search, marks))).total;
  const rules = [
    rule(
      'customer-scores',
      'scores and segments as in rfm, tiers as in quadrant, all by default options and the weights applied',
    ),
    rule(
      'customer-expectations',
      `p_alive: probability that the customer is still one (MBG/NBD); expected_value: over ${HORIZON} days; both empty where no model stands`,
      { days: HORIZON },
    ),
    rule('customer-dimensions', 'dimensions: of the last row of each customer'),
  ];
  return analysisOf<CustomerRow, CustomersResult['summary']>(
    table,
    { total: total!, noModel: await whyNoModel(context) },
    definitionOf(context, 'customers', { ...page }, rules),
  );
}

/** From here on a page of the whole list is looked up in an order that is kept, rather than sorted for. */
const FAR_DOWN = 2000;

async function pageAmong(
  context: QueryContext,
  directory: string,
  page: DirectoryPage,
  marks: DirectoryMarks | null,
): Promise<string> {
  if (page.offset < FAR_DOWN || page.search !== '' || marks?.only) return pageOf(directory, page, marks);
  const { sort, descending } = page;
  const order = await context.cached(`order ${directory} ${sort} ${descending}`, async (apart) => {
    const table = apart.keep('order');
    await apart.run(createOrder(table, directory, page));
    return table;
  });
  return pageOfOrder(order, page);
}

/** Everything one customer bought and gave back, oldest first, and what is known of them. */
export async function history(context: QueryContext, id: string): Promise<HistoryResult> {
  const customer = String(id);
  if (context.tables.rollup)
    throw needsRows(
      'The purchases of one customer are the rows, which a rollup has summed up.',
      context.tables,
    );
  const directory = await directoryOf(context);
  const [figures] = plainRows(await context.run(selectCustomer(directory, columnsOf(context), customer)));
  checkOption(figures !== undefined, 'customer', customer, 'the id of a customer with a purchase');
  const table = await context.run(selectHistory(context.tables, customer, context.where));
  const alive = await aliveOver(context, plainRows(table) as unknown as HistoryRow[]);
  return analysisOf<HistoryRow, CustomerFigures>(
    table,
    { ...figures, alive, noModel: await whyNoModel(context) } as CustomerFigures,
    definitionOf(context, 'history', { customer }, [
      rule(
        'history-alive',
        'alive: probability, on each day, that the customer still was one, by the model fitted as of now (MBG/NBD); a day with a positive net amount is a purchase',
      ),
      rule(
        'history-rows',
        'purchase: counts for frequency; refund: reduces monetary only; rows that count for neither are left out',
      ),
    ]),
  );
}

async function whyNoModel(context: QueryContext): Promise<Warning | null> {
  const fit = await fittedModels(context);
  return fit.ok ? null : fit.refusal;
}

/** How likely the customer was one still, from the first purchase on; null where no model stands. */
async function aliveOver(context: QueryContext, rows: readonly HistoryRow[]): Promise<AlivePoint[] | null> {
  const fit = await fittedModels(context);
  if (!fit.ok) return null;
  const net = new Map<string, number>();
  for (const { date, amount } of rows) net.set(date, (net.get(date) ?? 0) + amount);
  const bought = [...net].filter(([, amount]) => amount > 0).map(([date]) => dayOfIso(date)!);
  return alivePath(fit.model, bought, context.asOfDay).map(({ day, pAlive }) => ({
    date: isoOf(day),
    p_alive: pAlive,
  }));
}

/** The rows of a customer's history, oldest first; none of one that is not there. */
export async function purchases(context: QueryContext, id: string): Promise<HistoryRow[]> {
  const rows = await context.run(selectHistory(context.tables, String(id), context.where));
  return plainRows(rows) as unknown as HistoryRow[];
}

/** The list of all customers, put together once for the rows and the weights of this context. */
function directoryOf(context: QueryContext): Promise<string> {
  return context.cached(`directory ${JSON.stringify(context.weights)}`, async (apart) => {
    const directory = apart.keep('directory');
    const { table } = await scoredTable(apart, checkRfmOptions({}, apart.weights));
    const parts = {
      customers: apart.customers,
      scored: table,
      tiers: await classedByTier(apart, { potential: 'expected' }),
      expectations: await expectations(apart),
      dimensions: apart.mapping.dimensions ?? [],
      where: apart.where,
    };
    await apart.run(createDirectory(apart.tables, directory, parts));
    return directory;
  });
}

/** A relation of customers with every column of the list. */
export async function directoryRelation(context: QueryContext): Promise<string> {
  const columns = columnsOf(context).filter((column) => column !== 'customer');
  return directoryMembers(await directoryOf(context), columns);
}

async function expectations(context: QueryContext): Promise<string | null> {
  const fit = await fittedModels(context);
  if (!fit.ok) return null;
  const { model, spend, customers: buying } = fit;
  const purchases = await context.reckon(expectedPurchasesSteps(model, buying.histories, days(HORIZON)));
  const spends = await context.reckon(expectedSpendSteps(spend, { x: buying.histories.x, z: buying.z }));
  return context.put('expectations', 'customer INTEGER, p_alive DOUBLE, expected_value DOUBLE', {
    customer: buying.customer,
    p_alive: await context.reckon(pAliveSteps(model, buying.histories)),
    expected_value: Float64Array.from(purchases, (count, i) => count * spends[i]!),
  });
}
