import { type QuadrantResult, TIERS, type Tier, type TierSummary } from '../../compute/results';
import type { PlotBox } from '../../layout/axis-shapes';
import type { Points } from '../../layout/points';
import { type QuadrantLayout, quadrantLayout } from '../../layout/quadrant-layout';
import type { Span } from '../../layout/span';
import { codedColumn, numberColumn, textColumn } from '../columns';
import type { Mark, Surroundings } from '../picture';
import { moneyBound, type Side } from '../ranges';
import { quadrantLabels } from './quadrant-texts';

/** The plane and the places of a result. */
export function quadrantPlane({ table, summary }: QuadrantResult, around: Surroundings): QuadrantLayout {
  const { f, measure, width, height } = around;
  return quadrantLayout({
    current: numberColumn(table, 'current_value'),
    potential: numberColumn(table, 'potential_value'),
    tier: codedColumn(table, 'tier', TIERS).codes,
    names: TIERS,
    splits: summary.splits,
    tiers: summary.tiers,
    width,
    height,
    labels: quadrantLabels(summary, around),
    money: f.moneyShort,
    measure,
  });
}

/** Both sides of a rectangle dragged over the plane. */
export function quadrantSides(
  { table }: QuadrantResult,
  axes: QuadrantLayout['axes'],
  { left, top, right, bottom }: PlotBox,
  { words: { quadrant }, f }: Surroundings,
): Side[] {
  const side = (column: string, measure: string, span: Span): Side => {
    return { column, values: numberColumn(table, column), span, measure, write: moneyBound(f) };
  };
  return [
    side('current_value', quadrant.currentValue, axes.y.between(top, bottom)),
    side('potential_value', quadrant.potentialValue, axes.x.between(left, right)),
  ];
}

/** A customer with both values. */
export function customerMark(
  { table }: QuadrantResult,
  row: number,
  points: Points,
  { words, f }: Surroundings,
): Mark {
  const customer = textColumn(table, 'customer')(row);
  const tier = TIERS[points.tone[row] ?? 0] ?? 'lead';
  const [x, y, radius] = [points.x[row] ?? 0, points.y[row] ?? 0, (points.radius[row] ?? 1) + 4];
  return {
    key: `customer ${row}`,
    group: tier,
    label: customer,
    x,
    y,
    box: { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius },
    tip: {
      title: customer,
      tone: `tier-${tier}`,
      lines: [
        [words.quadrant.tier, words.tiers[tier]],
        [words.quadrant.currentValue, f.money(numberColumn(table, 'current_value')[row] ?? 0)],
        [words.quadrant.potentialValue, f.money(numberColumn(table, 'potential_value')[row] ?? 0)],
      ],
    },
  };
}

/** The four fields as stops of the keyboard. */
export function tierStops(
  tiers: readonly TierSummary[],
  fields: Record<Tier, PlotBox>,
  { words, f }: Surroundings,
): Mark[] {
  const { quadrant } = words;
  // In reading order: the upper row, then the lower.
  const order: readonly Tier[] = ['gold', 'platinum', 'lead', 'iron'];
  return order.flatMap((name) => {
    const tier = tiers.find((one) => one.tier === name);
    if (!tier) return [];
    const { left, top, right, bottom } = fields[name];
    const { customers, customerShare: share, valueShare: value } = tier;
    return [
      {
        key: name,
        label: quadrant.tierLine({ tier: words.tiers[name], customers, share, value }, f),
        x: (left + right) / 2,
        y: (top + bottom) / 2,
        box: { x: left + 3, y: top + 3, width: right - left - 6, height: bottom - top - 6 },
        tip: {
          title: words.tiers[name],
          tone: `tier-${name}` as const,
          lines: [
            [quadrant.customers, `${f.count(customers)} (${f.share(share)})`],
            [quadrant.currentValue, f.sum(tier.currentValue)],
            [quadrant.shareOfValue, value === null ? '–' : f.share(value)],
            [quadrant.potentialValue, f.sum(tier.potentialValue)],
          ],
        },
      },
    ];
  });
}
