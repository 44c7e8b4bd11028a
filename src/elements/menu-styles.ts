import { type CSSResult, css } from 'lit';

/** A menu that opens below the titles. */
export const menuStyles: CSSResult = css`
  .menu {
    position: absolute;
    z-index: 3;
    inset-block-start: calc(100% + var(--_space));
    inset-inline-end: 0;
    min-inline-size: 200px;
    max-inline-size: min(300px, 100%);
    padding: var(--_space);
    background: var(--_surface);
    border: 1px solid var(--_axis);
    border-radius: var(--_radius);
    box-shadow: 0 8px 32px rgb(0 0 0 / 0.2);
    font-size: 14px;
  }
  .menu button {
    display: block;
    inline-size: 100%;
    min-block-size: 32px;
    padding: 4px 10px;
    text-align: start;
  }
  .menu :is(button:hover, button:focus-visible) {
    background: var(--_grid);
  }
  .menu p {
    margin: 0;
    padding: 4px 10px;
    font-size: 12px;
    color: var(--_muted);
  }
  .menu p:empty {
    display: none;
  }
`;
