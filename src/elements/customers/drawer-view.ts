import { html, nothing, type TemplateResult } from 'lit';
import type { CustomerFigures, CustomerRow, HistoryResult, HistoryRow } from '../../compute/results';
import { historyTimeline } from '../../layout/history-timeline';
import { styles } from '../../render/styles';
import { svgShapes, toneVariable } from '../../render/svg-shapes';
import { civilOf, dayOfIso, isoOf } from '../../util/calendar';
import { exportIcon } from '../icons';
import type { Surroundings } from '../picture';
import { resultCsv } from '../result-csv';
import { saveFile } from '../save-file';
import { segmentName, segmentTone } from '../segment-names';
import { tierTone } from './customer-columns';
import type { Drawn, Position } from './customer-drawer';

/** Rows of the history in the drawer, the newest; the picture has all. */
const HISTORY_ROWS = 200;

/** One customer: figures, what was bought when, and where the customer stood before. */
export function drawerView(
  { history, positions, reading, error }: Drawn,
  name: string,
  width: number,
  around: Surroundings,
  close: () => void,
): TemplateResult {
  const { words, f } = around;
  const w = words.customers;
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close();
  };
  const asOf = history ? f.date(history.definition.asOf) : '';
  return html`<div class="drawer" part="drawer" role="dialog" tabindex="-1" aria-label=${name} @keydown=${onKey}>
    <div class="drawer-head">
      <p class="who" role="heading" aria-level="4" dir="auto">${name}</p>
      ${history ? exportButton(history, name, words.exporting.csv) : nothing}
      <button type="button" class="tool" title=${words.common.close} aria-label=${words.common.close} @click=${close}>
        <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M4.5 4.5l7 7M11.5 4.5l-7 7" /></svg>
      </button>
    </div>
    ${error ? html`<p role="alert">${words.common.failed} ${error.message}</p>` : nothing}
    ${
      history
        ? html`${figures(history.summary, around)} ${timeline(history.rows(), history.summary, width, around, history.definition.asOf)}
          ${positionsTable(history.summary, asOf, positions, reading, around)} ${historyTable(history.rows(), around)}`
        : error
          ? nothing
          : html`<p class="muted">${w.reading}</p>`
    }
  </div>`;
}

/** What the customer bought, as a file under the name that is shown. */
function exportButton(history: HistoryResult, name: string, label: string): TemplateResult {
  const save = (): void => {
    const csv = new Blob([`\ufeff${resultCsv(history)}`], { type: 'text/csv' });
    saveFile(csv, `${name.replace(/[^\p{L}\p{N}._-]+/gu, '-')}-${history.definition.asOf}.csv`);
  };
  return html`<button type="button" class="tool" part="drawer-export" title=${label} aria-label=${label} @click=${save}>
    <svg viewBox="0 0 16 16" aria-hidden="true">${exportIcon}</svg>
  </button>`;
}

function figures(row: CustomerRow, { words, f }: Surroundings): TemplateResult {
  const { figures: w } = words.customers;
  const line = (label: string, value: unknown): TemplateResult => html`<dt>${label}</dt><dd>${value}</dd>`;
  const orNone = (value: number | null, write: (value: number) => string): string =>
    value === null ? '–' : write(value);
  return html`<dl class="facts">
    ${line(w.segment, named(segmentName(row.segment, words), toneVariable(segmentTone(row.segment, []))))}
    ${line(w.tier, named(words.tiers[row.tier], toneVariable(tierTone(row.tier))))}
    ${line(w.scores, `${row.r} ${row.f} ${row.m}`)} ${line(w.recency, f.count(row.recency_days))}
    ${line(w.orders, f.count(row.orders))} ${line(w.monetary, f.money(row.monetary))}
    ${line(w.average, orNone(row.average_order, f.money))} ${line(w.alive, orNone(row.p_alive, f.share))}
    ${line(w.expected, orNone(row.expected_value, f.money))}
  </dl>`;
}

function named(text: string, color: string): TemplateResult {
  return html`<span class="swatch" ${styles({ background: color })}></span>${text}`;
}

