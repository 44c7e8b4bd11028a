import type { QuadrantResult, QuadrantSummary, Tier, TierSummary } from '../../compute/results';
import type { QuadrantLabels } from '../../layout/quadrant-layout';
import type { Words } from '../../locales/words';
import type { Caption, DataTable, Surroundings } from '../picture';
import { rowsLeftOut } from '../texts';

/** What tiers are called, and how their customers are best treated. */
export interface TierWords {
  names: Record<Tier, string>;
  treatments: Record<Tier, string>;
}

/** The kit's words for tiers, with the host's own in their place. */
export function tierWords(
  { tiers, quadrant }: Words,
  names: Partial<Record<Tier, string>> | null | undefined,
  treatments: Partial<Record<Tier, string>> | null | undefined,
): TierWords {
  return { names: { ...tiers, ...names }, treatments: { ...quadrant.treatments, ...treatments } };
}

/** The words on the plane. */
export function quadrantLabels(
  summary: QuadrantSummary,
  tiers: TierWords,
  { words, f }: Surroundings,
): QuadrantLabels {
  const { quadrant } = words;
  return {
    current: `↑ ${quadrant.current}`,
    potential: quadrant.potential(summary.potential.horizonDays, f),
    lanes: quadrant.lanes,
    tiers: tiers.names,
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
        : /^[-\d.]/.test(String(split))
          ? quadrant.splitRules.given
          : String(split);
  const { current, potential } = summary.splits;
  return {
    finding,
    description: quadrant.description({ customers, asOf: f.date(definition.asOf) }, f),
    notes: [
      {
        text: [
          quadrant.splitLine({ rule, current: f.money(current), potential: f.money(potential) }),
          quadrant.methodLine({ method: quadrant.methods[method], horizonDays }, f),
        ].join(words.common.gap),
        warning: false,
      },
      ...backtestNote(summary.potential.backtest, around),
      ...warnings.map(({ code, message }) => ({ text: quadrant.warnings[code] ?? message, warning: true })),
      ...rowsLeftOut(definition, around),
    ],
  };
}

/** How well the same method would have chosen half-way through the data; nothing where it cannot be told. */
function backtestNote(
  backtest: QuadrantSummary['potential']['backtest'],
  { words, f }: Surroundings,
): Caption['notes'] {
  const { model, pastSpend, random, best, splitDate } = backtest ?? {};
  if (model == null || pastSpend == null || random == null || best == null || !splitDate) return [];
  const since = f.date(splitDate);
  return [{ text: words.quadrant.backtest({ since, model, pastSpend, random, best }, f), warning: false }];
}

/** The tiers, then the customers. */
export function quadrantTables(
  { summary, rows }: QuadrantResult,
  tiers: TierWords,
  { words, f, nameOf }: Surroundings,
): DataTable[] {
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
        quadrant.treatment,
      ],
      rows: summary.tiers.map((tier) => [
        tiers.names[tier.tier],
        f.count(tier.customers),
        f.share(tier.customerShare),
        f.money(tier.currentValue),
        tier.valueShare === null ? '–' : f.share(tier.valueShare),
        f.money(tier.potentialValue),
        tiers.treatments[tier.tier],
      ]),
      figures: [false, true, true, true, true, true, false],
    },
    {
      caption: quadrant.customers,
      head: [quadrant.customer, quadrant.tier, quadrant.currentValue, quadrant.potentialValue],
      rows: rows().map((row) => [
        nameOf(row.customer),
        tiers.names[row.tier],
        f.money(row.current_value),
        f.money(row.potential_value),
      ]),
      figures: [false, false, true, true],
    },
  ];
}
