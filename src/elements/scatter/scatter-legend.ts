import { html, nothing, type TemplateResult } from 'lit';
import type { SegmentSummary } from '../../compute/results';
import { styles } from '../../render/styles';
import { toneVariable } from '../../render/svg-shapes';
import type { Surroundings } from '../picture';
import { segmentName, segmentTone } from '../segment-names';

interface LegendActions {
  toggle(segment: string): void;
  choose(segment: string, more: boolean): void;
  point(segment: string | null): void;
}

/** The segments with their shares, shown or hidden by a press; and what else is to be read from the marks. */
export function scatterLegend(
  segments: readonly SegmentSummary[],
  names: readonly string[],
  hidden: ReadonlySet<string>,
  note: string,
  actions: LegendActions,
  { words, f }: Surroundings,
): TemplateResult {
  return html`${segments.map(({ segment, customerShare }) => {
    const shown = !hidden.has(segment);
    const onClick = (event: MouseEvent): void =>
      event.shiftKey ? actions.choose(segment, false) : actions.toggle(segment);
    return html`<button type="button" aria-pressed=${shown} title=${words.selection.chooseSegment}
        @click=${onClick} @dblclick=${() => actions.choose(segment, false)}
        @pointerenter=${() => actions.point(shown ? segment : null)} @pointerleave=${() => actions.point(null)}>
        <span class="swatch" ${styles({ background: toneVariable(segmentTone(segment, names)) })}></span>
        ${segmentName(segment, words)} <span class="share">${f.share(customerShare)}</span>
      </button>`;
  })}
  ${note ? html`<span class="item">${note}</span>` : nothing}`;
}
