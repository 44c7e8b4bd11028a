import type { Table } from 'apache-arrow';
import type { Filter } from '../compute/results';
import { createCustomers, createMonths } from '../sql/customer-tables';
import { integer, literal } from '../sql/identifier';
import { dimensionNames, type SourceTables } from '../sql/source-tables';
import { dayOfIso, firstDayOfMonth, monthOf } from '../util/calendar';
import { SharedWork } from '../util/shared-work';

/** The rows that count: up to a date, within a filter. */
export interface Scope {
  asOfDay: number;
  /** Rows on this day or before do not count. */
  afterDay?: number;
  filter: Filter | null;
}

/** One row per customer and one per customer and month, over the rows of a scope. */
export interface View {
  scope: Scope;
  /** The condition that narrows the transactions. */
  where: string;
  customers: string;
  months: string;
  customerCount: number;
  /** Results that need a pass over the rows, by what they depend on; they live as long as the view. */
  cache: Map<string, SharedWork<unknown>>;
  /** Further tables made of these rows, which go with the view. */
  kept: string[];
}

/** Runs one statement until the signal fires. */
export type Run = (sql: string, signal?: AbortSignal) => Promise<Table>;

/** Views beside the source's own that are kept; the least recently used goes first. */
const MAX_VIEWS = 8;

let made = 0;

/** Makes the customer tables of each scope asked for, and keeps those used last. */
export class Views {
  private readonly views = new Map<string, SharedWork<View>>();
  private readonly tables: SourceTables;
  private readonly dimensions: readonly string[];
  private readonly own: View;
  private readonly run: Run;

  constructor(tables: SourceTables, dimensions: readonly string[], own: View, run: Run) {
    this.tables = tables;
    this.dimensions = dimensions;
    this.own = own;
    this.run = run;
  }

  /** The view of a scope, made when it is first asked for. */
  get(scope: Scope, signal?: AbortSignal): Promise<View> {
    if (isOwn(scope, this.own.scope)) return Promise.resolve(this.own);
    const key = JSON.stringify(scope);
    const view = this.known(key) ?? this.create(scope);
    this.views.delete(key);
    this.views.set(key, view);
    this.forget();
    return view.join(signal);
  }

  /** Names of all tables the views are made of. */
  async names(): Promise<string[]> {
    const made = [...this.views.values()].map(({ promise }) => promise);
    const settled = await Promise.allSettled([this.own, ...made]);
    return settled.flatMap((view) => (view.status === 'fulfilled' ? tablesOf(view.value) : []));
  }

  private known(key: string): SharedWork<View> | undefined {
    const view = this.views.get(key);
    return view?.stopped ? undefined : view;
  }

  private create(scope: Scope): SharedWork<View> {
    const work = new SharedWork((signal) =>
      createView((sql) => this.run(sql, signal), this.tables, scope, this.where(scope)),
    );
    // What failed is tried anew by the next who asks.
    work.promise.catch(() => {
      for (const [key, view] of this.views) if (view === work) this.views.delete(key);
    });
    return work;
  }

  private where({ asOfDay, afterDay, filter }: Scope): string {
    const conditions = [`day <= ${integer(asOfDay)}`];
    if (afterDay !== undefined) conditions.push(`day > ${integer(afterDay)}`);
    if (filter?.from) conditions.push(`day >= ${integer(dayOfIso(filter.from)!)}`);
    if (filter?.to) conditions.push(`day <= ${integer(dayOfIso(filter.to)!)}`);
    for (const [name, values] of Object.entries(filter?.dimensions ?? {})) {
      const index = this.dimensions.indexOf(name);
      const names = dimensionNames(this.tables, index);
      const list = values.map(literal).join(', ') || 'NULL';
      conditions.push(`dimension_${index} IN (SELECT code FROM ${names} WHERE name IN (${list}))`);
    }
    return conditions.join(' AND ');
  }

  private drop(table: string): void {
    this.run(`DROP TABLE IF EXISTS ${table}`).catch(() => undefined);
  }

  private forget(): void {
    for (const [key, view] of this.views) {
      if (this.views.size <= MAX_VIEWS) return;
      this.views.delete(key);
      view.promise.then(
        (old) => {
          for (const table of tablesOf(old)) this.drop(table);
        },
        () => undefined,
      );
    }
  }
}

function isOwn(scope: Scope, own: Scope): boolean {
  return scope.asOfDay === own.asOfDay && scope.afterDay === undefined && scope.filter === null;
}

function tablesOf({ customers, months, kept }: View): string[] {
  return [customers, ...(months.startsWith('(') ? [] : [months]), ...kept];
}

/** The source's own view, over all its rows. */
export function createOwnView(run: Run, tables: SourceTables, asOfDay: number): Promise<View> {
  return createView(run, tables, { asOfDay, filter: null }, null);
}

/**
 * Makes the tables of a view. As of the end of a month, and without a filter, they come from the source's own months:
 * no transaction is read.
 */
async function createView(run: Run, tables: SourceTables, scope: Scope, where: string | null): Promise<View> {
  made += 1;
  const own = where === null;
  const suffix = own ? '' : `_${made}`;
  const customers = `${tables.prefix}_customers${suffix}`;
  const fromMonths = !own && isMonthEnd(scope);
  const months = fromMonths
    ? `(SELECT * FROM ${tables.prefix}_months WHERE month <= ${integer(monthOf(scope.asOfDay))})`
    : `${tables.prefix}_months${suffix}`;
  if (!fromMonths) await run(createMonths(tables, months, where ?? 'true'));
  await run(createCustomers(tables, customers, months));
  const counted = await run(`SELECT count(*)::DOUBLE AS customers FROM ${customers}`);
  const customerCount = Number(counted.getChild('customers')!.get(0));
  return { scope, where: where ?? 'true', customers, months, customerCount, cache: new Map(), kept: [] };
}

function isMonthEnd({ asOfDay, afterDay, filter }: Scope): boolean {
  return filter === null && afterDay === undefined && asOfDay === firstDayOfMonth(monthOf(asOfDay) + 1) - 1;
}
