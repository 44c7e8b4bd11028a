import type { Definition, ParetoResult, ParetoSummary } from '../../compute/results';
import type { MarkedRanks } from '../../data/marked-groups';
import { type paretoCurve, VISIBLE_HUMP, valueAt } from '../../layout/pareto-curve';
import type { ParetoSubject, ParetoValue } from '../../locales/words';
import type { Caption, DataTable, Surroundings } from '../picture';
import { comparedOf, nameOf } from './pareto-compared';

/** Below this share of the top fifth nobody should quote the rule of 80/20. */
const EVEN = 0.5;
/** With fewer items a fifth is one or two of them. */
const FEW = 10;

/** What was asked of the analysis, read from what it answered. */
export interface ParetoAsked {
  subject: ParetoSubject;
  target: number;
  /** Ends of A and of B, as shares of the value. */
  abc: readonly [number, number];
}

const VALUES: readonly ParetoValue[] = ['amount', 'profit', 'orders'];

/** The options that a result rests on: those of the element may already be others. */
export function askedFor({ options }: Definition): ParetoAsked {
  const { of, value, target, abc } = options;
  const [first, second] =
    typeof abc === 'string' ? abc.split(',').map(Number) : Array.isArray(abc) ? abc : [];
  return {
    subject: {
      of: typeof of === 'string' ? of : 'customer',
      value: VALUES.find((known) => known === value) ?? 'amount',
    },
    target: typeof target === 'number' ? target : 0.8,
    abc: [Number(first ?? 0.8), Number(second ?? 0.95)],
  };
}

/** The finding, what the picture is, and what qualifies it. */
export function paretoCaption(
  { summary, definition }: ParetoResult,
  asked: ParetoAsked,
  around: Surroundings,
  curve: ReturnType<typeof paretoCurve>,
): Caption {
  const { words, f } = around;
  const { subject, abc } = asked;
  const asOf = f.date(definition.asOf);
  return {
    finding: finding(summary, asked, around, curve),
    description: words.pareto.description({ ...subject, items: summary.items, asOf }, f),
    notes: [
      ...besideLine(summary, subject, around).map((text) => ({ text, warning: false })),
      ...(meaningful(summary) ? [{ text: classLine(abc, around), warning: false }] : []),
      ...giniLine(summary, subject, around).map((text) => ({ text, warning: false })),
    ],
  };
}

/** Whether shares of the total say anything at all. */
export function meaningful({ total, peakShare }: ParetoSummary): boolean {
  return total > 0 && peakShare !== null;
}

function finding(
  summary: ParetoSummary,
  { subject, target }: ParetoAsked,
  { words, f }: Surroundings,
  curve: ReturnType<typeof paretoCurve>,
): string {
  const { items, total, shareOfTop20, itemsForTargetShare: needed, peakShare, peakAt } = summary;
  if (!meaningful(summary) || shareOfTop20 === null) {
    return words.pareto.noShares({ ...subject, total: amount(total, subject.value, f) });
  }
  if (peakShare !== null && peakShare >= VISIBLE_HUMP) {
    return words.pareto.findingWhale({ ...subject, share: peakAt / items, peak: peakShare }, f);
  }
  // What a single one brings is no matter of shares.
  if (items < FEW || (needed !== null && needed * items < 1.5))
    return words.pareto.findingFew({ ...subject, items, largest: valueAt(curve, 1 / items) }, f);
  const say = shareOfTop20 < EVEN ? words.pareto.findingEven : words.pareto.finding;
  return say({ ...subject, top: shareOfTop20, target, needed }, f);
}

function amount(value: number, kind: ParetoValue, f: Surroundings['f']): string {
  return kind === 'orders' ? f.count(value) : f.sum(value);
}

function classLine([first, second]: readonly [number, number], { words, f }: Surroundings): string {
  const bounds = [f.share(first), f.share(second)] as const;
  const { A, B, C } = words.pareto.classes;
  return [A(bounds), B(bounds), C(bounds)].join(words.common.comma) + words.common.stop;
}

