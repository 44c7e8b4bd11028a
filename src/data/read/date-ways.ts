/** So many dates with no day after the 12th are no chance, on so many different days, beside so many left as text. */
const DATES = 15;
const DAYS = 4;
const TEXTS = 5;

/** Bits of the days up to the 12th. */
const UP_TO_12 = (1 << 13) - 1;

/** Counts how the dates of a column are written: three numbers each. */
export class DateWays {
  private dates = 0;
  /** A bit for each day of the month among dates with the year in front. */
  private days = 0;
  private firstAbove = 0;
  private secondAbove = 0;
  private texts = 0;

  seen(first: number, firstWidth: number, second: number, third: number): void {
    if (firstWidth === 4) {
      this.dates += 1;
      this.days |= 1 << third;
    } else {
      this.texts += 1;
      if (first > 12) this.firstAbove += 1;
      if (second > 12) this.secondAbove += 1;
    }
  }

  /**
   * The order that dates were in before a program took day and month the wrong way round where it could: what it could
   * not stayed text, always with the same part above 12 (`13/02/2018`), and what it made dates of has no day after the
   * 12th (`2018-02-01`). Null where nothing speaks for that.
   */
  get halfSwapped(): 'dmy' | 'mdy' | null {
    const { dates, days, firstAbove, secondAbove, texts } = this;
    if (dates < DATES || (days & ~UP_TO_12) !== 0 || bits(days) < DAYS || texts < TEXTS) return null;
    if (firstAbove === texts && secondAbove === 0) return 'dmy';
    return secondAbove === texts && firstAbove === 0 ? 'mdy' : null;
  }
}

function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** Whether a date has its year in front. */
export function isYearFirst({
  bytes,
  start,
  end,
}: {
  bytes: Uint8Array;
  start: number;
  end: number;
}): boolean {
  let at = start;
  while (at < end && bytes[at] === 0x20) at += 1;
  for (let i = 0; i < 4; i += 1)
    if (at + i >= end || bytes[at + i]! < 0x30 || bytes[at + i]! > 0x39) return false;
  return true;
}
