import type { RuleLint, SegmentRule } from '../compute/lint-rules';
import { checkOneOf } from '../compute/option-checks';
import type {
  CohortResult,
  CustomersResult,
  FlowResult,
  HistoryResult,
  HistoryRow,
  KpiMonth,
  KpiResult,
  MigrationResult,
  ParetoResult,
  QuadrantResult,
  RfmResult,
  SegmentSummary,
} from '../compute/results';
import { dayOfIso } from '../util/calendar';
import { toCsv } from '../util/csv';
import { cohorts } from './analyses/cohorts';
import { customers, history, purchases } from './analyses/customers';
import { type DensityRequest, type DensityRow, density } from './analyses/density';
import { type FacetsResult, facets, type ValuesResult, values } from './analyses/facets';
import { flow } from './analyses/flow';
import { kpiHistory, kpis } from './analyses/kpis';
import { migration } from './analyses/migration';
import { pareto } from './analyses/pareto';
import { quadrant } from './analyses/quadrant';
import { rfm, segments } from './analyses/rfm';
import { ruleLint } from './analyses/rule-lint';
import { type WeighingResult, weighing } from './analyses/weighing';
import { type WhatIfResult, whatIf } from './analyses/what-if';
import type { Engine } from './engine/engine';
import type { Loader } from './held';
import type { ChangeOptions } from './held-source';
import { Holding } from './holding';
import { MarkedSource } from './marked-source';
import type {
  AnalysisOptions,
  CohortOptions,
  CustomersOptions,
  FlowOptions,
  MigrationOptions,
  ParetoOptions,
  QuadrantOptions,
  RfmOptions,
  ValuesOptions,
  WeighingOptions,
  WhatIfOptions,
} from './source-options';

const EXPORTS = [
  'rfm',
  'pareto',
  'quadrant',
  'cohorts',
  'flow',
  'migration',
  'kpis',
  'whatIf',
  'customers',
] as const;
export type ExportName = (typeof EXPORTS)[number];

/**
 * One table of transactions, loaded and encoded in the engine, and its analyses. Made by `openSource`.
 * After the engine has died it loads its input again by itself, at most twice.
 */
export class Source extends MarkedSource {
  /** Loads the rows and makes the tables and the report that every analysis starts from. */
  static async create(engine: Engine, loader: Loader, signal?: AbortSignal): Promise<Source> {
    return new Source(await Holding.open(engine, loader, signal));
  }

  /**
   * Recency (whole days), frequency (orders) and monetary (net, in the data's currency) of every customer, with scores
   * from 1 to `bins`, their weighted mean from 0 to 1, and a segment, type or cluster.
   *
   * Breaks are type 7 quantiles (Hyndman and Fan 1996), own ones, or those of the R package rfm. As every analysis it
   * rejects with `invalid-option` for an option that cannot be, `no-rows` where nobody has bought within as-of and
   * filter, `aborted` and `closed`.
   */
  rfm(options: RfmOptions = {}): Promise<RfmResult> {
    return this.shared('rfm', options, (context) => rfm(context, options));
  }

  /**
   * What segment rules do with every code of scores, as the function `lintRules` says it, with the customers that have
   * each code now. Scores are those of `rfm(options)`; rejects as it does.
   */
  lintRules(rules: readonly SegmentRule[], options: Omit<RfmOptions, 'rules'> = {}): Promise<RuleLint> {
    return this.analyse(options, (context) => ruleLint(context, rules, options));
  }

  /** The segments of `rfm(options)` alone, without the customers: quick enough to follow a threshold that is dragged. */
  segments(options: RfmOptions = {}): Promise<SegmentSummary[]> {
    return this.analyse(options, (context) => segments(context, options));
  }

  /**
   * How many customers of each segment or tier lie in each bin of two measures: a picture of more customers than a
   * screen has room for. Empty bins are left out.
   */
  density(request: DensityRequest, { signal }: ChangeOptions = {}): Promise<DensityRow[]> {
    return this.analyse({ asOf: request.options?.asOf, signal }, (context) => density(context, request));
  }

  /**
   * Cumulative shares (0 to 1) of amount, orders or profit by customer or by the values of a dimension, largest first;
   * ABC classes; Gini (1912), Lorenz asymmetry (Damgaard and Weiner 2000) and Herfindahl-Hirschman index.
   *
   * The table has at most 2,000 points of the curve, ends and borders included. Rejects with `column-missing` where no
   * profit is mapped.
   */
  pareto(options: ParetoOptions = {}): Promise<ParetoResult> {
    this.shown.pareto = options;
    // Who is marked may change between one call and the next.
    const own = options.compare === 'selection' && this.marks.current !== null;
    if (!own) return this.shared('pareto', options, (context) => pareto(context, options));
    return this.marks
      .with(options, (context, table) => pareto(context, options, table))
      .then((result) => result ?? this.pareto(options));
  }

