import type { Table } from 'apache-arrow';
import type {
  CohortResult,
  Definition,
  Mapping,
  ParetoResult,
  QuadrantResult,
  Report,
  RfmResult,
} from '../compute/results';
import { createCustomers, createMonths } from '../sql/customer-tables';
import { integer } from '../sql/identifier';
import { createDays, loadSummary, type SourceTables, transactions } from '../sql/source-tables';
import { dayOfIso, isoOf } from '../util/calendar';
import { RfmError } from '../util/rfm-error';
import { cohorts } from './analyses/cohorts';
import { pareto } from './analyses/pareto';
import { quadrant } from './analyses/quadrant';
import { rfm } from './analyses/rfm';
import type { Engine } from './engine/engine';
import { dropTables, type Loaded } from './load';
import { definitionOf, type QueryContext } from './query-context';
import { reportOf } from './report';
import type {
  AnalysisOptions,
  CohortOptions,
  ParetoOptions,
  QuadrantOptions,
  RfmOptions,
} from './source-options';

/** The tables as of one date: one row per customer, and one per customer and month. */
interface View {
  asOfDay: number;
  where: string;
  customers: string;
  months: string;
  customerCount: number;
}

/** How a source is loaded again after the engine has died. */
export type Reload = (signal?: AbortSignal) => Promise<Loaded>;

/** Views of other dates than the source's own that are kept; the least recently used goes first. */
const MAX_VIEWS = 4;

/**
 * One table of transactions, loaded and encoded in the engine, and its analyses. Made by `openSource`.
 * After the engine has died it loads its input again by itself, at most twice.
 */
export class Source {
  readonly mapping: Mapping;
  readonly columns: readonly string[];
  readonly report: Report;
  private state: { tables: SourceTables; generation: number; views: Map<number, Promise<View>> };
  private readonly engine: Engine;
  private readonly reload: Reload;
  private reloads = 0;
  private reloading: Promise<void> | undefined;
  private isClosed = false;
  private scratches = 0;

  /** Use `openSource`. */
  private constructor(engine: Engine, loaded: Loaded, report: Report, view: View, reload: Reload) {
    this.engine = engine;
    this.reload = reload;
    this.mapping = loaded.outcome.mapping;
    this.columns = loaded.outcome.columns;
    this.report = report;
    this.state = {
      tables: loaded.tables,
      generation: engine.generation,
      views: new Map([[view.asOfDay, Promise.resolve(view)]]),
    };
  }

  /** Makes the customer tables of what was loaded, and the report. */
  static async create(engine: Engine, loaded: Loaded, reload: Reload, signal?: AbortSignal): Promise<Source> {
    const { tables, outcome } = loaded;
    const run = (sql: string): Promise<Table> => engine.query(sql, signal);
    await run(createDays(tables, outcome.firstDay!, outcome.lastDay!));
    const view = await createView(run, tables, outcome.lastDay!, true);
    const summary = await run(loadSummary(tables));
    const late = await run(`SELECT quantile_disc(day, 0.999) AS day FROM ${transactions(tables)}`);
    if (view.customerCount === 0)
      throw new RfmError(
        'no-rows',
        'No row is a purchase: all amounts are refunds. Check that the amounts carry the right sign, or set refunds="as-orders".',
      );
    const report = reportOf(outcome, summary, view.customerCount, Number(late.getChild('day')!.get(0)));
    return new Source(engine, loaded, report, view, reload);
  }

  /** Whether `close` has been called. */
  get closed(): boolean {
    return this.isClosed;
  }

