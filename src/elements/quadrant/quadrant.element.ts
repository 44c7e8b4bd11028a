import { type CSSResultGroup, css } from 'lit';
import { property } from 'lit/decorators.js';
import { type QuadrantResult, TIERS } from '../../compute/results';
import type { Source } from '../../data/source';
import type { QuadrantOptions } from '../../data/source-options';
import type { PlotBox } from '../../layout/axis-shapes';
import { markedPoints, shownPoints } from '../../layout/points';
import { quadrantHeight } from '../../layout/quadrant-layout';
import type { Words } from '../../locales/words';
import { paintPoints } from '../../render/paint-points';
import { lastCall } from '../../util/last-call';
import { ChartElement } from '../chart-element';
import { nearestMark } from '../nearest';
import type { Caption, DataTable, Mark, Picture, Surroundings } from '../picture';
import { rangesOf } from '../ranges';
import { customerMark, quadrantPlane, quadrantSides, tierStops } from './quadrant-plane';
import { quadrantCaption, quadrantTables } from './quadrant-texts';

/**
 * Value quadrant: current value over potential value, in four tiers.
 *
 * @tag rfm-quadrant
 * @csspart chart - The picture.
 * @fires rfm-ready - The picture stands.
 * @fires rfm-error - It could not be shown.
 * @fires rfm-select - Customers were chosen, or the choice was taken back.
 */
export class RfmQuadrant extends ChartElement<QuadrantResult, Int32Array> {
  static override readonly analysisProperties: readonly string[] = ['potential', 'horizon', 'split'];
  static override styles: CSSResultGroup = [
    ChartElement.styles,
    css`
      .plot [data-key] {
        cursor: pointer;
      }
    `,
  ];

  // Choosing a tier moves no mark.
  readonly #plane = lastCall((result: QuadrantResult, around: Surroundings) => {
    const plane = quadrantPlane(result, around);
    const points = shownPoints(plane.places, new Set());
    return { plane, points, find: nearestMark(points) };
  });

  readonly #drawn = lastCall(markedPoints);

  /** How potential is told: `expected`, `momentum`, `headroom` or `column:NAME`. */
  @property() potential: string | null | undefined;
  /** Days that potential looks ahead. */
  @property({ type: Number }) horizon: number | null | undefined;
  /** Where high begins: `mean`, `median`, `quantile:P`, `pareto:P` or `CURRENT,POTENTIAL`. */
  @property() split: string | null | undefined;

  protected override analyse(source: Source, signal: AbortSignal): Promise<QuadrantResult> {
    return source.quadrant({ ...this.options, signal });
  }

  protected override readChosen(source: Source, signal: AbortSignal): Promise<Int32Array | null> {
    return source.selectionMarks({ asOf: this.asOf ?? undefined, signal });
  }

  /** How customers are classed here; a choice made here goes by the same. */
  private get options(): QuadrantOptions {
    return {
      potential: this.potential ?? undefined,
      horizon: this.horizon ?? undefined,
      split: this.split ?? undefined,
      asOf: this.asOf ?? undefined,
    };
  }

  protected override compose(result: QuadrantResult, around: Surroundings): Picture {
    const { plane, points, find } = this.#plane(result, around);
    const drawn = this.#drawn(points, this.chosen?.value.extra ?? null);
    return {
      under: plane.under,
      over: plane.over,
      brush: plane.box,
      paint: (context, color) => paintPoints(context, drawn, color),
      stops: tierStops(result.summary.tiers, plane.fields, around),
      at: (x, y) => {
        const row = find(x, y);
        return row === null ? null : customerMark(result, row, points, around);
      },
    };
  }

  protected override caption(result: QuadrantResult, around: Surroundings): Caption {
    return quadrantCaption(result, around);
  }

  protected override tables(result: QuadrantResult, around: Surroundings): DataTable[] {
    return quadrantTables(result, around);
  }

  protected override label(words: Words): string {
    return words.quadrant.name;
  }

  protected override plotHeight(width: number): number {
    return quadrantHeight(width);
  }

  protected override chooseWithin(box: PlotBox): void {
    const result = this.work.value?.result;
    if (!result) return;
    const { around, options } = this;
    const { axes } = this.#plane(result, around).plane;
    const ranges = rangesOf(quadrantSides(result, axes, box, around), around);
    if (ranges) this.selectCustomers({ analysis: 'quadrant', ...ranges, options });
    else this.clearSelection();
  }

  protected override choose(mark: Mark): void {
    const tier = TIERS.find((name) => name === (mark.group ?? mark.key));
    if (!tier) return;
    const description = this.around.words.tiers[tier];
    this.selectCustomers({ analysis: 'quadrant', where: { tier }, options: this.options, description });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rfm-quadrant': RfmQuadrant;
  }
}
