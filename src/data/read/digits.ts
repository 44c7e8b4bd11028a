const ZERO = 0x30;
const MINUS = 0x2d;
const POINT = 0x2e;

/** Powers of ten that a double holds exactly; looked up, they cost a tenth of what `**` does. */
const POWERS = Float64Array.from({ length: 23 }, (_, power) => 10 ** power);

export function powerOf10(power: number): number {
  return POWERS[power] ?? 10 ** power;
}

/** Writes a whole number of at most 2^53 as decimal digits from `at` on; returns where they end. */
export function writeInteger(to: Uint8Array, at: number, value: number): number {
  let end = at;
  let rest = value;
  if (rest < 0) {
    to[end] = MINUS;
    end += 1;
    rest = -rest;
  }
  const start = end;
  do {
    const digit = rest % 10;
    to[end] = ZERO + digit;
    end += 1;
    rest = (rest - digit) / 10;
  } while (rest > 0);
  for (let i = start, j = end - 1; i < j; i += 1, j -= 1) {
    const digit = to[i]!;
    to[i] = to[j]!;
    to[j] = digit;
  }
  return end;
}

/** Writes `units` / 10^`scale` with all its places; returns where it ends. */
export function writeScaled(to: Uint8Array, at: number, units: number, scale: number): number {
  if (scale <= 0) return writeInteger(to, at, units);
  let start = at;
  if (units < 0) {
    to[start] = MINUS;
    start += 1;
  }
  const end = writeInteger(to, start, Math.abs(units));
  const whole = end - start - scale;
  const missing = whole < 1 ? 1 - whole : 0;
  to.copyWithin(start + missing, start, end);
  to.fill(ZERO, start, start + missing);
  const point = end + missing - scale;
  to.copyWithin(point + 1, point, end + missing);
  to[point] = POINT;
  return end + missing + 1;
}

/** `units` / 10^`scale` as text, for what no number holds exactly. */
export function scaledText(units: bigint, scale: number): string {
  if (scale <= 0) return String(units * 10n ** BigInt(-scale));
  const sign = units < 0n ? '-' : '';
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0');
  return `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}
