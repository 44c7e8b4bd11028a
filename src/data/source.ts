import { checkOneOf } from '../compute/option-checks';
import type {
  CohortResult,
  CustomersResult,
  Definition,
  Filter,
  FlowResult,
  HistoryResult,
  KpiResult,
  Mapping,
  MigrationResult,
  ParetoResult,
  QuadrantResult,
  Report,
  RfmResult,
} from '../compute/results';
import { createDays, loadSummary, type SourceTables } from '../sql/source-tables';
import { isoOf } from '../util/calendar';
import { toCsv } from '../util/csv';
import { aborted, RfmError } from '../util/rfm-error';
import { cohorts } from './analyses/cohorts';
import { customers, history } from './analyses/customers';
import { flow } from './analyses/flow';
import { kpis } from './analyses/kpis';
import { migration } from './analyses/migration';
import { pareto } from './analyses/pareto';
import { quadrant } from './analyses/quadrant';
import { rfm } from './analyses/rfm';
import { type WhatIfResult, whatIf } from './analyses/what-if';
import { checkDay, checkFilter } from './check-options';
import type { Engine } from './engine/engine';
import { dropLoaded, dropTables } from './load';
import { definitionOf, QueryContext, type Reload } from './query-context';
import { reportOf } from './report';
import {
  type KeptSelection,
  type MarkedCell,
  type MarkedRanks,
  type Selection,
  type SelectionRequest,
  type SelectionSummary,
  select,
  selectedCells,
  selectedMarks,
  selectedNames,
  selectedRanks,
  summaryOfSelected,
} from './selection';
import type {
  AnalysisOptions,
  CohortOptions,
  CustomersOptions,
  FlowOptions,
  MigrationOptions,
  ParetoOptions,
  PartialMapping,
  QuadrantOptions,
  RfmOptions,
  SourceInput,
  WhatIfOptions,
} from './source-options';
import { createOwnView, Views } from './views';

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
  private state: State;
  private loader: Loader;
  private currentFilter: Filter | null = null;
  private marked: KeptSelection | null = null;
  private selecting = 0;
  private readonly listeners = new Set<(selection: Selection | null) => void>();
  private readonly changeListeners = new Set<() => void>();
  private changing: Promise<unknown> = Promise.resolve();
  private readonly engine: Engine;
  private reloads = 0;
  private reloading: Promise<void> | undefined;
  private isClosed = false;

  /** Use `openSource`. */
  private constructor(engine: Engine, loader: Loader, state: State) {
    this.engine = engine;
    this.loader = loader;
    this.state = state;
  }

  /** Loads the rows and makes the tables and the report that every analysis starts from. */
  static async create(engine: Engine, loader: Loader, signal?: AbortSignal): Promise<Source> {
    return new Source(engine, loader, await open(engine, loader, signal));
  }

  /** Which columns play which part. */
  get mapping(): Mapping {
    return this.state.mapping;
  }

  /** All columns of the input. */
  get columns(): readonly string[] {
    return this.state.columns;
  }

  /** What became of every row. */
  get report(): Report {
    return this.state.report;
  }

  /** Whether `close` has been called. */
  get closed(): boolean {
    return this.isClosed;
  }

  /** What every figure of the source depends on before any analysis adds its own options. */
  get definition(): Definition {
    const { tables } = this.state;
    const place = {
      tables,
      asOf: isoOf(this.state.asOfDay),
      mapping: this.mapping,
      report: this.report,
      filter: this.currentFilter,
    };
    return definitionOf({ ...place, rows: null, statements: [] }, 'source', {}, []);
  }

  /**
   * Narrows the rows that every analysis uses from now on; null takes the filter away. Dates are inclusive; of each
   * dimension the rows with one of the values count.
   */
  filter(filter: Filter | null): void {
    this.currentFilter = checkFilter(filter, this.mapping.dimensions ?? []);
  }

  /**
   * Adds the rows of one or more inputs of the same columns. Filter and selection stay; results are afterwards those of
   * all rows loaded together. Where it fails, with the errors of `openSource`, the source stays as it was.
   */
  append(input: SourceInput | readonly SourceInput[], options: ChangeOptions = {}): Promise<Report> {
    return this.change(() => this.loader.append(input, options.signal), options.signal);
  }

  /** Reads the inputs again, from their addresses where they have one. Where it fails the source stays as it was. */
  refresh(options: ChangeOptions = {}): Promise<Report> {
    return this.change(() => this.loader.refresh(options.signal), options.signal);
  }

  /** Tells when rows were appended or read again, until the function it returns is called. */
  onChange(listener: () => void): () => void {
    this.changeListeners.add(listener);
    return () => this.changeListeners.delete(listener);
  }

  /** The customers that are marked, null where none are. */
  get selection(): Selection | null {
    return this.marked;
  }

  /**
   * Marks customers, by id or by what an analysis says of them; nothing is narrowed. The newest call wins: an older one
   * that is still under way resolves to what was marked after it.
   */
  async select(request: SelectionRequest): Promise<Selection | null> {
    this.selecting += 1;
    const turn = this.selecting;
    const made = await this.mark(request);
    if (turn === this.selecting) this.setSelection(made);
    else this.drop(made.table);
    return this.marked;
  }

  /** Takes all marks away. */
  clearSelection(): void {
    this.selecting += 1;
    if (this.marked) this.setSelection(null);
  }

  /** Tells of every change of the selection, until the function it returns is called. */
  onSelection(listener: (selection: Selection | null) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** 1 for each marked customer, 0 for the others, in the order in which results list customers; null without marks. */
  selectionMarks(options: AnalysisOptions = {}): Promise<Int32Array | null> {
    return this.ofMarked(options, selectedMarks);
  }

  /** What the marked customers are of all; null without marks. */
  selectionSummary(options: AnalysisOptions = {}): Promise<SelectionSummary | null> {
    return this.ofMarked(options, summaryOfSelected);
  }

  /** Where the marked customers stand in the ranking of `pareto(options)`; null without marks. */
  selectionRanks(options: ParetoOptions = {}): Promise<MarkedRanks[] | null> {
    return this.ofMarked(options, (context, table) => selectedRanks(context, table, options));
  }

  /** How many marked customers count in each cell of `cohorts(options)`, empty cells left out; null without marks. */
  selectionCells(options: CohortOptions = {}): Promise<MarkedCell[] | null> {
    return this.ofMarked(options, (context, table) => selectedCells(context, table, options));
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
    return this.analyse(options, (context) => rfm(context, options));
  }

  /**
   * Cumulative shares (0 to 1) of amount, orders or profit by customer or by the values of a dimension, largest first;
   * ABC classes; Gini (1912), Lorenz asymmetry (Damgaard and Weiner 2000) and Herfindahl-Hirschman index.
   *
   * The table has at most 2,000 points of the curve, ends and borders included. Rejects with `column-missing` where no
   * profit is mapped.
   */
  pareto(options: ParetoOptions = {}): Promise<ParetoResult> {
    return this.analyse(options, (context) => pareto(context, options));
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
    return this.analyse(options, (context) => quadrant(context, options));
  }

  /**
   * The revolving door: new, retained, reactivated and lost customers and their money, for every period from the first
   * purchase to as-of; rates are those of the last complete period. Growth accounting as Social Capital has it.
   */
  flow(options: FlowOptions = {}): Promise<FlowResult> {
    return this.analyse(options, (context) => flow(context, options));
  }

  /**
   * Movement between tiers or segments from one date to another, each classed on the `window` days up to it; null is no
   * purchase in that window. Takes the options of `quadrant` and `rfm` too.
   */
  migration(options: MigrationOptions = {}): Promise<MigrationResult> {
    const { to, asOf, signal } = options;
    return this.analyse(to ? { to, signal } : { asOf, signal }, (context) => migration(context, options));
  }

  /** Figures at a glance: shares from 0 to 1, money in the data's currency, null where nothing can be divided by. */
  kpis(options: AnalysisOptions = {}): Promise<KpiResult> {
    return this.analyse(options, kpis);
  }

  /**
   * Customers, orders, money and retention (0 to 1, with a 95 % interval of Wilson 1927) of those who began together, by
   * period since; averages are over cells that are complete at as-of.
   */
  cohorts(options: CohortOptions = {}): Promise<CohortResult> {
    return this.analyse(options, (context) => cohorts(context, options));
  }

  /**
   * What some points of retention are worth on these data, month by month, against winning the same from new customers;
   * the formula stands in the summary.
   */
  whatIf(options: WhatIfOptions = {}): Promise<WhatIfResult> {
    return this.analyse(options, (context) => whatIf(context, options));
  }

  /** A page of the customers, with scores, tier, dates, probability of being one still and expected value of a year. */
  customers(options: CustomersOptions = {}): Promise<CustomersResult> {
    return this.analyse(options, (context) => customers(context, options));
  }

  /** What one customer bought and gave back, oldest first. */
  history(customer: string, options: AnalysisOptions = {}): Promise<HistoryResult> {
    return this.analyse(options, (context) => history(context, customer));
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
  async rejectedRows(options: ChangeOptions = {}): Promise<Blob> {
    if (this.isClosed) throw new RfmError('closed', 'This source was closed. Open it again to go on.');
    return this.loader.rejected(this.mapping, options.signal);
  }

  /** Gives the memory back. Every later call is refused with `closed`. */
  async close(): Promise<void> {
    if (this.isClosed) return;
    this.isClosed = true;
    if (this.marked && this.state.generation === this.engine.generation) this.drop(this.marked.table);
    await this.dropState(this.state);
  }

  private async mark(request: SelectionRequest): Promise<KeptSelection> {
    const { count, ...made } = await this.analyse(scopeOf(request), (context) => select(context, request));
    return this.keptSelection({ ...made, generation: this.state.revision }, count);
  }

  private keptSelection(made: Omit<KeptSelection, 'customers'>, count: number): KeptSelection {
    const ids = (): Promise<string[]> =>
      this.analyse(scopeOf(made.request), async (context) => {
        if (kept === this.marked) return selectedNames(context, await this.markedTable(context, kept));
        // Its marks went when others took their place.
        const { table } = await select(context, made.request);
        return selectedNames(context, table).finally(() => this.drop(table));
      });
    const kept: KeptSelection = { ...made, customers: { count, ids } };
    return kept;
  }

  private async ofMarked<T>(
    options: AnalysisOptions,
    work: (context: QueryContext, table: string) => Promise<T>,
  ): Promise<T | null> {
    const { marked } = this;
    if (!marked) return null;
    return this.analyse(options, async (context) => work(context, await this.markedTable(context, marked)));
  }

  /** Where the marks lie; they are made anew where the engine has lost them. */
  private async markedTable(context: QueryContext, marked: KeptSelection): Promise<string> {
    if (marked.generation !== this.state.revision) {
      marked.table = (await select(context, marked.request)).table;
      marked.generation = this.state.revision;
    }
    return marked.table;
  }

  private setSelection(selection: KeptSelection | null): void {
    if (this.marked) this.drop(this.marked.table);
    this.marked = selection;
    for (const listener of this.listeners) listener(selection);
  }

  private drop(table: string): void {
    this.engine.query(`DROP TABLE IF EXISTS ${table}`).catch(() => undefined);
  }

  private async analyse<T>(
    { asOf, to, signal }: AnalysisOptions & Pick<MigrationOptions, 'to'>,
    work: (context: QueryContext) => Promise<T>,
  ): Promise<T> {
    const asOfDay = checkDay('to', to) ?? checkDay('asOf', asOf);
    for (;;) {
      if (this.isClosed) throw new RfmError('closed', 'This source was closed. Open it again to go on.');
      await this.ensureLoaded(signal);
      const { state } = this;
      const { generation, tables, views, mapping, report } = state;
      const reload: Reload = (change, again) => this.loader.load({ ...mapping, ...change }, again);
      const context = new QueryContext(this.engine, { tables, views, mapping, report, reload }, signal);
      state.users += 1;
      try {
        return await work(
          await context.enter({ asOfDay: asOfDay ?? state.asOfDay, filter: this.currentFilter }),
        );
      } catch (error) {
        // Where the engine died under the analysis, the source is loaded again and the analysis repeated.
        if (
          generation === this.engine.generation ||
          !(error instanceof RfmError) ||
          error.code !== 'engine-failed'
        )
          throw error;
      } finally {
        context.leave();
        state.users -= 1;
        void this.dropReplaced(state);
      }
    }
  }

  /** One change after the other; each puts other rows in the place of those it found. */
  private change(find: () => Loader, signal: AbortSignal | undefined): Promise<Report> {
    const changed = this.changing.then(async () => {
      if (this.isClosed) throw new RfmError('closed', 'This source was closed. Open it again to go on.');
      const marked = await this.marked?.customers.ids();
      const loader = find();
      const state = await open(this.engine, loader, signal, this.mapping);
      const before = this.state;
      this.state = state;
      this.loader = loader;
      if (this.isClosed) await this.dropState(state);
      else if (marked && this.marked) this.keepMarked(this.marked, marked);
      void this.dropReplaced(before);
      for (const listener of this.changeListeners) listener();
      return state.report;
    });
    this.changing = changed.catch(() => undefined);
    return changed;
  }

  /** The same customers are marked among other rows, whatever an analysis would say of them now. */
  private keepMarked({ description, table }: KeptSelection, customers: readonly string[]): void {
    const made = { request: { customers, description }, description, table, generation: -1 };
    this.setSelection(this.keptSelection(made, customers.length));
  }

  /** Takes the tables away that others have taken the place of, once no analysis works on them. */
  private async dropReplaced(state: State): Promise<void> {
    if (state !== this.state && state.users === 0 && !state.dropped) await this.dropState(state);
  }

  private async dropState(state: State): Promise<void> {
    state.dropped = true;
    if (state.generation !== this.engine.generation) return;
    const statements = [
      ...dropTables(state.tables),
      ...(await state.views.names()).map((name) => `DROP TABLE IF EXISTS ${name}`),
    ];
    await Promise.allSettled(statements.map((statement) => this.engine.query(statement)));
  }

  /** Loads the input again where the engine that held it is gone. */
  private async ensureLoaded(signal?: AbortSignal): Promise<void> {
    if (this.state.generation === this.engine.generation) return;
    this.reloading ??= this.loadAgain(signal).finally(() => {
      this.reloading = undefined;
    });
    await this.reloading;
  }

  private async loadAgain(signal?: AbortSignal): Promise<void> {
    this.reloads += 1;
    if (this.reloads > 2)
      throw new RfmError(
        'engine-failed',
        'The engine has failed three times on these data. Open the source again.',
      );
    this.state = await open(this.engine, this.loader, signal, this.mapping);
  }
}

/** The date that customers are chosen as of. */
function scopeOf(request: SelectionRequest): AnalysisOptions {
  return 'options' in request ? { asOf: request.options?.asOf } : {};
}

/** How a source gets its rows. */
export interface Loader {
  /** The day that figures are as of; null: the last of the rows. */
  readonly asOfDay: number | null;
  load: Reload;
  /** Every row that is left out, as CSV. */
  rejected(mapping: PartialMapping, signal?: AbortSignal): Promise<Blob>;
  /** The same with further inputs. */
  append(input: SourceInput | readonly SourceInput[], signal?: AbortSignal): Loader;
  /** The same with what lies at the addresses now. */
  refresh(signal?: AbortSignal): Loader;
}

export interface ChangeOptions {
  signal?: AbortSignal | undefined;
}

/** Where the source's tables are, in which life of the engine, and what is known of them. */
interface State {
  tables: SourceTables;
  views: Views;
  asOfDay: number;
  generation: number;
  /** Another number for each state of any source. */
  revision: number;
  mapping: Mapping;
  columns: readonly string[];
  report: Report;
  /** Analyses that work on it. */
  users: number;
  dropped: boolean;
}

let revisions = 0;

/** Loads rows and makes the tables and the report that every analysis starts from; leaves nothing behind if it fails. */
async function open(
  engine: Engine,
  loader: Loader,
  signal: AbortSignal | undefined,
  mapping: PartialMapping = {},
): Promise<State> {
  const { tables, outcome } = await loader.load(mapping, signal);
  try {
    const asOfDay = loader.asOfDay ?? outcome.lastDay!;
    await engine.query(createDays(tables, outcome.firstDay!, outcome.lastDay!), signal);
    const own = await createOwnView((sql) => engine.query(sql, signal), tables, asOfDay);
    const summary = await engine.query(loadSummary(tables), signal);
    if (own.customerCount === 0)
      throw new RfmError(
        'no-rows',
        'No row is a purchase: all amounts are refunds. Check that the amounts carry the right sign, or set refunds="as-orders".',
      );
    const views = new Views(tables, outcome.mapping.dimensions ?? [], own, (sql, until) =>
      engine.query(sql, until),
    );
    revisions += 1;
    return {
      tables,
      views,
      asOfDay,
      generation: engine.generation,
      revision: revisions,
      mapping: outcome.mapping,
      columns: outcome.columns,
      report: reportOf(outcome, summary, own.customerCount),
      users: 0,
      dropped: false,
    };
  } catch (error) {
    dropLoaded(engine, tables);
    throw signal?.aborted ? aborted(signal.reason) : error;
  }
}
