import type { ParetoResult } from '../../compute/results';
import type { MarkedRanks } from '../../data/marked-groups';
import { cursorStops } from '../../layout/pareto-cursor';
import { paretoCurve, reachedBy } from '../../layout/pareto-curve';
import { paretoLayout } from '../../layout/pareto-layout';
import type { ParetoAside, ParetoLayout } from '../../layout/pareto-shapes';
import type { Picture, Surroundings } from '../picture';
import { comparedOf } from './pareto-compared';
import { paretoCursor } from './pareto-cursor';
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
  const cursor = paretoCursor(layout, summary, asked, comparedOf(summary, around), around);
  return {
    under: layout.scene.shapes,
    over: [],
    stops: cursorStops(summary.items, [summary.itemsForTargetShare, summary.peakAt / summary.items]).map(
      cursor.mark,
    ),
    inOrder: true,
    cursor,
    at: (x, y) => (cursor.axis(x, y) === 'x' ? cursor.at(x, y, 'x') : null),
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
    compared: comparedOf(summary, around),
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
