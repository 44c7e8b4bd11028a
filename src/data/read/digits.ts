const ZERO = 0x30;
const MINUS = 0x2d;
const POINT = 0x2e;

const INT = 2 ** 31;
const BILLION = 1e9;

/** Powers of ten that a double holds exactly; looked up, they cost a tenth of what `**` does. */
const POWERS = Float64Array.from({ length: 23 }, (_, power) => 10 ** power);

export function powerOf10(power: number): number {
  return POWERS[power] ?? 10 ** power;
}

/** Writes a whole number of at most 2^53 as decimal digits from `at` on; returns where they end. */
export function writeInteger(to: Uint8Array, at: number, value: number): number {
  if (value < 0) {
    to[at] = MINUS;
    return writeInteger(to, at + 1, -value);
  }
  // A remainder of doubles costs ten times one of 32 bits, and most numbers are ids.
  if (value < INT) return writeInt(to, at, value | 0);
  const high = Math.floor(value / BILLION);
  return writeDigits(to, writeInteger(to, at, high), (value - high * BILLION) | 0, 9);
}

function writeInt(to: Uint8Array, at: number, value: number): number {
  let width = 1;
  for (let limit = 10; width < 10 && value >= limit; limit *= 10) width += 1;
  return writeDigits(to, at, value, width);
}

/** Writes the last `width` digits of a number of 31 bits. */
function writeDigits(to: Uint8Array, at: number, value: number, width: number): number {
  let rest = value;
  for (let place = at + width - 1; place >= at; place -= 1) {
    const next = (rest / 10) | 0;
    to[place] = ZERO + rest - next * 10;
    rest = next;
  }
  return at + width;
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
