import type { Table } from 'apache-arrow';
import type { Definition, Filter, Mapping, Report } from '../compute/results';
import type { SourceTables } from '../sql/source-tables';
import { SCHEMA } from '../sql/source-tables';
import { isoOf } from '../util/calendar';
import type { Engine } from './engine/engine';
import type { Scope, View, Views } from './views';

/** What a source gives every analysis. */
export interface Place {
  tables: SourceTables;
  views: Views;
  mapping: Mapping;
  report: Report;
}

let scratches = 0;

/**
 * What one analysis works with: a source's tables over the rows of one scope, and a way to run statements on them that
 * notes each for the definition and takes scratch tables away at the end.
 */
export class QueryContext {
  readonly tables: SourceTables;
  readonly mapping: Mapping;
  readonly report: Report;
  readonly statements: string[] = [];
  view!: View;
  private readonly engine: Engine;
  private readonly views: Views;
  private readonly signal: AbortSignal | undefined;
  private readonly scratch_: string[] = [];

  constructor(engine: Engine, { tables, views, mapping, report }: Place, signal: AbortSignal | undefined) {
    this.engine = engine;
    this.views = views;
    this.tables = tables;
    this.mapping = mapping;
    this.report = report;
    this.signal = signal;
  }

  /** Goes to the rows of a scope. */
  async enter(scope: Scope): Promise<this> {
    this.view = await this.views.get(scope, (sql) => this.engine.query(sql, this.signal));
    return this;
  }

  /** The same analysis over other rows; its statements and scratch tables are this one's too. */
  async at(scope: Scope): Promise<QueryContext> {
    const other: QueryContext = Object.create(this);
    other.view = await this.views.get(scope, (sql) => this.engine.query(sql, this.signal));
    return other;
  }

  /** One row per customer who has bought: customer, first_day, last_day, frequency, amount, profit. */
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

  /** The condition that narrows the transactions. */
  get where(): string {
    return this.view.where;
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

  /** Runs one statement and notes it. */
  run(sql: string): Promise<Table> {
    this.statements.push(sql);
    return this.engine.query(sql, this.signal);
  }

  /** Appends an Arrow IPC stream to a table. */
  insert(table: string, ipc: Uint8Array): Promise<void> {
    return this.engine.insert(table, ipc, this.signal);
  }

  /** A name for a table that lives as long as this analysis. */
  scratch(name: string): string {
    scratches += 1;
    const table = `${SCHEMA}.${name}_${scratches}`;
    this.scratch_.push(table);
    return table;
  }

  /** Takes the scratch tables away; nobody waits for it. */
  leave(): void {
    for (const name of this.scratch_)
      this.engine.query(`DROP TABLE IF EXISTS ${name}`).catch(() => undefined);
  }

  /** What `work` made for these rows under `key` before, or makes now. */
  cached<T>(key: string, work: () => Promise<T>): Promise<T> {
    const { cache } = this.view;
    const known = cache.get(key) as Promise<T> | undefined;
    if (known) return known;
    const made = work();
    cache.set(key, made);
    made.catch(() => cache.delete(key));
    return made;
  }
}

type Grounds = Pick<QueryContext, 'tables' | 'mapping' | 'report' | 'asOf' | 'filter' | 'statements'>;

/** What a result rests on. */
export function definitionOf(
  { tables, mapping, report, asOf, filter, statements }: Grounds,
  analysis: string,
  options: Record<string, unknown>,
  rules: readonly string[],
): Definition {
  return {
    analysis,
    asOf,
    refunds: tables.refunds,
    zeroAmounts: tables.zeroAmounts,
    mapping,
    currency: report.currency,
    rowsUsed: report.rowsUsed,
    rowsLeftOut: report.rowsRead - report.rowsUsed,
    filter,
    options,
    rules,
    sql: statements.map((statement) => statement.trim()),
  };
}
