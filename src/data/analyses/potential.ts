import { days } from '../../compute/duration';
import { expectedPurchasesSteps } from '../../compute/expected-purchases';
import { expectedSpendSteps } from '../../compute/expected-spend';
import { fitGammaGammaSteps, type GammaGammaModel } from '../../compute/fit-gamma-gamma';
import { fitMbgNbdSteps } from '../../compute/fit-mbg-nbd';
import type { LifetimeModel } from '../../compute/lifetime-model';
import type { RepeatBuying } from '../../compute/repeat-buying';
import type { PotentialMethod, PotentialModel, Report, Warning } from '../../compute/results';
import { headroom, joinPotential, selectRepeatBuying } from '../../sql/potential-query';
import { createSpendWindows, createValues, momentum, selectGrowth } from '../../sql/quadrant-query';
import { interpolateBreaks, selectOrderStatistics } from '../../sql/quantiles';
import { spansDays } from '../../sql/source-tables';
import { figuresOf } from '../analysis';
import { checkDays } from '../needs-rows';
import type { QueryContext } from '../query-context';
import { hostFigures } from './host-figures';
import { thresholdsOf } from './rfm';
import { checkRfmOptions } from './rfm-options';

/** How potential value is reckoned, and over how many days. */
export interface PotentialChoice {
  method: PotentialMethod;
  /** The host's column, for `column`. */
  column: string | null;
  horizonDays: number;
}

/** A table of customer, amount (whole units), current_value and potential_value; and how it came about. */
export interface Potential {
  values: string;
  method: PotentialMethod;
  model: PotentialModel | null;
  warnings: Warning[];
}

/** Days over which several analyses reckon potential, unless they are told otherwise. */
export const USUAL_HORIZON = 365;

/**
 * Potential value of every customer, by the method asked for or, where that refuses, by momentum, saying why. The table
 * lives as long as the analysis; over the usual horizon it is made once for the rows and lives as long as they do.
 */
export function potentialValues(context: QueryContext, choice: PotentialChoice): Promise<Potential> {
  const { method, horizonDays } = choice;
  if (method === 'column' || horizonDays !== USUAL_HORIZON)
    return valuesInto(context, choice, context.scratch('values'));
  return context.cached(`potential ${method}`, (apart) => valuesInto(apart, choice, apart.keep('values')));
}

function valuesInto(context: QueryContext, choice: PotentialChoice, table: string): Promise<Potential> {
  switch (choice.method) {
    case 'expected':
      return byModel(context, choice, table);
    case 'momentum':
      return byMomentum(context, choice, table);
    case 'headroom':
      return byHeadroom(context, table);
    case 'column':
      return byColumn(context, choice.column!, table);
  }
}

/** Expected purchases over the horizon times expected spend: MBG/NBD and Gamma-Gamma. */
async function byModel(context: QueryContext, choice: PotentialChoice, values: string): Promise<Potential> {
  const fit = await fittedModels(context);
  if (!fit.ok) {
    const method = spansDays(context.tables) ? 'headroom' : 'momentum';
    const instead = await potentialValues(context, { ...choice, method });
    const { code, message } = fit.refusal;
    const said = { code, message: `${message} Potential is reckoned by ${method} instead.` };
    return { ...instead, warnings: [said, ...instead.warnings] };
  }
  const { model, spend, customers } = fit;
  const purchases = await context.reckon(
    expectedPurchasesSteps(model, customers.histories, days(choice.horizonDays)),
  );
  const spends = await context.reckon(
    expectedSpendSteps(spend, { x: customers.histories.x, z: customers.z }),
  );
  const table = await context.put('expected', 'customer INTEGER, potential_value DOUBLE', {
    customer: customers.customer,
    potential_value: Float64Array.from(purchases, (count, i) => count * spends[i]!),
  });
  return {
    values: await keep(context, values, joinPotential(context.tables, context.customers, table)),
    method: 'expected',
    model: {
      ...describe(model),
      spend: { parameters: spend.parameters, logLikelihood: spend.logLikelihood },
    },
    warnings: spend.warnings,
  };
}

function describe({ name, parameters, logLikelihood }: LifetimeModel): Omit<PotentialModel, 'spend'> {
  return { name, parameters, logLikelihood };
}

/** Every customer with a purchase day: code, repeat buying in days, mean net of a repeat day. */
export interface BuyingCustomers {
  customer: Int32Array;
  histories: RepeatBuying;
  z: Float64Array;
}

