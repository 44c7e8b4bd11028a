import { TIERS, type TierSummary } from './results';

export interface Splits {
  current: number;
  potential: number;
}

/** The tier of each customer as an index into `TIERS`: high is strictly above the split. */
export function tierCodes(
  current: ArrayLike<number>,
  potential: ArrayLike<number>,
  splits: Splits,
): Uint8Array<ArrayBuffer> {
  const codes = new Uint8Array(current.length);
  for (let row = 0; row < codes.length; row++) {
    const valued = current[row]! > splits.current;
    const promising = potential[row]! > splits.potential;
    codes[row] = valued ? (promising ? 0 : 1) : promising ? 2 : 3;
  }
  return codes;
}

/** Customers and values of the four tiers; sums are of binary numbers, good for reading and not to the last cent. */
export function countTiers(
  codes: Uint8Array,
  current: ArrayLike<number>,
  potential: ArrayLike<number>,
): TierSummary[] {
  const sums = TIERS.map(() => ({ customers: 0, current: 0, potential: 0 }));
  let value = 0;
  for (let row = 0; row < codes.length; row++) {
    const sum = sums[codes[row]!]!;
    sum.customers++;
    sum.current += current[row]!;
    sum.potential += potential[row]!;
    value += current[row]!;
  }
  return sums.map((sum, index) => ({
    tier: TIERS[index]!,
    customers: sum.customers,
    customerShare: codes.length > 0 ? sum.customers / codes.length : 0,
    currentValue: sum.current,
    valueShare: value > 0 ? sum.current / value : null,
    potentialValue: sum.potential,
  }));
}
