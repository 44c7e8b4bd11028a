import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { Scene, Shape } from '../layout/shapes';
import { styles } from '../render/styles';
import { svgShapes, toneVariable } from '../render/svg-shapes';
import type { MarkWalker } from './mark-walker';
import type { Mark, Picture, Surroundings, Tip } from './picture';
import type { Plane } from './plane';
import { brushLayer, gripLayer, planeTools } from './plane-layer';
import type { PlotInput } from './plot-input';

/** The figures of a mark, beside it and inside the plot. */
function tooltip(
  tip: Tip,
  at: { x: number; y: number },
  plot: { width: number; height: number },
  spark: TemplateResult | typeof nothing,
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
    ${spark}
  </div>`;
}

/** Room for a scrollbar under a picture wider than the plot, in CSS pixels. */
const SCROLLBAR = 12;

/** What stands in a plot beside its picture. */
export interface PlotParts {
  picture: Picture | null;
  label: string;
  /** Height of the box where the page does not give one. */
  height: number;
  input: PlotInput;
  plane: Plane | null;
  /** Drawn in the tooltip below the figures. */
  spark: TemplateResult | typeof nothing;
  around: Surroundings;
}

/** The picture with its keyboard stop, ring and tooltip. */
export function plotFrame(parts: PlotParts): TemplateResult {
  const { picture, input, around } = parts;
  const { walker, brush } = input;
  const { shown, scrolled } = walker;
  const natural = picture?.size;
  const rolls = natural !== undefined && natural.width > around.width;
  const height = natural ? natural.height + (rolls ? SCROLLBAR : 0) : parts.height;
  const drawn = natural ?? around;
  const stage = {
    height: `${height}px`,
    'min-height': natural ? `${Math.min(160, height)}px` : '',
    '--_ratio': `${drawn.width} / ${drawn.height}`,
  };
  const plane = picture?.brush ? parts.plane : null;
  return html`<div class="stage" ${styles(stage)} @pointerenter=${input.onPointerEnter}>
    <div class=${plotClass(picture, plane)} part="plot" tabindex="0" role="application"
      aria-label=${plotLabel(parts.label, picture, plane, around)}
      @pointerdown=${input.onPointerDown} @pointermove=${input.onPointerMove} @pointerup=${input.onPointerUp}
      @pointercancel=${input.onPointerCancel} @pointerleave=${input.onPointerLeave} @click=${input.onClick}
      @dblclick=${input.onDoubleClick} @wheel=${input.onWheel} @touchstart=${input.onTouch} @touchmove=${input.onTouch}
      @contextmenu=${input.onContextMenu} @keydown=${input.onKey} @blur=${input.onBlur} @scroll=${walker.onScroll}>
      ${drawing(picture, walker, drawn, rolls)}
      ${plane ? gripLayer(plane) : nothing} ${brush.area ? brushLayer(brush.area) : nothing}
    </div>
    ${plane ? planeTools(plane, picture?.brushes !== false, around.words.plane) : nothing}
    ${
      shown
        ? tooltip(shown.tip, { x: shown.x - scrolled.left, y: shown.y - scrolled.top }, around, parts.spark)
        : nothing
    }
  </div>`;
}

function plotClass(picture: Picture | null, plane: Plane | null): string {
  if (picture?.size) return 'plot rolls';
  if (picture?.cursor) return 'plot cursors';
  if (!picture?.brush) return 'plot';
  const way = plane?.near ? ` grips-${plane.near.way}` : '';
  return `plot brushes${plane ? ` plane tool-${plane.tool}` : ''}${way}`;
}

function plotLabel(
  label: string,
  picture: Picture | null,
  plane: Plane | null,
  { words }: Surroundings,
): string {
  if (picture?.cursor) return `${label}. ${picture.cursor.keys}`;
  return `${label}. ${words.common.keys}${plane ? ` ${words.plane.keys}` : ''}`;
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

function ringPlace({ box }: Mark): Record<string, string> {
  return { left: `${box.x}px`, top: `${box.y}px`, width: `${box.width}px`, height: `${box.height}px` };
}
