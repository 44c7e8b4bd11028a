import { type CSSResult, css } from 'lit';

/** On paper. */
export const printStyles: CSSResult = css`
  @media print {
    .tools,
    .chip button,
    .tip {
      display: none;
    }
  }
`;
