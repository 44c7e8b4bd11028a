import type { Period } from '../../compute/results';
import { lastPeriod, SMALL_COHORT } from '../../layout/cohort-table';
import { periodNames } from '../period-names';
import type { Caption, DataTable, Surroundings } from '../picture';
import { type CohortsView, figureWays, periodsTitle } from './cohort-asked';

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
  const { asked, rates, lines, customers } = view;
  const { period, returning } = asked;
  if (asked.measure.includes('revenue')) {
    const { first, later } = broughtByThen(view);
    const sum = later && { period: later.period, sum: f.money(later.value) };
    if (first !== null) return words.cohorts.findingRevenue({ period, first: f.money(first), later: sum }, f);
  }
  const next = rates.find((rate) => rate.period === 1);
  if (!next) return words.cohorts.findingNone({ cohorts: lines.length, customers }, f);
  const far = rates.findLast(
    (rate) =>
      rate.period > 1 && rate.period <= LATER[period] && speaksForMost(rate.customers, next.customers),
  );
  // A later rate of the period before says nothing of who is still there.
  const later = far && asked.base === 'start' ? { period: far.period, share: far.value } : null;
  return words.cohorts.finding({ period, returning, next: next.value, later }, f);
}

/** What only the oldest cohorts have reached says more of them than of customers. */
function speaksForMost(customers: number, all: number): boolean {
  return customers >= all / 2;
}

interface Brought {
  first: number | null;
  later: { period: number; value: number } | null;
}

/** Revenue per new customer in period 0, and up to a later one, each over the cohorts that are through with it. */
function broughtByThen({ asked, rows }: CohortsView): Brought {
  const first = perCustomer(rows, 0);
  for (let period = LATER[asked.period]; period > 0; period--) {
    const { value, customers } = perCustomer(rows, period);
    if (value !== null && speaksForMost(customers, first.customers)) {
      return { first: first.value, later: { period, value } };
    }
  }
  return { first: first.value, later: null };
}

function perCustomer(rows: CohortsView['rows'], upTo: number): { value: number | null; customers: number } {
  const through = new Set(rows.filter((row) => row.period === upTo && row.complete).map((row) => row.cohort));
  let sum = 0;
  let customers = 0;
  for (const row of rows) {
    if (!through.has(row.cohort) || row.period > upTo) continue;
    sum += row.revenue;
    if (row.period === 0) customers += row.cohort_size;
  }
  return { value: customers > 0 ? sum / customers : null, customers };
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
  const qualified = [...average, ...(view.asked.base === 'previous' ? [cohorts.ofPrevious] : [])];
  if (shown === 'table') return qualified;
  const curves = shown === 'curves';
  return [
    ...qualified,
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
  const [name] = periodNames(asked.period, around);
  const [way] = figureWays(asked.measure, around);
  const figure = way?.figure ?? String;
  const periods = Array.from({ length: lastPeriod(lines) + 1 }, (_, period) => period);
  const average = new Map(averages.map(({ period, value }) => [period, figure(value)]));
  const caption = `${words.cohorts.measures[asked.measure]} · ${periodsTitle(view, around)}`;
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
