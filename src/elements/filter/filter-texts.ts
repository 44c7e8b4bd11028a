import type { Filter } from '../../compute/results';
import type { FacetsResult } from '../../data/analyses/facets';
import { type Histogram, type HistogramBar, histogram } from '../../layout/histogram';
import { civilOf, dayOfIso, isoOf, lastDayOf } from '../../util/calendar';
import type { Caption, DataTable, Mark, Picture, Surroundings } from '../picture';

const dayIn = (iso: string): number => dayOfIso(iso) ?? 0;

/** What narrows, in words. */
function filterParts(
  filter: Filter | null,
  { from, to }: { from: string; to: string },
  { words, f }: Surroundings,
): string[] {
  const w = words.filter;
  if (!filter) return [];
  const dates = filter.from || filter.to;
  return [
    ...(dates ? [w.dates(f.dateShort(filter.from ?? from), f.dateShort(filter.to ?? to))] : []),
    ...Object.entries(filter.dimensions ?? {}).map(([dimension, values]) =>
      w.values({ dimension, values: values.map((value) => value || w.blank) }, f),
    ),
  ];
}

export function filterCaption({ summary }: FacetsResult, around: Surroundings): Caption {
  const { words, f } = around;
  const w = words.filter;
  const { customers: all, rows: allRows, customersLeft, rowsLeft, asOf, filter } = summary;
  const left = { customers: customersLeft, all, rows: rowsLeft, allRows };
  const nobody = customersLeft === 0;
  return {
    finding: nobody ? w.findingNone : rowsLeft === allRows ? w.findingAll(left, f) : w.finding(left, f),
    description: w.description({ parts: filterParts(filter, summary, around), asOf: f.date(asOf) }),
    notes: nobody ? [{ text: w.nothing, warning: true }] : [],
  };
}

function barsOf({ rows, summary }: FacetsResult): HistogramBar[] {
  return rows().map(({ period, rows: value }) => ({
    first: dayIn(period),
    last: dayIn(lastDayOf(period, summary.unit)),
    value,
  }));
}

/** The histogram of rows over time, for a picture and for the brush over it. */
export function filterPlan(
  result: FacetsResult,
  { words, f, measure, width, height }: Surroundings,
): Histogram & { bars: HistogramBar[] } {
  const { from, to, asOf, filter, unit } = result.summary;
  const w = words.filter;
  const bars = barsOf(result);
  const chosen =
    filter?.from || filter?.to ? { from: dayIn(filter.from ?? from), to: dayIn(filter.to ?? to) } : null;
  const plan = histogram({
    bars,
    chosen,
    mark: asOf === to ? null : { day: dayIn(asOf), label: w.stands(f.dateShort(asOf)) },
    width,
    height,
    title: `↑ ${w.axis[unit]}`,
    short: f.short,
    dates: {
      year: (day) => String(civilOf(day).year),
      month: (day) => f.month(isoOf(day)),
      date: (day) => f.dateShort(isoOf(day)),
    },
    measure,
  });
  return { ...plan, bars };
}

export function filterPicture(result: FacetsResult, around: Surroundings): Picture {
  const { words, f } = around;
  const { shapes, box, place, bars, dayAt } = filterPlan(result, around);
  const rows = result.rows();
  const stops = bars.map((bar, i): Mark => {
    const at = place(bar);
    const title =
      bar.first === bar.last
        ? f.date(isoOf(bar.first))
        : words.filter.dates(f.dateShort(isoOf(bar.first)), f.dateShort(isoOf(bar.last)));
    return {
      key: `bar ${bar.first}`,
      label: `${title}: ${words.filter.rows(bar.value, f)}`,
      x: at.x + at.width / 2,
      y: at.y,
      box: { x: at.x, y: box.top, width: at.width, height: box.bottom - box.top },
      tip: {
        title,
        tone: 'accent',
        lines: [
          ['', words.filter.rows(bar.value, f)],
          [words.filter.amount, f.sum(rows[i]?.amount ?? 0)],
        ],
      },
    };
  });
  const markAt = (x: number): Mark | null => {
    const day = dayAt(x);
    return stops[bars.findIndex(({ first, last }) => first <= day && day <= last)] ?? null;
  };
  return {
    under: [],
    over: shapes,
    stops,
    inOrder: true,
    brush: box,
    brushes: true,
    at: (x, y) => (x >= box.left && x <= box.right && y >= box.top && y <= box.bottom ? markAt(x) : null),
  };
}

export function filterTables(result: FacetsResult, { words, f }: Surroundings): DataTable[] {
  const w = words.filter;
  return [
    {
      caption: w.axis[result.summary.unit],
      head: [w.period, w.axis[result.summary.unit], w.amount],
      rows: result
        .rows()
        .map(({ period, rows, amount }) => [f.dateShort(period), f.count(rows), f.sum(amount)]),
      figures: [false, true, true],
    },
  ];
}
