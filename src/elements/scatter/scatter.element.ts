import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { RfmResult } from '../../compute/results';
import type { Source } from '../../data/source';
import type { PlotBox } from '../../layout/axis-shapes';
import { fadedPoints, markedPoints, type Places, type Points, shownPoints } from '../../layout/points';
import { type ScatterMeasure, scatterHeight } from '../../layout/scatter-layout';
import type { Words } from '../../locales/words';
import { paintPoints } from '../../render/paint-points';
import { styles } from '../../render/styles';
import { toneVariable } from '../../render/svg-shapes';
import { indexesWhere } from '../../util/indexes-where';
import { lastCall } from '../../util/last-call';
import { RfmError } from '../../util/rfm-error';
import { nearestMark } from '../nearest';
import type { Caption, DataTable, Mark, Picture, Surroundings } from '../picture';
import { rangesOf } from '../ranges';
import { segmentName, segmentTone } from '../segment-names';
import { SegmentedElement } from '../segmented-element';
import { customerMark, segmentStops } from './scatter-marks';
import { scatterPlane, scatterSide, segmentCodes } from './scatter-plane';
import { scatterCaption, scatterTables } from './scatter-texts';

const MEASURES: readonly ScatterMeasure[] = ['recency', 'frequency', 'monetary', 'score'];

/**
 * RFM scatter: every customer by any two of recency, frequency, monetary value and score.
 *
 * @tag rfm-scatter
 * @csspart chart - The picture.
 * @fires rfm-ready - The picture stands.
 * @fires rfm-error - It could not be shown.
 * @fires rfm-select - Customers were chosen, or the choice was taken back.
 */
export class RfmScatter extends SegmentedElement<Int32Array> {
  static override readonly analysisProperties: readonly string[] = [
    ...SegmentedElement.analysisProperties,
    'x',
    'y',
    'size',
  ];

  // Kept apart by what they rest on: hiding a segment moves no mark, pointing at one changes no ink.
  readonly #plane = lastCall(scatterPlane);
  readonly #shown = lastCall((places: Places, hidden: ReadonlySet<string>, names: readonly string[]) => {
    const codes = indexesWhere(names, (name) => hidden.has(name));
    const points = shownPoints(places, codes);
    return { points, find: nearestMark(points) };
  });

  readonly #drawn = lastCall(
    (points: Points, pointed: string | null, names: readonly string[], marked: Int32Array | null) =>
      pointed === null
        ? markedPoints(points, marked)
        : fadedPoints(
            points,
            indexesWhere(names, (name) => name !== pointed),
          ),
  );

  @state() private hiddenSegments: ReadonlySet<string> = new Set();
  @state() private pointed: string | null = null;

  /** Measure on the horizontal axis. */
  @property() x: ScatterMeasure = 'recency';
  /** Measure on the vertical axis. */
  @property() y: ScatterMeasure = 'frequency';
  /** Measure drawn as area. */
  @property() size: ScatterMeasure = 'monetary';

  protected override async analyse(source: Source, signal: AbortSignal): Promise<RfmResult> {
    for (const name of ['x', 'y', 'size'] as const) checkMeasure(name, this[name]);
    return super.analyse(source, signal);
  }

  protected override compose(result: RfmResult, around: Surroundings): Picture {
    const { codes, names } = segmentCodes(result);
    const layout = this.#plane(result, this.x, this.y, this.size, around);
    const { points, find } = this.#shown(layout.places, this.hiddenSegments, names);
    const drawn = this.#drawn(points, this.pointed, names, this.chosen?.value.extra ?? null);
    return {
      under: layout.under,
      over: layout.over,
      key: result.summary.segments
        .filter(({ segment }) => !this.hiddenSegments.has(segment))
        .map(({ segment }) => ({
          tone: segmentTone(segment, names),
          text: segmentName(segment, around.words),
        })),
      brush: layout.box,
      paint: (context, color) => paintPoints(context, drawn, color),
      stops: segmentStops(result.summary, points, codes, names, around),
      at: (px, py) => {
        const row = find(px, py);
        return row === null ? null : customerMark(result, row, points, names, around);
      },
    };
  }

  protected override legend(result: RfmResult, { words, f }: Surroundings): TemplateResult {
    const { names } = segmentCodes(result);
    const point = (segment: string | null) => (): void => {
      this.pointed = segment;
    };
    return html`${result.summary.segments.map(({ segment, customerShare }) => {
      const shown = !this.hiddenSegments.has(segment);
      const onClick = (event: MouseEvent): void =>
        event.shiftKey ? this.#choose(segment) : this.#toggle(segment);
      return html`<button type="button" aria-pressed=${shown} title=${words.selection.chooseSegment}
        @click=${onClick} @dblclick=${() => this.#choose(segment)}
        @pointerenter=${point(shown ? segment : null)} @pointerleave=${point(null)}>
        <span class="swatch" ${styles({ background: toneVariable(segmentTone(segment, names)) })}></span>
        ${segmentName(segment, words)} <span class="share">${f.share(customerShare)}</span>
      </button>`;
    })}
    ${this.size ? html`<span class="item">${words.scatter.sizeBy(words.measures[this.size])}</span>` : nothing}`;
  }

  protected override caption(result: RfmResult, around: Surroundings): Caption {
    return scatterCaption(result, this.x, this.y, around);
  }

  protected override tables(result: RfmResult, around: Surroundings): DataTable[] {
    return scatterTables(result, around);
  }

  protected override label(words: Words): string {
    return words.scatter.name;
  }

  protected override plotHeight(width: number): number {
    return scatterHeight(width);
  }

  protected override begins(): void {
    super.begins();
    this.pointed = null;
  }

  protected override choose(mark: Mark): void {
    this.#choose(mark.group ?? mark.key);
  }

  protected override chooseWithin({ left, top, right, bottom }: PlotBox): void {
    const result = this.work.value?.result;
    if (!result) return;
    const { around, options } = this;
    const { axes } = this.#plane(result, this.x, this.y, this.size, around);
    const ranges = rangesOf(
      [
        scatterSide(result, this.x, axes.x.between(left, right), around),
        scatterSide(result, this.y, axes.y.between(top, bottom), around),
      ],
      around,
    );
    if (!ranges) {
      this.clearSelection();
      return;
    }
    const { description } = ranges;
    // What is hidden is not meant.
    const { names } = segmentCodes(result);
    const segment = names.filter((name) => !this.hiddenSegments.has(name));
    const where = { ...ranges.where, ...(segment.length < names.length && { segment }) };
    this.selectCustomers({ analysis: 'rfm', where, options, description });
  }

  protected override readChosen(source: Source, signal: AbortSignal): Promise<Int32Array | null> {
    return source.selectionMarks({ asOf: this.asOf ?? undefined, signal });
  }

  #toggle(segment: string): void {
    const next = new Set(this.hiddenSegments);
    if (!next.delete(segment)) next.add(segment);
    this.hiddenSegments = next;
    this.pointed = null;
  }

  #choose(segment: string): void {
    const description = segmentName(segment, this.around.words);
    this.selectCustomers({ analysis: 'rfm', where: { segment }, options: this.options, description });
  }
}

function checkMeasure(name: string, value: string): void {
  if (MEASURES.some((measure) => measure === value)) return;
  throw new RfmError(
    'invalid-option',
    `${name}="${value}" is no measure. Use one of ${MEASURES.join(', ')}.`,
    { details: { option: name, value } },
  );
}

declare global {
  interface HTMLElementTagNameMap {
    'rfm-scatter': RfmScatter;
  }
}
