import { type CSSResultGroup, css } from 'lit';
import { property, state } from 'lit/decorators.js';
import { type QuadrantResult, TIERS, type Tier } from '../../compute/results';
import type { Source } from '../../data/source';
import { fadedPoints, shownPoints } from '../../layout/points';
import { quadrantHeight } from '../../layout/quadrant-layout';
import type { Words } from '../../locales/words';
import { paintPoints } from '../../render/paint-points';
import { indexesWhere } from '../../util/indexes-where';
import { lastCall } from '../../util/last-call';
import { ChartElement } from '../chart-element';
import { RfmSelectEvent } from '../events';
import { nearestMark } from '../nearest';
import type { Caption, DataTable, Mark, Picture, Surroundings } from '../picture';
import { customerMark, quadrantPlane, tierStops } from './quadrant-plane';
import { quadrantCaption, quadrantTables } from './quadrant-texts';

/**
 * Value quadrant: current value over potential value, in four tiers.
 *
 * @tag rfm-quadrant
 * @csspart chart - The picture.
 * @fires rfm-ready - The picture stands.
 * @fires rfm-error - It could not be shown.
 * @fires rfm-select - A tier was chosen.
 */
export class RfmQuadrant extends ChartElement<QuadrantResult> {
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

  @state() private chosen: Tier | null = null;

  /** How potential is told: `expected`, `momentum`, `headroom` or `column:NAME`. */
  @property() potential: string | null | undefined;
  /** Days that potential looks ahead. */
  @property({ type: Number }) horizon: number | null | undefined;
  /** Where high begins: `mean`, `median`, `quantile:P`, `pareto:P` or `CURRENT,POTENTIAL`. */
  @property() split: string | null | undefined;

  protected override analyse(source: Source, signal: AbortSignal): Promise<QuadrantResult> {
    return source.quadrant({
      potential: this.potential ?? undefined,
      horizon: this.horizon ?? undefined,
      split: this.split ?? undefined,
      asOf: this.asOf ?? undefined,
      signal,
    });
  }

  protected override compose(result: QuadrantResult, around: Surroundings): Picture {
    const { plane, points, find } = this.#plane(result, around);
    const { chosen } = this;
    const faded = indexesWhere(TIERS, (tier) => chosen !== null && tier !== chosen);
    const drawn = fadedPoints(points, faded);
    return {
      under: plane.under,
      over: plane.over,
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

  protected override choose(mark: Mark): void {
    const tier = TIERS.find((name) => name === (mark.group ?? mark.key)) ?? null;
    this.#choose(tier === this.chosen ? null : tier);
  }

  /** Takes back the tier that is chosen. */
  override clearSelection(): void {
    super.clearSelection();
    if (this.chosen) this.#choose(null);
  }

  protected override begins(): void {
    super.begins();
    this.chosen = null;
  }

  #choose(tier: Tier | null): void {
    this.chosen = tier;
    this.result().then((result) => {
      const count = result.summary.tiers.find((one) => one.tier === tier)?.customers ?? 0;
      const ids = async (): Promise<string[]> =>
        tier === null
          ? []
          : result
              .rows()
              .filter((row) => row.tier === tier)
              .map((row) => row.customer);
      this.dispatchEvent(
        new RfmSelectEvent({ origin: this.localName, description: tier ?? '', customers: { count, ids } }),
      );
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rfm-quadrant': RfmQuadrant;
  }
}
