import { type CSSResult, css } from 'lit';

/** The rows as they are read, and what became of them. */
export const reportStyles: CSSResult = css`
  .sheet {
    overflow: auto;
    max-block-size: 400px;
    border: 1px solid var(--_grid);
    border-radius: var(--_radius);
  }
  caption {
    padding: 6px 10px;
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
    forced-color-adjust: none;
    color: var(--_on-accent);
    background: var(--_accent);
  }
  .number {
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
  @container (min-width: max(760px, 47.5rem)) {
    .account {
      grid-template-columns: minmax(0, 3fr) minmax(0, 4fr);
    }
  }
  @container (max-width: max(420px, 26.25rem)) {
    .frame {
      padding: calc(3 * var(--_space));
    }
    .ledger {
      font-size: 12px;
    }
  }
`;
