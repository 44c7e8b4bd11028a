const YEAR_FIRST = /^\s*\d{4}[-/.]\d{1,2}[-/.](\d{1,2})(?!\d)/;
const YEAR_LAST = /^\s*(\d{1,2})[-/.](\d{1,2})[-/.](?:\d{4}|\d{2})(?!\d)/;

/** So many dates with no day after the 12th are no chance, on so many different days, beside so many left as text. */
const DATES = 15;
const DAYS = 4;
const TEXTS = 5;

/**
 * Whether a program has taken day and month the wrong way round where it could: what it could not stayed text, always
 * with the same part above 12 (`13/02/2018`), and what it made dates of has no day after the 12th (`2018-02-01`).
 */
export function isHalfSwapped(values: readonly string[]): boolean {
  const days = values.flatMap((value) => YEAR_FIRST.exec(value)?.[1] ?? []).map(Number);
  if (days.length < DATES || new Set(days).size < DAYS || days.some((day) => day > 12)) return false;
  const texts = values.flatMap((value) => {
    const [, first, second] = YEAR_LAST.exec(value) ?? [];
    return first && second ? [[Number(first) > 12, Number(second) > 12] as const] : [];
  });
  const [one] = texts;
  if (!one || texts.length < TEXTS || one[0] === one[1]) return false;
  return texts.every(([first, second]) => first === one[0] && second === one[1]);
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
