/** Places that a sum keeps; what lies behind them is rounded away as it comes. */
const SCALE = 19;

/** Adds decimals without rounding: whole numbers per count of places, moved to BigInt before they could lose a bit. */
export class DecimalSum {
  private readonly fast = new Float64Array(SCALE + 1);
  private readonly big = new Map<number, bigint>();

  /** Adds `digits` / 10^`places`; `big` instead of `digits` where it is given. */
  add(digits: number, big: bigint | null, places: number): void {
    if (places > SCALE) {
      this.flush(SCALE, shortened(big ?? BigInt(digits), places - SCALE));
      return;
    }
    if (big !== null || Math.abs(digits) > 2 ** 52) {
      this.flush(places, big ?? BigInt(digits));
      return;
    }
    this.fast[places]! += digits;
    if (Math.abs(this.fast[places]!) > 2 ** 52) {
      this.flush(places, BigInt(this.fast[places]!));
      this.fast[places] = 0;
    }
  }

  /** The sum as the nearest number. */
  get value(): number {
    return DecimalSum.total([this]);
  }

  /** The sum of several sums as the nearest number. */
  static total(sums: readonly DecimalSum[]): number {
    let units = 0n;
    for (const { fast, big } of sums) {
      fast.forEach((digits, places) => {
        units += BigInt(digits) * 10n ** BigInt(SCALE - places);
      });
      for (const [places, digits] of big) units += digits * 10n ** BigInt(SCALE - places);
    }
    return decimalOf(units, SCALE);
  }

  private flush(places: number, digits: bigint): void {
    this.big.set(places, (this.big.get(places) ?? 0n) + digits);
  }
}

/** `digits` without its last `places`, rounded half away from zero. */
export function shortened(digits: bigint, places: number): bigint {
  const unit = 10n ** BigInt(places);
  const half = digits < 0n ? -unit / 2n : unit / 2n;
  return (digits + half) / unit;
}

/** The number nearest to `units` / 10^`scale`: printed as a decimal and read back, which rounds once. */
export function decimalOf(units: bigint, scale: number): number {
  const negative = units < 0n;
  const digits = String(negative ? -units : units).padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  return Number(`${negative ? '-' : ''}${whole}.${digits.slice(digits.length - scale)}`);
}
