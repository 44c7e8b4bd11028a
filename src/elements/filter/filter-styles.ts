import { type CSSResult, css } from 'lit';

/** Dates, replay and lists of values. */
export const filterStyles: CSSResult = css`
  .stage {
    flex: none;
  }
  .group {
    display: inline-flex;
    gap: 2px;
  }
  .dimensions {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(260px, 100%), 1fr));
    gap: calc(3 * var(--_space));
  }
  .dimension {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
    font-size: 12px;
  }
  .dimension legend {
    padding: 0 0 4px;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .dimension .muted {
    font-weight: 400;
    color: var(--_muted);
  }
  .dimension input[type='search'] {
    inline-size: 100%;
  }
  .values {
    max-block-size: 168px;
    overflow: auto;
    margin-block-start: 4px;
    scrollbar-width: thin;
  }
  .values p {
    margin: 4px 0;
    color: var(--_muted);
    overflow-wrap: anywhere;
  }
  .value {
    display: grid;
    grid-template-columns: auto 1fr auto;
    align-items: center;
    gap: 6px;
    min-block-size: 24px;
    padding-inline-end: 6px;
  }
  .value:hover {
    background: var(--_grid);
  }
  .value input {
    accent-color: var(--_accent);
  }
  .value .what {
    overflow-wrap: anywhere;
  }
  .value .many {
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  /* What narrows is said above. */
  @media print {
    .dimensions {
      display: none;
    }
  }
`;