function timeline(
  rows: readonly HistoryRow[],
  { alive, noModel, orders }: CustomerFigures,
  width: number,
  { words, f, measure }: Surroundings,
  asOf: string,
): TemplateResult {
  const w = words.customers;
  const day = (iso: string): number => dayOfIso(iso) ?? 0;
  const scene = historyTimeline({
    history: rows.map(({ date, amount }) => ({ day: day(date), amount })),
    alive: alive?.map(({ date, p_alive }) => ({ day: day(date), pAlive: p_alive })) ?? null,
    lastDay: day(asOf),
    width,
    money: f.moneyShort,
    share: f.share,
    aliveTitle: w.alive,
    dates: {
      year: (at) => String(civilOf(at).year),
      month: (at) => f.month(isoOf(at)),
      date: (at) => f.dateShort(isoOf(at)),
    },
    measure,
  });
  const label = w.timeline(
    {
      orders,
      from: f.date(rows[0]?.date ?? asOf),
      to: f.date(rows.at(-1)?.date ?? asOf),
    },
    f,
  );
  return html`<p class="part">${w.history} <span class="muted">${label}</span></p>
    <svg class="timeline" part="timeline" role="img" aria-label=${label} viewBox="0 0 ${scene.width} ${scene.height}"
      width=${scene.width} height=${scene.height}>${svgShapes(scene.shapes)}</svg>
    ${noModel ? html`<p class="muted">${w.noModel(noModel.code)}</p>` : nothing}`;
}

function positionsTable(
  now: CustomerRow,
  asOf: string,
  positions: readonly Position[],
  reading: boolean,
  { words, f }: Surroundings,
): TemplateResult {
  const w = words.customers;
  const line = (date: string, row: CustomerRow | null): TemplateResult =>
    row
      ? html`<tr>
          <th scope="row">${date}</th>
          <td>${named(segmentName(row.segment, words), toneVariable(segmentTone(row.segment, [])))}</td>
          <td>${named(words.tiers[row.tier], toneVariable(tierTone(row.tier)))}</td>
          <td class="number">${row.r} ${row.f} ${row.m}</td>
          <td class="number">${row.p_alive === null ? '–' : f.share(row.p_alive)}</td>
        </tr>`
      : html`<tr><th scope="row">${date}</th><td colspan="4" class="muted">${w.notYet}</td></tr>`;
  return html`<table class="positions">
    <caption><span class="part">${w.positions}</span> ${w.positionsNote}</caption>
    <thead>
      <tr>
        <th scope="col">${w.date}</th><th scope="col">${w.figures.segment}</th><th scope="col">${w.figures.tier}</th>
        <th scope="col" class="number">${w.figures.scores}</th><th scope="col" class="number">${w.figures.alive}</th>
      </tr>
    </thead>
    <tbody>
      ${line(asOf, now)} ${positions.map((one) => line(f.dateShort(one.asOf), one.figures))}
      ${reading ? html`<tr><td colspan="5" class="muted">${w.reading}</td></tr>` : nothing}
    </tbody>
  </table>`;
}

function historyTable(rows: readonly HistoryRow[], { words, f }: Surroundings): TemplateResult {
  const w = words.customers;
  const orders = rows.some(({ order }) => order !== null);
  const newest = [...rows].reverse().slice(0, HISTORY_ROWS);
  const cut = rows.length > HISTORY_ROWS ? words.common.firstRows(HISTORY_ROWS, rows.length, f) : '';
  return html`<table>
    <caption>${w.history}${cut ? html`. ${cut}` : nothing}</caption>
    <thead>
      <tr>
        <th scope="col">${w.date}</th>${orders ? html`<th scope="col">${w.order}</th>` : nothing}
        <th scope="col">${w.kind}</th><th scope="col" class="number">${w.amount}</th>
      </tr>
    </thead>
    <tbody>
      ${newest.map(
        ({ date, order, kind, amount }) => html`<tr>
          <td>${f.dateShort(date)}</td>${orders ? html`<td dir="auto">${order ?? '–'}</td>` : nothing}
          <td>${kind === 'purchase' ? w.purchase : w.refund}</td><td class="number">${f.money(amount)}</td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}
