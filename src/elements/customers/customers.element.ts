import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { enCustomers } from '../../locales/en-customers';
import { bringEnglish } from '../../locales/registry';
import { styles } from '../../render/styles';
import { paused } from '../../util/paused';
import { chartStyles } from '../chart-styles';
import { controlStyles } from '../control-styles';
import type { Surroundings } from '../picture';
import { saveFile } from '../save-file';
import { theme } from '../theme';
import { type Column, columnWidths, isFigure } from './customer-columns';
import { CustomerDrawer } from './customer-drawer';
import { customerGrid, TICK_WIDTH } from './customer-grid';
import { customersStyles } from './customers-styles';
import { type Listed, orderOf } from './customers-texts';
import { GridController } from './grid-controller';
import { controls } from './list-controls';
import { ListElement } from './list-element';
import { tickedCustomers } from './ticks';

bringEnglish({ customers: enCustomers });

/** Time without a key after which a search begins, in ms. */
const PAUSE = 200;

/**
 * Every customer in a list of any length: sort, search, select, export, and one customer's history.
 *
 * @tag rfm-customers
 * @csspart chart - The bars within the list.
 * @csspart grid - The list.
 * @csspart drawer - One customer.
 * @csspart drawer-export - The button that saves what one customer bought.
 * @csspart timeline - The picture of what one customer bought.
 * @fires rfm-ready - The list stands.
 * @fires rfm-error - It could not be shown.
 * @fires rfm-select - Customers were chosen, or the choice was taken back.
 * @csspart controls - What narrows the table.
 * @csspart search - The field that searches by id.
 * @csspart only-selected - The box that leaves the selected alone.
 */
export class RfmCustomers extends ListElement {
  static override styles: CSSResultGroup = [theme, chartStyles, controlStyles, customersStyles];

  readonly #drawer = new CustomerDrawer(this);
  readonly #grid = new GridController(this, {
    rows: () => this.pages.total,
    columns: () => this.#shown.length + (this.link === 'none' ? 0 : 1),
    height: () => this.around.height,
    ticks: () => this.link !== 'none',
    open: (row) => this.#open(row),
    sort: (column) => this.#sortBy(this.#shown[column]?.name),
    tick: (first, last) => this.#tick(first, last),
    clear: () => this.clearSelection(),
  });
  readonly #find = paused((text: string) => {
    this.search = text;
  }, PAUSE);
  #shown: readonly Column[] = [];
  #picking: Promise<void> = Promise.resolve();
  #listed: readonly unknown[] = [];

  @query('.drawer') private drawerBox!: HTMLElement | null;
  @query('.grid') private gridBox!: HTMLElement | null;
  @state() private exporting = false;

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const answer = this.work.value;
    this.#drawer.sync(answer?.source ?? null, answer?.result ?? null, this.asOf ?? undefined);
    // Another list begins at its top; the same one with other ticks stays where it is.
    const listed = [answer?.source, this.sort, this.search, this.onlySelected];
    if (listed.some((part, i) => part !== this.#listed[i])) this.#grid.reset();
    this.#listed = listed;
  }

  #sortBy(column: string | undefined): void {
    if (!column || !this.work.value) return;
    const order = orderOf(this.work.value.result);
    const highestFirst = isFigure(column) || column.endsWith('purchase');
    const descending = order.column === column ? !order.descending : highestFirst;
    this.sort = descending ? `-${column}` : column;
  }

  #open(index: number): void {
    const row = this.pages.row(index);
    if (!row) return;
    this.#drawer
      .open(row.customer, this.asOf ?? undefined)
      .then(() => this.updateComplete)
      .then(() => this.drawerBox?.focus())
      .catch((reason: unknown) => this.work.fail(reason));
  }

  readonly #close = (): void => {
    this.#drawer.close();
    this.gridBox?.focus();
  };

  /** Ticks customers, or takes the ticks away where all of them have one; one such change after the other. */
  #tick(first: number, last: number): void {
    const page = { ...this.options, offset: first, limit: last - first + 1, selected: this.marked };
    this.#picking = this.#picking
      .then(async () => {
        const { source } = await this.answer();
        const customers = await tickedCustomers(source, page);
        if (customers.length > 0)
          await this.selectCustomers({ customers, description: this.#describe(customers) });
        else this.clearSelection();
      })
      .catch((reason: unknown) => this.work.fail(reason));
  }

  #describe(customers: readonly string[]): string {
    const { words, f, nameOf } = this.around;
    const [one, ...more] = customers;
    return one !== undefined && more.length === 0 ? nameOf(one) : words.customers.ticked(customers.length, f);
  }

  readonly #export = async (): Promise<void> => {
    this.exporting = true;
    try {
      const name = `${this.around.words.customers.file}.csv`;
      const csv = await this.chosenCsv();
      // Marked as UTF-8 for spreadsheets, which guess otherwise.
      if (this.isConnected) saveFile(new Blob(['\ufeff', csv], { type: 'text/csv' }), name);
    } catch (reason) {
      this.work.fail(reason);
    } finally {
      this.exporting = false;
    }
  };

  protected override content(listed: Listed, around: Surroundings): TemplateResult {
    const { drawn, view } = this.#drawer;
    const nobody = this.pages.total === 0 && !this.pages.busy;
    return html`${controls(
      {
        search: this.search ?? '',
        selected: this.chosen?.selection.customers.count ?? null,
        only: this.onlySelected,
        exporting: this.exporting,
        find: this.#find,
        showOnly: (only) => {
          this.onlySelected = only;
        },
        save: this.#export,
      },
      around,
    )}
      <div class="frame" ${styles({ height: `${this.plotHeight()}px` })}>
        ${this.#list(listed, around)}
        ${nobody ? html`<p class="none">${around.words.customers.nothing(this.search ?? '')}</p>` : nothing}
        ${
          drawn && view
            ? view(
                drawn,
                around.nameOf(drawn.customer),
                Math.min(400, around.width - 34),
                around,
                this.#close,
              )
            : nothing
        }
      </div>
      ${this.#onPaper(around)}`;
  }

  /** A sheet cannot be scrolled: it says what of the list is on it. */
  #onPaper({ words, f }: Surroundings): TemplateResult | typeof nothing {
    const { first, last } = this.#grid.seen;
    const { total } = this.pages;
    if (last - first + 1 >= total) return nothing;
    return html`<p class="on-paper" aria-hidden="true">${words.customers.onPaper({ first, last, total }, f)}</p>`;
  }

  #list(listed: Listed, around: Surroundings): TemplateResult {
    const { words } = around;
    const linked = this.link !== 'none';
    const window = this.#grid.window;
    this.#shown = this.columnsOf(listed, around);
    this.pages.want(window.from, window.to);
    return customerGrid({
      ...window,
      label: `${this.heading || this.label(words)}. ${words.customers.keys}`,
      columns: this.#shown,
      widths: columnWidths(this.#shown, around.width - (linked ? TICK_WIDTH : 0)),
      room: around.width,
      tick: linked ? words.customers.selected : null,
      sort: orderOf(listed),
      total: this.pages.total,
      row: (index) => this.pages.row(index),
      bars: { column: this.barsOf(listed), largest: listed.largest },
      active: this.#grid.active,
      busy: this.pages.busy,
      grid: this.#grid,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rfm-customers': RfmCustomers;
  }
}
