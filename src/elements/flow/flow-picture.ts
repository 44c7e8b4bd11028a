import type { FlowRow } from '../../compute/results';
import { type FlowColumn, type FlowPart, flowColumns, LEFT, sums } from '../../layout/flow-columns';
import { type FlowLayout, type FlowPlace, flowLayout } from '../../layout/flow-layout';
import { periodName, periodNames } from '../period-names';
import type { Mark, Picture, Surroundings, Tip } from '../picture';
import { type FlowView, figure, partName, signed } from './flow-view';

/** The revolving door, a stop on each part of each column. */
export function flowPicture(
  view: FlowView,
  selected: readonly FlowRow[] | null,
  around: Surroundings,
): Picture {
  const { words, f, measure, width, height } = around;
  const { columns, parts } = view;
  const own = selected && flowColumns(selected, view.measure, columns[view.last]?.period ?? null);
  const marked = own && new Map(own.map((column) => [column.period, column]));
  const layout = flowLayout({
    columns,
    selected: marked,
    parts,
    width,
    height,
    labels: {
      title: words.flow.axis(view),
      parts: Object.fromEntries(parts.map((part) => [part, partName(part, view, around)])) as Record<
        FlowPart,
        string
      >,
      net: words.flow.net,
      stayed: words.flow.stayed,
    },
    names: periodNames(view.period, around),
    short: view.measure === 'revenue' ? f.moneyShort : f.short,
    full: (value) => figure(value, view, around),
    measure,
  });
  const marks = new Map(layout.places.map((place) => [place.key, partMark(place, view, marked, around)]));
  return {
    under: layout.scene.shapes,
    over: [],
    stops: [...marks.values()],
    at: (x, y) => {
      const place = nearest(layout, x, y);
      return (place && marks.get(place.key)) ?? null;
    },
  };
}

/** The part of the column under the pointer that lies nearest: a small bar is to be hit too. */
function nearest({ box, columnAt, places }: FlowLayout, x: number, y: number): FlowPlace | null {
  if (x < box.left || x > box.right || y < box.top - 24 || y > box.bottom + 16) return null;
  const index = columnAt(x);
  let best: FlowPlace | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const place of places) {
    if (place.column !== index) continue;
    const away = Math.max(place.y - y, y - place.y - place.height, 0);
    if (away < least) [best, least] = [place, away];
  }
  return best;
}

function partMark(
  place: FlowPlace,
  view: FlowView,
  marked: ReadonlyMap<string, FlowColumn> | null,
  around: Surroundings,
): Mark {
  const { key, part, x, y, width, height } = place;
  const column = view.columns[place.column]!;
  const left = LEFT.some((one) => one === part);
  const tone = left ? 'fall' : part === 'new' || part === 'reactivated' ? 'fresh' : 'rise';
  return {
    key,
    group: part,
    x: x + width / 2,
    y: y + height / 2,
    box: { x, y, width, height },
    over: [
      {
        kind: 'rect',
        x: x - 1,
        y: y - 1,
        width: width + 2,
        height: height + 2,
        radius: 2,
        stroke: 'text',
        strokeWidth: 2,
      },
    ],
    get label(): string {
      return spoken(part, column, view, marked, around);
    },
    get tip(): Tip {
      return {
        title: titleOf(column, view, around),
        tone,
        lines: tipLines(part, column, view, marked, around),
      };
    },
  };
}

/** The name of a column's period, and that it is not over. */
function titleOf({ period, complete }: FlowColumn, view: FlowView, around: Surroundings): string {
  const name = periodName(view.period, period, around);
  return complete ? name : `${name} (${around.words.flow.notComplete})`;
}

function spoken(
  part: FlowPart,
  column: FlowColumn,
  view: FlowView,
  marked: ReadonlyMap<string, FlowColumn> | null,
  around: Surroundings,
): string {
  const { words } = around;
  const name = partName(part, view, around);
  const value = figure(column.parts[part], view, around);
  const net = `${words.flow.net} ${signed(column.net, view, around)}`;
  const chosen = marked ? [selectedLine(part, column, view, marked, around).join(' ')] : [];
  return [titleOf(column, view, around), `${name} ${value}`, ...chosen, net].join(words.common.comma);
}

function tipLines(
  part: FlowPart,
  column: FlowColumn,
  view: FlowView,
  marked: ReadonlyMap<string, FlowColumn> | null,
  around: Surroundings,
): [string, string][] {
  const { words, f } = around;
  const { came, left } = sums(column);
  return [
    ...view.parts.map((one): [string, string] => [
      (one === part ? '● ' : '') + partName(one, view, around),
      figure(column.parts[one], view, around),
    ]),
    [words.flow.net, signed(column.net, view, around)],
    ...(left > 0 && view.measure === 'customers'
      ? [[words.flow.quickRatio, f.decimal(came / left, 2)] as [string, string]]
      : []),
    ...(marked ? [selectedLine(part, column, view, marked, around)] : []),
  ];
}

function selectedLine(
  part: FlowPart,
  { period, parts }: FlowColumn,
  view: FlowView,
  marked: ReadonlyMap<string, FlowColumn>,
  around: Surroundings,
): [string, string] {
  const own = marked.get(period)?.parts[part] ?? 0;
  const { words, f } = around;
  const text =
    view.measure === 'customers' ? words.selection.ofAll(own, parts[part], f) : figure(own, view, around);
  return [words.selection.among, text];
}
