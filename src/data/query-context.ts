import type { Table } from 'apache-arrow';
import type { Definition, Filter, Mapping, Report, ShareError } from '../compute/results';
import type { Rule } from '../compute/rule';
import { samplingOf } from '../compute/sampling';
import { selectCustomerNames } from '../sql/customer-tables';
import { dropTable, SCHEMA, type SourceTables } from '../sql/source-tables';
import { isoOf } from '../util/calendar';
import { RfmError } from '../util/rfm-error';
import { SharedWork } from '../util/shared-work';
import type { Steps } from '../util/steps';
import type { Column } from './days';
import type { Engine } from './engine/engine';
import { inTurns } from './in-turns';
import { KeptWork, type Made } from './kept-work';
import type { Loaded } from './load';
import { ROLLUP_NOTES } from './rollup-notes';
import type { PartialMapping } from './source-options';
import type { Scope, View, Views } from './views';

/** What a source gives every analysis. */
export interface Place {
  tables: SourceTables;
  views: Views;
  mapping: Mapping;
  report: Report;
  /** Weights of scores where an analysis gives none of its own; null for equal ones. */
  weights: Weights | null;
  reload: Reload;
}

/** Of recency, frequency and monetary, in sum 1. */
export type Weights = readonly [recency: number, frequency: number, monetary: number];

/** Reads the input again, with some parts of its mapping changed. */
export type Reload = (change: PartialMapping, signal?: AbortSignal) => Promise<Loaded>;

/** Results kept for the rows of a view; those of a line that is dragged would pile up otherwise. */
const MOST_KEPT = 32;

let scratches = 0;

/**
 * What one analysis works with: a source's tables over the rows of one scope, and a way to run statements on them that
 * notes each for the definition and takes scratch tables away at the end.
 */
export class QueryContext {
  readonly tables: SourceTables;
  readonly mapping: Mapping;
  readonly report: Report;
  readonly weights: Weights | null;
  readonly statements: string[] = [];
  view!: View;
  private readonly engine: Engine;
  private readonly views: Views;
  private readonly signal: AbortSignal | undefined;
  private readonly reload: Reload;
  private readonly scratchTables: string[] = [];
  private readonly held: View[] = [];
  private readonly using: KeptWork[] = [];
  /** The kept work that this context is for. */
  private making: KeptWork | null = null;

  constructor(
    engine: Engine,
    { tables, views, mapping, report, weights, reload }: Place,
    signal: AbortSignal | undefined,
  ) {
    this.engine = engine;
    this.views = views;
    this.reload = reload;
    this.tables = tables;
    this.mapping = mapping;
    this.report = report;
    this.weights = weights;
    this.signal = signal;
  }

  /** Goes to the rows of a scope; rejects with `no-rows` where nobody has bought in them. */
  async enter(scope: Scope): Promise<this> {
    this.view = await this.look(scope);
    if (this.customerCount > 0) return this;
    throw new RfmError(
      'no-rows',
      `Nobody bought anything in the rows that are left (up to ${this.asOf}${scope.filter ? ', filtered' : ''}). Widen the dates or the filter.`,
      { details: { upTo: this.asOf, filtered: Boolean(scope.filter) } },
    );
  }

  /** The same analysis over other rows; its statements and scratch tables are this one's too. */
  async at(scope: Scope): Promise<QueryContext> {
    const other: QueryContext = Object.create(this);
    other.view = await this.look(scope);
    return other;
  }

  /** The view of a scope, held until the analysis leaves; what made it is part of what the result rests on. */
  private async look(scope: Scope): Promise<View> {
    const view = await this.views.get(scope, this.signal);
    this.held.push(view);
    this.statements.push(...view.statements);
    return view;
  }

  /** One row per customer who has bought: customer, first_day, last_day, first_month, last_month, frequency, amount, profit. */
  get customers(): string {
    return this.view.customers;
  }

  /** One row per customer and month. */
  get months(): string {
    return this.view.months;
  }

  get customerCount(): number {
    return this.view.customerCount;
  }

  /** How many rows of the source lie in the scope; null for all that were used. */
  get rows(): number | null {
    return this.view.rows;
  }

  /** The condition that narrows the transactions. */
  get where(): string {
    return this.view.where;
  }

  /** Whether that condition keeps or leaves out whole days only. */
  get byDayOnly(): boolean {
    return !this.filter?.dimensions;
  }

  get asOfDay(): number {
    return this.view.scope.asOfDay;
  }

  get asOf(): string {
    return isoOf(this.asOfDay);
  }

  get filter(): Filter | null {
    return this.view.scope.filter;
  }

  /** The condition that narrows the transactions to other rows than those of this context. */
  condition(asOfDay: number, filter: Filter | null): string {
    return this.views.where({ asOfDay, filter });
  }

  /** Runs one statement and notes it. */
  run(sql: string): Promise<Table> {
    this.statements.push(sql);
    return this.engine.query(sql, this.signal);
  }

  /** Reckons something here, on the page's own thread, in turns with the page. */
  reckon<T>(steps: Steps<T>): Promise<T> {
    return inTurns(steps, this.signal);
  }

  /** Columns reckoned here as the table of a result. */
  async table(columns: Record<string, Column>): Promise<Table> {
    const { tableOf } = await import('./arrow');
    return tableOf(columns);
  }

