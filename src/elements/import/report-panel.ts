import { html, nothing, type TemplateResult } from 'lit';
import type { Rejected, Report } from '../../compute/results';
import type { Words } from '../../locales/words';
import type { Formats } from '../../util/format';
import type { RfmError } from '../../util/rfm-error';
import { noteText } from '../error-text';
import { asOfQuestion } from './as-of-question';
import { problemBox } from './problem-box';
import { encodingName } from './reading-form';
import type { Step } from './step';

export interface ReportHandlers {
  change: () => void;
  download: () => void;
  lookBackFrom: (asOf: string) => void;
}

/** What became of a file: every row and every amount, so that it can be held against the ledger. */
export function reportPanel(
  { name, source, seen }: Extract<Step, { kind: 'loaded' }>,
  { collecting, collectError }: { collecting: boolean; collectError: RfmError | null },
  { words, f }: { words: Words; f: Formats },
  on: ReportHandlers,
): TemplateResult {
  const w = words.importer;
  const { report } = source;
  const { rowsRead: read, rowsUsed: used, customers } = report;
  const from = f.dateShort(report.from);
  const to = f.dateShort(report.to);
  return html`<section class="panel report" part="report" aria-labelledby="title">
    <div class="head">
      <h2 id="title" tabindex="-1">${w.loaded({ name, customers, from, to }, f)}</h2>
      <button type="button" part="change" @click=${on.change}>${w.change}</button>
    </div>
    ${notes(report, words, f)} ${asOfQuestion(source, w, f, on.lookBackFrom)}
    <details ?open=${seen !== null}>
      <summary>${w.used({ used, read }, f)}</summary>
      <div class="account">
        ${ledger(report, words, f)} ${facts(report, words, f)}
      </div>
      ${report.rejected.map((one) => samples(one, words, f))}
      ${
        used < read
          ? html`<div class="actions">
              <button type="button" part="download" ?disabled=${collecting} @click=${on.download}>
                ${collecting ? w.downloading : w.download}
              </button>
            </div>`
          : nothing
      }
    </details>
    ${collectError ? problemBox(collectError, words, f) : nothing}
  </section>`;
}

function ledger(
  { rowsRead, rowsUsed, rejected, amount, refundRows }: Report,
  words: Words,
  f: Formats,
): TemplateResult {
  const w = words.importer;
  const line = (
    kind: string,
    label: string,
    rows: number,
    sum: number | undefined,
  ): TemplateResult => html`<tr class=${kind}>
    <th scope="row">${label}</th>
    <td class="number">${f.count(rows)}</td>
    <td class="number">${sum === undefined ? '–' : f.money(sum)}</td>
  </tr>`;
  return html`<table class="ledger">
    <caption>${w.ledger}</caption>
    <thead>
      <tr><td></td><th scope="col" class="number">${w.rows}</th><th scope="col" class="number">${w.amount}</th></tr>
    </thead>
    <tbody>
      ${line('total', w.read, rowsRead, amount.read)}
      ${rejected.map(({ reason, rows, amount: sum = 0 }) => line('less', w.leftOut(words.common.reasons[reason]), rows, sum || undefined))}
      ${line('total', w.usedRows, rowsUsed, amount.used)}
      ${refundRows > 0 ? line('part', w.refunds, refundRows, amount.refunds) : nothing}
    </tbody>
  </table>`;
}

function facts(report: Report, { importer: w }: Words, f: Formats): TemplateResult {
  const { encoding, delimiter, decimal, dateFormat } = report;
  const count = (rows: number): string => (rows > 0 ? f.count(rows) : '');
  const all: readonly (readonly [keyof typeof w.facts, string])[] = [
    ['currency', report.currency ?? w.unknown],
    ['refundOnly', count(report.refundOnlyCustomers)],
    ['zero', count(report.zeroRows)],
    ['duplicate', count(report.duplicateRows)],
    ['dateFormat', dateFormat ? (w.dateFormats[dateFormat] ?? dateFormat) : ''],
    ['decimal', decimal === '.' || decimal === ',' ? w.decimals[decimal] : ''],
    ['encoding', encoding ? encodingName(encoding) : ''],
    ['delimiter', delimiter ? (w.delimiters[delimiter] ?? delimiter) : ''],
  ];
  return html`<dl class="facts">
    ${all.filter(([, value]) => value).map(([name, value]) => html`<div><dt>${w.facts[name]}</dt><dd>${value}</dd></div>`)}
  </dl>`;
}

function samples({ reason, rows, samples: some }: Rejected, words: Words, f: Formats): TemplateResult {
  const w = words.importer;
  const title = w.samples({ reason: words.common.reasons[reason], rows, shown: some.length }, f);
  return html`<div class="sheet samples" tabindex="0" role="group" aria-label=${title}>
    <table>
      <caption>${title}</caption>
      <thead><tr>${some.some(({ input }) => input) ? html`<th scope="col">${w.file}</th>` : nothing}<th scope="col" class="number">${w.line}</th><th scope="col">${w.text}</th></tr></thead>
      <tbody>
        ${some.map(({ input, line, text }) => html`<tr>${input ? html`<td>${input}</td>` : nothing}<td class="number">${f.count(line)}</td><td class="raw">${text}</td></tr>`)}
      </tbody>
    </table>
  </div>`;
}

function notes({ notes: all }: Report, { problems }: Words, f: Formats): TemplateResult | typeof nothing {
  if (all.length === 0) return nothing;
  return html`<ul class="notes" part="notes">
    ${all.map((note) => html`<li>${noteText(note, problems, f)}</li>`)}
  </ul>`;
}
