import type { RuleLint, SegmentRule } from '../compute/lint-rules';
import { checkOneOf } from '../compute/option-checks';
import type {
  CohortResult,
  CustomersResult,
  Definition,
  Filter,
  FlowResult,
  FlowRow,
  HistoryResult,
  HistoryRow,
  IsoDate,
  KpiMonth,
  KpiResult,
  Mapping,
  MigrationResult,
  ParetoResult,
  PlainKpis,
  QuadrantResult,
  Report,
  RfmResult,
  SegmentSummary,
} from '../compute/results';
import { dayOfIso, isoOf } from '../util/calendar';
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
import { checkWeights } from './analyses/rfm-options';
import { ruleLint } from './analyses/rule-lint';
import { type WeighingResult, weighing } from './analyses/weighing';
import { type WhatIfResult, whatIf } from './analyses/what-if';
import { checkDay, checkFilter } from './check-options';
import type { Engine } from './engine/engine';
import type { Loader } from './held';
import { Holding } from './holding';
import { kpisOfSelected, type SelectionSummary } from './marked';
import {
  type MarkedCell,
  type MarkedCount,
  type MarkedRanks,
  prepareMarked,
  type Shown,
  selectedCells,
  selectedCounts,
  selectedFlow,
  selectedRanks,
} from './marked-groups';
import { Marks } from './marks';
import { type MemberOptions, membersBy, type SelectableAnalysis } from './members';
import { keyOf, NewestResults } from './newest-results';
import { prepareFigures } from './picked';
import { definitionOf, type QueryContext, type Weights } from './query-context';
import { memberColumns, type Selection, type SelectionRequest } from './selection';
import type {
  AnalysisOptions,
  CohortOptions,
  CustomersOptions,
  FlowOptions,
  MigrationOptions,
  ParetoOptions,
  QuadrantOptions,
  RfmOptions,
  SourceInput,
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
export class Source {
  private readonly holding: Holding;
  private readonly marks: Marks;
  private readonly results = new NewestResults();
  /** What was asked for last of the analyses that show where the marked stand. */
  private readonly shown: Shown = {};
  private readonly changeListeners = new Set<(change: SourceChange) => void>();

  /** Use `openSource`. */
  private constructor(holding: Holding) {
    this.holding = holding;
    this.marks = new Marks(holding);
  }

  /** Loads the rows and makes the tables and the report that every analysis starts from. */
  static async create(engine: Engine, loader: Loader, signal?: AbortSignal): Promise<Source> {
    return new Source(await Holding.open(engine, loader, signal));
  }

  /** Which columns play which part. */
  get mapping(): Mapping {
    return this.holding.held.mapping;
  }

  /** All columns of the input. */
  get columns(): readonly string[] {
    return this.holding.held.columns;
  }

  /** What became of every row. */
  get report(): Report {
    return this.holding.held.report;
  }

  /** Whether `close` has been called. */
  get closed(): boolean {
    return this.holding.closed;
  }

  /** What every figure of the source depends on before any analysis adds its own options. */
  get definition(): Definition {
    const { filter, held } = this.holding;
    const grounds = {
      ...held,
      asOf: this.asOf,
      filter,
      rows: null,
      statements: [],
      customerCount: held.report.customers,
    };
    return definitionOf(grounds, 'source', {}, []);
  }

  /**
   * Narrows the rows that every analysis uses from now on; null takes the filter away. Dates are inclusive; of each
   * dimension the rows with one of the values count.
   */
  filter(filter: Filter | null): void {
    this.holding.filter = checkFilter(filter, this.mapping.dimensions ?? []);
    this.tellChange('rows');
  }

  /** The date that every analysis without its own `asOf` looks back from. */
  get asOf(): IsoDate {
    return isoOf(this.holding.asOfDay ?? this.holding.held.asOfDay);
  }

  /** The date that everything is looked at as of unless the source is rewound: that of its options, or the last of its rows. */
  get latest(): IsoDate {
    return isoOf(this.holding.held.asOfDay);
  }

  /** Goes back to a date, as of which everything is looked at from now on; null comes back to that of the data. */
  rewind(asOf: IsoDate | null): void {
    this.holding.asOfDay = checkDay('asOf', asOf ?? undefined);
    this.tellChange('rows');
  }

  /** The weights of scores that were applied, in sum 1; null where none were. */
  get weights(): Weights | null {
    return this.holding.weights;
  }

  /** Weighs recency, frequency and monetary in every analysis that is given no weights of its own; null: equally. */
  weigh(weights: readonly number[] | string | null): void {
    this.holding.weights = weights === null ? null : checkWeights(weights);
    this.tellChange('weights');
  }

  /** Resolves when no analysis is at work, nor begins in the moment after. */
  idle(): Promise<void> {
    return this.holding.idle();
  }

  /**
   * Adds the rows of one or more inputs of the same columns. Filter and selection stay; results are afterwards those of
   * all rows loaded together. Where it fails, with the errors of `openSource`, the source stays as it was.
   */
  append(input: SourceInput | readonly SourceInput[], options: ChangeOptions = {}): Promise<Report> {
    return this.change((loader) => loader.append(input, options.signal), options);
  }

  /** Reads the inputs again, from their addresses where they have one. Where it fails the source stays as it was. */
  refresh(options: ChangeOptions = {}): Promise<Report> {
    return this.change((loader) => loader.refresh(options.signal), options);
  }

  /** Tells of a filter, a date, rows or weights that are others than before, until the function it returns is called. */
  onChange(listener: (change: SourceChange) => void): () => void {
    this.changeListeners.add(listener);
    return () => this.changeListeners.delete(listener);
  }

  /** The customers that are marked, null where none are. */
  get selection(): Selection | null {
    return this.marks.current;
  }

  /**
   * Marks customers, by id or by what an analysis says of them; nothing is narrowed. The newest call wins: an older one
   * that is still under way resolves to what was marked after it.
   */
  async select(request: SelectionRequest): Promise<Selection | null> {
    return this.marks.select(request);
  }

  /** Takes all marks away. */
  clearSelection(): void {
    this.marks.clear();
  }

  /** Tells of every change of the selection, until the function it returns is called. */
  onSelection(listener: (selection: Selection | null) => void): () => void {
    return this.marks.listen(listener);
  }

  /** 1 for each marked customer, 0 for the others, in the order in which results list customers; null without marks. */
  selectionMarks(options: AnalysisOptions = {}): Promise<Uint8Array | null> {
    return this.marks.withList(options, async (_, { marks }) => marks);
  }

  /** What the marked customers are of all; null without marks. */
  selectionSummary(options: AnalysisOptions = {}): Promise<SelectionSummary | null> {
    return this.marks.summary(options);
  }

  /** Where the marked customers stand in the ranking of `pareto(options)`; null without marks. */
  selectionRanks(options: ParetoOptions = {}): Promise<MarkedRanks[] | null> {
    return this.marks.withList(options, (context, marks) => selectedRanks(context, marks, options));
  }

  /** How many marked customers count in each cell of `cohorts(options)`, empty cells left out; null without marks. */
  selectionCells(options: CohortOptions = {}): Promise<MarkedCell[] | null> {
    return this.marks.withList(options, (context, marks) => selectedCells(context, marks, options));
  }

  /** How many marked customers there are by columns of what an analysis says of each; null without marks. */
  selectionCounts(
    analysis: SelectableAnalysis,
    columns: readonly string[],
    options: MemberOptions & Pick<AnalysisOptions, 'signal'> = {},
  ): Promise<MarkedCount[] | null> {
    const scope = { asOf: options.to ?? options.asOf, signal: options.signal };
    return this.marks.withList(scope, (context, marks) =>
      selectedCounts(context, marks, analysis, columns, options),
    );
  }

  /** The rows of `flow(options)` of the marked customers alone; null without marks. */
  selectionFlow(options: FlowOptions = {}): Promise<FlowRow[] | null> {
    return this.marks.withList(options, (context, marks) => selectedFlow(context, marks, options));
  }

  /** The plain figures of `kpis(options)` of the marked customers alone; null without marks. */
  selectionKpis(options: AnalysisOptions = {}): Promise<PlainKpis | null> {
    return this.marks.withList(options, kpisOfSelected);
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

  /**
   * Works out beforehand what `select({analysis, where, options})` will look customers up in, by `columns` above all, and
   * what the analyses asked for last will then say of them.
   */
  async prepare(
    analysis: SelectableAnalysis,
    options: MemberOptions = {},
    columns: readonly string[] = [],
  ): Promise<void> {
    await this.analyse(options, async (context) => {
      await memberColumns(context, await membersBy(context, analysis, options));
      await prepareFigures(context, analysis, options, columns);
      await prepareMarked(context, this.shown);
    });
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

  /** Every row left out, as CSV: reason, line, and the row as it stood. The input is read again for it. */
  rejectedRows(options: ChangeOptions = {}): Promise<Blob> {
    return this.holding.rejected(options.signal);
  }

  /** Gives the memory back. Every later call is refused with `closed`. */
  async close(): Promise<void> {
    if (this.closed) return;
    this.marks.drop();
    this.results.clear();
    await this.holding.close();
  }

  /** The result of an analysis, which all share who ask for the same of the same rows. */
  private async shared<T>(
    analysis: string,
    { signal, ...options }: AnalysisOptions,
    work: (context: QueryContext) => Promise<T>,
  ): Promise<T> {
    const { held, asOfDay, filter, weights } = this.holding;
    const key = keyOf([held.revision, asOfDay, filter, weights, options]);
    return this.results.get(analysis, key, signal, (stop) =>
      this.analyse({ ...options, signal: stop }, work),
    );
  }

  private analyse<T>(
    { asOf, to, signal }: Pick<MigrationOptions, 'asOf' | 'to' | 'signal'>,
    work: (context: QueryContext) => Promise<T>,
  ): Promise<T> {
    return Promise.resolve().then(() =>
      this.holding.work(checkDay('to', to) ?? checkDay('asOf', asOf), signal, work),
    );
  }

  /** Works on all rows there are, whatever the filter and the date looked back to. */
  private onAllRows<T>(
    signal: AbortSignal | undefined,
    work: (context: QueryContext) => Promise<T>,
  ): Promise<T> {
    return Promise.resolve().then(() => this.holding.work(this.holding.held.asOfDay, signal, work, null));
  }

  /** Puts other rows in the place of the old ones; marks stay, and listeners are told. */
  private async change(
    find: (loader: Loader) => Promise<Loader>,
    { signal }: ChangeOptions,
  ): Promise<Report> {
    const { report } = await this.marks.keepOver(() => this.holding.change(find, signal));
    this.tellChange('rows');
    return report;
  }

  private tellChange(change: SourceChange): void {
    this.results.clear();
    for (const listener of [...this.changeListeners]) listener(change);
  }
}

/** What is another than before: which rows are looked at and as of when, or how scores are weighed. */
export type SourceChange = 'rows' | 'weights';

export interface ChangeOptions {
  signal?: AbortSignal | undefined;
}
