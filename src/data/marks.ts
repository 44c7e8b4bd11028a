import { SharedWork } from '../util/shared-work';
import { checkDay } from './check-options';
import type { Holding } from './holding';
import { type MarkList, selectedMarks } from './marked';
import type { QueryContext } from './query-context';
import {
  type KeptSelection,
  type Selection,
  type SelectionRequest,
  select,
  selectedNames,
} from './selection';
import type { AnalysisOptions } from './source-options';
import type { View } from './views';

/** The marked customers of a source: which, since when, and who wants to know. */
export class Marks {
  current: KeptSelection | null = null;
  private turn = 0;
  private readonly holding: Holding;
  private readonly lists = new WeakMap<KeptSelection, Map<View, SharedWork<MarkList>>>();
  private readonly listeners = new Set<(selection: Selection | null) => void>();

  constructor(holding: Holding) {
    this.holding = holding;
  }

  /** Marks the customers asked for, unless a newer call came meanwhile. */
  async select(request: SelectionRequest): Promise<Selection | null> {
    this.turn += 1;
    const { turn } = this;
    const { count, ...made } = await this.work(scopeOf(request), (context) => select(context, request));
    if (turn === this.turn) this.set(this.kept({ ...made, generation: this.holding.held.revision }, count));
    else this.holding.drop(made.table);
    return this.current;
  }

  clear(): void {
    this.turn += 1;
    if (this.current) this.set(null);
  }

  listen(listener: (selection: Selection | null) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Works with the table of the marked customers; null without marks. */
  async with<T>(
    options: AnalysisOptions,
    work: (context: QueryContext, table: string) => Promise<T>,
  ): Promise<T | null> {
    const marked = this.current;
    if (!marked) return null;
    return this.work(options, async (context) => work(context, await this.tableOf(context, marked)));
  }

  /** Works with the marks themselves, which are read once for all who ask; null without marks. */
  async withList<T>(
    options: AnalysisOptions,
    work: (context: QueryContext, marks: MarkList) => Promise<T>,
  ): Promise<T | null> {
    const marked = this.current;
    if (!marked) return null;
    return this.work(options, async (context) => work(context, await this.listOf(context, marked, options)));
  }

  private listOf(
    { view }: QueryContext,
    marked: KeptSelection,
    { asOf, signal }: AnalysisOptions,
  ): Promise<MarkList> {
    const lists = this.lists.get(marked) ?? new Map<View, SharedWork<MarkList>>();
    this.lists.set(marked, lists);
    let list = lists.get(view);
    if (!list || list.stopped) {
      list = new SharedWork((stop) =>
        this.work({ asOf, signal: stop }, async (context) =>
          selectedMarks(context, await this.tableOf(context, marked)),
        ),
      );
      lists.set(view, list);
      list.promise.catch(() => lists.delete(view));
    }
    return list.join(signal);
  }

  /** Puts other rows in the place of the old ones by `change`; the same customers are marked among them. */
  async keepOver<T>(change: () => Promise<T>): Promise<T> {
    const marked = this.current;
    const customers = (await marked?.customers.ids()) ?? [];
    const changed = await change();
    if (marked && marked === this.current && !this.holding.closed) {
      const { description, table } = marked;
      const made = { request: { customers, description }, description, table, generation: -1 };
      this.set(this.kept(made, customers.length));
    }
    return changed;
  }

  /** Takes the marks' own table away, as the source closes. */
  drop(): void {
    if (this.current) this.holding.drop(this.current.table);
  }

  private work<T>(
    { asOf, signal }: AnalysisOptions,
    work: (context: QueryContext) => Promise<T>,
  ): Promise<T> {
    return this.holding.work(checkDay('asOf', asOf), signal, work);
  }

  private kept(made: Omit<KeptSelection, 'customers'>, count: number): KeptSelection {
    const ids = (): Promise<string[]> =>
      this.work(scopeOf(made.request), async (context) => {
        if (kept === this.current) return selectedNames(context, await this.tableOf(context, kept));
        // Its marks went when others took their place.
        const { table } = await select(context, made.request);
        return selectedNames(context, table).finally(() => this.holding.drop(table));
      });
    const kept: KeptSelection = { ...made, customers: { count, ids } };
    return kept;
  }

  /** Where the marks lie; they are made anew where the rows they were made among are gone. */
  private async tableOf(context: QueryContext, marked: KeptSelection): Promise<string> {
    const { revision } = this.holding.held;
    if (marked.generation !== revision) {
      marked.table = (await select(context, marked.request)).table;
      marked.generation = revision;
    }
    return marked.table;
  }

  private set(selection: KeptSelection | null): void {
    this.drop();
    this.current = selection;
    for (const listener of this.listeners) listener(selection);
  }
}

/** The date that customers are chosen as of. */
function scopeOf(request: SelectionRequest): AnalysisOptions {
  if ('any' in request) return request.any[0] ? scopeOf(request.any[0]) : {};
  return 'options' in request ? { asOf: request.options?.to ?? request.options?.asOf } : {};
}
