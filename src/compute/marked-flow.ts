import type { Steps } from '../util/steps';
import { FLOW_AMOUNTS, FLOW_COUNTS, FLOW_FIGURES, type FlowFigure, type FlowFigures } from './flow-periods';

/** What customers did period by period: the rows of those at a place begin at its start, and go from period to period. */
export interface PlacedPeriods {
  starts: Int32Array;
  /** Twice the number of periods since `first`, and one more where something was bought in it. */
  steps: Uint16Array | Int32Array;
  /** Net, in whole units. */
  amounts: Int32Array | Float64Array;
  first: number;
  /** From the first period to the last. */
  count: number;
}

/** Rows of customers and periods, in no order. */
export interface PeriodRows {
  /** The place of each row's customer; -1 for nobody. */
  places: ArrayLike<number>;
  numbers: ArrayLike<number>;
  /** Whether something was bought: not 0. */
  bought: ArrayLike<number>;
  amounts: ArrayLike<number>;
}

/** Rows between two steps. */
const STEP = 1 << 17;

/** The rows of `count` customers in the order of their places and periods: six bytes each where they fit, at most twelve. */
export function* placedPeriodSteps(count: number, rows: PeriodRows): Steps<PlacedPeriods> {
  const { places, numbers, bought, amounts } = rows;
  const length = numbers.length;
  const starts = new Int32Array(count + 1);
  let [first, last, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
  for (let row = 0; row < length; row++) {
    if (row % STEP === 0) yield;
    const place = places[row]!;
    if (place < 0) continue;
    starts[place + 1]!++;
    first = Math.min(first, numbers[row]!);
    last = Math.max(last, numbers[row]!);
    most = Math.max(most, Math.abs(amounts[row]!));
  }
  for (let place = 0; place < count; place++) starts[place + 1]! += starts[place]!;
  const periods = Math.max(0, last - first + 1);
  const placed: PlacedPeriods = {
    starts,
    steps: new (periods <= 1 << 15 ? Uint16Array : Int32Array)(starts[count]!),
    amounts: new (most < 2 ** 31 ? Int32Array : Float64Array)(starts[count]!),
    first,
    count: periods,
  };
  const ends = starts.slice(0, count);
  for (let row = 0; row < length; row++) {
    if (row % STEP === 0) yield;
    const place = places[row]!;
    if (place < 0) continue;
    const step = 2 * (numbers[row]! - first) + (bought[row] ? 1 : 0);
    insert(placed, starts[place]!, ends[place]!++, step, amounts[row]!);
  }
  return placed;
}

/** Puts a row among those of its customer, which stand from `start` to `end` in order: few, and most come as the last. */
function insert(
  { steps, amounts }: PlacedPeriods,
  start: number,
  end: number,
  step: number,
  amount: number,
): void {
  let at = end;
  for (; at > start && steps[at - 1]! > step; at--) {
    steps[at] = steps[at - 1]!;
    amounts[at] = amounts[at - 1]!;
  }
  steps[at] = step;
  amounts[at] = amount;
}

type Sums = Record<FlowFigure, Float64Array>;

/** The flow of the customers at `places`, for `flowPeriods`; amounts are divided by `unit` once they are summed. */
export function flowOfPlaces(places: Int32Array, periods: PlacedPeriods, unit: number): FlowFigures[] {
  const { first, count } = periods;
  // One period more than there is: that in which those of the last will have been lost.
  const sums = Object.fromEntries(FLOW_FIGURES.map((name) => [name, new Float64Array(count + 1)])) as Sums;
  for (const place of places) follow(place, periods, sums);
  return Array.from({ length: count }, (_, at) => {
    const figures: FlowFigures = { number: first + at };
    for (const name of FLOW_COUNTS) figures[name] = sums[name][at]!;
    for (const name of FLOW_AMOUNTS) figures[name] = sums[name][at]! / unit;
    return figures;
  });
}

/** Adds what one customer did, from one period with a purchase to the next. */
function follow(place: number, { starts, steps, amounts }: PlacedPeriods, sums: Sums): void {
  let before = -1;
  let spent = 0;
  for (let row = starts[place]!; row < starts[place + 1]!; row++) {
    const at = steps[row]! >> 1;
    const amount = amounts[row]!;
    if ((steps[row]! & 1) === 0) {
      sums.amount_refunds_other[at]! += amount;
      continue;
    }
    sums.active[at]!++;
    if (before < 0) {
      sums.new[at]!++;
      sums.amount_new[at]! += amount;
    } else if (at === before + 1) {
      sums.retained[at]!++;
      sums.amount_retained[at]! += amount;
      if (amount > spent) sums.amount_expansion[at]! += amount - spent;
      else sums.amount_contraction[at]! += spent - amount;
    } else {
      lose(before + 1, spent, sums);
      sums.reactivated[at]!++;
      sums.amount_reactivated[at]! += amount;
    }
    before = at;
    spent = amount;
  }
  if (before >= 0) lose(before + 1, spent, sums);
}

function lose(at: number, spent: number, sums: Sums): void {
  sums.lost[at]!++;
  sums.amount_lost[at]! += spent;
}
