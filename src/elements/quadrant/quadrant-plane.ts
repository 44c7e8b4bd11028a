import type { Table } from 'apache-arrow';
import { type QuadrantSummary, TIERS, type Tier, type TierSummary } from '../../compute/results';
import type { PlotBox } from '../../layout/axis-shapes';
import type { Grip } from '../../layout/grips';
import {
  type QuadrantGround,
  type QuadrantInput,
  type QuadrantLayout,
  quadrantGround,
} from '../../layout/quadrant-layout';
import type { Span } from '../../layout/span';
import { codedColumn, numberColumn, textColumn } from '../columns';
import { customerMark } from '../customer-mark';
import type { Mark, Surroundings } from '../picture';
import type { FoundCustomer } from '../plane-marks';
import { moneyBound, type Side } from '../ranges';
import { quadrantLabels, type TierWords } from './quadrant-texts';

/** Where every customer stands, whatever is seen of it and wherever its splits are. */
export interface QuadrantPlane {
  input: QuadrantInput;
  ground: QuadrantGround;
}

/** The plane and the places of a result. */
export function quadrantPlane(
  table: Table,
  summary: QuadrantSummary,
  tiers: TierWords,
  around: Surroundings,
): QuadrantPlane {
  const { f, measure, width, height } = around;
  const input: QuadrantInput = {
    current: numberColumn(table, 'current_value'),
    potential: numberColumn(table, 'potential_value'),
    tier: codedColumn(table, 'tier', TIERS).codes,
    names: TIERS,
    splits: summary.splits,
    tiers: summary.tiers,
    width,
    height,
    labels: quadrantLabels(summary, tiers, around),
    money: f.moneyShort,
    measure,
  };
  return { input, ground: quadrantGround(input) };
}

/** The splits in words: what they part, and where they stand. */
export function splitGrips(
  grips: QuadrantLayout['grips'],
  splits: QuadrantSummary['splits'],
  { words: { plane, quadrant }, f }: Surroundings,
): Grip[] {
  return grips.map((grip) => {
    const potential = grip.key === 'potential';
    const label = plane.split(potential ? quadrant.potentialValue : quadrant.currentValue);
    return { ...grip, label, text: f.money(potential ? splits.potential : splits.current) };
  });
}

/** Both sides of a rectangle dragged over the plane. */
export function quadrantSides(
  table: Table,
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
export function valueMark(
  table: Table,
  found: FoundCustomer,
  tier: Tier,
  names: TierWords,
  around: Surroundings,
): Mark {
  const { quadrant } = around.words;
  const value = (column: string): string => around.f.money(numberColumn(table, column)[found.row] ?? 0);
  const lines = [
    [quadrant.tier, names.names[tier]],
    [quadrant.currentValue, value('current_value')],
    [quadrant.potentialValue, value('potential_value')],
  ] as const;
  const customer = textColumn(table, 'customer')(found.row);
  return customerMark(found, customer, { group: tier, tone: `tier-${tier}` }, lines, around);
}

/** The four fields as stops of the keyboard; those out of sight are none. */
export function tierStops(
  tiers: readonly TierSummary[],
  fields: Record<Tier, PlotBox>,
  names: TierWords,
  { words, f }: Surroundings,
): Mark[] {
  const { quadrant } = words;
  // In reading order: the upper row, then the lower.
  const order: readonly Tier[] = ['gold', 'platinum', 'lead', 'iron'];
  return order.flatMap((name) => {
    const tier = tiers.find((one) => one.tier === name);
    const { left, top, right, bottom } = fields[name];
    if (!tier || right - left < 1 || bottom - top < 1) return [];
    const { customers, customerShare: share, valueShare: value } = tier;
    const [width, height] = [Math.max(2, right - left - 6), Math.max(2, bottom - top - 6)];
    return [
      {
        key: name,
        label: `${quadrant.tierLine({ tier: names.names[name], customers, share, value }, f)}. ${names.treatments[name]}`,
        x: (left + right) / 2,
        y: (top + bottom) / 2,
        box: { x: left + 3, y: top + 3, width, height },
        tip: {
          title: names.names[name],
          tone: `tier-${name}` as const,
          lines: [
            [quadrant.customers, `${f.count(customers)} (${f.share(share)})`],
            [quadrant.currentValue, f.sum(tier.currentValue)],
            [quadrant.shareOfValue, value === null ? '–' : f.share(value)],
            [quadrant.potentialValue, f.sum(tier.potentialValue)],
            [quadrant.treatment, names.treatments[name]],
          ],
        },
      },
    ];
  });
}
