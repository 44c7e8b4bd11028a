import { type CSSResult, css } from 'lit';

/** The list of customers, its controls and its drawer. */
export const customersStyles: CSSResult = css`
  .controls input[type='search'] {
    inline-size: min(220px, 100%);
  }
  .frame {
    position: relative;
    flex: 1 1 auto;
    min-block-size: 160px;
    max-block-size: var(--_most-height);
  }
  .plot.grid {
    overflow: auto;
    overflow-anchor: none;
    direction: inherit;
    touch-action: auto;
    forced-color-adjust: auto;
    border-block: 1px solid var(--_grid);
    border-radius: 0;
    font-size: 13px;
    scrollbar-width: thin;
  }
  .grid:focus-visible {
    outline-offset: -2px;
  }
  .heads {
    position: sticky;
    z-index: 1;
    inset-block-start: 0;
    background: var(--_surface);
    border-block-end: 1px solid var(--_axis);
  }
  .heads .row {
    block-size: 43px;
    font-size: 12px;
    font-weight: 600;
    color: var(--_muted);
  }
  .heads .cell {
    align-items: flex-end;
    padding-block-end: 5px;
    line-height: 1.2;
    white-space: normal;
  }
  .heads .head {
    overflow: hidden;
    max-block-size: 2.4em;
  }
  .heads .sortable {
    cursor: pointer;
    user-select: none;
  }
  .heads .sortable:hover,
  .heads [aria-sort$='ending'] {
    color: var(--_text);
  }
  .rows {
    position: relative;
    overflow: hidden;
  }
  .bars {
    position: absolute;
    inset-block-start: 0;
    inset-inline-start: 0;
    pointer-events: none;
  }
  .row {
    display: grid;
    grid-template-columns: var(--columns);
    block-size: 32px;
  }
  .rows .row {
    position: absolute;
    inset-block-start: 0;
    inset-inline-start: 0;
    inline-size: 100%;
    border-block-end: 1px solid var(--_grid);
    cursor: pointer;
  }
  .rows .row:hover {
    background: color-mix(in srgb, var(--_accent) 6%, transparent);
  }
  .rows .row.selected {
    background: color-mix(in srgb, var(--_accent) 12%, transparent);
    box-shadow: inset 3px 0 var(--_accent);
  }
  .cell {
    display: flex;
    align-items: center;
    gap: 6px;
    min-inline-size: 0;
    padding-inline: 8px;
    overflow: hidden;
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }
  .cell .text {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .cell.number {
    justify-content: flex-end;
  }
  .grid:focus-visible .cell.active {
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
  }
  .swatch {
    display: inline-block;
    inline-size: 10px;
    block-size: 10px;
    margin-inline-end: 6px;
    border-radius: 50%;
    flex: none;
    forced-color-adjust: none;
  }
  .cell .swatch {
    margin: 0;
  }
  .tick {
    justify-content: center;
  }
  .box {
    inline-size: 14px;
    block-size: 14px;
    border: 1px solid var(--_muted);
    border-radius: 3px;
  }
  .selected .box {
    border-color: var(--_accent);
    background: var(--_accent);
    box-shadow: inset 0 0 0 2px var(--_surface);
  }
  .bone {
    inline-size: 60%;
    block-size: 8px;
    border-radius: 4px;
    background: var(--_grid);
  }
  .none {
    position: absolute;
    inset: 44px 0 0;
    display: grid;
    place-items: center;
    margin: 0;
    color: var(--_muted);
    pointer-events: none;
    overflow-wrap: anywhere;
  }
  .drawer {
    position: absolute;
    z-index: 2;
    inset-block: 0;
    inset-inline-end: 0;
    inline-size: min(440px, 100%);
    overflow: auto;
    padding: calc(3 * var(--_space)) calc(4 * var(--_space));
    background: var(--_surface);
    border: 1px solid var(--_axis);
    border-radius: var(--_radius);
    box-shadow: 0 8px 32px rgb(0 0 0 / 0.2);
    font-size: 12px;
  }
  .drawer-head {
    position: sticky;
    z-index: 1;
    inset-block-start: calc(-3 * var(--_space));
    display: flex;
    align-items: center;
    gap: 8px;
    margin-block-start: calc(-3 * var(--_space));
    padding-block: calc(2 * var(--_space)) 4px;
    background: var(--_surface);
  }
  .drawer .who {
    flex: 1;
    min-inline-size: 0;
    margin: 0;
    font-size: 16px;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .drawer .part {
    margin: 12px 0 4px;
    font-weight: 600;
    color: var(--_text);
  }
  .muted {
    color: var(--_muted);
    font-weight: 400;
  }
  .facts {
    display: grid;
    grid-template-columns: auto 1fr auto 1fr;
    gap: 6px 12px;
    margin: 4px 0 0;
  }
  .facts dt {
    color: var(--_muted);
  }
  .facts dd {
    margin: 0;
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }
  .timeline {
    display: block;
    max-inline-size: 100%;
    font-variant-numeric: tabular-nums;
  }
  .timeline text {
    font-family: inherit;
  }
  .drawer table {
    margin-block-start: 12px;
  }
  .drawer th,
  .drawer td {
    padding-inline: 4px;
  }
  .drawer tbody th {
    font-weight: 400;
  }
  .narrow .facts {
    grid-template-columns: auto 1fr;
  }
  .on-paper {
    display: none;
    margin: 0;
    font-size: 12px;
    color: var(--_muted);
  }
  @media print {
    .on-paper {
      display: block;
    }
    /* Whole columns, as many as there is room for. */
    .plot.grid {
      overflow: hidden;
      max-inline-size: var(--whole);
    }
    .tick .box {
      visibility: hidden;
    }
  }
`;
