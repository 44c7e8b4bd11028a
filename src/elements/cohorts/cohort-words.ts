import type { Period } from '../../compute/results';
import { lastPeriod, SMALL_COHORT } from '../../layout/cohort-table';
import type { Caption, DataTable, Surroundings } from '../picture';
import { type CohortsView, cohortNames, figureWays } from './cohort-asked';

/** The later period that the finding speaks of: a year on, or what most businesses look at. */
const LATER: Readonly<Record<Period, number>> = { week: 26, month: 12, quarter: 4, year: 3 };

/** The finding, what the picture is, and what qualifies it. */
export function cohortCaption(
  view: CohortsView,
  shown: 'triangle' | 'curves' | 'table',
  around: Surroundings,
): Caption {
  const { words, f } = around;
  const { asked, lines, customers } = view;
  return {
    finding: finding(view, around),
    description: words.cohorts.description(
      {
        period: asked.period,
        measure: words.cohorts.measures[asked.measure],
        cohorts: lines.length,
        customers,
        asOf: f.date(view.asOf),
      },
      f,
    ),
    notes: notes(view, shown, around).map((text) => ({ text, warning: false })),
  };
}

function finding(view: CohortsView, { words, f }: Surroundings): string {
  const { asked, averages, lines, customers } = view;
  const { period, returning } = asked;
  if (asked.measure.includes('revenue')) {
    const brought = broughtByThen(view);
    if (brought) {
      const later = brought.later && { period: brought.later.period, sum: f.money(brought.later.value) };
      return words.cohorts.findingRevenue({ period, first: f.money(brought.first), later }, f);
    }
  }
  const next = averages.find((average) => average.period === 1);
  if (!next) return words.cohorts.findingNone({ cohorts: lines.length, customers }, f);
  // What only the oldest cohorts have reached says more of them than of customers.
  const far = averages.findLast(
    (average) =>
      average.period > 1 && average.period <= LATER[period] && average.customers >= next.customers / 2,
  );
  const later = far ? { period: far.period, share: far.value } : null;
  return words.cohorts.finding({ period, returning, next: next.value, later }, f);
}

/** Revenue per new customer in period 0, and up to a later one, each over the cohorts that are through with it. */
function broughtByThen({
  asked,
  rows,
}: CohortsView): { first: number; later: { period: number; value: number } | null } | null {
  const last = Math.min(
    LATER[asked.period],
    rows.reduce((most, row) => (row.complete ? Math.max(most, row.period) : most), -1),
  );
  const first = perCustomer(rows, 0);
  if (first === null) return null;
  const value = last > 0 ? perCustomer(rows, last) : null;
  return { first, later: value === null ? null : { period: last, value } };
}

function perCustomer(rows: CohortsView['rows'], upTo: number): number | null {
  const through = new Set(rows.filter((row) => row.period === upTo && row.complete).map((row) => row.cohort));
  let sum = 0;
  let customers = 0;
  for (const row of rows) {
    if (!through.has(row.cohort) || row.period > upTo) continue;
    sum += row.revenue;
    if (row.period === 0) customers += row.cohort_size;
  }
  return customers > 0 ? sum / customers : null;
}

function notes(
  view: CohortsView,
  shown: 'triangle' | 'curves' | 'table',
  { words, f }: Surroundings,
): string[] {
  const { cohorts } = words;
  const small = view.lines.filter((line) => line.small).length;
  const asOf = f.date(view.asOf);
  const open = view.rows.some((row) => !row.complete);
  const average =
    view.averages.length > 0 && view.asked.average ? [cohorts.averageNote[view.asked.average]] : [];
  if (shown === 'table') return average;
  const curves = shown === 'curves';
  return [
    ...average,
    ...(open ? [curves ? cohorts.dashed(asOf) : cohorts.hatched(asOf)] : []),
    ...(small > 0
      ? [curves ? cohorts.notDrawn(small, SMALL_COHORT, f) : cohorts.small(SMALL_COHORT, f)]
      : []),
  ];
}

/** The triangle as figures; a star says that a period was not over. */
export function cohortTables(view: CohortsView, around: Surroundings): DataTable[] {
  const { words } = around;
  const { asked, lines, averages } = view;
  const [name] = cohortNames(asked.period, around);
  const [way] = figureWays(asked.measure, around);
  const figure = way?.figure ?? String;
  const periods = Array.from({ length: lastPeriod(lines) + 1 }, (_, period) => period);
  const average = new Map(averages.map(({ period, value }) => [period, figure(value)]));
  const caption = `${words.cohorts.measures[asked.measure]} · ${words.cohorts.periods[asked.period]}`;
  const starred = view.rows.some((row) => !row.complete) ? ` (${words.cohorts.starred})` : '';
  return [
    {
      caption: caption + starred,
      head: [words.cohorts.cohort, words.cohorts.size, ...periods.map(String)],
      rows: [
        ...(asked.average && averages.length > 0
          ? [
              [
                words.cohorts.average[asked.average],
                '',
                ...periods.map((period) => average.get(period) ?? ''),
              ],
            ]
          : []),
        ...lines.map((line) => {
          const figures = line.figures.map(({ row, value }) =>
            value === null ? '–' : figure(value) + (row.complete ? '' : '*'),
          );
          const beyond = periods.slice(figures.length).map(() => '');
          return [name?.(line.cohort) ?? line.cohort, around.f.count(line.size), ...figures, ...beyond];
        }),
      ],
      figures: [false, true, ...periods.map(() => true)],
    },
  ];
}
