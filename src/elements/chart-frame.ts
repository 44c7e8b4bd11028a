import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { PlotBox } from '../layout/axis-shapes';
import type { Scene, Shape } from '../layout/shapes';
import type { CommonWords } from '../locales/words';
import { styles } from '../render/styles';
import { svgShapes, toneVariable } from '../render/svg-shapes';
import type { Formats } from '../util/format';
import type { Brush } from './brush';
import { chartIcon, tableIcon } from './icons';
import type { MarkWalker } from './mark-walker';
import type { Caption, DataTable, Mark, Picture, Surroundings, Tip } from './picture';

/** Rows of a table on the page; the export has all. */
export const TABLE_ROWS = 500;

/** Between the picture and its numbers. */
export function viewButton(table: boolean, words: CommonWords, flip: () => void): TemplateResult {
  const name = table ? words.showChart : words.showTable;
  return html`<button type="button" class="tool" part="view-button" title=${name} aria-label=${name} @click=${flip}>
    <svg viewBox="0 0 16 16" aria-hidden="true">${table ? chartIcon : tableIcon}</svg>
  </button>`;
}

/** The finding and what the picture is. */
export function titles(heading: string, caption: Caption | null): TemplateResult {
  return html`<div class="titles">
    ${heading ? html`<p class="heading" part="heading" role="heading" aria-level="3">${heading}</p>` : nothing}
    ${
      caption
        ? html`<p class="finding" part="finding">${caption.finding}</p>
            <p class="description" part="description">${caption.description}</p>`
        : nothing
    }
  </div>`;
}

/** Rows left out, warnings, and whatever else qualifies the picture; at the right what is selected. */
export function foot(
  notes: Caption['notes'],
  chip: TemplateResult | typeof nothing,
): TemplateResult | typeof nothing {
  if (notes.length === 0 && chip === nothing) return nothing;
  return html`<footer class="foot" part="foot">
    <div class="notes">
      ${notes.map((note) => html`<p class=${note.warning ? 'warning' : 'note'}>${note.text}</p>`)}
    </div>
    ${chip}
  </footer>`;
}

/** The figures of a mark, beside it and inside the plot. */
export function tooltip(
  tip: Tip,
  at: { x: number; y: number },
  plot: { width: number; height: number },
): TemplateResult {
  const right = at.x > plot.width / 2;
  const below = at.y < plot.height / 2;
  // From the nearer side: a box shrinks to what lies between its anchor and the other side.
  const place = {
    transform: `translateY(${below ? '12px' : 'calc(-100% - 12px)'})`,
    left: right ? 'auto' : `${at.x + 12}px`,
    right: right ? `${plot.width - at.x + 12}px` : 'auto',
    top: `${at.y}px`,
    'border-inline-start': tip.tone ? `3px solid ${toneVariable(tip.tone)}` : '',
  };
  return html`<div class="tip" part="tooltip" aria-hidden="true" ${styles(place)}>
    <strong dir="auto">${tip.title}</strong>
    <dl>${tip.lines.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>
  </div>`;
}

