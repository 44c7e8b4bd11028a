import { type CSSResult, css } from 'lit';
import { PAPER_ROWS } from './chart-frame';

/** On paper: its colours whatever the page's are, nothing to press, the whole picture and the whole table. */
export const printStyles: CSSResult = css`
  @media print {
    :host,
    :host([theme]) {
      color-scheme: light !important;
      print-color-adjust: exact;
    }
    .tools,
    .menu,
    .panel,
    .tip,
    .ring,
    .above,
    .brush,
    .plane-tools,
    .grip,
    .grip-text,
    .stub,
    .legend .more,
    .legend > select,
    .legend .picks,
    .legend .edit,
    .legend label,
    .closer,
    .rules,
    .state button,
    .chip button {
      display: none !important;
    }
    .chip {
      padding-inline-end: 12px;
    }
    /* One below the other or, where a page says so, the picture beside its words. */
    .card {
      display: grid;
      grid-template-columns: var(--_paper-columns, minmax(0, 1fr));
      grid-template-rows: var(--_paper-rows);
      gap: 0 20px;
      align-content: start;
      block-size: auto;
      padding: 4px 0 !important;
    }
    .card > * {
      grid-column: 1;
      min-inline-size: 0;
    }
    .card > * + * {
      margin-block-start: 8px;
    }
    .card > .stage {
      grid-area: var(--_paper-picture);
    }
    .finding {
      font-size: 16px;
      text-wrap: wrap;
    }
    .chip {
      white-space: normal;
    }
    header {
      break-after: avoid;
    }
    /* As it was laid out for the screen, made to fit the sheet; the heights there stand in the markup. */
    .stage {
      block-size: auto !important;
      min-block-size: 0 !important;
      max-block-size: 92vh;
      aspect-ratio: var(--_ratio);
      break-inside: avoid;
    }
    .plot.rolls {
      overflow: visible;
    }
    .drawing {
      inline-size: 100% !important;
      block-size: 100% !important;
    }
    .sheet {
      overflow: visible;
      max-block-size: none;
    }
    tr {
      break-inside: avoid;
    }
    /* In a report the first rows of a table, and how many there are. */
    tbody tr:nth-child(n + ${PAPER_ROWS + 1}) {
      display: var(--_beyond, table-row);
    }
    .cut {
      display: var(--_beyond, inline);
    }
    .paper-cut {
      display: var(--_cut, none);
    }
  }
`;
