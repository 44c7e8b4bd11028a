import type { Table } from 'apache-arrow';
import type { Filter } from '../compute/results';
import { createCustomers, createMonths } from '../sql/customer-tables';
import { integer, literal } from '../sql/identifier';
import { dimensionNames, type SourceTables } from '../sql/source-tables';
import { dayOfIso, firstDayOfMonth, monthOf } from '../util/calendar';

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
  cache: Map<string, Promise<unknown>>;
  /** Further tables made of these rows, which go with the view. */
  kept: string[];
}

type Run = (sql: string) => Promise<Table>;

/** Views beside the source's own that are kept; the least recently used goes first. */
const MAX_VIEWS = 8;

let made = 0;

/** Makes the customer tables of each scope asked for, and keeps those used last. */
export class Views {
  private readonly views = new Map<string, Promise<View>>();
  private readonly tables: SourceTables;
  private readonly dimensions: readonly string[];
  private readonly own: View;
  private readonly drop: (table: string) => void;

  constructor(tables: SourceTables, dimensions: readonly string[], own: View, drop: (table: string) => void) {
    this.tables = tables;
    this.dimensions = dimensions;
    this.own = own;
    this.drop = drop;
  }

  /** The view of a scope. */
  get(scope: Scope, run: Run): Promise<View> {
    if (isOwn(scope, this.own.scope)) return Promise.resolve(this.own);
    const key = JSON.stringify(scope);
    const known = this.views.get(key);
    if (known) {
      this.views.delete(key);
      this.views.set(key, known);
      return known;
    }
    const view = createView(run, this.tables, scope, this.where(scope));
    this.views.set(key, view);
    view.catch(() => this.views.delete(key));
    this.forget();
    return view;
  }

  /** Names of all tables the views are made of. */
  async names(): Promise<string[]> {
    const settled = await Promise.allSettled([this.own, ...this.views.values()]);
    return settled.flatMap((view) => (view.status === 'fulfilled' ? tablesOf(view.value) : []));
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

  private forget(): void {
    for (const [key, view] of this.views) {
      if (this.views.size <= MAX_VIEWS) return;
      this.views.delete(key);
      view.then(
        (old) => tablesOf(old).forEach(this.drop),
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
