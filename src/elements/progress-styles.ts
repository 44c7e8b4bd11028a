import { type CSSResult, css } from 'lit';

/** How far a load has come. */
export const progressStyles: CSSResult = css`
  .bar {
    inline-size: min(240px, 80%);
    block-size: 4px;
    border-radius: 2px;
    background: var(--_grid);
    overflow: hidden;
  }
  .bar > span {
    display: block;
    block-size: 100%;
    background: var(--_accent);
    border-radius: 2px;
  }
  .bar.unknown > span {
    inline-size: 30%;
    animation: sweep 1.4s ease-in-out infinite alternate;
  }
  @keyframes sweep {
    to {
      transform: translateX(233%);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .bar.unknown > span {
      animation: none;
      inline-size: 100%;
      opacity: 0.4;
    }
  }
`;