/** How many of the selected are in each class. */
export function selectedNotes(
  marked: readonly MarkedRanks[],
  { words, f }: Surroundings,
): { text: string; warning: boolean }[] {
  const classes = [...new Set(marked.map((one) => one.class))].sort();
  if (classes.length === 0) return [];
  const counts = classes.map((name) => {
    const here = marked.filter((one) => one.class === name);
    return `${name} ${f.count(here.reduce((sum, one) => sum + one.customers, 0))}`;
  });
  const text = words.selection.byClass(counts.join(words.common.comma)) + words.common.stop;
  return [{ text, warning: false }];
}

function besideLine({ compared }: ParetoSummary, subject: ParetoSubject, around: Surroundings): string[] {
  if (!compared) return [];
  const { words, f } = around;
  const { items, shareOfTop20: top } = compared;
  return [words.pareto.beside({ ...subject, name: nameOf(compared, around), items, top }, f)];
}

function giniLine(summary: ParetoSummary, subject: ParetoSubject, { words, f }: Surroundings): string[] {
  if (summary.gini !== null) return [words.pareto.gini(summary.gini, f)];
  const { negativeItems: negative } = summary;
  return negative > 0 ? [words.pareto.noGini({ ...subject, negative }, f)] : [];
}

/** The figures of a second curve, as a column beside those of the first. */
function besideColumn(
  summary: ParetoSummary,
  around: Surroundings,
): { name: string; tops: readonly string[]; needed: string; at: (share: number) => string } | null {
  const curve = comparedOf(summary, around);
  const { compared } = summary;
  if (!curve || !compared) return null;
  const share = (value: number | null): string => (value === null ? '–' : around.f.share(value));
  const { shareOfTop1, shareOfTop10, shareOfTop20, itemsForTargetShare } = compared;
  return {
    name: curve.label,
    tops: [shareOfTop1, shareOfTop10, shareOfTop20].map(share),
    needed: share(itemsForTargetShare),
    at: (items) => share(valueAt(curve.curve, items)),
  };
}

/** The numbers of the picture: key figures, classes, and the curve at each per cent. */
export function paretoTables(
  { summary }: ParetoResult,
  { subject, target }: ParetoAsked,
  around: Surroundings,
  curve: ReturnType<typeof paretoCurve>,
): DataTable[] {
  const { words, f } = around;
  const { pareto } = words;
  const share = (value: number | null): string => (value === null ? '–' : f.share(value));
  const counted = pareto.shareOfItems(subject);
  const brought = pareto.shareOfValue(subject);
  const tops = [
    [0.01, summary.shareOfTop1],
    [0.1, summary.shareOfTop10],
    [0.2, summary.shareOfTop20],
  ] as const;
  const needed = summary.itemsForTarget;
  const last = Math.min(100, summary.items);
  const beside = besideColumn(summary, around);
  const also = (text: string | undefined): string[] => (beside ? [text ?? ''] : []);
  return [
    {
      caption: pareto.keyFigures,
      head: [pareto.figure, pareto.number, counted, brought, ...also(beside?.name)],
      rows: [
        ...tops.map(([top, brings], i) => [
          pareto.top(f.share(top)),
          '',
          f.share(top),
          share(brings),
          ...also(beside?.tops[i]),
        ]),
        ...(needed === null
          ? []
          : [
              [
                pareto.forTarget(f.share(target)),
                f.count(needed),
                share(summary.itemsForTargetShare),
                f.share(target),
                ...also(beside ? pareto.top(beside.needed) : ''),
              ],
            ]),
        ...summary.classes.map((one) => [
          `${pareto.class} ${one.class}`,
          f.count(one.items),
          f.share(one.itemShare),
          share(one.valueShare),
          ...also(''),
        ]),
        [
          pareto.total(subject),
          f.count(summary.items),
          '',
          amount(summary.total, subject.value, f),
          ...also(''),
        ],
      ],
      figures: [false, true, true, true, ...(beside ? [true] : [])],
    },
    {
      caption: pareto.curve,
      head: [counted, pareto.number, brought, ...also(beside?.name)],
      rows: Array.from({ length: last }, (_, i) => {
        const items = Math.round(((i + 1) / last) * summary.items);
        const at = items / summary.items;
        return [f.share(at), f.count(items), share(valueAt(curve, at)), ...also(beside?.at(at))];
      }),
      figures: [true, true, true, ...(beside ? [true] : [])],
    },
  ];
}
