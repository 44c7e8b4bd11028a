import type { LifetimeModel } from './lifetime-model';
import { pAliveInWeeks } from './p-alive';

/** P(alive) on one day. */
export interface AliveDay {
  day: number;
  pAlive: number;
}

/**
 * How likely it was, day by day, that a customer still was one: by the model, from what was known on each day.
 *
 * `bought` are the days with a purchase, rising; none gives no path. From the first of them to `last`, at most `points`
 * days and every day of a purchase, on which the probability recovers; the day before it is there too.
 */
export function alivePath(
  model: LifetimeModel,
  bought: readonly number[],
  last: number,
  points = 120,
): AliveDay[] {
  const first = bought[0];
  if (first === undefined || last < first) return [];
  const step = Math.max(1, Math.ceil((last - first) / points));
  const days = new Set<number>([last]);
  for (let day = first; day < last; day += step) days.add(day);
  for (const day of bought) {
    if (day > last) break;
    days.add(day);
    if (day > first) days.add(day - 1);
  }
  let known = 0;
  return [...days]
    .sort((a, b) => a - b)
    .map((day) => {
      while (known < bought.length && bought[known]! <= day) known++;
      const recent = bought[known - 1]! - first;
      return { day, pAlive: pAliveInWeeks(model, known - 1, recent / 7, (day - first) / 7) };
    });
}
