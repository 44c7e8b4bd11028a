import type { Definition } from '../compute/results';
import type { Caption, Surroundings } from './picture';

/** The line of the foot that says what was left out; none where nothing was. */
export function rowsLeftOut(definition: Definition, { words, f, report }: Surroundings): Caption['notes'] {
  const { rowsLeftOut: left, rowsUsed } = definition;
  if (left === 0) return [];
  const rejected = (report?.rejected ?? []).filter((entry) => entry.rows > 0);
  const outside = left - rejected.reduce((sum, { rows }) => sum + rows, 0);
  const reasons = rejected.map((entry) => `${words.common.reasons[entry.reason]} ${f.count(entry.rows)}`);
  // The rest are rows of the file that a filter, or an earlier date, leaves aside.
  if (report && outside > 0) reasons.push(`${words.common.outside} ${f.count(outside)}`);
  const why = reasons.join(words.common.comma);
  return [{ text: words.common.rowsLeftOut({ left, all: left + rowsUsed, why }, f), warning: false }];
}