  /** What every figure of the source depends on before any analysis adds its own options. */
  get definition(): Definition {
    const context = { ...this.context(this.ownView(), []), statements: [] };
    return definitionOf(context, 'source', {}, []);
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

  /** Retention of the customers who began together. */
  cohorts(options: CohortOptions = {}): Promise<CohortResult> {
    return this.analyse(options, (context) => cohorts(context, options));
  }

  /** Gives the memory back. Every later call is refused with `closed`. */
  async close(): Promise<void> {
    if (this.isClosed) return;
    this.isClosed = true;
    const { tables, views, generation } = this.state;
    if (generation !== this.engine.generation) return;
    const extra = await Promise.allSettled(views.values());
    const names = extra.flatMap((view) =>
      view.status === 'fulfilled' ? [view.value.customers, view.value.months] : [],
    );
    const statements = [...dropTables(tables), ...names.map((name) => `DROP TABLE IF EXISTS ${name}`)];
    await Promise.allSettled(statements.map((statement) => this.engine.query(statement)));
  }

  private async analyse<T>(
    { asOf, signal }: AnalysisOptions,
    work: (context: QueryContext) => Promise<T>,
  ): Promise<T> {
    const asOfDay = checkAsOf(asOf);
    for (;;) {
      if (this.isClosed) throw new RfmError('closed', 'This source was closed. Open it again to go on.');
      await this.ensureLoaded(signal);
      const { generation } = this.state;
      const scratch: string[] = [];
      try {
        return await work(this.context(await this.view(asOfDay, signal), scratch, signal));
      } catch (error) {
        // Where the engine died under the analysis, the source is loaded again and the analysis repeated.
        if (
          generation === this.engine.generation ||
          !(error instanceof RfmError) ||
          error.code !== 'engine-failed'
        )
          throw error;
      } finally {
        for (const name of scratch) this.engine.query(`DROP TABLE IF EXISTS ${name}`).catch(() => undefined);
      }
    }
  }

  private context(view: View, scratch: string[], signal?: AbortSignal): QueryContext {
    const { tables } = this.state;
    const statements: string[] = [];
    return {
      ...view,
      tables,
      asOf: isoOf(view.asOfDay),
      mapping: this.mapping,
      report: this.report,
      filter: null,
      statements,
      run: (sql) => {
        statements.push(sql);
        return this.engine.query(sql, signal);
      },
      scratch: (name) => {
        this.scratches += 1;
        const table = `rfm_${name}_${this.scratches}`;
        scratch.push(table);
        return table;
      },
    };
  }

  private ownView(): View {
    const asOfDay = dayOfIso(this.report.to)!;
    const { prefix } = this.state.tables;
    return {
      asOfDay,
      where: 'true',
      customers: `${prefix}_customers`,
      months: `${prefix}_months`,
      customerCount: this.report.customers,
    };
  }

  /** The tables as of a date; made when first asked for. */
  private view(asOfDay: number | null, signal?: AbortSignal): Promise<View> {
    const own = dayOfIso(this.report.to)!;
    const day = asOfDay ?? own;
    const { views, tables } = this.state;
    const known = views.get(day);
    if (known) {
      views.delete(day);
      views.set(day, known);
      return known;
    }
    const view = createView((sql) => this.engine.query(sql, signal), tables, day, false);
    views.set(day, view);
    view.catch(() => views.delete(day));
    this.forgetViews(own);
    return view.then((made) => {
      if (made.customerCount > 0) return made;
      throw new RfmError(
        'no-rows',
        `Nobody had bought anything by ${isoOf(day)}. The data begin on ${this.report.from}.`,
      );
    });
  }

  private forgetViews(own: number): void {
    const { views } = this.state;
    for (const [day, view] of views) {
      if (views.size <= MAX_VIEWS) return;
      if (day === own) continue;
      views.delete(day);
      view.then(
        ({ customers, months }) => {
          for (const name of [customers, months])
            void this.engine.query(`DROP TABLE IF EXISTS ${name}`).catch(() => undefined);
        },
        () => undefined,
      );
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
    const { tables, outcome } = await this.reload(signal);
    const run = (sql: string): Promise<Table> => this.engine.query(sql, signal);
    await run(createDays(tables, outcome.firstDay!, outcome.lastDay!));
    const view = await createView(run, tables, outcome.lastDay!, true);
    this.state = {
      tables,
      generation: this.engine.generation,
      views: new Map([[view.asOfDay, Promise.resolve(view)]]),
    };
  }
}

function checkAsOf(asOf: string | undefined): number | null {
  if (!asOf) return null;
  const day = dayOfIso(asOf);
  if (day !== null) return day;
  throw new RfmError('invalid-option', `asOf: "${asOf}" is no date. Write it as YYYY-MM-DD.`, {
    details: { option: 'asOf', value: asOf },
  });
}

let madeViews = 0;

/** Makes the customer tables as of a date. The source's own keep its prefix, later ones get a number. */
async function createView(
  run: (sql: string) => Promise<Table>,
  tables: SourceTables,
  asOfDay: number,
  own: boolean,
): Promise<View> {
  madeViews += 1;
  const suffix = own ? '' : `_${madeViews}`;
  const where = own ? 'true' : `day <= ${integer(asOfDay)}`;
  const months = `${tables.prefix}_months${suffix}`;
  const customers = `${tables.prefix}_customers${suffix}`;
  await run(createMonths(tables, months, where));
  await run(createCustomers(tables, customers, months));
  const counted = await run(`SELECT count(*)::DOUBLE AS customers FROM ${customers}`);
  return { asOfDay, where, customers, months, customerCount: Number(counted.getChild('customers')!.get(0)) };
}
