import type { PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { CustomerRow } from '../../compute/results';
import { PagesController } from '../../controllers/pages-controller';
import type { Source } from '../../data/source';
import type { CustomersOptions } from '../../data/source-options';
import type { Words } from '../../locales/words';
import { lastCall } from '../../util/last-call';
import { ChartElement } from '../chart-element';
import type { Caption, DataTable, Picture, Surroundings } from '../picture';
import { resultCsv } from '../result-csv';
import { barColumn, type Column, columnNames, columnsFor } from './customer-columns';
import { customersCaption, customersPicture, customersTable, type Listed, orderOf } from './customers-texts';

/** Rows of the first answer: what the table view has. */
const FIRST_ROWS = 500;
/** A list that nobody has more rows of. */
const ALL_ROWS = 10_000_000;

/** Customers in an order, by pages, with columns to choose; how they are shown is the heir's. */
export abstract class ListElement extends ChartElement<Listed, true> {
  static override readonly analysisProperties: readonly string[] = ['columns', 'sort', 'search'];

  readonly #columns = lastCall(columnsFor);
  readonly #names = lastCall((columns: ListElement['columns'], { table }: Listed) =>
    columnNames(columns, namesIn(table)),
  );
  protected readonly pages: PagesController<CustomerRow> = new PagesController<CustomerRow>(this, {
    read: async (offset, limit, signal) => {
      const { source } = await this.answer();
      const listed = await source.customers({
        ...this.options,
        selected: this.marked,
        offset,
        limit,
        signal,
      });
      return { rows: listed.rows(), total: listed.summary.total };
    },
    failed: (reason) => this.work.fail(reason),
  });

  @state() protected onlySelected = false;

  /** Columns to show, comma-separated, as the result calls them; dimensions by their names. */
  @property() columns: string | readonly string[] | null | undefined;
  /** The column to order by, with a minus before it for the highest first; `-monetary` where left out. @default '-monetary' */
  @property() sort: string | null | undefined;
  /** Part of an id that the customers listed have, in any case. */
  @property() search: string | null | undefined;

  protected override get weighed(): boolean {
    return true;
  }

  protected override async analyse(source: Source, signal: AbortSignal): Promise<Listed> {
    const first = await source.customers({ ...this.options, limit: FIRST_ROWS, signal });
    const column = barColumn(columnNames(this.columns, namesIn(first.table)), orderOf(first).column);
    if (!column) return { ...first, largest: 0 };
    const { asOf } = this.options;
    const [top] = (await source.customers({ sort: `-${column}`, limit: 1, asOf, signal })).rows();
    return { ...first, largest: Math.max(0, Number(top?.[column] ?? 0)) };
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const result = this.work.value?.result ?? null;
    const selection = this.chosen?.selection ?? null;
    if (!selection) this.onlySelected = false;
    const first = result && !selection ? { rows: result.rows(), total: result.summary.total } : null;
    this.pages.sync([result, selection, this.onlySelected], first);
  }

  /** The whole list in its order, not the rows in view alone. */
  override async result(): Promise<Listed> {
    const { result, source } = await this.answer();
    return { ...(await source.customers({ ...this.options, limit: ALL_ROWS })), largest: result.largest };
  }

  override async toCsv(): Promise<string> {
    return resultCsv(await this.result(), this.around.nameOf);
  }

  /** The selected customers as CSV, or all of the list where none are. */
  protected async chosenCsv(): Promise<string> {
    const { source } = await this.answer();
    if (!this.chosen) return this.toCsv();
    const chosen = await source.customers({ ...this.options, selected: 'only', limit: ALL_ROWS });
    return resultCsv(chosen, this.around.nameOf);
  }

  protected get options(): CustomersOptions {
    const { sort, search, asOf } = this;
    return { sort: sort ?? undefined, search: search ?? undefined, asOf: asOf ?? undefined };
  }

  /** How the marked customers are asked for. */
  protected get marked(): CustomersOptions['selected'] {
    if (this.link === 'none') return undefined;
    return this.onlySelected ? 'only' : 'shown';
  }

  protected columnsOf(listed: Listed, { words, f, nameOf }: Surroundings): readonly Column[] {
    return this.#columns(this.#names(this.columns, listed), words, f, nameOf);
  }

  /** The column that bars are drawn in. */
  protected barsOf(listed: Listed): string | null {
    return barColumn(this.#names(this.columns, listed), orderOf(listed).column);
  }

  /** A search that finds nothing leaves its field where it is. */
  protected override isEmpty({ summary }: Listed): boolean {
    return summary.total === 0 && !this.search;
  }

  protected override readChosen(): Promise<true> {
    return Promise.resolve(true);
  }

  protected override label(words: Words): string {
    return words.customers.name;
  }

  protected override plotHeight(): number {
    return 430;
  }

  protected override caption(listed: Listed, around: Surroundings): Caption {
    return customersCaption(listed, this.search ?? '', this.columnsOf(listed, around), around);
  }

  protected override compose(listed: Listed, around: Surroundings): Picture {
    const bars = this.barsOf(listed);
    const column = this.columnsOf(listed, around).find(({ name }) => name === bars);
    return customersPicture(listed.rows(), (row) => around.nameOf(row.customer), column, around);
  }

  protected override tables(listed: Listed, around: Surroundings): DataTable[] {
    const { words, f } = around;
    const rows = listed.rows();
    const { total } = listed.summary;
    const cut = rows.length < total ? words.common.firstRows(rows.length, total, f) : words.customers.name;
    return [customersTable(rows, this.columnsOf(listed, around), cut)];
  }
}

function namesIn(table: Listed['table']): string[] {
  return table.schema.fields.map(({ name }) => name);
}
