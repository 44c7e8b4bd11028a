import { type CSSResult, css } from 'lit';

/** The fields that can be pressed, and the card of a tier. */
export const quadrantStyles: CSSResult = css`
  .plot [data-key] {
    cursor: pointer;
  }
  .tier-card {
    display: flex;
    flex-direction: column;
    gap: calc(1 * var(--_space));
    padding: calc(3 * var(--_space));
    border: 1px solid var(--_grid);
    border-radius: var(--_radius);
  }
  .tier-head {
    display: flex;
    align-items: center;
    gap: calc(2 * var(--_space));
  }
  .tier-head p {
    flex: 1;
    margin: 0;
  }
  .treatment {
    unicode-bidi: plaintext;
  }
  .tier-head .swatch {
    inline-size: 10px;
    block-size: 10px;
    flex: none;
    border-radius: 2px;
    forced-color-adjust: none;
  }
  .tier-head .save {
    flex: none;
    border-color: var(--_axis);
    padding: 4px 10px;
    font-size: 12px;
  }
  .tier-head .save:hover {
    background: var(--_grid);
  }
  .narrow .tier-head {
    flex-wrap: wrap;
  }
  .narrow .tier-head p {
    flex: 1 1 calc(100% - 24px);
  }
  .tier-list {
    max-block-size: 200px;
    overflow: auto;
  }
  .tier-list .name {
    max-inline-size: 24ch;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
`;
