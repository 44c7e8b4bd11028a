import { html, nothing, type SVGTemplateResult, svg, type TemplateResult } from 'lit';
import type { PlaneWords } from '../locales/words-plane';
import { styles } from '../render/styles';
import type { Area } from './brush';
import { boxIcon, lassoIcon, minusIcon, panIcon, plusIcon, undoIcon, wholeIcon } from './icons';
import type { Plane, PlaneTool } from './plane';

/** What is being drawn over the plot. */
export function brushLayer({ box, path }: Area): TemplateResult {
  if (!path) {
    const { left, top, right, bottom } = box;
    const place = {
      left: `${left}px`,
      top: `${top}px`,
      width: `${right - left}px`,
      height: `${bottom - top}px`,
    };
    return html`<div class="brush" part="brush" ${styles(place)}></div>`;
  }
  const line = path.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
  return html`<svg class="lasso" part="brush" aria-hidden="true"><polygon points=${line} /></svg>`;
}

/** The lines that can be moved: a knob each, the whole line for the one at hand. */
export function gripLayer(plane: Plane): TemplateResult[] {
  const { near, held } = plane;
  return plane.grips.map((grip) => {
    const { way, at, from, to, knob } = grip;
    const line =
      way === 'x'
        ? { left: `${at - 1}px`, top: `${from}px`, width: '2px', height: `${to - from}px` }
        : { left: `${from}px`, top: `${at - 1}px`, width: `${to - from}px`, height: '2px' };
    const state = `${grip.key === near?.key ? ' near' : ''}${grip.key === held?.key ? ' held' : ''}`;
    return html`${grip.key === near?.key ? html`<div class="grip-line" ${styles(line)}></div>` : nothing}
      <div class="grip ${way}${state}" part="threshold" ${styles({ left: `${knob.x}px`, top: `${knob.y}px` })}></div>
      ${
        grip.key === held?.key
          ? html`<div class="grip-text ${way}" ${styles({ left: `${knob.x}px`, top: `${knob.y}px` })}>${grip.text}</div>`
          : nothing
      }`;
  });
}

/** The tools of a plane, in the strip above it. */
export function planeTools(plane: Plane, brushes: boolean, words: PlaneWords): TemplateResult {
  const mode = (tool: PlaneTool, icon: SVGTemplateResult): TemplateResult =>
    button(
      words[tool],
      icon,
      () => {
        plane.tool = tool;
      },
      plane.tool === tool,
    );
  return html`<div class="plane-tools" part="plane-tools" role="group" aria-label=${words.tools}>
    ${plane.moved ? button(words.undo, undoIcon, plane.resetGrips) : nothing}
    ${plane.zoom.k > 1 ? button(words.whole, wholeIcon, plane.whole) : nothing}
    ${button(words.zoomOut, minusIcon, () => plane.zoomBy(1 / 1.5))}
    ${button(words.zoomIn, plusIcon, () => plane.zoomBy(1.5))}
    ${brushes ? html`${mode('box', boxIcon)} ${mode('lasso', lassoIcon)}` : nothing} ${mode('pan', panIcon)}
  </div>`;
}

function button(name: string, icon: SVGTemplateResult, press: () => void, pressed?: boolean): TemplateResult {
  return html`<button type="button" class="tool" title=${name} aria-label=${name}
    aria-pressed=${pressed ?? nothing} @click=${press}>${svg`<svg viewBox="0 0 16 16" aria-hidden="true">${icon}</svg>`}</button>`;
}
