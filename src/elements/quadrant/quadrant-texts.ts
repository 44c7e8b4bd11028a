import type { QuadrantResult, QuadrantSummary, Tier, TierSummary } from '../../compute/results';
import type { QuadrantLabels } from '../../layout/quadrant-layout';
import type { Caption, DataTable, Surroundings } from '../picture';
import { rowsLeftOut } from '../texts';

/** The words on the plane. */
export function quadrantLabels(summary: QuadrantSummary, { words, f }: Surroundings): QuadrantLabels {
  const { quadrant } = words;
  return {
    current: `↑ ${quadrant.current}`,
    potential: quadrant.potential(summary.potential.horizonDays, f),
    lanes: quadrant.lanes,
    tiers: words.tiers,
    lines: (tier) =>
      [
        quadrant.countLine({ customers: tier.customers, share: tier.customerShare }, f),
        quadrant.valueLine(tier.valueShare, f),
      ].filter(Boolean),
    cells: (tier) => [
      f.count(tier.customers),
      f.share(tier.customerShare),
      tier.valueShare === null ? '–' : f.share(tier.valueShare),
    ],
    heads: [quadrant.customers, quadrant.ofCustomersShort, quadrant.ofValueShort],
  };
}

/** The finding: what the best tier brings, and who could grow. */
export function quadrantCaption({ summary, definition }: QuadrantResult, around: Surroundings): Caption {
  const { words, f } = around;
  const { quadrant } = words;
  const tier = (name: Tier): TierSummary | undefined => summary.tiers.find((one) => one.tier === name);
  const customers = summary.tiers.reduce((sum, one) => sum + one.customers, 0);
  const platinum = tier('platinum');
  const finding =
    platinum && platinum.customers > 0
      ? quadrant.finding(
          {
            customers: platinum.customers,
            share: platinum.customerShare,
            value: platinum.valueShare,
            iron: tier('iron')?.customers ?? 0,
          },
          f,
        )
      : quadrant.findingNone({ customers }, f);
  const { method, horizonDays, warnings } = summary.potential;
  const split = definition.options.split;
  const rule =
    split === 'median'
      ? quadrant.splitRules.median
      : split === 'mean' || split === undefined
        ? quadrant.splitRules.mean
        : String(split);
  const { current, potential } = summary.splits;
  return {
    finding,
    description: quadrant.description({ customers, asOf: f.date(definition.asOf) }, f),
    notes: [
      {
        text: `${quadrant.splitLine({ rule, current: f.money(current), potential: f.money(potential) })} ${quadrant.methodLine({ method: quadrant.methods[method], horizonDays }, f)}`,
        warning: false,
      },
      ...warnings.map(({ code, message }) => ({ text: quadrant.warnings[code] ?? message, warning: true })),
      ...rowsLeftOut(definition, around),
    ],
  };
}

/** The tiers, then the customers. */
export function quadrantTables({ summary, rows }: QuadrantResult, { words, f }: Surroundings): DataTable[] {
  const { quadrant } = words;
  return [
    {
      caption: quadrant.tiers,
      head: [
        quadrant.tier,
        quadrant.customers,
        quadrant.shareOfCustomers,
        quadrant.currentValue,
        quadrant.shareOfValue,
        quadrant.potentialValue,
      ],
      rows: summary.tiers.map((tier) => [
        words.tiers[tier.tier],
        f.count(tier.customers),
        f.share(tier.customerShare),
        f.money(tier.currentValue),
        tier.valueShare === null ? '–' : f.share(tier.valueShare),
        f.money(tier.potentialValue),
      ]),
      figures: [false, true, true, true, true, true],
    },
    {
      caption: quadrant.customers,
      head: [quadrant.customer, quadrant.tier, quadrant.currentValue, quadrant.potentialValue],
      rows: rows().map((row) => [
        row.customer,
        words.tiers[row.tier],
        f.money(row.current_value),
        f.money(row.potential_value),
      ]),
      figures: [false, false, true, true],
    },
  ];
}
