import { KPI_NAMES, type KpiName, livesOnFew } from '../../compute/kpi-changes';
import type { PlainKpis } from '../../compute/results';
import type { KpiComparison } from '../../data/kpi-comparison';
import type { Caption, DataTable, Surroundings } from '../picture';
import { rowsLeftOut } from '../texts';
import { changesOf, changeText, figureOf, largestShares, monthFigure } from './kpi-tiles';

/** The finding, what the figures are, and the warning where revenue rests on few. */
export function kpiCaption(result: KpiComparison, around: Surroundings): Caption {
  const { words, f } = around;
  const { kpis } = words;
  const { summary, definition, months, before } = result;
  const { top1, top5 } = summary.concentration;
  const few = livesOnFew(summary);
  const notes = [
    ...(few ? [{ text: kpis.warning({ top1: top1 ?? 0, top5: top5 ?? 0 }, f), warning: true }] : []),
    ...refundsOnly(result, around),
    ...(months > 0 && !before ? [{ text: kpis.noComparison(months), warning: false }] : []),
    ...rowsLeftOut(definition, around),
  ];
  return {
    finding: finding(result, few, around),
    description: kpis.description({
      asOf: f.date(definition.asOf),
      before: before && f.date(before.definition.asOf),
      months,
    }),
    notes,
  };
}

/** Why revenue is not what the report of the file says was used; nothing where it is, or a part alone is looked at. */
function refundsOnly({ summary, definition }: KpiComparison, around: Surroundings): Caption['notes'] {
  const { words, f, report } = around;
  const customers = report?.refundOnlyCustomers ?? 0;
  const whole = !definition.filter && definition.asOf >= (report?.to ?? '');
  if (!report || customers === 0 || !whole || definition.refunds !== 'net') return [];
  const used = report.amount.used;
  const brought = f.sum(used - summary.amount);
  return [{ text: words.kpis.refundsOnly({ customers, brought, used: f.sum(used) }, f), warning: false }];
}

function finding(result: KpiComparison, few: boolean, around: Surroundings): string {
  const { words, f } = around;
  const { summary, months } = result;
  const { top1, top5, half } = summary.concentration;
  if (few) return words.kpis.findingFew({ top1: top1 ?? 0, top5: top5 ?? 0, half }, f);
  const changes = changesOf(result);
  const [amount, active] = [changes.amount.value, changes.activeCustomers.value];
  if (amount !== null || active !== null) return words.kpis.finding({ amount, active, months }, f);
  const { customers, repeatRate: repeat } = summary;
  return words.kpis.findingPlain({ customers, amount: f.sum(summary.amount), repeat }, f);
}

/** The figures, then the months behind them. */
export function kpiTables(
  result: KpiComparison,
  selected: PlainKpis | null,
  around: Surroundings,
): DataTable[] {
  const { words, f } = around;
  const { kpis } = words;
  const { summary, months, before, definition } = result;
  const changes = changesOf(result);
  const of = (name: KpiName, value: number | null): string => figureOf(name, value, around);
  const { hhi, half } = summary.concentration;
  const empty = ['', ...(months > 0 ? ['', ''] : []), ...(selected ? [''] : [])];
  const largest = largestShares(summary, around).map(({ label, text }) => [label, text, ...empty]);
  return [
    {
      caption: words.common.asOf(f.date(definition.asOf)),
      head: [
        kpis.figure,
        kpis.now,
        before ? f.dateShort(before.definition.asOf) : kpis.before,
        ...(months > 0 ? [kpis.addedIn(months), kpis.changed] : []),
        ...(selected ? [words.selection.among] : []),
      ],
      rows: [
        ...KPI_NAMES.map((name) => [
          kpis.labels[name],
          of(name, summary[name]),
          changes[name].before === null ? '–' : of(name, changes[name].before),
          ...(months > 0
            ? [
                changes[name].added === null ? '' : of(name, changes[name].added),
                changeText(changes[name], around),
              ]
            : []),
          ...(selected ? [name in selected ? of(name, selected[name as keyof PlainKpis]) : ''] : []),
        ]),
        ...largest,
        [kpis.half, half === null ? '–' : words.common.customers(half, f), ...empty],
        [kpis.hhi, hhi === null ? '–' : f.decimal(hhi, 4), ...empty],
      ],
      figures: [false, true, true, true, true, true],
    },
    {
      caption: kpis.history.month,
      head: [kpis.history.month, ...MONTH_NAMES.map((name) => monthHead(name, around))],
      rows: result.history.map((month) => [
        f.month(month.month) + (month.complete ? '' : '*'),
        ...MONTH_NAMES.map((name) => of(name, monthFigure(name, month))),
      ]),
      figures: [false, ...MONTH_NAMES.map(() => true)],
    },
  ];
}

const MONTH_NAMES: readonly KpiName[] = KPI_NAMES.filter(
  (name) => name !== 'medianDaysBetweenOrders' && name !== 'shareOfTop20',
);

function monthHead(name: KpiName, { words: { kpis } }: Surroundings): string {
  return name === 'customers' ? kpis.history.new : kpis.labels[name];
}
