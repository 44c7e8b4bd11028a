import { checkOneOf, wholeOption } from '../../compute/option-checks';
import type { Analysis, Filter, IsoDate } from '../../compute/results';
import { rule } from '../../compute/rule';
import {
  type Bucket,
  countLeft,
  countValues,
  selectExtent,
  selectHistogram,
  selectValues,
} from '../../sql/facet-query';
import { firstDayOfMonth, isoOf, monthOf, nextOf } from '../../util/calendar';
import { ownValue } from '../../util/own-value';
import { analysisOf, figuresOf, plainRows } from '../analysis';
import { Days } from '../days';
import { definitionOf, type QueryContext } from '../query-context';
import type { ValuesOptions } from '../source-options';

/** A stretch of time: its first day, and what lies in it within the filter, its dates aside. */
export interface FacetRow {
  period: IsoDate;
  rows: number;
  amount: number;
}

export interface FacetSummary {
  /** What a stretch is. */
  unit: Bucket;
  /** All that the source holds. */
  from: IsoDate;
  to: IsoDate;
  rows: number;
  customers: number;
  /** What filter and as-of leave of it. */
  rowsLeft: number;
  customersLeft: number;
  asOf: IsoDate;
  filter: Filter | null;
  /** Dimensions to filter by. */
  dimensions: readonly string[];
}

export interface ValueRow {
  value: string;
  rows: number;
  customers: number;
  chosen: boolean;
}

export type FacetsResult = Analysis<FacetRow, FacetSummary>;
export type ValuesResult = Analysis<ValueRow, { dimension: string; total: number }>;

/** Days up to which a bar stands for a day, and for a week. */
const BY_DAY = 120;
const BY_WEEK = 1100;

/** Over time, what there is to filter by dates, and what the filter leaves. The context is that of all rows. */
export async function facets(
  context: QueryContext,
  asOfDay: number,
  filter: Filter | null,
): Promise<FacetsResult> {
  const { tables } = context;
  const all = await context.cached('extent', async (apart) =>
    figuresOf(await apart.run(selectExtent(tables))),
  );
  const [first, last] = [all.first_day!, all.last_day!];
  const unit: Bucket = last - first < BY_DAY ? 'day' : last - first < BY_WEEK ? 'week' : 'month';
  const { dimensions } = filter ?? {};
  const others = context.condition(last, dimensions ? { dimensions } : null);
  const counted = await context.cached(`histogram ${others}`, async (apart) =>
    plainRows(await apart.run(selectHistogram(tables, unit, others))),
  );
  const left = figuresOf(await context.run(countLeft(tables, context.condition(asOfDay, filter))));
  const rows = filled(counted as unknown as Counted[], unit, first, last);
  const table = await context.table({
    period: new Days(Int32Array.from(rows, ({ day }) => day)),
    rows: Float64Array.from(rows, (row) => row.rows),
    amount: Float64Array.from(rows, (row) => row.amount),
  });
  const summary: FacetSummary = {
    unit,
    from: isoOf(first),
    to: isoOf(last),
    rows: all.rows!,
    customers: all.customers!,
    rowsLeft: left.rows!,
    customersLeft: left.customers!,
    asOf: isoOf(asOfDay),
    filter,
    dimensions: context.mapping.dimensions ?? [],
  };
  const rules = [
    rule('rows-over-time', 'rows over time: within the filter by dimensions, whatever its dates and as-of'),
  ];
  return analysisOf(table, summary, definitionOf(context, 'facets', {}, rules));
}

interface Counted {
  day: number;
  rows: number;
  amount: number;
}

/** Every stretch from the first day to the last, the empty ones too. */
function filled(counted: readonly Counted[], unit: Bucket, first: number, last: number): Counted[] {
  const known = new Map(counted.map((row) => [row.day, row]));
  const rows: Counted[] = [];
  for (let day = startOf(first, unit); day <= last; day = nextOf(day, unit))
    rows.push(known.get(day) ?? { day, rows: 0, amount: 0 });
  return rows;
}

function startOf(day: number, unit: Bucket): number {
  if (unit === 'month') return firstDayOfMonth(monthOf(day));
  return unit === 'week' ? Math.floor((day + 3) / 7) * 7 - 3 : day;
}

/** The values of a dimension that most rows have within the rest of the filter, those chosen first. */
export async function values(
  context: QueryContext,
  asOfDay: number,
  filter: Filter | null,
  options: ValuesOptions,
): Promise<ValuesResult> {
  const { tables, mapping } = context;
  const dimensions = mapping.dimensions ?? [];
  const dimension = checkOneOf('dimension', options.dimension ?? '', dimensions);
  const limit = wholeOption('limit', options.limit, 50, 1, 10_000);
  const search = String(options.search ?? '').trim();
  const { [dimension]: _, ...rest } = filter?.dimensions ?? {};
  const always = ownValue(filter?.dimensions, dimension) ?? [];
  const where = context.condition(asOfDay, { ...filter, dimensions: rest });
  const index = dimensions.indexOf(dimension);
  const found = await context.run(
    selectValues(tables, index, { where, search, limit: limit + always.length, always }),
  );
  const rows = plainRows(found) as unknown as (ValueRow & { wanted: boolean })[];
  const { total } = figuresOf(await context.run(countValues(tables, index, search)));
  const table = await context.table({
    value: rows.map(({ value }) => value),
    rows: Float64Array.from(rows, (row) => row.rows),
    customers: Float64Array.from(rows, (row) => row.customers),
    chosen: rows.map(({ wanted }) => wanted),
  });
  const rules = [rule('values', 'rows and customers: within the filter by dates and the other dimensions')];
  return analysisOf(
    table,
    { dimension, total: total! },
    definitionOf(context, 'values', { dimension, search, limit }, rules),
  );
}
