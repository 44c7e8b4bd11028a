import { html, nothing, type TemplateResult } from 'lit';
import type { SegmentSummary } from '../../compute/results';
import { styles } from '../../render/styles';
import { toneVariable } from '../../render/svg-shapes';
import { NARROW } from '../drawn-element';
import type { Surroundings } from '../picture';
import { segmentName, segmentTone } from '../segment-names';

interface LegendActions {
  toggle(segment: string): void;
  choose(segment: string, more: boolean): void;
  point(segment: string | null): void;
  /** Shows all segments where there is room for few, or few again. */
  unfold(): void;
}

/** The segments of which a narrow legend tells at once. */
const FEW = 4;

/**
 * The segments with their shares, shown or hidden by a press; and what else is to be read from the marks. Where it is
 * narrow the largest alone, as long as it is not `unfolded`.
 */
export function scatterLegend(
  segments: readonly SegmentSummary[],
  names: readonly string[],
  hidden: ReadonlySet<string>,
  note: TemplateResult,
  unfolded: boolean,
  actions: LegendActions,
  { words, f, width }: Surroundings,
): TemplateResult {
  // One that would be left alone has as much room as the word for it.
  const folds = width < NARROW && segments.length > FEW + 1;
  const seen = new Set(folds && !unfolded ? largest(segments) : segments);
  return html`${segments.map((one) => {
    const { segment, customerShare } = one;
    const shown = !hidden.has(segment);
    const onClick = (event: MouseEvent): void =>
      event.shiftKey ? actions.choose(segment, false) : actions.toggle(segment);
    return html`<button type="button" class=${seen.has(one) ? nothing : 'rest'} aria-pressed=${shown} title=${words.selection.chooseSegment}
        @click=${onClick} @dblclick=${() => actions.choose(segment, false)}
        @pointerenter=${() => actions.point(shown ? segment : null)} @pointerleave=${() => actions.point(null)}>
        <span class="swatch" ${styles({ background: toneVariable(segmentTone(segment, names)) })}></span>
        ${segmentName(segment, words)} <span class="share">${f.share(customerShare)}</span>
      </button>`;
  })}
  ${
    folds
      ? html`<button type="button" class="more" aria-expanded=${unfolded} @click=${actions.unfold}>
          ${unfolded ? words.scatter.fewer : words.scatter.more(segments.length - FEW, f)}
        </button>`
      : nothing
  }
  <span class="item">${note}</span>`;
}

function largest(segments: readonly SegmentSummary[]): readonly SegmentSummary[] {
  return [...segments].sort((one, other) => other.customers - one.customers).slice(0, FEW);
}
