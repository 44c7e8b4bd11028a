import { allSteps, type Steps } from '../util/steps';
import { columnOf } from './column-of';
import { checkRepeatBuying, type RepeatBuying } from './repeat-buying';

/** Rows from one step to the next. */
const STRIDE = 1 << 15;

/** Distinct histories; row i stands for `n[i]` customers. */
export interface GroupedRepeatBuying extends RepeatBuying {
  x: Float64Array;
  t_x: Float64Array;
  T: Float64Array;
  n: Float64Array;
}

/**
 * Customers with equal x, t_x and T made one row with their number, in the order of first appearance.
 *
 * The models see customers only through these three, so that a fit takes time by distinct histories. Linear in
 * the rows. Throws `invalid-option` for columns that are no histories.
 */
export function groupRepeatBuying(customers: RepeatBuying): GroupedRepeatBuying {
  return allSteps(groupRepeatBuyingSteps(customers));
}

/** `groupRepeatBuying` in steps. */
export function* groupRepeatBuyingSteps(customers: RepeatBuying): Steps<GroupedRepeatBuying> {
  checkRepeatBuying(customers);
  const { unit, x, t_x, T, n } = customers;
  const rows = x.length;
  const first = new Uint32Array(rows);
  const count = new Float64Array(rows);
  const slots = new Int32Array(slotsFor(rows)).fill(-1);
  let groups = 0;
  for (let i = 0; i < rows; i++) {
    let slot = hash(x[i]!, t_x[i]!, T[i]!) & (slots.length - 1);
    while (slots[slot]! >= 0 && !same(customers, first[slots[slot]!]!, i))
      slot = (slot + 1) & (slots.length - 1);
    if (slots[slot]! < 0) {
      first[groups] = i;
      slots[slot] = groups++;
    }
    count[slots[slot]!]! += n === undefined ? 1 : n[i]!;
    if (i % STRIDE === STRIDE - 1) yield;
  }
  const pick = (column: ArrayLike<number>) => columnOf(groups, (i) => column[first[i]!]!);
  return { unit, x: pick(x), t_x: pick(t_x), T: pick(T), n: count.slice(0, groups) };
}

function slotsFor(rows: number): number {
  let slots = 16;
  while (slots < rows * 2) slots *= 2;
  return slots;
}

function same({ x, t_x, T }: RepeatBuying, i: number, j: number): boolean {
  return t_x[i] === t_x[j] && T[i] === T[j] && x[i] === x[j];
}

const numbers = new Float64Array(3);
const words = new Uint32Array(numbers.buffer);

/** A 32-bit mix of the bits of three numbers (multiply and shift, as in MurmurHash3's finaliser). */
function hash(x: number, t_x: number, T: number): number {
  numbers[0] = x + 0;
  numbers[1] = t_x + 0;
  numbers[2] = T + 0;
  let h = 0;
  for (let i = 0; i < 6; i++) {
    h = Math.imul(h ^ words[i]!, 0x85ebca6b);
    h ^= h >>> 15;
  }
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
