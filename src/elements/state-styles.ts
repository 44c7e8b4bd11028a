import { type CSSResult, css } from 'lit';

/** What stands in the place of a picture: a message, a load, a failure. */
export const stateStyles: CSSResult = css`
  .state {
    flex: 1 1 auto;
    display: grid;
    align-content: center;
    justify-items: center;
    gap: calc(2 * var(--_space));
    min-block-size: 160px;
    padding: calc(4 * var(--_space));
    text-align: center;
    overflow-wrap: anywhere;
  }
  .state p {
    margin: 0;
    max-inline-size: 48ch;
  }
  .state small {
    color: var(--_muted);
    font-size: 11px;
  }
  .state button {
    border-color: var(--_axis);
    padding: 6px 14px;
  }
  .state button:hover {
    background: var(--_grid);
  }
`;
