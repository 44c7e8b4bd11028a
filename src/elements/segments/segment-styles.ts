import { type CSSResult, css } from 'lit';

/** The rule editor under the picture. */
export const segmentStyles: CSSResult = css`
  .plot [data-key] {
    cursor: pointer;
  }
  .rules {
    display: flex;
    flex-direction: column;
    gap: 8px;
    padding: 12px;
    border: 1px solid var(--_axis);
    border-radius: var(--_radius);
    font-size: 12px;
  }
  .rules p,
  .rules ul {
    margin: 0;
  }
  .rules .hint {
    color: var(--_muted);
  }
  .rules .scroll {
    overflow-x: auto;
  }
  .rules table {
    inline-size: 100%;
  }
  .rules :is(th, td) {
    padding: 2px 4px;
    white-space: nowrap;
  }
  /* Always within reach, however narrow. */
  .rules .row-actions {
    position: sticky;
    inset-inline-end: 0;
    padding-inline-end: 0;
    background: var(--_surface);
  }
  .rules input,
  .rules select {
    font: inherit;
    color: inherit;
    background: var(--_surface);
    border: 1px solid var(--_axis);
    border-radius: var(--_radius);
    min-block-size: 26px;
    padding: 2px;
  }
  .rules input {
    inline-size: 15ch;
  }
  .rules small {
    display: block;
    white-space: normal;
    max-inline-size: 24ch;
  }
  .rules .problem {
    color: var(--_fall);
  }
  .rules .coverage {
    padding-inline-start: 16px;
  }
  .rules .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  .rules button {
    min-block-size: 28px;
    padding: 2px 10px;
    border-color: var(--_axis);
  }
  .rules .row-actions button {
    min-inline-size: 24px;
    min-block-size: 26px;
    padding: 0;
  }
  .rules button:hover {
    background: var(--_grid);
  }
  .rules button:disabled {
    opacity: 0.4;
    cursor: default;
  }
  .rules button.strong {
    font-weight: 600;
    border-color: var(--_accent);
  }
`;
