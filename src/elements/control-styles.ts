import { type CSSResult, css } from 'lit';

/** Fields and buttons of elements that do more than show. */
export const controlStyles: CSSResult = css`
  .controls {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(2 * var(--_space));
    font-size: 12px;
  }
  .controls :is(input:not([type='range'], [type='checkbox']), select) {
    font: inherit;
    color: inherit;
    background: var(--_surface);
    min-block-size: 28px;
    min-inline-size: 0;
    padding: 2px 8px;
    border: 1px solid var(--_axis);
    border-radius: var(--_radius);
  }
  .controls input::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  .controls label {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: 28px;
    max-inline-size: 100%;
    white-space: nowrap;
  }
  .controls :is(input[type='checkbox'], input[type='range']) {
    accent-color: var(--_accent);
    margin: 0;
  }
  .controls .muted {
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .controls .push {
    margin-inline-start: auto;
  }
  .controls button {
    min-block-size: 28px;
    padding: 2px 10px;
    border: 1px solid var(--_axis);
  }
  .controls button:hover:enabled {
    background: var(--_grid);
  }
  .controls button[aria-pressed='true'] {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  .controls button.main:enabled {
    forced-color-adjust: none;
    color: var(--_on-accent);
    background: var(--_accent);
    border-color: var(--_accent);
  }
  .controls button:disabled {
    color: var(--_muted);
    cursor: default;
  }
  .sliders {
    display: grid;
    gap: calc(2 * var(--_space)) calc(4 * var(--_space));
    font-size: 12px;
  }
  .slider {
    display: grid;
    /* Names of one line and of two: the sliders stand in one row. */
    align-content: end;
    gap: 2px;
    min-inline-size: 0;
  }
  .slider .ends {
    display: flex;
    justify-content: space-between;
    gap: 8px;
    align-items: end;
  }
  .slider input {
    inline-size: 100%;
    margin: 0;
    min-block-size: 24px;
    accent-color: var(--_accent);
  }
  .slider .says {
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .slider b {
    white-space: nowrap;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  @media print {
    .controls,
    .sliders {
      display: none;
    }
  }
`;
