/** What a column must be: one value, one of several, or within inclusive bounds. */
export type Wanted = string | number | null | readonly (string | number)[] | { min?: number; max?: number };

/** A column with a value in every row: numbers, or names by their place in a list. */
export type Figures = { values: ArrayLike<number> } | { codes: ArrayLike<number>; names: readonly string[] };

/** 1 for each of `count` rows in which every column is as wanted, else 0; null where numbers and names would be compared. */
export function marksWhere(
  count: number,
  conditions: readonly (readonly [Figures, Wanted])[],
): Uint8Array | null {
  const marks = new Uint8Array(count).fill(1);
  for (const [figures, wanted] of conditions) {
    const known =
      'codes' in figures ? strikeNames(marks, figures, wanted) : strikeValues(marks, figures, wanted);
    if (!known) return null;
  }
  return marks;
}

/** Takes the marks from rows whose number is not as wanted; whether that can be told. */
function strikeValues(marks: Uint8Array, { values }: { values: ArrayLike<number> }, wanted: Wanted): boolean {
  if (wanted === null) {
    marks.fill(0);
    return true;
  }
  if (typeof wanted === 'object' && !isList(wanted)) {
    const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = wanted;
    for (let row = 0; row < marks.length; row++) {
      const value = values[row]!;
      if (value < min || value > max) marks[row] = 0;
    }
    return true;
  }
  const list = listed(wanted);
  if (list.some((one) => typeof one !== 'number')) return false;
  const numbers: ReadonlySet<unknown> = new Set(list);
  for (let row = 0; row < marks.length; row++) if (!numbers.has(values[row]!)) marks[row] = 0;
  return true;
}

/** The same of names, which have no bounds. */
function strikeNames(
  marks: Uint8Array,
  { codes, names }: { codes: ArrayLike<number>; names: readonly string[] },
  wanted: Wanted,
): boolean {
  if (wanted !== null && typeof wanted === 'object' && !isList(wanted)) return false;
  const list = wanted === null ? [] : listed(wanted);
  if (list.some((one) => typeof one !== 'string')) return false;
  const asked = Uint8Array.from(names, (name) => (list.includes(name) ? 1 : 0));
  for (let row = 0; row < marks.length; row++) if (asked[codes[row]!] !== 1) marks[row] = 0;
  return true;
}

function listed(wanted: string | number | readonly (string | number)[]): readonly (string | number)[] {
  return isList(wanted) ? wanted : [wanted];
}

function isList(wanted: unknown): wanted is readonly (string | number)[] {
  return Array.isArray(wanted);
}
