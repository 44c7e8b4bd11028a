import { backtestSteps } from '../../compute/captured-share';
import type { Backtest } from '../../compute/results';
import { selectBacktest } from '../../sql/potential-query';
import { spansDays } from '../../sql/source-tables';
import { dayOfIso, isoOf } from '../../util/calendar';
import type { QueryContext } from '../query-context';
import { type PotentialChoice, potentialValues } from './potential';

const TOP = 0.2;

/**
 * Potential as it would have been reckoned half-way through the data, against what the second half brought: the share
 * of its revenue won by the top 20 % by potential, by past spend, at random and at best. Null where the data are too
 * short for halves, the rows span several days, or the potential is a figure of the host's, which says nothing of then.
 */
export function backtest(context: QueryContext, choice: PotentialChoice): Promise<Backtest | null> {
  if (choice.method === 'column' || spansDays(context.tables)) return Promise.resolve(null);
  return context.cached(`backtest/${choice.method}/${choice.horizonDays}`, (apart) =>
    runBacktest(apart, choice),
  );
}

async function runBacktest(context: QueryContext, choice: PotentialChoice): Promise<Backtest | null> {
  const { tables, asOfDay, report, filter } = context;
  const firstDay = dayOfIso(filter?.from && filter.from > report.from ? filter.from : report.from)!;
  const splitDay = Math.floor((firstDay + asOfDay) / 2);
  if (splitDay <= firstDay) return null;
  const then = await context.at({ asOfDay: splitDay, filter });
  if (then.customerCount === 0) return null;
  const { values, method } = await potentialValues(then, choice);
  const table = await context.run(selectBacktest(tables, values, splitDay, asOfDay, context.where));
  const column = (name: string): Float64Array => table.getChild(name)!.toArray() as Float64Array;
  const shares = await context.reckon(
    backtestSteps(column('score'), column('spend'), column('outcome'), TOP),
  );
  return { splitDate: isoOf(splitDay), method, ...shares };
}
