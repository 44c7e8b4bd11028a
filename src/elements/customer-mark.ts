import type { Tone } from '../layout/shapes';
import type { Mark, Surroundings, Tip } from './picture';
import type { FoundCustomer } from './plane-marks';

/** A customer on a plane, in the part of a group, with what is told of them. */
export function customerMark(
  { row, x, y, radius }: FoundCustomer,
  customer: string,
  { group, tone }: { group: string; tone: Tone },
  lines: Tip['lines'],
  { nameOf }: Surroundings,
): Mark {
  const name = nameOf(customer);
  const reach = radius + 4;
  return {
    key: `customer ${row}`,
    group,
    customer,
    label: name,
    x,
    y,
    box: { x: x - reach, y: y - reach, width: 2 * reach, height: 2 * reach },
    tip: { title: name, tone, lines },
  };
}
