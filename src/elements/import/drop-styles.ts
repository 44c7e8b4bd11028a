import { type CSSResult, css } from 'lit';

/** The drop zone. */
export const dropStyles: CSSResult = css`
  .drop {
    display: grid;
    justify-items: center;
    align-content: center;
    gap: 12px;
    min-block-size: 148px;
    padding: 16px;
    border: 2px dashed var(--_axis);
    border-radius: var(--_radius);
    text-align: center;
  }
  .drop .lead {
    font-weight: 600;
  }
  .drop.compact {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: center;
    gap: 8px 16px;
    min-block-size: 0;
    padding: 8px 12px;
    text-align: start;
  }
  .drop.compact .lead {
    font-weight: 400;
  }
  .drop.compact .drop-words .small {
    display: none;
  }
  .drop .note {
    flex-basis: 100%;
  }
  .drop.over {
    border-color: var(--_accent);
    background: color-mix(in oklab, var(--_accent) 8%, transparent);
  }
`;