  /**
   * What a statement says of all customers in their order, beside their names and other columns that are known already:
   * names take longer to sort and to send than all figures together, and no option changes them.
   */
  async named(sql: string, ...known: readonly Table[]): Promise<Table> {
    const names = await this.cached('names', (apart) =>
      apart.run(selectCustomerNames(apart.tables, apart.customers)),
    );
    const [figures, { beside }] = await Promise.all([this.run(sql), import('./arrow')]);
    return beside([names, ...known, figures]);
  }

  /** Puts columns reckoned here into a scratch table, whose name it resolves to. */
  async put(name: string, declaration: string, columns: Record<string, Column>): Promise<string> {
    const table = this.scratch(name);
    await this.run(`CREATE OR REPLACE TABLE ${table} (${declaration})`);
    const { tableOf, tableToIPC } = await import('./arrow');
    await this.engine.insert(table, tableToIPC(tableOf(columns), 'stream'), this.signal);
    return table;
  }

  /** A name for a table that lives as long as this analysis. */
  scratch(name: string): string {
    scratches += 1;
    const table = `${SCHEMA}.${name}_${scratches}`;
    this.scratchTables.push(table);
    return table;
  }

  /** A name for a table that the result of kept work lies in, and that goes with it. */
  keep(name: string): string {
    scratches += 1;
    const table = `${SCHEMA}.${name}_${scratches}`;
    this.making!.tables.push(table);
    return table;
  }

  /** Takes the scratch tables away and gives back what was used; nobody waits for it. */
  leave(): void {
    for (const view of this.held) this.views.release(view);
    this.drop([...this.scratchTables, ...this.using.flatMap((kept) => kept.release())]);
  }

  private drop(tables: readonly string[]): void {
    for (const name of tables) this.engine.query(dropTable(name)).catch(() => undefined);
  }

  /** Reads the source's input again under another mapping; the tables are the caller's to drop. */
  loadWith(mapping: PartialMapping): Promise<Loaded> {
    return this.reload(mapping, this.signal);
  }

  /**
   * What `work` made for these rows under `key` before, or makes now, for all who ask meanwhile. It works in a context
   * of its own, whose scratch tables go when it is done. What has not been asked for longest goes first.
   */
  async cached<T>(key: string, work: (context: QueryContext) => Promise<T>): Promise<T> {
    const { cache } = this.view;
    const known = cache.get(key);
    const kept = known && !known.work.stopped ? known : this.start(key, work);
    cache.delete(key);
    cache.set(key, kept);
    kept.use();
    this.using.push(kept);
    for (const [oldest, unused] of cache) {
      if (cache.size <= MOST_KEPT) break;
      cache.delete(oldest);
      this.drop(unused.forget());
    }
    const { result, statements } = (await kept.work.join(this.signal)) as Made<T>;
    this.statements.push(...statements);
    return result;
  }

  private start<T>(key: string, work: (context: QueryContext) => Promise<T>): KeptWork {
    const { cache } = this.view;
    const made = new KeptWork((kept) => new SharedWork((signal) => this.apart(signal, work, kept)));
    made.work.promise.catch(() => {
      if (cache.get(key) === made) cache.delete(key);
      this.drop(made.forget());
    });
    return made;
  }

  private async apart<T>(
    signal: AbortSignal,
    work: (context: QueryContext) => Promise<T>,
    kept: KeptWork,
  ): Promise<Made<T>> {
    const { engine, tables, views, mapping, report, weights, reload } = this;
    const context = new QueryContext(engine, { tables, views, mapping, report, weights, reload }, signal);
    context.view = this.view;
    context.making = kept;
    try {
      return { result: await work(context), statements: context.statements };
    } finally {
      // What the work rests on stays as long as its result.
      kept.grounds.push(...context.using.splice(0));
      context.leave();
    }
  }
}

type Grounds = Pick<
  QueryContext,
  'tables' | 'mapping' | 'report' | 'asOf' | 'filter' | 'rows' | 'statements' | 'customerCount'
>;

/** What a result rests on. */
export function definitionOf(
  { tables, mapping, report, asOf, filter, rows, statements, customerCount }: Grounds,
  analysis: string,
  options: Record<string, unknown>,
  rules: readonly Rule[],
  shares: readonly ShareError[] = [],
): Definition {
  const all = [...rules, ...rollupRules(report)];
  // A row with a column of refunds is two in the tables.
  const rowsUsed = Math.min(rows ?? report.rowsUsed, report.rowsUsed);
  return {
    analysis,
    asOf,
    refunds: tables.refunds,
    zeroAmounts: tables.zeroAmounts,
    yearStart: tables.yearStart,
    mapping,
    currency: report.currency,
    rowsUsed,
    rowsLeftOut: report.rowsRead - rowsUsed,
    filter,
    sampled: samplingOf({ customers: customerCount, share: tables.sample }, shares),
    options,
    rules: all.map(({ message }) => message),
    ruleCodes: all.map(({ code, details = {} }) => ({ code, details })),
    sql: statements.map((statement) => statement.trim()),
  };
}

/** A result from a rollup says so, and what is missing of it. */
function rollupRules({ notes }: Report): Rule[] {
  return notes.filter(({ code }) => ROLLUP_NOTES.includes(code));
}