/** Tables with the numbers of the picture. */
export function tableView(tables: readonly DataTable[], words: CommonWords, f: Formats): TemplateResult {
  return html`<div class="sheet" part="table" tabindex="0" role="group" aria-label=${words.showTable}>
    ${tables.map((table) => {
      const side = (index: number): string | typeof nothing => (table.figures[index] ? 'number' : nothing);
      const cut = table.rows.length > TABLE_ROWS ? words.firstRows(TABLE_ROWS, table.rows.length, f) : null;
      return html`<table>
        <caption>${table.caption}${cut ? html`. ${cut}` : nothing}</caption>
        <thead>
          <tr>
            ${table.head.map((text, index) => html`<th scope="col" class=${side(index)}>${text}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${table.rows
            .slice(0, TABLE_ROWS)
            .map(
              (row) =>
                html`<tr>${row.map((text, index) => html`<td class=${side(index)}>${text}</td>`)}</tr>`,
            )}
        </tbody>
      </table>`;
    })}
  </div>`;
}

/** Room for a scrollbar under a picture wider than the plot, in CSS pixels. */
const SCROLLBAR = 12;

/** The picture with its keyboard stop, ring and tooltip. */
export function plotFrame(
  picture: Picture | null,
  label: string,
  boxHeight: number,
  walker: MarkWalker,
  brush: Brush,
  around: Surroundings,
): TemplateResult {
  const { shown, scrolled, onPointerMove, onPointerLeave, onClick, onKey, onBlur, onScroll } = walker;
  const natural = picture?.size;
  const rolls = natural !== undefined && natural.width > around.width;
  const height = natural ? natural.height + (rolls ? SCROLLBAR : 0) : boxHeight;
  const stage = { height: `${height}px`, 'min-height': natural ? `${Math.min(160, height)}px` : '' };
  const onMove = (event: PointerEvent): void => {
    if (!brush.move(event)) onPointerMove(event);
  };
  const onPress = (event: MouseEvent): void => {
    if (!brush.ended) onClick(event);
  };
  const onStroke = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !brush.cancel()) onKey(event);
  };
  const kind = natural ? ' rolls' : picture?.brush ? ' brushes' : '';
  return html`<div class="stage" ${styles(stage)}>
    <div class="plot${kind}" part="plot" tabindex="0" role="application"
      aria-label="${label}. ${around.words.common.keys}"
      @pointerdown=${brush.onPointerDown} @pointermove=${onMove} @pointerup=${brush.onPointerUp}
      @pointercancel=${brush.onPointerCancel} @pointerleave=${onPointerLeave} @click=${onPress} @keydown=${onStroke}
      @blur=${onBlur} @scroll=${onScroll}>
      ${drawing(picture, walker, natural ?? around, rolls)}
      ${brush.box ? html`<div class="brush" part="brush" ${styles(brushPlace(brush.box))}></div>` : nothing}
    </div>
    ${shown ? tooltip(shown.tip, { x: shown.x - scrolled.left, y: shown.y - scrolled.top }, around) : nothing}
  </div>`;
}

function drawing(
  picture: Picture | null,
  { active, shown }: MarkWalker,
  { width, height }: { width: number; height: number },
  rolls: boolean,
): TemplateResult {
  const box = `0 0 ${width} ${height}`;
  const canvas = picture?.paint !== undefined;
  const size = picture?.size ? { width: `${width}px`, height: `${height}px` } : {};
  return html`<div class="drawing" ${styles(size)}>
    ${rolls && picture?.stub ? stubView(picture.stub) : nothing}
    <svg part=${canvas ? nothing : 'chart'} viewBox=${box} aria-hidden="true">
      ${still(picture?.under)}${canvas ? nothing : still(picture?.over)}
    </svg>
    ${
      canvas
        ? html`<canvas part="chart" aria-hidden="true"></canvas>
            <svg viewBox=${box} aria-hidden="true">${still(picture.over)}</svg>`
        : nothing
    }
    ${
      shown?.over
        ? html`<svg class="above" viewBox=${box} aria-hidden="true">${svgShapes(shown.over)}</svg>`
        : nothing
    }
    ${active ? html`<div class="ring" ${styles(ringPlace(active))}></div>` : nothing}
  </div>`;
}

const NONE: readonly Shape[] = [];

/** Shapes that are gone through again only when they are others: a pointer on its way over thousands is not slowed. */
function still(shapes: readonly Shape[] = NONE): unknown {
  return guard([shapes], () => svgShapes(shapes));
}

/** Drawn once more, for what must stay in place. */
function stubView({ width, height, shapes }: Scene): TemplateResult {
  return html`<div class="stub" aria-hidden="true">
    <svg width=${width} height=${height} viewBox="0 0 ${width} ${height}">${still(shapes)}</svg>
  </div>`;
}

function brushPlace({ left, top, right, bottom }: PlotBox): Record<string, string> {
  return { left: `${left}px`, top: `${top}px`, width: `${right - left}px`, height: `${bottom - top}px` };
}

function ringPlace({ box }: Mark): Record<string, string> {
  return { left: `${box.x}px`, top: `${box.y}px`, width: `${box.width}px`, height: `${box.height}px` };
}
