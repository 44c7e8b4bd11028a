import { days } from '../../compute/duration';
import { expectedPurchasesSteps } from '../../compute/expected-purchases';
import { expectedSpendSteps } from '../../compute/expected-spend';
import { checkOneOf, checkOption, wholeOption } from '../../compute/option-checks';
import { pAliveSteps } from '../../compute/p-alive';
import type { CustomerRow, CustomersResult, HistoryResult, HistoryRow } from '../../compute/results';
import {
  countPage,
  createDirectory,
  DIRECTORY_COLUMNS,
  type DirectoryPage,
  directoryColumns,
  selectCustomer,
  selectHistory,
  selectPage,
} from '../../sql/directory-query';
import { directoryMembers } from '../../sql/selection-query';
import { analysisOf, figuresOf, plainRows } from '../analysis';
import { definitionOf, type QueryContext } from '../query-context';
import type { CustomersOptions } from '../source-options';
import { fittedModels } from './potential';
import { classedByTier } from './quadrant';
import { scoredTable } from './rfm';
import { checkRfmOptions } from './rfm-options';

const HORIZON = 365;

function checkPage(options: CustomersOptions, dimensions: readonly string[]): DirectoryPage {
  const sort = String(options.sort || '-monetary').trim();
  const column = sort.replace(/^-/, '').replace(/\s+(asc|desc)$/i, '');
  const columns: readonly string[] = [...DIRECTORY_COLUMNS, ...directoryColumns(dimensions)];
  return {
    search: String(options.search ?? '').trim(),
    sort: checkOneOf('sort', column, columns),
    descending: sort.startsWith('-') || /\sdesc$/i.test(sort),
    limit: wholeOption('limit', options.limit, 100, 0, 10_000_000),
    offset: wholeOption('offset', options.offset, 0, 0, 1_000_000_000),
  };
}

/** A page of the list of customers, with everything that is known of each. */
export async function customers(context: QueryContext, options: CustomersOptions): Promise<CustomersResult> {
  const page = checkPage(options, context.mapping.dimensions ?? []);
  const directory = await directoryOf(context);
  const table = await context.run(selectPage(directory, page));
  const { total } = figuresOf(await context.run(countPage(directory, page.search)));
  const rules = [
    'scores and segments as in rfm, tiers as in quadrant, all by default options',
    `p_alive: probability that the customer is still one (MBG/NBD); expected_value: over ${HORIZON} days; both empty where no model stands`,
    'dimensions: of the last row of each customer',
  ];
  return analysisOf<CustomerRow, { total: number }>(
    table,
    { total: total! },
    definitionOf(context, 'customers', { ...page }, rules),
  );
}

/** Everything one customer bought and gave back, oldest first, and what is known of them. */
export async function history(context: QueryContext, id: string): Promise<HistoryResult> {
  const customer = String(id);
  const directory = await directoryOf(context);
  const [figures] = plainRows(await context.run(selectCustomer(directory, customer)));
  checkOption(figures !== undefined, 'customer', customer, 'the id of a customer with a purchase');
  const table = await context.run(selectHistory(context.tables, customer, context.where));
  return analysisOf<HistoryRow, CustomerRow>(
    table,
    figures as unknown as CustomerRow,
    definitionOf(context, 'history', { customer }, [
      'purchase: counts for frequency; refund: reduces monetary only; rows that count for neither are left out',
    ]),
  );
}

/** The list of all customers, put together once for the rows of this context. */
function directoryOf(context: QueryContext): Promise<string> {
  return context.cached('directory', async (apart) => {
    const directory = apart.keep('directory');
    const { table } = await scoredTable(apart, checkRfmOptions({}));
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
  const columns = [
    ...DIRECTORY_COLUMNS.filter((column) => column !== 'customer'),
    ...directoryColumns(context.mapping.dimensions ?? []),
  ];
  return directoryMembers(context.tables, await directoryOf(context), columns);
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
