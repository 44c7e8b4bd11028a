import { type CSSResult, css } from 'lit';

/** A panel that opens below the titles: how the figures were computed. */
export const panelStyles: CSSResult = css`
  .panel {
    position: absolute;
    z-index: 3;
    inset-block-start: calc(100% + var(--_space));
    inset-inline-end: 0;
    inline-size: min(460px, 100%);
    max-block-size: min(520px, 80vh);
    overflow: auto;
    padding: calc(4 * var(--_space));
    background: var(--_surface);
    border: 1px solid var(--_axis);
    border-radius: var(--_radius);
    box-shadow: 0 8px 32px rgb(0 0 0 / 0.2);
    font-size: 12px;
  }
  .panel h3 {
    font-size: 14px;
    margin: 0 0 8px;
  }
  .panel h4 {
    font-size: 12px;
    margin: 12px 0 4px;
  }
  .panel ul {
    margin: 0;
    padding-inline-start: 16px;
  }
  .panel pre {
    margin: 0 0 8px;
    padding: 8px;
    max-block-size: 200px;
    overflow: auto;
    background: var(--_grid);
    border-radius: var(--_radius);
    font-size: 11px;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .panel dl {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 2px 12px;
    margin: 0;
  }
  .panel dt {
    color: var(--_muted);
  }
  .panel dd {
    margin: 0;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .panel button {
    border-color: var(--_axis);
    padding: 6px 14px;
  }
  .panel button:hover {
    background: var(--_grid);
  }
`;
