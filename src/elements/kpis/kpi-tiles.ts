import { KPI_NAMES, type KpiChange, type KpiName, kpiChanges, livesOnFew } from '../../compute/kpi-changes';
import type { KpiMonth, PlainKpis } from '../../compute/results';
import type { KpiComparison } from '../../data/kpi-comparison';
import type { KpiTile, ShareBar, TileLine } from '../../layout/kpi-layout';
import type { Spark } from '../../layout/kpi-spark';
import type { Tone } from '../../layout/shapes';
import type { Surroundings } from '../picture';

/** Sparklines longer than this say nothing any more. */
const MOST_MONTHS = 36;

const SPARKS: Partial<Record<KpiName, [Spark['kind'], (month: KpiMonth) => number | null]>> = {
  amount: ['bars', ({ amount }) => amount],
  customers: ['bars', ({ newCustomers }) => newCustomers],
  orders: ['bars', ({ orders }) => orders],
  activeCustomers: ['line', ({ activeCustomers }) => activeCustomers],
  averageOrderValue: ['line', ({ averageOrderValue }) => averageOrderValue],
  repeatRate: ['line', ({ repeatRate }) => repeatRate],
  retention: ['line', ({ retention }) => retention],
};

/** What the sparkline of a figure shows of a month; null for figures without one. */
export function monthFigure(name: KpiName, month: KpiMonth): number | null {
  return SPARKS[name]?.[1](month) ?? null;
}

/** The key of the tile about how few bring how much. */
export const CONCENTRATION = 'concentration';

export function changesOf({ summary, before, earlier }: KpiComparison): Record<KpiName, KpiChange> {
  return kpiChanges(summary, before?.summary ?? null, earlier?.summary ?? null);
}

/** A figure in words, the fullest way first. */
export function figureWays(name: KpiName, value: number | null, { f }: Surroundings): string[] {
  if (value === null) return ['–'];
  switch (name) {
    case 'amount':
      return [f.sum(value), f.moneyShort(value)];
    case 'averageOrderValue':
      return [f.money(value), f.moneyShort(value)];
    case 'repeatRate':
    case 'retention':
    case 'shareOfTop20':
      return [f.share(value)];
    case 'medianDaysBetweenOrders':
      return [f.decimal(value, 1)];
    default:
      return [f.count(value), f.short(value)];
  }
}

export function figureOf(name: KpiName, value: number | null, around: Surroundings): string {
  return figureWays(name, value, around)[0] ?? '–';
}

/** A change with its sign as an arrow; empty where there is none to tell. */
export function changeText({ unit, value }: KpiChange, { words, f }: Surroundings): string {
  if (value === null) return '';
  // As precise as it is told: ▲ 0% would be neither.
  const long = unit === 'days' ? rounded(Math.abs(value), 10) : rounded(Math.abs(value), 1000);
  const text =
    unit === 'share'
      ? f.share(long)
      : unit === 'points'
        ? words.kpis.points(long, f)
        : words.kpis.days(long, f);
  return `${long === 0 ? '=' : value > 0 ? '▲' : '▼'} ${text}`;
}

function rounded(value: number, steps: number): number {
  return Math.round(value * steps) / steps;
}

/** Every figure as a tile; where customers are selected, with theirs. */
export function kpiTiles(result: KpiComparison, selected: PlainKpis | null, around: Surroundings): KpiTile[] {
  const { words } = around;
  const { summary } = result;
  const changes = changesOf(result);
  const tiles = KPI_NAMES.map((name): KpiTile => {
    const change = changes[name];
    const own = selected && name in selected ? selected[name as keyof PlainKpis] : null;
    return {
      key: name,
      label: words.kpis.labels[name],
      figures: figureWays(name, summary[name], around),
      lines:
        own === null
          ? changeLines(name, change, result.months, around)
          : [line([`${words.selection.among} ${figureOf(name, own, around)}`], 'accent')],
      spark: sparkOf(name, result.history),
      bars: [],
      warns: false,
    };
  });
  return [...tiles, ...concentrationTile(result, around)];
}

/** More of this is no good sign, or none at all. */
function toneOf(name: KpiName, { value }: KpiChange): Tone {
  if (value === null || value === 0 || name === 'shareOfTop20') return 'muted';
  const better = name === 'medianDaysBetweenOrders' ? value < 0 : value > 0;
  return better ? 'rise' : 'fall';
}

function line(ways: readonly string[], tone: Tone = 'muted'): TileLine {
  return { ways, tone, strong: tone !== 'muted' };
}

/** What a figure changed by. Of a total first what was added: else its change would be taken for one of the whole. */
function changeLines(name: KpiName, change: KpiChange, months: number, around: Surroundings): TileLine[] {
  const { kpis } = around.words;
  const { added, before } = change;
  const text = changeText(change, around);
  const tone = toneOf(name, change);
  const strong = (ways: readonly string[]): TileLine[] => (text ? [{ ways, tone, strong: true }] : []);
  if (added === null)
    return [
      ...strong([text]),
      ...(before === null ? [] : [line([kpis.was(figureOf(name, before, around))])]),
    ];
  const [full = '', short = full] = figureWays(name, Math.abs(added), around).map(
    (figure) => (added < 0 ? '−' : '+') + figure,
  );
  return [
    line([kpis.added(full, months), kpis.addedShort(full, months), kpis.addedShort(short, months)]),
    ...strong([kpis.onBefore(text, months), kpis.onBeforeShort(text, months), text]),
  ];
}

function sparkOf(name: KpiName, history: readonly KpiMonth[]): Spark | null {
  const spark = SPARKS[name];
  if (!spark) return null;
  const [kind, value] = spark;
  // What a month was worth is known when it is over; what stands at its end, at any time.
  const months = history.slice(-MOST_MONTHS).filter(({ complete }) => complete || name !== 'retention');
  return { kind, points: months.map((month) => ({ value: value(month), complete: month.complete })) };
}

/** What the largest customers bring: one, five and ten of them. */
export function largestShares(
  { concentration: { top1, top5, top10 } }: KpiComparison['summary'],
  { words, f }: Surroundings,
): { count: number; share: number | null; label: string; text: string }[] {
  return [top1, top5, top10].map((share, i) => {
    const count = [1, 5, 10][i]!;
    return { count, share, label: words.kpis.largest(count, f), text: share === null ? '–' : f.share(share) };
  });
}

function concentrationTile({ summary }: KpiComparison, around: Surroundings): KpiTile[] {
  if (summary.concentration.top1 === null) return [];
  const warns = livesOnFew(summary);
  const all = largestShares(summary, around);
  const bars = all.flatMap(({ count, share, label, text }): ShareBar[] =>
    share !== null && count < Math.max(2, summary.customers) ? [{ label, share, text }] : [],
  );
  return [
    {
      key: CONCENTRATION,
      label: around.words.kpis.concentration,
      figures: [`${warns ? '⚠ ' : ''}${(bars.at(-1) ?? all[0])?.text}`],
      lines: [],
      spark: null,
      bars,
      warns,
    },
  ];
}
