import { KPI_NAMES, type KpiName } from '../../compute/kpi-changes';
import type { PlainKpis } from '../../compute/results';
import type { KpiComparison } from '../../data/kpi-comparison';
import type { SelectionRequest } from '../../data/selection';
import { type KpiPlace, type KpiTile, kpiLayout } from '../../layout/kpi-layout';
import type { Words } from '../../locales/words';
import type { Mark, Picture, Surroundings } from '../picture';
import { CONCENTRATION, changesOf, changeText, figureOf, kpiTiles, largestShares } from './kpi-tiles';

/** The tiles, a stop on each. */
export function kpiPicture(result: KpiComparison, selected: PlainKpis | null, around: Surroundings): Picture {
  const tiles = kpiTiles(result, selected, around);
  const { scene, places } = kpiLayout({ tiles, width: around.width, measure: around.measure });
  return {
    under: scene.shapes,
    over: [],
    size: { width: around.width, height: scene.height },
    stops: places.map((place, i) => tileMark(result, tiles[i]!, place, around)),
  };
}

function tileMark(result: KpiComparison, tile: KpiTile, place: KpiPlace, around: Surroundings): Mark {
  const { key, x, y, width, height } = place;
  const parts = [tile.figures[0] ?? '', ...tile.lines.map(({ ways }) => ways[0] ?? '')].filter(Boolean);
  const shares = tile.bars.map(({ label, text }) => `${label} ${text}`);
  const name = KPI_NAMES.find((one) => one === key);
  return {
    key,
    label: `${tile.label}: ${[...parts, ...shares].join(around.words.common.comma)}`,
    x: x + width / 2,
    y: y + height / 2,
    box: { x: x + 2, y: y + 2, width: width - 4, height: height - 4 },
    tip: {
      title: tile.label,
      lines: name ? tipLines(name, result, around) : concentrationLines(result, around),
    },
  };
}

function tipLines(name: KpiName, result: KpiComparison, around: Surroundings): [string, string][] {
  const { words, f } = around;
  const { kpis } = words;
  const change = changesOf(result)[name];
  const { before, months, definition, summary } = result;
  const lines: [string, string][] = [[f.dateShort(definition.asOf), figureOf(name, summary[name], around)]];
  if (before) lines.push([f.dateShort(before.definition.asOf), figureOf(name, change.before, around)]);
  if (change.added !== null) lines.push([kpis.addedIn(months), figureOf(name, change.added, around)]);
  const text = changeText(change, around);
  if (text) lines.push([kpis.changed, text]);
  return lines;
}

function concentrationLines({ summary }: KpiComparison, around: Surroundings): [string, string][] {
  const { hhi, half } = summary.concentration;
  const { words, f } = around;
  const { kpis } = words;
  return [
    ...largestShares(summary, around).map(({ label, text }): [string, string] => [label, text]),
    ...(half === null ? [] : [[kpis.half, words.common.customers(half, f)] as [string, string]]),
    [kpis.hhi, hhi === null ? '–' : f.decimal(hhi, 4)],
  ];
}

/** The customers a figure counts; null where it counts all, or none. */
export function customersBehind(
  key: string,
  { history }: KpiComparison,
  words: Words,
  month: (iso: string) => string,
): SelectionRequest | null {
  const { kpis } = words;
  switch (key) {
    case 'activeCustomers':
      return {
        analysis: 'rfm',
        where: { recency_days: { max: 89 } },
        description: kpis.labels.activeCustomers,
      };
    case 'repeatRate':
      return { analysis: 'rfm', where: { frequency: { min: 2 } }, description: kpis.repeaters };
    case 'shareOfTop20':
      return { analysis: 'pareto', where: { item_share: { max: 0.2 } }, description: kpis.topFifth };
    case 'retention': {
      const last = history.findLast(({ complete }) => complete);
      if (!last) return null;
      const where = { period: last.month, flow: 'retained' };
      return { analysis: 'flow', where, description: kpis.stayed(month(last.month)) };
    }
    case CONCENTRATION:
      return { analysis: 'pareto', where: { rank: { max: 10 } }, description: kpis.tenLargest };
    default:
      return null;
  }
}
