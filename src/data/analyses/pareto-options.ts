import { checkOneOf, checkOption, numberOf, numbersOf } from '../../compute/option-checks';
import { SEGMENTS, type Segment } from '../../compute/results';
import { RfmError } from '../../util/rfm-error';
import { checkDay } from '../check-options';
import type { QueryContext } from '../query-context';
import type { ParetoOptions } from '../source-options';

/** From one day to another, both included; null where an end is open. */
export interface Days {
  fromDay: number | null;
  toDay: number | null;
}

/** What a second curve is of: the marked customers, those of a segment (of some days alone), or the rows of other days. */
export type ComparedWith =
  | { with: 'selection' }
  | { with: 'segment'; segment: Segment; days: Days | null }
  | { with: 'period'; days: Days };

export interface ParetoChoice {
  of: string;
  value: 'amount' | 'orders' | 'profit';
  target: number;
  abc: [number, number];
  compare: ComparedWith | null;
}

export function checkParetoOptions(options: ParetoOptions, context: QueryContext): ParetoChoice {
  const value = checkOneOf('value', options.value || 'amount', ['amount', 'orders', 'profit']);
  if (value === 'profit' && !context.tables.profit)
    throw new RfmError(
      'column-missing',
      'value="profit" needs a column of profits: map one with `profit`, or use value="amount".',
      { details: { part: 'profit' } },
    );
  const of = options.of || 'customer';
  const known = ['customer', ...(context.mapping.dimensions ?? [])];
  checkOption(
    known.includes(of),
    'of',
    of,
    `${known.join(', ')} (columns are named in \`dimensions\` when the source is opened)`,
  );
  const target = numberOf(options.target, 0.8);
  checkOption(target > 0 && target <= 1, 'target', options.target, 'a share above 0, up to 1, such as 0.8');
  const abc = checkAbc(options.abc || [0.8, 0.95]);
  return { of, value, target, abc, compare: checkCompare(options.compare) };
}

function checkAbc(value: readonly number[] | string): [number, number] {
  const shares = numbersOf(value);
  const [a, b] = shares as [number, number];
  checkOption(
    shares.length === 2 && a > 0 && a < b && b <= 1,
    'abc',
    value,
    'two rising shares up to 1, such as "0.8,0.95"',
  );
  return [a, b];
}

const PERIOD = /^(\d{4}-\d{2}-\d{2})?\.\.(\d{4}-\d{2}-\d{2})?$/;

const SEGMENT = 'segment:';

function checkCompare(asked: string | undefined): ComparedWith | null {
  if (!asked) return null;
  if (asked === 'selection') return { with: 'selection' };
  if (!asked.startsWith(SEGMENT)) return { with: 'period', days: checkDays(asked) };
  const [named = '', days] = asked.trim().split(/\s+/, 2);
  const known = SEGMENTS.map((name) => SEGMENT + name);
  const segment = SEGMENTS[known.indexOf(checkOneOf<string>('compare', named, known))]!;
  return { with: 'segment', segment, days: days === undefined ? null : checkDays(days) };
}

function checkDays(asked: string): Days {
  const [, from, to] = PERIOD.exec(asked) ?? [null, undefined, asked];
  const fromDay = checkDay('compare', from);
  const toDay = checkDay('compare', to);
  const some = fromDay !== null || toDay !== null;
  checkOption(
    some && (fromDay ?? toDay ?? 0) <= (toDay ?? fromDay ?? 0),
    'compare',
    asked,
    'selection, a segment such as segment:champions, a date such as 2024-06-30, a period such as 2024-01-01..2024-06-30, or a segment and a period',
  );
  return { fromDay, toDay };
}

/** Values of an item in whole units, and what a unit is worth. */
export function measureOf(choice: ParetoChoice, scale: number): { expression: string; unit: number } {
  if (choice.value === 'orders') return { expression: 'frequency', unit: 1 };
  return { expression: choice.value, unit: 10 ** scale };
}
