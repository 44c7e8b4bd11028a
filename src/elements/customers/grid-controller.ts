import type { ReactiveController, ReactiveControllerHost } from 'lit';
import {
  type ListPlace,
  type ListSize,
  placeAt,
  placeOfRow,
  rowsInView,
  scrolledTo,
  scrollHeight,
} from '../../layout/virtual-rows';
import { type Cell, type GridHandlers, HEAD_HEIGHT, ROW_HEIGHT } from './customer-grid';
import { nextCell } from './grid-keys';

interface Options {
  rows(): number;
  /** Columns with that of the ticks. */
  columns(): number;
  /** Height of the grid, its heads included. */
  height(): number;
  ticks(): boolean;
  open(row: number): void;
  /** A press on the head of a column. */
  sort(column: number): void;
  /** Ticks a row, or all from `row` to `last`. */
  tick(row: number, last: number): void;
  clear(): void;
}

const TOP: ListPlace = { scrollTop: 0, position: 0 };

/** Where a grid is scrolled to, which cell the keyboard is on, and what keys and clicks do. */
export class GridController implements ReactiveController, GridHandlers {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: Options;
  #place = TOP;
  #active: Cell | null = null;
  /** The row ticked last, from which a range begins. */
  #anchor: number | null = null;
  #shown = { from: 0, to: 0 };
  /** Whether the page has still to be scrolled to the place. */
  #moved = false;

  constructor(host: ReactiveControllerHost & HTMLElement, options: Options) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get active(): Cell | null {
    return this.#active;
  }

  /** The rows to be there, how tall all are as they are scrolled, and how far the list stands above that. */
  get window(): { from: number; to: number; height: number; shift: number } {
    const size = this.#size;
    this.#shown = rowsInView(this.#place, size);
    return {
      ...this.#shown,
      height: scrollHeight(size),
      shift: this.#place.position - this.#place.scrollTop,
    };
  }

  /** The rows that can be seen whole, counted from 1. */
  get seen(): { first: number; last: number } {
    const { rows, rowHeight, viewHeight } = this.#size;
    const { position } = this.#place;
    const last = Math.min(rows, Math.floor((position + viewHeight) / rowHeight));
    return { first: Math.min(last, Math.ceil(position / rowHeight) + 1), last };
  }

  hostUpdated(): void {
    if (!this.#moved) return;
    this.#moved = false;
    const grid = this.#grid;
    if (grid) grid.scrollTop = this.#place.scrollTop;
  }

  /** Goes to the first row: the list is another. */
  reset(): void {
    this.#anchor = null;
    if (this.#active && this.#active.row >= 0) this.#active = { ...this.#active, row: 0 };
    this.#go(TOP);
  }

  readonly onScroll = (event: Event): void => {
    if (!(event.currentTarget instanceof HTMLElement) || this.#moved) return;
    const { scrollTop } = event.currentTarget;
    const before = this.#place;
    this.#place = scrolledTo(before, scrollTop, this.#size);
    const { from, to } = rowsInView(this.#place, this.#size);
    const jumped = this.#place.position - scrollTop !== before.position - before.scrollTop;
    if (jumped || from !== this.#shown.from || to !== this.#shown.to) this.#host.requestUpdate();
  };

  /** Brings the thumb of a very long list to where the rows in view are. */
  readonly onScrollEnd = (): void => {
    const place = placeAt(this.#place.position, this.#size);
    if (Math.abs(place.scrollTop - this.#place.scrollTop) > 1) this.#go(place);
  };

  readonly onKey = (event: KeyboardEvent): void => {
    const { key, shiftKey } = event;
    const { columns, rows, ticks, open, sort, clear } = this.#options;
    const cell = this.#active;
    if (key === 'Escape') {
      clear();
      return;
    }
    if ((key === 'Enter' || key === ' ') && cell) {
      event.preventDefault();
      const onTick = ticks() && cell.column === 0;
      if (cell.row < 0) sort(this.#columnOf(cell));
      else if (key === ' ' || onTick) this.#tick(cell.row, shiftKey);
      else open(cell.row);
      return;
    }
    const page = Math.max(1, Math.floor(this.#size.viewHeight / ROW_HEIGHT) - 1);
    const extent = { rows: rows(), columns: columns(), page };
    const next = nextCell(cell, key, event.ctrlKey || event.metaKey, extent);
    if (!next) return;
    event.preventDefault();
    this.#active = next;
    if (next.row >= 0) this.#go(placeOfRow(this.#place, next.row, this.#size));
    this.#host.requestUpdate();
    this.#host.updateComplete.then(() => this.#showColumn());
  };

  readonly press = (cell: Cell, event: MouseEvent): void => {
    const { ticks, open, sort } = this.#options;
    this.#active = cell;
    this.#host.requestUpdate();
    const choosing = event.shiftKey || event.ctrlKey || event.metaKey || cell.column === 0;
    if (cell.row < 0) sort(this.#columnOf(cell));
    else if (ticks() && choosing) this.#tick(cell.row, event.shiftKey);
    else open(cell.row);
  };

  #columnOf({ column }: Cell): number {
    return column - (this.#options.ticks() ? 1 : 0);
  }

  #tick(row: number, range: boolean): void {
    if (!this.#options.ticks()) return;
    const from = range && this.#anchor !== null ? this.#anchor : row;
    this.#anchor = row;
    this.#options.tick(Math.min(from, row), Math.max(from, row));
  }

  get #size(): ListSize {
    const { rows, height } = this.#options;
    return { rows: rows(), rowHeight: ROW_HEIGHT, viewHeight: Math.max(ROW_HEIGHT, height() - HEAD_HEIGHT) };
  }

  get #grid(): HTMLElement | null {
    return this.#host.shadowRoot?.querySelector('.grid') ?? null;
  }

  #go(place: ListPlace): void {
    if (place === this.#place) return;
    this.#place = place;
    this.#moved = true;
    this.#host.requestUpdate();
  }

  /** The cell of the keyboard into view, sideways. */
  #showColumn(): void {
    this.#grid?.querySelector('.active')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
}
