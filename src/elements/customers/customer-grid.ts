import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { CustomerRow } from '../../compute/results';
import type { Shape } from '../../layout/shapes';
import { styles } from '../../render/styles';
import { svgShapes, toneVariable } from '../../render/svg-shapes';
import type { Column } from './customer-columns';

export const ROW_HEIGHT = 32;
export const HEAD_HEIGHT = 44;
/** The column of ticks. */
export const TICK_WIDTH = 34;

/** A cell: row -1 is the heads, column 0 the ticks where there are any. */
export interface Cell {
  row: number;
  column: number;
}

/** What the grid shows. */
export interface GridView {
  label: string;
  columns: readonly Column[];
  widths: readonly number[];
  /** Width of the place of the grid, in px. */
  room: number;
  /** The column of ticks is called this; null where customers cannot be selected. */
  tick: string | null;
  sort: { column: string; descending: boolean };
  total: number;
  from: number;
  to: number;
  row(index: number): CustomerRow | undefined;
  /** The column that bars are drawn in, and its largest value. */
  bars: { column: string | null; largest: number };
  active: Cell | null;
  busy: boolean;
  /** Height of all rows as they are scrolled, and where the first row of the list stands in it, in px. */
  height: number;
  shift: number;
  grid: GridHandlers;
}

/** What the grid calls. */
export interface GridHandlers {
  onScroll(event: Event): void;
  onScrollEnd(): void;
  onKey(event: KeyboardEvent): void;
  press(cell: Cell, event: MouseEvent): void;
}

/** The list as a grid of which the rows in view are there. */
export function customerGrid(view: GridView): TemplateResult {
  const { columns, widths, tick, total, from, to, active, height, shift } = view;
  const all = tick === null ? widths : [TICK_WIDTH, ...widths];
  const inlineSize = all.reduce((sum, width) => sum + width, 0);
  const whole = all.reduce((sum, width) => (sum + width > view.room ? sum : sum + width), 0);
  const rows = Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
  const isThere = active !== null && (active.row < 0 || (active.row >= from && active.row < to));
  return html`<div class="plot grid" part="grid" role="grid" tabindex="0" aria-label=${view.label}
    aria-rowcount=${total + 1} aria-colcount=${columns.length + (tick === null ? 0 : 1)}
    aria-multiselectable=${tick === null ? nothing : 'true'} aria-busy=${view.busy}
    aria-activedescendant=${isThere ? cellId(active) : nothing}
    ${styles({ '--columns': all.map((width) => `${width}px`).join(' '), '--whole': `${whole}px` })}
    @scroll=${view.grid.onScroll} @scrollend=${view.grid.onScrollEnd} @keydown=${view.grid.onKey}>
    <div role="rowgroup" class="heads" ${styles({ 'inline-size': `${inlineSize}px` })}>${heads(view)}</div>
    <div role="rowgroup" class="rows" ${styles({ 'block-size': `${height}px`, 'inline-size': `${inlineSize}px` })}>
      ${barChart(view, inlineSize)}
      ${repeat(
        rows,
        (index) => index,
        (index) => rowView(view, index, index * ROW_HEIGHT - shift),
      )}
    </div>
  </div>`;
}

function cellId({ row, column }: Cell): string {
  return `cell-${row}-${column}`;
}

function heads(view: GridView): TemplateResult {
  const { columns, tick, sort, active } = view;
  const offset = tick === null ? 0 : 1;
  const classes = (column: number, figure: boolean): string =>
    `cell${figure ? ' number' : ''}${active?.row === -1 && active.column === column ? ' active' : ''}`;
  return html`<div role="row" aria-rowindex="1" class="row">
    ${
      tick === null
        ? nothing
        : html`<div role="columnheader" aria-colindex="1" id=${cellId({ row: -1, column: 0 })} class=${classes(0, false)}>
            <span class="unseen">${tick}</span>
          </div>`
    }
    ${columns.map((column, i) => {
      const cell = { row: -1, column: i + offset };
      const sorted = column.name === sort.column;
      const direction = sort.descending ? 'descending' : 'ascending';
      return html`<div role="columnheader" aria-colindex=${cell.column + 1} id=${cellId(cell)}
        class="${classes(cell.column, column.figure)} sortable" aria-sort=${sorted ? direction : 'none'}
        title=${column.hint} @click=${(event: MouseEvent) => view.grid.press(cell, event)}>
        <span class="head">${column.head}</span>
        ${sorted ? html`<span aria-hidden="true">${sort.descending ? '↓' : '↑'}</span>` : nothing}
      </div>`;
    })}
  </div>`;
}

