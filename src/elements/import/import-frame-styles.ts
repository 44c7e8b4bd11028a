import { type CSSResult, css } from 'lit';
import { asPageText } from '../page-text';

/** One column that uses the width it gets: heads, panels, buttons. */
export const importFrameStyles: CSSResult = css`
  :host {
    container-type: inline-size;
  }
  .frame {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(4 * var(--_space));
    padding: calc(4 * var(--_space));
    ${asPageText}
  }
  h2,
  p,
  dl,
  dd,
  fieldset {
    margin: 0;
  }
  h2 {
    font-size: 18px;
    line-height: 1.3;
    font-weight: 600;
    overflow-wrap: anywhere;
    unicode-bidi: plaintext;
  }
  .head h2 {
    flex: 1 1 220px;
  }
  h2:focus {
    outline: none;
  }
  .small,
  small {
    font-size: 12px;
    color: var(--_muted);
  }
  select {
    font: inherit;
    color: inherit;
    border-radius: var(--_radius);
  }
  button,
  select {
    background: var(--_surface);
    border: 1px solid var(--_axis);
    min-block-size: 36px;
    padding: 5px 14px;
  }
  button:hover {
    background: var(--_grid);
  }
  button:disabled {
    cursor: progress;
    color: var(--_muted);
  }
  button.primary {
    forced-color-adjust: none;
    color: var(--_on-accent);
    background: var(--_accent);
    border-color: transparent;
    font-weight: 600;
  }
  button.primary:hover {
    filter: brightness(1.1);
  }
  button.link {
    min-block-size: 24px;
    padding: 0 2px;
    border: none;
    background: none;
    color: var(--_accent);
    text-decoration: underline;
  }
  .buttons,
  /* At the end of a long preview, and within reach before. */
  form > .actions {
    position: sticky;
    inset-block-end: 0;
    padding-block: 8px;
    background: var(--_surface);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  .panel {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(4 * var(--_space));
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: baseline;
    gap: 4px 16px;
  }
  .problem {
    display: grid;
    gap: 4px;
    padding: 10px 14px;
    border: 1px solid var(--_axis);
    border-inline-start: 4px solid var(--_fall);
    border-radius: var(--_radius);
    overflow-wrap: anywhere;
  }
  .problem.calm {
    border-inline-start-color: var(--_neutral);
  }
  .state {
    display: grid;
    gap: 8px;
  }
  .state small {
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .bar {
    inline-size: auto;
    block-size: 6px;
    border-radius: 3px;
  }
`;
