import { type CSSResult, css } from 'lit';
import { asPageText } from '../page-text';

/** The sentences above the charts, and the chart one of them has led to. */
export const findingsStyles: CSSResult = css`
  .findings {
    block-size: 100%;
    padding: calc(4 * var(--_space));
    background: var(--_surface);
    border-radius: var(--_radius);
    ${asPageText}
  }
  .findings h3 {
    margin: 0 0 calc(2 * var(--_space));
    font-size: 14px;
    font-weight: 600;
  }
  .findings p {
    margin: 0;
    color: var(--_muted);
  }
  .findings ul {
    display: grid;
    gap: calc(2 * var(--_space)) calc(6 * var(--_space));
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .findings li {
    padding-inline-start: 10px;
    border-inline-start: 2px solid var(--_axis);
    break-inside: avoid;
  }
  .findings button {
    padding: 0;
    border: 0;
    background: none;
    text-align: start;
  }
  .findings button:hover {
    text-decoration: underline;
  }
  .findings .mark {
    display: block;
    min-block-size: 24px;
    color: var(--_accent);
    font-size: 12px;
  }
  .part.found {
    animation: found 1.6s ease-out;
    border-radius: var(--_radius);
  }
  @keyframes found {
    from {
      box-shadow: 0 0 0 3px var(--_accent);
    }
    to {
      box-shadow: 0 0 0 3px transparent;
    }
  }
  @container (inline-size >= max(820px, 51.25rem)) {
    .findings ul {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  @container (inline-size >= max(1300px, 81.25rem)) {
    .findings ul {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
  }
  @media print {
    .findings {
      padding: 0;
    }
    .findings ul {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .findings .mark {
      display: none;
    }
  }
`;
