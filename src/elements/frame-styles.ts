import { type CSSResult, css } from 'lit';
import { asPageText } from './page-text';

/** The card of a chart: titles above its plot, notes below it. */
export const frameStyles: CSSResult = css`
  .card {
    position: relative;
    display: flex;
    flex-direction: column;
    gap: calc(2 * var(--_space));
    block-size: 100%;
    padding: calc(4 * var(--_space));
    ${asPageText}
  }
  header {
    position: relative;
    display: flex;
    align-items: flex-start;
    gap: calc(2 * var(--_space));
  }
  .titles {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .heading {
    font-size: 12px;
    font-weight: 600;
    color: var(--_muted);
    margin: 0 0 2px;
  }
  .finding,
  .description,
  .foot p {
    unicode-bidi: plaintext;
  }
  .finding {
    font-size: 18px;
    line-height: 1.3;
    font-weight: 600;
    margin: 0;
    text-wrap: balance;
  }
  .description,
  .foot {
    font-size: 12px;
    color: var(--_muted);
    margin: 2px 0 0;
  }
  .sampled {
    display: inline-block;
    font-size: 12px;
    margin: 4px 0 0;
    padding: 1px 8px;
    border: 1px solid var(--_muted);
    border-radius: 999px;
    unicode-bidi: plaintext;
  }
  button {
    background: none;
    border: 1px solid transparent;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-end;
    justify-content: space-between;
    gap: calc(2 * var(--_space));
  }
  .notes {
    flex: 1 1 240px;
    display: flex;
    flex-direction: column;
    gap: 2px;
  }
  .foot p {
    margin: 0;
  }
  .foot .warning::before {
    content: '⚠ ';
    content: '⚠ ' / '';
  }
  .narrow.card {
    padding: calc(3 * var(--_space));
  }
  /* Words run around the buttons rather than beside them. */
  .narrow .tools {
    position: absolute;
    inset-block-start: -3px;
    inset-inline-end: -4px;
    gap: 0;
  }
  .narrow header .tool {
    block-size: 26px;
  }
  .narrow header > .titles::before {
    content: '';
    float: inline-end;
    inline-size: var(--_tools, 84px);
    block-size: 18px;
  }
  .narrow .finding {
    font-size: 16px;
    text-wrap: wrap;
  }
`;