  /**
   * Customers by current value (monetary) and potential value (currency, over `horizon` days), in the tiers platinum,
   * gold, iron and lead; high is strictly above the split.
   *
   * Potential is expected (MBG/NBD of Batislam, Denizel and Filiztekin 2007 times Gamma-Gamma of Fader and Hardie 2013),
   * momentum, headroom or a column of the host's. Where a model cannot be fitted momentum answers, and `warnings` says
   * why. The backtest reckons it anew for the first half of the time and scores it on the second.
   */
  quadrant(options: QuadrantOptions = {}): Promise<QuadrantResult> {
    return this.shared('quadrant', options, (context) => quadrant(context, options));
  }

  /**
   * The revolving door: new, retained, reactivated and lost customers and their money, for every period from the first
   * purchase to as-of; rates are those of the last complete period. Growth accounting as Social Capital has it.
   */
  flow(options: FlowOptions = {}): Promise<FlowResult> {
    this.shown.flow = options;
    return this.shared('flow', options, (context) => flow(context, options));
  }

  /**
   * Movement between tiers or segments from one date to another, each classed on the `window` days up to it; null is no
   * purchase in that window. Takes the options of `quadrant` and `rfm` too.
   */
  migration(options: MigrationOptions = {}): Promise<MigrationResult> {
    this.shown.migration = options;
    return this.shared('migration', options, (context) => migration(context, options));
  }

  /** Figures at a glance: shares from 0 to 1, money in the data's currency, null where nothing can be divided by. */
  kpis(options: AnalysisOptions = {}): Promise<KpiResult> {
    this.shown.kpis = true;
    return this.shared('kpis', options, kpis);
  }

  /** The months of `kpis(options)`: what each added, and how things stood at its end. */
  kpiHistory(options: AnalysisOptions = {}): Promise<KpiMonth[]> {
    return this.shared('kpiHistory', options, kpiHistory);
  }

  /**
   * Customers, orders, money and retention (0 to 1, with a 95 % interval of Wilson 1927) of those who began together, by
   * period since; averages are over cells that are complete at as-of.
   */
  cohorts(options: CohortOptions = {}): Promise<CohortResult> {
    this.shown.cohorts = options;
    return this.shared('cohorts', options, (context) => cohorts(context, options));
  }

  /**
   * What some points of retention are worth on these data, month by month, against winning the same from new customers;
   * the formula stands in the summary.
   */
  whatIf(options: WhatIfOptions = {}): Promise<WhatIfResult> {
    return this.shared('whatIf', options, (context) => whatIf(context, options));
  }

  /**
   * Weights of recency, frequency and monetary from three comparisons, by the analytic hierarchy process of Saaty (1980),
   * with their consistency ratio; `weigh` applies them.
   */
  weighing(options: WeighingOptions = {}): Promise<WeighingResult> {
    return this.shared('weighing', options, (context) => weighing(context, options));
  }

  /** Rows over time to filter by, and what the filter and the date looked back to leave of them, be it nothing. */
  facets({ signal }: ChangeOptions = {}): Promise<FacetsResult> {
    const { filter } = this.holding;
    const day = dayOfIso(this.asOf)!;
    return this.onAllRows(signal, (context) => facets(context, day, filter));
  }

  /** The values of a dimension that most rows have, those in the filter first; counted within the rest of the filter. */
  values(options: ValuesOptions): Promise<ValuesResult> {
    const { filter } = this.holding;
    const day = dayOfIso(this.asOf)!;
    return this.onAllRows(options.signal, (context) => values(context, day, filter, options));
  }

  /** A page of the customers, with scores, tier, dates, probability of being one still and expected value of a year. */
  customers(options: CustomersOptions = {}): Promise<CustomersResult> {
    if (options.selected && this.selection)
      return this.marks
        .with(options, (context, table) => customers(context, options, table))
        .then((listed) => listed ?? this.customers({ ...options, selected: undefined }));
    return this.analyse(options, (context) => customers(context, options));
  }

  /** What one customer bought and gave back, oldest first. */
  history(customer: string, options: AnalysisOptions = {}): Promise<HistoryResult> {
    return this.analyse(options, (context) => history(context, customer));
  }

  /** The rows of `history(customer)` alone. */
  purchases(customer: string, options: AnalysisOptions = {}): Promise<HistoryRow[]> {
    return this.analyse(options, (context) => purchases(context, customer));
  }

  /** An analysis, with default options, or all customers, as CSV that no spreadsheet takes for formulas. */
  async exportCsv(what: ExportName, options: AnalysisOptions = {}): Promise<string> {
    checkOneOf('what', what, EXPORTS);
    const result =
      what === 'customers'
        ? await this.customers({ ...options, limit: 10_000_000 })
        : await this[what](options);
    const rows = result.rows() as unknown as Record<string, unknown>[];
    const header = result.table.schema.fields.map(({ name }) => name);
    return toCsv(
      header,
      rows.map((row) => header.map((name) => row[name])),
    );
  }
}
