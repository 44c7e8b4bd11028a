import { type CSSResult, css } from 'lit';

/** A grid that reflows from a phone to a wall. */
export const dashboardStyles: CSSResult = css`
  :host {
    container-type: inline-size;
    padding: calc(4 * var(--_space));
    background: color-mix(in srgb, var(--_text) 5%, var(--_surface));
  }
  header {
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
  @container (inline-size >= 820px) {
    .grid {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .wide {
      grid-column: 1 / -1;
    }
  }
  @container (inline-size >= 1900px) {
    .grid {
      grid-template-columns: repeat(4, minmax(0, 1fr));
    }
    .wide {
      grid-column: span 2;
    }
  }
  .printing .grid {
    inline-size: 700px;
    grid-template-columns: minmax(0, 1fr);
  }
  .printing .wide {
    grid-column: auto;
  }
  @media print {
    :host {
      padding: 0;
      background: none;
    }
    header .controls,
    .notice {
      display: none;
    }
    .grid {
      display: block;
      inline-size: auto !important;
    }
    .part {
      break-inside: avoid;
      margin-block-end: 8px;
    }
    .part ::slotted(*),
    .part > slot > * {
      block-size: auto;
    }
  }
`;