function rowView(view: GridView, index: number, top: number): TemplateResult {
  const { columns, tick, active } = view;
  const row = view.row(index);
  const offset = tick === null ? 0 : 1;
  const marked: unknown = row?.selected;
  const selected = marked === true;
  const classes = (column: number, figure: boolean): string =>
    `cell${figure ? ' number' : ''}${active?.row === index && active.column === column ? ' active' : ''}`;
  return html`<div role="row" aria-rowindex=${index + 2} class=${selected ? 'row selected' : 'row'}
    aria-selected=${tick === null ? nothing : selected} ${styles({ transform: `translateY(${top}px)` })}>
    ${
      tick === null
        ? nothing
        : html`<div role="gridcell" aria-colindex="1" id=${cellId({ row: index, column: 0 })}
            class="${classes(0, false)} tick" @click=${(event: MouseEvent) => view.grid.press({ row: index, column: 0 }, event)}>
            <span class="box" aria-hidden="true"></span><span class="unseen">${selected ? tick : ''}</span>
          </div>`
    }
    ${columns.map((column, i) => {
      const cell = { row: index, column: i + offset };
      const text = row ? column.text(row) : '';
      return html`<div role="gridcell" aria-colindex=${cell.column + 1} id=${cellId(cell)}
        class=${classes(cell.column, column.figure)} title=${row && !column.figure ? text : nothing} dir=${column.figure ? nothing : 'auto'}
        @click=${(event: MouseEvent) => view.grid.press(cell, event)}>
        ${row && column.tone ? html`<span class="swatch" ${styles({ background: toneVariable(column.tone(row)) })}></span>` : nothing}
        ${row ? html`<span class="text">${text}</span>` : html`<span class="bone"></span>`}
      </div>`;
    })}
  </div>`;
}

/** The bars behind the figures of one column: the rows in view as a picture. */
function barChart(view: GridView, inlineSize: number): TemplateResult {
  const { columns, widths, tick, bars, from, to, shift } = view;
  const place = columns.findIndex(({ name }) => name === bars.column);
  const left = widths
    .slice(0, Math.max(0, place))
    .reduce((sum, width) => sum + width, tick === null ? 0 : TICK_WIDTH);
  const room = (widths[place] ?? 0) - 8;
  const shapes: Shape[] = [];
  for (let index = from; index < to && place >= 0; index++) {
    const value = Number(view.row(index)?.[bars.column ?? ''] ?? 0);
    const share = bars.largest > 0 ? Math.min(1, Math.abs(value) / bars.largest) : 0;
    shapes.push({
      kind: 'rect',
      x: left + 4,
      y: (index - from) * ROW_HEIGHT + 6,
      width: Math.max(value === 0 ? 0 : 1, share * room),
      height: ROW_HEIGHT - 12,
      fill: value < 0 ? 'segment-at-risk' : 'seq-2',
      radius: 2,
      ...(value < 0 && { opacity: 0.3 }),
    });
  }
  const height = Math.max(1, (to - from) * ROW_HEIGHT);
  return html`<svg part="chart" class="bars" aria-hidden="true" width=${inlineSize} height=${height}
    viewBox="0 0 ${inlineSize} ${height}" ${styles({ transform: `translateY(${from * ROW_HEIGHT - shift}px)` })}>
    ${svgShapes(shapes)}
  </svg>`;
}
