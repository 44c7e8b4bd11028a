import { type CSSResult, css } from 'lit';

/** What every element that is seen begins with: type, colours, focus. */
export const baseStyles: CSSResult = css`
  :host {
    display: block;
    min-inline-size: 0;
    box-sizing: border-box;
    color: var(--_text);
    background: var(--_surface);
    font-family: var(--rfm-font, inherit);
    font-size: 14px;
    line-height: 1.4;
    text-align: start;
  }
  :host([hidden]) {
    display: none;
  }
  * {
    box-sizing: border-box;
  }
  button {
    font: inherit;
    color: inherit;
    border-radius: var(--_radius);
    cursor: pointer;
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  /* The probe tells of other colours by a transition of its own. */
  @media (prefers-reduced-motion: reduce) {
    *:not(.probe) {
      transition: none !important;
    }
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
