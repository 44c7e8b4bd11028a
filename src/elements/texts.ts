import type { Definition } from '../compute/results';
import type { Caption, Surroundings } from './picture';

/** The line of the foot that says what was left out; none where nothing was. */
export function rowsLeftOut(definition: Definition, { words, f, report }: Surroundings): Caption['notes'] {
  const { rowsLeftOut: left, rowsUsed } = definition;
  if (left === 0) return [];
  const why = (report?.rejected ?? [])
    .filter((entry) => entry.rows > 0)
    .map((entry) => `${words.common.reasons[entry.reason]} ${f.count(entry.rows)}`)
    .join(words.common.comma);
  return [{ text: words.common.rowsLeftOut({ left, all: left + rowsUsed, why }, f), warning: false }];
}
