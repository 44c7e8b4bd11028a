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
import { RfmError } from '../util/rfm-error';
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
import { dropTables, type Loaded } from './load';
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
  QuadrantOptions,
  RfmOptions,
  WhatIfOptions,
} from './source-options';
import { createOwnView, type View, Views } from './views';

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
  readonly mapping: Mapping;
  readonly columns: readonly string[];
  readonly report: Report;
  private state: State;
  private currentFilter: Filter | null = null;
  private marked: KeptSelection | null = null;
  private selecting = 0;
  private readonly listeners = new Set<(selection: Selection | null) => void>();
  private readonly engine: Engine;
  private readonly reload: Reload;
  private reloads = 0;
  private reloading: Promise<void> | undefined;
  private isClosed = false;

  /** The day that figures are as of, unless an analysis asks for another: as asked, else the last of the rows. */
  private readonly asOfDay: number;

  /** Use `openSource`. */
  private constructor(engine: Engine, { outcome }: Loaded, report: Report, state: State, reload: Reload) {
    this.engine = engine;
    this.reload = reload;
    this.mapping = outcome.mapping;
    this.columns = outcome.columns;
    this.report = report;
    this.state = state;
    this.asOfDay = state.asOfDay;
  }

  /** Makes the customer tables of what was loaded, as of `asOf` or the last of its days, and the report. */
  static async create(
    engine: Engine,
    loaded: Loaded,
    reload: Reload,
    signal?: AbortSignal,
    asOf?: string,
  ): Promise<Source> {
    const { tables, outcome } = loaded;
    const asOfDay = checkDay('asOf', asOf) ?? outcome.lastDay!;
    const { state, own } = await prepare(engine, loaded, asOfDay, signal);
    const summary = await engine.query(loadSummary(tables), signal);
    if (own.customerCount === 0)
      throw new RfmError(
        'no-rows',
        'No row is a purchase: all amounts are refunds. Check that the amounts carry the right sign, or set refunds="as-orders".',
      );
    return new Source(engine, loaded, reportOf(outcome, summary, own.customerCount), state, reload);
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
      asOf: isoOf(this.asOfDay),
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

  /** Recency, frequency and monetary of every customer, with scores and segments. */
  rfm(options: RfmOptions = {}): Promise<RfmResult> {
    return this.analyse(options, (context) => rfm(context, options));
  }

  /** Cumulative shares of value, ABC classes and concentration. */
  pareto(options: ParetoOptions = {}): Promise<ParetoResult> {
    return this.analyse(options, (context) => pareto(context, options));
  }

  /** Customers by current and potential value, in four tiers. */
  quadrant(options: QuadrantOptions = {}): Promise<QuadrantResult> {
    return this.analyse(options, (context) => quadrant(context, options));
  }

  /** The revolving door: new, retained, reactivated and lost customers by period. */
  flow(options: FlowOptions = {}): Promise<FlowResult> {
    return this.analyse(options, (context) => flow(context, options));
  }

  /** Movement between tiers or segments from one date to another. */
  migration(options: MigrationOptions = {}): Promise<MigrationResult> {
    const { to, asOf, signal } = options;
    return this.analyse(to ? { to, signal } : { asOf, signal }, (context) => migration(context, options));
  }

  /** Figures at a glance. */
  kpis(options: AnalysisOptions = {}): Promise<KpiResult> {
    return this.analyse(options, kpis);
  }

  /** Retention of the customers who began together. */
  cohorts(options: CohortOptions = {}): Promise<CohortResult> {
    return this.analyse(options, (context) => cohorts(context, options));
  }

  /** What some points of retention are worth on these data. */
  whatIf(options: WhatIfOptions = {}): Promise<WhatIfResult> {
    return this.analyse(options, (context) => whatIf(context, options));
  }

  /** A page of the customers, with all that is known of each. */
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

  /** Gives the memory back. Every later call is refused with `closed`. */
  async close(): Promise<void> {
    if (this.isClosed) return;
    this.isClosed = true;
    const { tables, views, generation } = this.state;
    if (generation !== this.engine.generation) return;
    const made = [...(await views.names()), ...(this.marked ? [this.marked.table] : [])];
    const statements = [...dropTables(tables), ...made.map((name) => `DROP TABLE IF EXISTS ${name}`)];
    await Promise.allSettled(statements.map((statement) => this.engine.query(statement)));
  }

  private async mark(request: SelectionRequest): Promise<KeptSelection> {
    const scope = scopeOf(request);
    const { count, ...made } = await this.analyse(scope, (context) => select(context, request));
    const ids = (): Promise<string[]> =>
      this.analyse(scope, async (context) => {
        if (kept === this.marked) return selectedNames(context, await this.markedTable(context, kept));
        // Its marks went when others took their place.
        const { table } = await select(context, request);
        return selectedNames(context, table).finally(() => this.drop(table));
      });
    const kept: KeptSelection = { ...made, generation: this.state.generation, customers: { count, ids } };
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
    if (marked.generation !== this.state.generation) {
      marked.table = (await select(context, marked.request)).table;
      marked.generation = this.state.generation;
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
    const asOfDay = checkDay('to', to) ?? checkDay('asOf', asOf) ?? this.asOfDay;
    for (;;) {
      if (this.isClosed) throw new RfmError('closed', 'This source was closed. Open it again to go on.');
      await this.ensureLoaded(signal);
      const { generation, tables, views } = this.state;
      const context = new QueryContext(
        this.engine,
        { tables, views, mapping: this.mapping, report: this.report, reload: this.reload },
        signal,
      );
      try {
        return await work(await context.enter({ asOfDay, filter: this.currentFilter }));
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
      }
    }
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
    const loaded = await this.reload({}, signal);
    this.state = (await prepare(this.engine, loaded, this.asOfDay, signal)).state;
  }
}

/** The date that customers are chosen as of. */
function scopeOf(request: SelectionRequest): AnalysisOptions {
  return 'options' in request ? { asOf: request.options?.asOf } : {};
}

/** Where the source's tables are, and in which life of the engine. */
interface State {
  tables: SourceTables;
  views: Views;
  asOfDay: number;
  generation: number;
}

/** Makes the tables that every analysis starts from. */
async function prepare(
  engine: Engine,
  { tables, outcome }: Loaded,
  asOfDay: number,
  signal: AbortSignal | undefined,
): Promise<{ state: State; own: View }> {
  await engine.query(createDays(tables, outcome.firstDay!, outcome.lastDay!), signal);
  const own = await createOwnView((sql) => engine.query(sql, signal), tables, asOfDay);
  const views = new Views(tables, outcome.mapping.dimensions ?? [], own, (sql, until) =>
    engine.query(sql, until),
  );
  return { state: { tables, views, asOfDay, generation: engine.generation }, own };
}
