import type { ParetoFigures, ShareError } from '../../compute/results';
import { classResiduals, type Moments, ratioError, type Sample, shareError } from '../../compute/sampling';
import { selectMoments, selectTopResiduals } from '../../sql/sampling-query';
import { figuresOf, plainRows } from '../analysis';
import type { QueryContext } from '../query-context';

function sampleOf({ tables, customerCount }: QueryContext): Sample {
  return { customers: customerCount, share: tables.sample };
}

interface ClassFigures extends Moments {
  class: string;
  customers: number;
}

/**
 * How sure the shares of classes are, of customers and of value, where customers were sampled; in an order;
 * `relation` has a column for the class and the amount.
 */
export async function classErrors(
  context: QueryContext,
  kind: 'segment' | 'tier',
  relation: string,
  order: readonly string[],
): Promise<ShareError[]> {
  const sample = sampleOf(context);
  if (sample.share >= 1) return [];
  const classes = plainRows(await context.run(selectMoments(relation, kind))) as unknown as ClassFigures[];
  const add = (name: keyof Moments): number => classes.reduce((sum, row) => sum + row[name], 0);
  const all = { sum: add('sum'), squares: add('squares') };
  const place = (row: ClassFigures): number => order.indexOf(row.class);
  return classes
    .sort((one, other) => place(one) - place(other))
    .flatMap((row) => {
      const of = { kind, name: row.class };
      const ofCustomers = row.customers / sample.customers;
      const errors: [ShareError['by'], number, number | null][] = [
        ['customers', ofCustomers, shareError(ofCustomers, sample)],
        ['value', row.sum / all.sum, ratioError(classResiduals(row, all), all.sum, sample)],
      ];
      return errors.flatMap(([by, share, error]) => (error === null ? [] : [{ ...of, by, share, error }]));
    });
}

/** How sure the shares of the largest customers are. */
export async function topErrors(
  context: QueryContext,
  ranking: string,
  { items, shareOfTop1, shareOfTop10, shareOfTop20 }: ParetoFigures,
  total: number,
): Promise<ShareError[]> {
  const sample = sampleOf(context);
  const tops = [
    [0.01, shareOfTop1],
    [0.1, shareOfTop10],
    [0.2, shareOfTop20],
  ] as const;
  const found: ShareError[] = [];
  for (const [p, share] of tops) {
    if (sample.share >= 1 || share === null) continue;
    const { residuals } = figuresOf(await context.run(selectTopResiduals(ranking, p, share, items)));
    const error = ratioError(residuals ?? 0, total, sample);
    if (error !== null) found.push({ kind: 'top', name: String(p), by: 'value', share, error });
  }
  return found;
}
