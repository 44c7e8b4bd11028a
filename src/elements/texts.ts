import type { Definition } from '../compute/results';
import type { Caption, Surroundings } from './picture';

/** The line of the foot that says what was left out; none where nothing was. */
export function rowsLeftOut(definition: Definition, { words, f }: Surroundings): Caption['notes'] {
  const { rowsLeftOut: left, rowsUsed } = definition;
  if (left === 0) return [];
  return [
    { text: `${words.common.rowsLeftOut(left, left + rowsUsed, f)}${words.common.stop}`, warning: false },
  ];
}
