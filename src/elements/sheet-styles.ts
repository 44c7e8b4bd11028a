import { type CSSResult, css } from 'lit';

/** The numbers of a picture as tables. */
export const sheetStyles: CSSResult = css`
  .sheet {
    flex: 1 1 auto;
    overflow: auto;
    max-block-size: 560px;
    min-block-size: 160px;
  }
  table + table {
    margin-block-start: 16px;
  }
  caption {
    padding-block: 4px;
  }
  .paper-cut {
    display: none;
  }
  th {
    color: var(--_muted);
  }
  th,
  td {
    padding: 4px 8px;
    border-block-end: 1px solid var(--_grid);
  }
`;
