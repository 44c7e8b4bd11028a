import { checkOneOf, checkOption, wholeOption } from '../../compute/option-checks';
import { type MigrationResult, type MigrationRow, type MigrationSummary, TIERS } from '../../compute/results';
import { rule } from '../../compute/rule';
import { membersByMove, selectMoves } from '../../sql/migration-query';
import { isoOf } from '../../util/calendar';
import { analysisOf, plainRows } from '../analysis';
import { checkDay } from '../check-options';
import { definitionOf, type QueryContext } from '../query-context';
import type { MigrationOptions } from '../source-options';
import { classedByTier } from './quadrant';
import { scoredTable, segmentOrder } from './rfm';
import { checkRfmOptions } from './rfm-options';

const YEAR = 365;

interface MigrationChoice {
  from: number;
  to: number;
  window: number;
  by: 'tier' | 'segment';
}

function checkMigrationOptions(options: MigrationOptions, asOfDay: number): MigrationChoice {
  const asOf = checkDay('asOf', options.asOf) ?? asOfDay;
  const to = checkDay('to', options.to) ?? asOf;
  checkOption(!options.asOf || to <= asOf, 'to', options.to, `a date up to asOf (${isoOf(asOf)})`);
  const from = checkDay('from', options.from) ?? to - YEAR;
  checkOption(from < to, 'from', options.from, `a date before ${isoOf(to)}`);
  return {
    from,
    to,
    window: wholeOption('window', options.window, YEAR, 1, 36_500),
    by: checkOneOf('by', options.by || 'tier', ['tier', 'segment']),
  };
}

/** Who moved between tiers or segments from one date to another; each date looks at the days of its own window. */
export async function migration(context: QueryContext, options: MigrationOptions): Promise<MigrationResult> {
  const choice = checkMigrationOptions(options, context.asOfDay);
  const before = await classes(context, choice, choice.from, options);
  const now = await classes(context, choice, choice.to, options);
  const table = await context.run(selectMoves(context.tables, before, now));
  const moves = plainRows(table) as unknown as MigrationRow[];
  const order = choice.by === 'tier' ? TIERS : segmentOrder(checkRfmOptions(options));
  const summary = summaryOf(moves, choice, order);
  const rules = [
    rule(
      'migration-window',
      `each date looks at the ${choice.window} days up to it; up and down by the order ${order.join(', ')}`,
      { days: choice.window, order, by: choice.by },
    ),
    choice.by === 'tier'
      ? rule(
          'migration-tiers',
          'tiers: current and potential value (by momentum unless said otherwise) of the window, split at the mean of each date',
        )
      : rule('migration-segments', 'segments: scored anew in each window'),
    rule('migration-entered', 'entered: bought in the later window only; left: in the earlier only'),
  ];
  const stated = { ...choice, from: isoOf(choice.from), to: isoOf(choice.to) };
  return analysisOf(table, summary, definitionOf(context, 'migration', stated, rules));
}

/** A relation of customers with from_class and to_class, null where they bought nothing in that window. */
export async function migrationMembers(context: QueryContext, options: MigrationOptions): Promise<string> {
  const choice = checkMigrationOptions(options, context.asOfDay);
  const before = await classes(context, choice, choice.from, options);
  return membersByMove(before, await classes(context, choice, choice.to, options));
}

/** A table of customer, amount and class on the window before `day`; an empty one where nobody bought in it. */
async function classes(
  context: QueryContext,
  { window, by }: MigrationChoice,
  day: number,
  options: MigrationOptions,
): Promise<string> {
  const then = await context.at({ asOfDay: day, afterDay: day - window, filter: context.filter });
  if (then.customerCount === 0) return nobody(context);
  if (by === 'tier') return classedByTier(then, options);
  const { table } = await scoredTable(then, checkRfmOptions({ ...options, asOf: undefined }, then.weights));
  const classed = context.scratch('classes');
  await context.run(
    `CREATE OR REPLACE TABLE ${classed} AS SELECT customer, amount, segment AS class FROM ${table}`,
  );
  return classed;
}

async function nobody(context: QueryContext): Promise<string> {
  const table = context.scratch('nobody');
  await context.run(`CREATE OR REPLACE TABLE ${table} (customer INTEGER, amount BIGINT, class VARCHAR)`);
  return table;
}

function summaryOf(
  moves: readonly MigrationRow[],
  { from, to, window, by }: MigrationChoice,
  order: readonly string[],
): MigrationSummary {
  const place = (name: string): number => order.indexOf(name);
  const count = (holds: (from: string, to: string) => boolean): number =>
    sum(
      moves.filter(
        (move) => move.from_class !== null && move.to_class !== null && holds(move.from_class, move.to_class),
      ),
    );
  return {
    from: isoOf(from),
    to: isoOf(to),
    window,
    by,
    upgraded: count((a, b) => place(b) < place(a)),
    downgraded: count((a, b) => place(b) > place(a)),
    stable: count((a, b) => a === b),
    entered: sum(moves.filter((move) => move.from_class === null)),
    left: sum(moves.filter((move) => move.to_class === null)),
    ironRiseRate: ironRiseRate(moves),
  };
}

function ironRiseRate(moves: readonly MigrationRow[]): number | null {
  const iron = moves.filter((move) => move.from_class === 'iron');
  const risen = iron.filter(({ to_class }) => to_class === 'platinum' || to_class === 'gold');
  return iron.length > 0 ? sum(risen) / sum(iron) : null;
}

function sum(moves: readonly MigrationRow[]): number {
  return moves.reduce((total, { customers }) => total + customers, 0);
}
