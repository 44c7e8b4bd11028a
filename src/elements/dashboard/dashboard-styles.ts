import { type CSSResult, css } from 'lit';
import { asPageText } from '../page-text';

/** A grid that reflows from a phone to a wall. */
export const dashboardStyles: CSSResult = css`
  :host {
    container-type: inline-size;
    padding: calc(4 * var(--_space));
    background: color-mix(in srgb, var(--_text) 5%, var(--_surface));
  }
  header,
  .notice {
    ${asPageText}
  }
  header {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(2 * var(--_space));
    margin-block-end: calc(3 * var(--_space));
  }
  .titles {
    flex: 1 1 auto;
  }
  .about {
    margin: 0;
    color: var(--_muted);
    font-size: 12px;
  }
  h2 {
    margin: 0;
    font-size: 20px;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .controls button {
    background: var(--_surface);
  }
  .controls .tool {
    padding: 0;
    border: 1px solid var(--_axis);
  }
  .notice {
    position: relative;
    margin-block-end: calc(3 * var(--_space));
    padding: calc(3 * var(--_space)) calc(12 * var(--_space)) calc(3 * var(--_space)) calc(4 * var(--_space));
    border-inline-start: 3px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_surface);
    font-size: 12px;
  }
  .notice p {
    margin: 0;
    font-weight: 600;
  }
  .notice ul {
    margin: 4px 0 0;
    padding-inline-start: 16px;
  }
  .notice button {
    position: absolute;
    inset-block-start: 8px;
    inset-inline-end: 8px;
    inline-size: 28px;
    block-size: 28px;
    padding: 0;
    border: 0;
    background: none;
  }
  .notice svg {
    inline-size: 14px;
    block-size: 14px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
  }
  .grid {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(4 * var(--_space));
    grid-auto-flow: row dense;
  }
  .part {
    min-inline-size: 0;
  }
  .part > slot {
    display: block;
    block-size: 100%;
  }
  .part ::slotted(*),
  .part > slot > * {
    block-size: 100%;
  }
  @container (inline-size >= max(820px, 51.25rem)) {
    .grid {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .wide {
      grid-column: 1 / -1;
    }
  }
  @container (inline-size >= max(1900px, 118.75rem)) {
    .grid {
      grid-template-columns: repeat(4, minmax(0, 1fr));
    }
    .wide {
      grid-column: span 2;
    }
    .of-kpis {
      grid-column: 1 / -1;
    }
  }
  /* Pictures as wide as an upright sheet of A4, and so high that two stand on it. */
  .printing .grid {
    inline-size: 735px;
    grid-template-columns: minmax(0, 1fr);
    --_most-height: 280px;
  }
  .printing :is(.wide, .of-kpis) {
    grid-column: auto;
    --_most-height: none;
  }
  .printing :is(.of-segments, .of-quadrant, .of-pareto) {
    --_most-height: 320px;
  }
  .printing .of-whatif {
    --_most-height: 230px;
  }
  .printing .of-customers {
    --_most-height: 340px;
  }
  /* All figures in two rows. */
  .printing .of-kpis {
    inline-size: 910px;
  }
  .basis {
    display: none;
  }
  @media print {
    :host {
      padding: 0;
      background: none;
    }
    header .controls,
    .menu,
    .panel,
    .notice,
    .of-filter,
    .unweighed .of-weights {
      display: none;
    }
    .basis {
      display: block;
      margin-block-end: 12px;
      color: var(--_muted);
      font-size: 12px;
    }
    .basis dl {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr) auto minmax(0, 1fr);
      gap: 0 12px;
      margin: 0;
    }
    .basis dd {
      margin: 0;
    }
    .grid {
      display: block;
      inline-size: auto !important;
    }
    .part {
      --_beyond: none;
      --_cut: inline;
      break-inside: avoid;
      margin-block-end: 12px;
    }
    .of-kpis {
      inline-size: auto !important;
    }
    /* Never larger than it has to be. */
    .of-migration {
      margin-inline-end: 15%;
    }
    .part ::slotted(*),
    .part > slot > * {
      block-size: auto;
    }
  }
  @media print and (orientation: landscape) {
    .part:not(.of-customers) {
      --_paper-columns: minmax(0, 1fr) minmax(0, 2fr);
      --_paper-rows: repeat(7, auto) 1fr;
      --_paper-picture: 1 / 2 / span 8 / auto;
      margin-inline-end: 0;
    }
  }
`;
