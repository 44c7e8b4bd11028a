import { type CSSResult, css } from 'lit';

/** Tables of figures. */
export const tableStyles: CSSResult = css`
  table {
    border-collapse: collapse;
    inline-size: 100%;
    font-size: 12px;
    font-variant-numeric: tabular-nums;
  }
  caption {
    text-align: start;
    color: var(--_muted);
  }
  th {
    font-weight: 600;
    text-align: start;
    vertical-align: bottom;
  }
  .number {
    text-align: end;
  }
`;
