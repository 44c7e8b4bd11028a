import type { Table } from 'apache-arrow';
import type { Filter } from '../compute/results';
import { countView, createCustomers, createMonths, createOwnTables } from '../sql/customer-tables';
import { integer, literal } from '../sql/identifier';
import { dimensionNames, dropTable, ownCustomers, ownMonths, type SourceTables } from '../sql/source-tables';
import { dayOfIso, firstDayOfMonth, monthOf } from '../util/calendar';
import { SharedWork } from '../util/shared-work';
import type { KeptWork } from './kept-work';
import { checkBounds, type Reach } from './needs-rows';

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
  /** How many rows lie in the scope; null for the source's own, whose report has it. */
  rows: number | null;
  /** The statements that made its tables. */
  statements: readonly string[];
  /** Results that need a pass over the rows, by what they depend on; the newest live as long as the view. */
  cache: Map<string, KeptWork>;
}

/** Runs one statement until the signal fires. */
export type Run = (sql: string, signal?: AbortSignal) => Promise<Table>;

/** Views beside the source's own that are kept; the least recently used goes first. */
const MAX_VIEWS = 8;

/** A view with the analyses that work on it: one that is forgotten goes when the last of them has left. */
interface Kept {
  work: SharedWork<View>;
  users: number;
  forgotten: boolean;
}

let made = 0;

/** Makes the customer tables of each scope asked for, and keeps those used last. */
export class Views {
  private readonly views = new Map<string, Kept>();
  private readonly used = new Map<View, Kept>();
  private readonly tables: SourceTables;
  private readonly dimensions: readonly string[];
  private readonly own: View;
  private readonly reach: Reach;
  private readonly run: Run;

  constructor(tables: SourceTables, dimensions: readonly string[], own: View, reach: Reach, run: Run) {
    this.tables = tables;
    this.dimensions = dimensions;
    this.own = own;
    this.reach = reach;
    this.run = run;
  }

  /** The view of a scope, made when it is first asked for; it stays until the caller gives it back by `release`. */
  async get(scope: Scope, signal?: AbortSignal): Promise<View> {
    if (isOwn(scope, this.own.scope)) return this.own;
    checkBounds(this.tables, scope, this.reach, (date) => dayOfIso(date)!);
    const key = JSON.stringify(scope);
    const kept = this.known(key) ?? this.create(scope);
    kept.users += 1;
    this.views.delete(key);
    this.views.set(key, kept);
    this.forget();
    try {
      const view = await kept.work.join(signal);
      this.used.set(view, kept);
      return view;
    } catch (error) {
      this.leave(kept);
      throw error;
    }
  }

  /** Gives a view back that `get` gave. */
  release(view: View): void {
    const kept = this.used.get(view);
    if (kept) this.leave(kept);
  }

  /** Names of all tables that were made for views, besides the two of the source's own. */
  async names(): Promise<string[]> {
    const made = await Promise.allSettled([...this.views.values()].map(({ work }) => work.promise));
    const views = made.flatMap((view) => (view.status === 'fulfilled' ? [view.value] : []));
    return [...keptTables(this.own), ...views.flatMap(tablesOf)];
  }

  private known(key: string): Kept | undefined {
    const kept = this.views.get(key);
    return kept?.work.stopped ? undefined : kept;
  }

  private create(scope: Scope): Kept {
    const work = new SharedWork((signal) =>
      createView((sql) => this.run(sql, signal), this.tables, scope, this.where(scope)),
    );
    const kept: Kept = { work, users: 0, forgotten: false };
    // What failed is tried anew by the next who asks.
    work.promise.catch(() => {
      for (const [key, entry] of this.views) if (entry === kept) this.views.delete(key);
    });
    return kept;
  }

  /** The condition that narrows the transactions to a scope. */
  where({ asOfDay, afterDay, filter }: Scope): string {
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
    for (const [key, kept] of this.views) {
      if (this.views.size <= MAX_VIEWS) return;
      this.views.delete(key);
      kept.forgotten = true;
      this.dropUnused(kept);
    }
  }

  private leave(kept: Kept): void {
    kept.users -= 1;
    this.dropUnused(kept);
  }

  private dropUnused(kept: Kept): void {
    if (!kept.forgotten || kept.users > 0) return;
    kept.work.promise.then(
      (view) => {
        this.used.delete(view);
        for (const table of tablesOf(view)) this.run(dropTable(table)).catch(() => undefined);
      },
      () => undefined,
    );
  }
}

function isOwn(scope: Scope, own: Scope): boolean {
  return scope.asOfDay === own.asOfDay && scope.afterDay === undefined && scope.filter === null;
}

function tablesOf(view: View): string[] {
  const { customers, months } = view;
  return [customers, ...(months.startsWith('(') ? [] : [months]), ...keptTables(view)];
}

function keptTables({ cache }: View): string[] {
  return [...cache.values()].flatMap(({ tables }) => tables);
}

/** Makes the tables of the source's own view, over all its rows. */
export async function createOwnView(run: Run, tables: SourceTables): Promise<void> {
  for (const statement of ownPlan(tables).statements) await run(statement);
}

/** The source's own view, whose tables stand. */
export function ownView(run: Run, tables: SourceTables, asOfDay: number): Promise<View> {
  return counted(run, tables, { asOfDay, filter: null }, null, ownPlan(tables));
}

/** Makes the tables of a view. */
async function createView(run: Run, tables: SourceTables, scope: Scope, where: string): Promise<View> {
  const plan = planOf(tables, scope, where);
  for (const statement of plan.statements) await run(statement);
  return counted(run, tables, scope, where, plan);
}

type Plan = Pick<View, 'customers' | 'months' | 'statements'>;

function ownPlan(tables: SourceTables): Plan {
  const [customers, months] = [ownCustomers(tables), ownMonths(tables)];
  return { customers, months, statements: createOwnTables(tables) };
}

/** As of the end of a month, and without a filter, a view comes from the source's own months: no transaction is read. */
function planOf(tables: SourceTables, scope: Scope, where: string): Plan {
  made += 1;
  const customers = `${ownCustomers(tables)}_${made}`;
  if (isMonthEnd(scope)) {
    const months = `(SELECT * FROM ${ownMonths(tables)} WHERE month <= ${integer(monthOf(scope.asOfDay))})`;
    return { customers, months, statements: [createCustomers(tables, customers, months)] };
  }
  const months = `${ownMonths(tables)}_${made}`;
  const created = createMonths(tables, months, where, !scope.filter?.dimensions);
  return { customers, months, statements: [created, createCustomers(tables, customers, months)] };
}

/** The view of tables that stand; `where` is null for the source's own. */
async function counted(
  run: Run,
  tables: SourceTables,
  scope: Scope,
  where: string | null,
  plan: Plan,
): Promise<View> {
  const table = await run(countView(tables, plan.customers, where));
  const count = (name: string): number => Number(table.getChild(name)!.get(0));
  return {
    ...plan,
    scope,
    where: where ?? 'true',
    customerCount: count('customers'),
    rows: where === null ? null : count('rows'),
    cache: new Map(),
  };
}

function isMonthEnd({ asOfDay, afterDay, filter }: Scope): boolean {
  return filter === null && afterDay === undefined && asOfDay === firstDayOfMonth(monthOf(asOfDay) + 1) - 1;
}
