import { type CSSResult, css } from 'lit';

/** The frame that all charts share. */
export const chartStyles: CSSResult = css`
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
  .card {
    position: relative;
    display: flex;
    flex-direction: column;
    gap: calc(2 * var(--_space));
    block-size: 100%;
    padding: calc(4 * var(--_space));
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
  .tools {
    display: flex;
    gap: 2px;
    flex: none;
  }
  button {
    font: inherit;
    color: inherit;
    background: none;
    border: 1px solid transparent;
    border-radius: var(--_radius);
    cursor: pointer;
  }
  .tool {
    display: grid;
    place-items: center;
    inline-size: 28px;
    block-size: 28px;
    padding: 0;
    color: var(--_muted);
  }
  .tool:hover,
  .tool[aria-pressed='true'],
  .tool[aria-expanded='true'] {
    color: var(--_text);
    background: var(--_grid);
  }
  .tool svg {
    inline-size: 16px;
    block-size: 16px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 2px calc(1 * var(--_space));
    font-size: 12px;
  }
  .legend:empty {
    display: none;
  }
  .legend button,
  .legend .item {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: 24px;
    padding: 0 6px;
  }
  .legend button:hover {
    background: var(--_grid);
  }
  .legend button[aria-pressed='false'] {
    color: var(--_muted);
    text-decoration: line-through;
  }
  .legend .swatch {
    inline-size: 10px;
    block-size: 10px;
    border-radius: 50%;
    flex: none;
    forced-color-adjust: none;
  }
  .legend button[aria-pressed='false'] .swatch {
    background: none !important;
    box-shadow: inset 0 0 0 1.5px currentColor;
  }
  .stage {
    position: relative;
    flex: 1 1 auto;
    min-block-size: 160px;
    direction: ltr;
  }
  .plot {
    position: relative;
    block-size: 100%;
    border-radius: var(--_radius);
    touch-action: pan-y;
    /* Pictures run from left to right on every page; words take their own direction. */
    direction: ltr;
    forced-color-adjust: none;
    -webkit-tap-highlight-color: transparent;
  }
  .plot.rolls {
    overflow: auto;
    scrollbar-width: thin;
    touch-action: pan-x pan-y;
  }
  .plot.brushes {
    cursor: crosshair;
    user-select: none;
    -webkit-user-select: none;
  }
  .brush {
    position: absolute;
    pointer-events: none;
    border: 1px solid var(--_accent);
    background: color-mix(in srgb, var(--_accent) 12%, transparent);
  }
  .drawing {
    position: relative;
    inline-size: 100%;
    block-size: 100%;
  }
  .stub {
    position: sticky;
    z-index: 1;
    inset-inline-start: 0;
    inline-size: 0;
    block-size: 0;
  }
  .stub > svg {
    position: absolute;
    inset-block-start: 0;
    inset-inline-start: 0;
    overflow: visible;
    background: var(--_surface);
  }
  .drawing > svg,
  .drawing > canvas {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    display: block;
    overflow: visible;
  }
  .plot text {
    font-family: inherit;
    font-variant-numeric: tabular-nums;
  }
  .above {
    pointer-events: none;
  }
  /* Not at once: what is reckoned in a moment shall not flicker. */
  .busy .drawing > :is(svg, canvas) {
    opacity: 0.45;
    transition: opacity 0.1s 0.15s;
  }
  .tip {
    position: absolute;
    z-index: 2;
    inset-block-start: 0;
    inset-inline-start: 0;
    max-inline-size: min(280px, 90%);
    padding: 8px 10px;
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    border: 1px solid var(--_axis);
    box-shadow: 0 4px 16px rgb(0 0 0 / 0.16);
    font-size: 12px;
    pointer-events: none;
    overflow-wrap: anywhere;
  }
  .tip strong {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    overflow: hidden;
    margin-block-end: 2px;
  }
  .tip dl,
  .panel dl {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 2px 12px;
    margin: 0;
  }
  .tip dt,
  .panel dt {
    color: var(--_muted);
  }
  .tip dd {
    margin: 0;
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .panel dd {
    margin: 0;
  }
  .ring {
    position: absolute;
    pointer-events: none;
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
    border-radius: 3px;
  }
  .state {
    flex: 1 1 auto;
    display: grid;
    align-content: center;
    justify-items: center;
    gap: calc(2 * var(--_space));
    min-block-size: 160px;
    padding: calc(4 * var(--_space));
    text-align: center;
    overflow-wrap: anywhere;
  }
  .state p {
    margin: 0;
    max-inline-size: 48ch;
  }
  .state small {
    color: var(--_muted);
    font-size: 11px;
  }
  .state button,
  .panel button {
    border-color: var(--_axis);
    padding: 6px 14px;
  }
  .state button:hover,
  .panel button:hover {
    background: var(--_grid);
  }
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
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    max-inline-size: 100%;
    min-block-size: 28px;
    margin-inline-start: auto;
    padding-inline-start: 12px;
    border: 1px solid var(--_accent);
    border-radius: 14px;
    color: var(--_text);
  }
  .chip .what {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-weight: 600;
  }
  .chip .many {
    flex: none;
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .chip button {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 26px;
    block-size: 26px;
    padding: 0;
    border-radius: 50%;
    color: var(--_muted);
  }
  .chip button:hover {
    color: var(--_text);
    background: var(--_grid);
  }
  .chip svg {
    inline-size: 14px;
    block-size: 14px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
  }
  .foot p {
    margin: 0;
  }
  .foot .warning::before {
    content: '⚠ ';
    content: '⚠ ' / '';
  }
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
  .sheet {
    flex: 1 1 auto;
    overflow: auto;
    max-block-size: 560px;
    min-block-size: 160px;
  }
  table {
    border-collapse: collapse;
    inline-size: 100%;
    font-size: 12px;
    font-variant-numeric: tabular-nums;
  }
  table + table {
    margin-block-start: 16px;
  }
  caption {
    text-align: start;
    color: var(--_muted);
    padding-block: 4px;
  }
  th {
    font-weight: 600;
    color: var(--_muted);
    text-align: start;
    vertical-align: bottom;
  }
  th,
  td {
    padding: 4px 8px;
    border-block-end: 1px solid var(--_grid);
  }
  .number {
    text-align: end;
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .probe {
    position: absolute;
    visibility: hidden;
    /* What it reads are the tones, which have their forced values where they need them. */
    forced-color-adjust: none;
    color: var(--_text);
    transition: color 1ms step-start;
  }
  .narrow .legend {
    flex-wrap: nowrap;
    overflow-x: auto;
    scrollbar-width: none;
    white-space: nowrap;
    /* Room for the ring of focus, and a hint that there is more to the right. */
    padding: 3px;
    margin: -3px;
    mask-image: linear-gradient(to right, #000 calc(100% - 32px), transparent);
    padding-inline-end: 32px;
  }
  .legend .share {
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .narrow .chip .many {
    display: none;
  }
  .narrow.card {
    padding: calc(3 * var(--_space));
  }
  .narrow .finding {
    font-size: 16px;
  }
  @media print {
    .tools,
    .chip button,
    .tip {
      display: none;
    }
  }
`;