export type FittedModels =
  | { ok: true; model: LifetimeModel; spend: GammaGammaModel; customers: BuyingCustomers }
  | { ok: false; refusal: Warning };

/** The lifetime and spending models of a context's rows; fitted once, whatever the horizon. */
export function fittedModels(context: QueryContext): Promise<FittedModels> {
  // Which days of a period have a positive net is known of all dimensions together only.
  if (spansDays(context.tables) && context.filter?.dimensions) {
    const period = context.tables.rollup;
    const message = `A rollup by ${period} does not tell the purchase days of a part of the dimensions.`;
    return Promise.resolve(refused('needs-rows', message));
  }
  return context.cached('models', async (apart) => {
    const customers = await buyingCustomers(apart);
    const { histories, z } = customers;
    if (customers.customer.length === 0)
      return refused('too-few-repeaters', 'Nobody has a day with a positive net amount.');
    const lifetime = await apart.reckon(fitMbgNbdSteps(histories));
    if (!lifetime.ok) return refused(lifetime.code, lifetime.message);
    const spend = await apart.reckon(fitGammaGammaSteps({ x: histories.x, z }));
    if (!spend.ok) return refused(spend.code, spend.message);
    return { ok: true, model: lifetime.model, spend: spend.model, customers };
  });
}

function refused(code: string, message: string): FittedModels {
  return { ok: false, refusal: { code, message } };
}

async function buyingCustomers(context: QueryContext): Promise<BuyingCustomers> {
  const { tables, asOfDay, where } = context;
  const table = await context.run(selectRepeatBuying(tables, context.customers, where));
  const column = (name: string): ArrayLike<number> => table.getChild(name)!.toArray() as ArrayLike<number>;
  const first = column('first_day');
  const last = column('last_day');
  const histories = {
    unit: 'days',
    x: column('x'),
    t_x: new Float64Array(first.length),
    T: new Float64Array(first.length),
  } as const satisfies RepeatBuying;
  for (let i = 0; i < first.length; i++) {
    histories.t_x[i] = last[i]! - first[i]!;
    histories.T[i] = asOfDay - first[i]!;
  }
  return { customer: column('customer') as Int32Array, histories, z: column('z') as Float64Array };
}

async function byMomentum(
  context: QueryContext,
  { horizonDays }: PotentialChoice,
  table: string,
): Promise<Potential> {
  const { tables, customers, asOfDay, where } = context;
  checkDays(tables, 'Potential by momentum');
  const windows = context.scratch('windows');
  await context.run(createSpendWindows(tables, windows, customers, { asOfDay, horizonDays, where }));
  const growth = figuresOf(await context.run(selectGrowth(windows)));
  const values = await keep(context, table, momentum(windows, growth.growth!, growth.mean_before!));
  return { values, method: 'momentum', model: null, warnings: [] };
}

async function byHeadroom(context: QueryContext, table: string): Promise<Potential> {
  const { tables, customers, customerCount: n } = context;
  const { f } = await thresholdsOf(context, checkRfmOptions({}));
  const statistics = await context.run(selectOrderStatistics(customers, { first_day: 'first_day' }, n, 5));
  const pairs = Array.from(statistics.getChild('first_day')!.get(0) as Iterable<unknown>, Number);
  const breaks = { frequency: f, firstDay: interpolateBreaks(pairs, n, 5) };
  const values = await keep(context, table, headroom(tables, customers, breaks));
  return { values, method: 'headroom', model: null, warnings: [] };
}

async function byColumn(context: QueryContext, column: string, into: string): Promise<Potential> {
  const { table, differing } = await hostFigures(context, column);
  const values = await keep(context, into, joinPotential(context.tables, context.customers, table));
  const warnings: Warning[] = [];
  if (differing > 0) {
    const message = `${differing} customers have more than one ${column}; that of the last row counts.`;
    warnings.push({ code: 'several-figures', message });
    noteOnce(context.report.notes, { code: 'several-figures', message });
  }
  return { values, method: 'column', model: null, warnings };
}

/** The report of the source says it too, once. */
function noteOnce(notes: Report['notes'], note: Report['notes'][number]): void {
  if (!notes.some(({ message }) => message === note.message)) notes.push(note);
}

async function keep(context: QueryContext, table: string, values: string): Promise<string> {
  await context.run(createValues(table, values));
  return table;
}
