import { SharedWork } from '../util/shared-work';
import { checkDay } from './check-options';
import { checkRequest } from './check-request';
import type { Holding } from './holding';
import { codesOf, type MarkList, type SelectionSummary, selectedMarks, summaryOfSelected } from './marked';
import { pickedMarks } from './picked';
import type { QueryContext } from './query-context';
import {
  describe,
  type KeptSelection,
  type Place,
  type Selection,
  type SelectionRequest,
  select,
  selectedNames,
  tableOfCodes,
} from './selection';
import type { AnalysisOptions } from './source-options';
import type { View } from './views';

/** The marked customers of a source: which, since when, and who wants to know. */
export class Marks {
  current: KeptSelection | null = null;
  private turn = 0;
  private readonly holding: Holding;
  private readonly lists = new WeakMap<KeptSelection, Map<View, SharedWork<MarkList>>>();
  private readonly summaries = new WeakMap<MarkList, Promise<SelectionSummary>>();
  private readonly listeners = new Set<(selection: Selection | null) => void>();

  constructor(holding: Holding) {
    this.holding = holding;
  }

  /** Marks the customers asked for, unless a newer call came meanwhile. */
  async select(request: SelectionRequest): Promise<Selection | null> {
    this.turn += 1;
    const { turn } = this;
    const made = await this.work(scopeOf(checkRequest(request)), (context) => this.make(context, request));
    if (turn === this.turn) this.set(made);
    else this.drop(made);
    return this.current;
  }

  /** Marks by columns that were read before, where those tell; else in the engine. */
  private async make(context: QueryContext, request: SelectionRequest): Promise<KeptSelection> {
    const { revision } = this.holding.held;
    const picked = await pickedMarks(context, request);
    if (!picked) {
      const { table, count } = await select(context, request);
      return this.kept(request, count, { revision, table: Promise.resolve(table), codes: null });
    }
    const codes = await codesOf(context, picked);
    const made = this.kept(request, picked.places.length, { revision, table: null, codes });
    this.lists.set(made, new Map([[context.view, new SharedWork(async () => picked)]]));
    return made;
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

  /** What the marked are of all, reckoned once for all who ask; null without marks. */
  summary(options: AnalysisOptions): Promise<SelectionSummary | null> {
    return this.withList(options, (context, list) => {
      const known = this.summaries.get(list) ?? summaryOfSelected(context, list);
      this.summaries.set(list, known);
      return known;
    });
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
      const { description } = marked;
      const made = this.kept({ customers, description }, customers.length, NOWHERE);
      this.set(made);
    }
    return changed;
  }

  /** Takes the marks' own table away, as the source closes or others take their place. */
  drop(marked: KeptSelection | null = this.current): void {
    marked?.place.table?.then(
      (table) => this.holding.drop(table),
      () => undefined,
    );
  }

  private work<T>(
    { asOf, signal }: AnalysisOptions,
    work: (context: QueryContext) => Promise<T>,
  ): Promise<T> {
    return this.holding.work(checkDay('asOf', asOf), signal, work);
  }

  private kept(request: SelectionRequest, count: number, place: Place): KeptSelection {
    const ids = (): Promise<string[]> =>
      this.work(scopeOf(request), async (context) => {
        if (kept === this.current) return selectedNames(context, await this.tableOf(context, kept));
        // Its marks went when others took their place.
        const { table } = await select(context, request);
        return selectedNames(context, table).finally(() => this.holding.drop(table));
      });
    const description = request.description ?? describe(request);
    const kept: KeptSelection = { request, description, place, customers: { count, ids } };
    return kept;
  }

  /** Where the marks lie in the engine: put there when they are first asked for, made anew where their rows are gone. */
  private tableOf(context: QueryContext, marked: KeptSelection): Promise<string> {
    const { revision } = this.holding.held;
    const { place } = marked;
    if (place.revision === revision && place.table) return place.table;
    const codes = place.revision === revision ? place.codes : null;
    // Others may wait for it who have not given up: it is made without the caller's signal.
    const table = this.work({ asOf: context.asOf }, async (own) => {
      return codes ? tableOfCodes(own, codes()) : (await select(own, marked.request)).table;
    });
    marked.place = { revision, table, codes };
    table.catch(() => {
      if (marked.place.table === table) marked.place = { ...marked.place, table: null };
    });
    return table;
  }

  private set(selection: KeptSelection | null): void {
    this.drop();
    this.current = selection;
    for (const listener of this.listeners) listener(selection);
  }
}

/** Of marks that are in no table yet. */
const NOWHERE: Place = { revision: -1, table: null, codes: null };

/** The date that customers are chosen as of. */
function scopeOf(request: SelectionRequest): AnalysisOptions {
  if ('any' in request) return request.any[0] ? scopeOf(request.any[0]) : {};
  return 'options' in request ? { asOf: request.options?.to ?? request.options?.asOf } : {};
}
