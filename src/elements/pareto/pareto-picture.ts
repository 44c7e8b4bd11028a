import type { ParetoResult } from '../../compute/results';
import type { MarkedRanks } from '../../data/selection';
import { type CursorReading, cursorStops, readCurve } from '../../layout/pareto-cursor';
import { paretoCurve, reachedBy } from '../../layout/pareto-curve';
import { paretoLayout } from '../../layout/pareto-layout';
import type { ParetoAside, ParetoLayout } from '../../layout/pareto-shapes';
import type { Shape } from '../../layout/shapes';
import type { Mark, Picture, Surroundings } from '../picture';
import { meaningful, type ParetoAsked } from './pareto-words';

/** The curve, and a cursor on it for the pointer and for the arrow keys. */
export function paretoPicture(
  result: ParetoResult,
  asked: ParetoAsked,
  marked: readonly MarkedRanks[] | null,
  around: Surroundings,
): Picture {
  const { summary } = result;
  if (!meaningful(summary)) return { under: [], over: [], stops: [] };
  const layout = layOut(result, asked, marked, around);
  const mark = (share: number): Mark =>
    cursorMark(layout, readCurve(layout.points, summary.items, share), summary.classes, asked, around);
  const stops = cursorStops(summary.items, [summary.itemsForTargetShare, summary.peakAt / summary.items]);
  return {
    under: layout.scene.shapes,
    over: [],
    stops: stops.map(mark),
    inOrder: true,
    at: (x, y) => (within(layout, x, y) ? mark(layout.itemsUnder(x)) : null),
  };
}

function layOut(
  { rows, summary }: ParetoResult,
  asked: ParetoAsked,
  marked: readonly MarkedRanks[] | null,
  around: Surroundings,
): ParetoLayout {
  const { words, f, measure, width, height } = around;
  const { pareto } = words;
  const { subject, target } = asked;
  const needed = summary.itemsForTargetShare ?? 0;
  const points = paretoCurve(rows());
  const brings = reachedBy(points, needed, target);
  const peak = summary.peakShare ?? 1;
  return paretoLayout({
    rows: rows(),
    summary,
    target,
    width,
    height,
    labels: {
      equality: pareto.equality,
      crossing: pareto.crossing({ ...subject, share: needed, brings }, f),
      peak: pareto.peak({ ...subject, share: summary.peakAt / summary.items, peak }, f),
      items: pareto.itemsAxis(subject),
      value: pareto.valueAxis(subject),
    },
    aside: asideOf(summary, asked, around),
    selected: marked && marked.length > 0 ? selectedAlong(marked, around) : null,
    percent: f.share,
    count: (items) => f.count(items),
    measure,
  });
}

function selectedAlong(
  stretches: readonly MarkedRanks[],
  { words, f }: Surroundings,
): { stretches: readonly MarkedRanks[]; label: string } {
  const brings = stretches.reduce((sum, one) => sum + one.valueShare, 0);
  return { stretches, label: `${words.selection.among} ${f.share(brings)}` };
}

function asideOf(
  summary: ParetoResult['summary'],
  { subject }: ParetoAsked,
  { words, f }: Surroundings,
): ParetoAside {
  const { pareto } = words;
  const share = (value: number | null): string => (value === null ? '–' : f.shareFixed(value));
  const tops = [
    [0.01, summary.shareOfTop1],
    [0.1, summary.shareOfTop10],
    [0.2, summary.shareOfTop20],
  ] as const;
  return {
    head: [pareto.ofItems(subject), pareto.ofValue(subject)],
    groups: [
      tops.map(([top, brings]) => [pareto.first, f.share(top), share(brings)]),
      summary.classes.map((one) => [
        `${pareto.class} ${one.class}`,
        share(one.itemShare),
        share(one.valueShare),
      ]),
    ],
  };
}

/** Somewhat more than the plot, so that the ends of the curve can be reached. */
function within({ plot }: ParetoLayout, x: number, y: number): boolean {
  return x >= plot.left - 8 && x <= plot.right + 8 && y >= plot.top - 8 && y <= plot.bottom + 24;
}

function cursorMark(
  layout: ParetoLayout,
  { items, itemShare, valueShare }: CursorReading,
  classes: ParetoResult['summary']['classes'],
  { subject }: ParetoAsked,
  { words, f }: Surroundings,
): Mark {
  const { pareto } = words;
  const x = layout.x(itemShare);
  const y = layout.y(valueShare);
  const title = pareto.reading({ ...subject, share: itemShare, brings: valueShare }, f);
  const count = pareto.items(subject, items, f);
  const group = classOf(classes, items);
  return {
    key: String(items),
    group,
    label: `${title}${words.common.comma}${count}`,
    x,
    y,
    box: { x: x - 5, y: y - 5, width: 10, height: 10 },
    tip: {
      title,
      lines: [
        [pareto.number, f.count(items)],
        [pareto.class, group],
      ],
    },
    over: cursorShapes(layout, x, y),
  };
}

/** The class of the last of the top `items`. */
function classOf(classes: ParetoResult['summary']['classes'], items: number): string {
  let before = 0;
  const found = classes.find((one) => {
    before += one.items;
    return items <= before;
  });
  return found?.class ?? '';
}

function cursorShapes({ plot }: ParetoLayout, x: number, y: number): Shape[] {
  const guide = { kind: 'line', stroke: 'text', opacity: 0.55, dash: '3 3' } as const;
  return [
    { ...guide, x1: plot.left, x2: x, y1: y, y2: y },
    { ...guide, x1: x, x2: x, y1: y, y2: plot.bottom },
    { kind: 'circle', cx: x, cy: y, r: 5, fill: 'accent', stroke: 'surface', strokeWidth: 2 },
  ];
}
