import { type CSSResult, css } from 'lit';

/** Drop zone, form, preview and report: one column that uses the width it gets. */
export const importStyles: CSSResult = css`
  :host {
    display: block;
    min-inline-size: 0;
    box-sizing: border-box;
    container-type: inline-size;
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
  .frame {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(4 * var(--_space));
    padding: calc(4 * var(--_space));
  }
  h2,
  p,
  dl,
  dd,
  fieldset {
    margin: 0;
  }
  h2 {
    font-size: 18px;
    line-height: 1.3;
    font-weight: 600;
    overflow-wrap: anywhere;
    unicode-bidi: plaintext;
  }
  .head h2 {
    flex: 1 1 220px;
  }
  h2:focus {
    outline: none;
  }
  .small,
  small {
    font-size: 12px;
    color: var(--_muted);
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  button,
  select {
    font: inherit;
    color: inherit;
    background: var(--_surface);
    border: 1px solid var(--_axis);
    border-radius: var(--_radius);
    min-block-size: 36px;
    padding: 5px 14px;
  }
  button {
    cursor: pointer;
  }
  button:hover {
    background: var(--_grid);
  }
  button:disabled {
    cursor: progress;
    color: var(--_muted);
  }
  button.primary {
    color: var(--_surface);
    background: var(--_accent);
    border-color: transparent;
    font-weight: 600;
  }
  button.primary:hover {
    filter: brightness(1.1);
  }
  button.link {
    min-block-size: 24px;
    padding: 0 2px;
    border: none;
    background: none;
    color: var(--_accent);
    text-decoration: underline;
  }
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
  .buttons,
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  .panel {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(4 * var(--_space));
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: baseline;
    gap: 4px 16px;
  }
  fieldset {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 10px;
    min-inline-size: 0;
    padding: 0;
    border: none;
  }
  legend {
    padding: 0;
    margin-block-end: 6px;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 130px), 1fr));
    align-items: start;
    gap: 12px;
  }
  .field {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 3px;
    min-inline-size: 0;
  }
  .field > span {
    font-size: 12px;
    color: var(--_muted);
  }
  .field select {
    inline-size: 100%;
    min-inline-size: 0;
    padding-inline: 8px;
    text-overflow: ellipsis;
  }
  .invalid select {
    border-color: var(--_fall);
    box-shadow: inset 0 0 0 1px var(--_fall);
  }
  .invalid small,
  .alarm {
    color: var(--_fall);
  }
  .question {
    padding: 12px 14px;
    border: 1px solid var(--_axis);
    border-inline-start: 4px solid var(--_accent);
    border-radius: var(--_radius);
  }
  .question legend {
    float: inline-start;
    inline-size: 100%;
    margin: 0;
  }
  .question.invalid {
    border-inline-start-color: var(--_fall);
  }
  .question.invalid .small {
    color: var(--_fall);
  }
  .answers,
  .checks {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 20px;
  }
  .answers label,
  .checks label {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: 28px;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .checks {
    max-block-size: 180px;
    overflow: auto;
    padding: 8px 2px 2px;
  }
  input[type='radio'],
  input[type='checkbox'] {
    inline-size: 16px;
    block-size: 16px;
    margin: 0;
    flex: none;
    accent-color: var(--_accent);
  }
  summary {
    cursor: pointer;
    min-block-size: 28px;
    padding: 4px 0;
    overflow-wrap: anywhere;
  }
  summary .found {
    margin-inline-start: 10px;
    font-size: 12px;
    color: var(--_muted);
  }
  details > .fields {
    padding-block: 8px;
  }
  .problem {
    display: grid;
    gap: 4px;
    padding: 10px 14px;
    border: 1px solid var(--_axis);
    border-inline-start: 4px solid var(--_fall);
    border-radius: var(--_radius);
    overflow-wrap: anywhere;
  }
  .problem.calm {
    border-inline-start-color: var(--_neutral);
  }
  .sheet {
    overflow: auto;
    max-block-size: 400px;
    border: 1px solid var(--_grid);
    border-radius: var(--_radius);
  }
  table {
    border-collapse: collapse;
    inline-size: 100%;
    font-size: 12px;
    font-variant-numeric: tabular-nums;
  }
  caption {
    padding: 6px 10px;
    color: var(--_muted);
    text-align: start;
  }
  th {
    font-weight: 600;
    text-align: start;
    vertical-align: bottom;
  }
  th,
  td {
    padding: 4px 10px;
    border-block-start: 1px solid var(--_grid);
    unicode-bidi: plaintext;
  }
  [part='preview'] :is(th, td) {
    max-inline-size: 260px;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    color: var(--_muted);
  }
  [part='preview'] td {
    white-space: pre;
  }
  [part='preview'] .used {
    color: var(--_text);
    background: color-mix(in oklab, var(--_accent) 6%, transparent);
  }
  .badge {
    display: block;
    inline-size: max-content;
    padding: 1px 6px;
    margin-block-end: 2px;
    border-radius: 3px;
    font-size: 11px;
    color: var(--_surface);
    background: var(--_accent);
  }
  .number {
    text-align: end;
    white-space: nowrap;
  }
  .raw {
    font-family: ui-monospace, monospace;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .account {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px 40px;
    padding-block: 8px;
  }
  .ledger {
    font-size: 14px;
  }
  .ledger caption {
    padding-inline: 0;
    font-size: 12px;
  }
  .ledger :is(th, td) {
    padding-inline: 0 0;
  }
  .ledger td.number {
    padding-inline-start: 16px;
  }
  .ledger thead :is(th, td) {
    border: none;
    font-size: 12px;
    font-weight: 400;
    color: var(--_muted);
  }
  .ledger tr:not(.total) th {
    font-weight: 400;
    padding-inline-start: 16px;
  }
  .ledger .total {
    font-weight: 600;
  }
  .facts {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 130px), 1fr));
    align-content: start;
    gap: 10px 20px;
  }
  dt {
    font-size: 12px;
    color: var(--_muted);
  }
  .samples {
    margin-block: 8px;
  }
  .samples .number {
    inline-size: 72px;
  }
  .notes {
    margin: 0;
    padding-inline-start: 18px;
    color: var(--_muted);
    overflow-wrap: anywhere;
  }
  .state {
    display: grid;
    gap: 8px;
  }
  .state small {
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .bar {
    block-size: 6px;
    border-radius: 3px;
    background: var(--_grid);
    overflow: hidden;
  }
  .bar > span {
    display: block;
    block-size: 100%;
    background: var(--_accent);
    border-radius: 3px;
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
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @container (min-width: 760px) {
    .account {
      grid-template-columns: minmax(0, 3fr) minmax(0, 4fr);
    }
  }
  @container (max-width: 420px) {
    .frame {
      padding: calc(3 * var(--_space));
    }
    .ledger {
      font-size: 12px;
    }
  }
`;
