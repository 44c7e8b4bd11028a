import type { Definition, Filter, IsoDate, Mapping, Report } from '../compute/results';
import { isoOf } from '../util/calendar';
import { checkWeights } from './analyses/rfm-options';
import { checkDay, checkFilter } from './check-options';
import type { Loader } from './held';
import type { Holding } from './holding';
import { Marks } from './marks';
import { keyOf, NewestResults } from './newest-results';
import { definitionOf, type QueryContext, type Weights } from './query-context';
import type { AnalysisOptions, MigrationOptions, SourceInput } from './source-options';

/** What is another than before: which rows are looked at and as of when, or how scores are weighed. */
export type SourceChange = 'rows' | 'weights';

export interface ChangeOptions {
  signal?: AbortSignal | undefined;
}

/** The rows of a source: what is known of them, what is looked at of them, and what is put to them. */
export abstract class HeldSource {
  protected readonly holding: Holding;
  protected readonly marks: Marks;
  private readonly results = new NewestResults();
  private readonly changeListeners = new Set<(change: SourceChange) => void>();

  /** Use `openSource`. */
  protected constructor(holding: Holding) {
    this.holding = holding;
    this.marks = new Marks(holding);
  }

  /** Which columns play which part. */
  get mapping(): Mapping {
    return this.holding.held.mapping;
  }

  /** All columns of the input. */
  get columns(): readonly string[] {
    return this.holding.held.columns;
  }

  /** What became of every row. */
  get report(): Report {
    return this.holding.held.report;
  }

  /** Whether `close` has been called. */
  get closed(): boolean {
    return this.holding.closed;
  }

  /**
   * What every figure of the source depends on before any analysis adds its own options. Its rows are those of the whole
   * source: each analysis says how many lie within as-of and filter.
   */
  get definition(): Definition {
    const { filter, held } = this.holding;
    const grounds = {
      ...held,
      asOf: this.asOf,
      filter,
      rows: null,
      statements: [],
      customerCount: held.report.customers,
    };
    return definitionOf(grounds, 'source', {}, []);
  }

  /**
   * Narrows the rows that every analysis uses from now on; null takes the filter away. Dates are inclusive; of each
   * dimension the rows with one of the values count.
   */
  filter(filter: Filter | null): void {
    this.holding.filter = checkFilter(filter, this.mapping.dimensions ?? []);
    this.tellChange('rows');
  }

  /** The date that every analysis without its own `asOf` looks back from. */
  get asOf(): IsoDate {
    return isoOf(this.holding.asOfDay ?? this.holding.held.asOfDay);
  }

  /** The date that everything is looked at as of unless the source is rewound: that of its options, or the last of its rows. */
  get latest(): IsoDate {
    return isoOf(this.holding.held.asOfDay);
  }

  /** Goes back to a date, as of which everything is looked at from now on; null comes back to that of the data. */
  rewind(asOf: IsoDate | null): void {
    this.holding.asOfDay = checkDay('asOf', asOf ?? undefined);
    this.tellChange('rows');
  }

  /** The weights of scores that were applied, in sum 1; null where none were. */
  get weights(): Weights | null {
    return this.holding.weights;
  }

  /** Weighs recency, frequency and monetary in every analysis that is given no weights of its own; null: equally. */
  weigh(weights: readonly number[] | string | null): void {
    this.holding.weights = weights === null ? null : checkWeights(weights);
    this.tellChange('weights');
  }

  /** Resolves when no analysis is at work, nor begins in the moment after. */
  idle(): Promise<void> {
    return this.holding.idle();
  }

  /**
   * Adds the rows of one or more inputs of the same columns. Filter and selection stay; results are afterwards those of
   * all rows loaded together. Where it fails, with the errors of `openSource`, the source stays as it was.
   */
  append(input: SourceInput | readonly SourceInput[], options: ChangeOptions = {}): Promise<Report> {
    return this.change((loader) => loader.append(input, options.signal), options);
  }

  /** Reads the inputs again, from their addresses where they have one. Where it fails the source stays as it was. */
  refresh(options: ChangeOptions = {}): Promise<Report> {
    return this.change((loader) => loader.refresh(options.signal), options);
  }

  /** Tells of a filter, a date, rows or weights that are others than before, until the function it returns is called. */
  onChange(listener: (change: SourceChange) => void): () => void {
    this.changeListeners.add(listener);
    return () => this.changeListeners.delete(listener);
  }

  /** Every row left out, as CSV: reason, line, and the row as it stood. The input is read again for it. */
  rejectedRows(options: ChangeOptions = {}): Promise<Blob> {
    return this.holding.rejected(options.signal);
  }

  /** Gives the memory back. Every later call is refused with `closed`. */
  async close(): Promise<void> {
    if (this.closed) return;
    this.marks.drop();
    this.results.clear();
    await this.holding.close();
  }

  /** The result of an analysis, which all share who ask for the same of the same rows. */
  protected async shared<T>(
    analysis: string,
    { signal, ...options }: AnalysisOptions,
    work: (context: QueryContext) => Promise<T>,
  ): Promise<T> {
    const { held, asOfDay, filter, weights } = this.holding;
    const key = keyOf([held.revision, asOfDay, filter, weights, options]);
    return this.results.get(analysis, key, signal, (stop) =>
      this.analyse({ ...options, signal: stop }, work),
    );
  }

  protected analyse<T>(
    { asOf, to, signal }: Pick<MigrationOptions, 'asOf' | 'to' | 'signal'>,
    work: (context: QueryContext) => Promise<T>,
  ): Promise<T> {
    return Promise.resolve().then(() =>
      this.holding.work(checkDay('to', to) ?? checkDay('asOf', asOf), signal, work),
    );
  }

  /** Works on all rows there are, whatever the filter and the date looked back to. */
  protected onAllRows<T>(
    signal: AbortSignal | undefined,
    work: (context: QueryContext) => Promise<T>,
  ): Promise<T> {
    return Promise.resolve().then(() => this.holding.work(this.holding.held.asOfDay, signal, work, null));
  }

  /** Puts other rows in the place of the old ones; marks stay, and listeners are told. */
  private async change(
    find: (loader: Loader) => Promise<Loader>,
    { signal }: ChangeOptions,
  ): Promise<Report> {
    const { report } = await this.marks.keepOver(() => this.holding.change(find, signal));
    this.tellChange('rows');
    return report;
  }

  private tellChange(change: SourceChange): void {
    this.results.clear();
    for (const listener of [...this.changeListeners]) listener(change);
  }
}
