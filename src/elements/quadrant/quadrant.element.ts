import { type CSSResultGroup, css } from 'lit';
import { property, state } from 'lit/decorators.js';
import { type QuadrantResult, TIERS, type Tier } from '../../compute/results';
import type { Source } from '../../data/source';
import { quadrantHeight, quadrantLayout } from '../../layout/quadrant-layout';
import type { Words } from '../../locales/words';
import { paintPoints } from '../../render/paint-points';
import { ChartElement } from '../chart-element';
import { codedColumn, numberColumn, textColumn } from '../columns';
import { RfmSelectEvent } from '../events';
import { nearestMark } from '../nearest';
import type { Caption, DataTable, Mark, Picture, Surroundings } from '../picture';
import { quadrantCaption, quadrantLabels, quadrantTables, tierStops } from './quadrant-texts';

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
    const { f, words, measure, width, height } = around;
    const { table, summary } = result;
    const { chosen } = this;
    const current = numberColumn(table, 'current_value');
    const potential = numberColumn(table, 'potential_value');
    const tier = codedColumn(table, 'tier', TIERS).codes;
    const customer = textColumn(table, 'customer');
    const plane = quadrantLayout({
      current,
      potential,
      tier,
      names: TIERS,
      splits: summary.splits,
      tiers: summary.tiers,
      faded: new Set(chosen ? TIERS.filter((other) => other !== chosen) : []),
      width,
      height,
      labels: quadrantLabels(summary, around),
      money: f.moneyShort,
      measure,
    });
    const stops = tierStops(summary.tiers, plane.fields, around);
    const find = nearestMark(plane.points);
    const markOf = (row: number): Mark => {
      const [x, y] = [plane.points.x[row] ?? 0, plane.points.y[row] ?? 0];
      const name = TIERS[tier[row] ?? 0] ?? 'lead';
      return {
        key: `customer ${row}`,
        group: name,
        label: customer(row),
        x,
        y,
        box: { x: x - 6, y: y - 6, width: 12, height: 12 },
        tip: {
          title: customer(row),
          tone: `tier-${name}`,
          lines: [
            [words.quadrant.tier, words.tiers[name]],
            [words.quadrant.currentValue, f.money(current[row] ?? 0)],
            [words.quadrant.potentialValue, f.money(potential[row] ?? 0)],
          ],
        },
      };
    };
    return {
      under: plane.under,
      over: plane.over,
      paint: (context, color) => paintPoints(context, plane.points, color),
      stops,
      at: (x, y) => {
        const row = find(x, y);
        return row === null ? null : markOf(row);
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
