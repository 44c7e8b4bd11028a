import { line } from 'd3-shape';
import { AXIS_TEXT } from './axis-shapes';
import { type DateWords, dateTicks } from './date-ticks';
import { scaleLinear } from './scale';
import type { Measure, Scene, Shape } from './shapes';

/** What a customer bought (above 0) or gave back (below) on a day. */
export interface HistoryDay {
  day: number;
  amount: number;
}

interface Timeline {
  history: readonly HistoryDay[];
  /** P(alive) over time, null where no model stands. */
  alive: readonly { day: number; pAlive: number }[] | null;
  lastDay: number;
  width: number;
  money: (amount: number) => string;
  share: (value: number) => string;
  /** Over the curve of P(alive). */
  aliveTitle: string;
  dates: DateWords;
  measure: Measure;
}

const TOP = 18;
const STEMS = 84;
const GAP = 34;
const CURVE = 64;
const AXIS = 22;

/** Purchases as stems on a line of time, refunds below it, and beneath how likely the customer was one still. */
export function historyTimeline({
  history,
  alive,
  lastDay,
  width,
  money,
  share,
  aliveTitle,
  dates,
  measure,
}: Timeline): Scene {
  const days = byDay(history);
  const firstDay = days[0]?.day ?? lastDay;
  const most = Math.max(0, ...days.map(({ amount }) => amount));
  const least = Math.min(0, ...days.map(({ amount }) => amount));
  const label = money(most);
  const left = Math.ceil(Math.max(measure(label, AXIS_TEXT), measure(share(1), AXIS_TEXT))) + 8;
  const x = scaleLinear([firstDay, Math.max(lastDay, firstDay + 1)], [left + 4, width - 6]);
  const y = scaleLinear([Math.min(0, least), most || 1], [TOP + STEMS, TOP]);
  const zero = y(0);
  const bottom = alive ? TOP + STEMS + GAP + CURVE : TOP + STEMS;
  const shapes: Shape[] = [];
  for (const { day, label: text } of dateTicks(firstDay, lastDay, width - left, dates, (one) =>
    measure(one, AXIS_TEXT),
  )) {
    const at = Math.round(x(day));
    const half = measure(text, AXIS_TEXT) / 2;
    shapes.push({ kind: 'line', x1: at, x2: at, y1: TOP, y2: bottom, stroke: 'grid' });
    const middle = Math.min(Math.max(at, half), width - half);
    shapes.push(words(text, middle, bottom + 15, 'middle'));
  }
  shapes.push({ kind: 'line', x1: left, x2: width, y1: zero, y2: zero, stroke: 'axis' });
  if (most > 0) shapes.push(words(label, left - 4, TOP, 'end'));
  if (zero - TOP > 14) shapes.push(words(money(0), left - 4, zero, 'end'));
  if (least < 0 && TOP + STEMS - zero > 14) shapes.push(words(money(least), left - 4, TOP + STEMS, 'end'));
  const thick = days.length > width / 4 ? 1 : 2;
  for (const { day, amount } of days) {
    const at = Math.round(x(day) * 2) / 2;
    const stroke = amount < 0 ? 'fall' : 'accent';
    shapes.push({ kind: 'line', x1: at, x2: at, y1: zero, y2: y(amount), stroke, width: thick });
    if (days.length <= width / 6) shapes.push({ kind: 'circle', cx: at, cy: y(amount), r: 3, fill: stroke });
  }
  if (alive) shapes.push(...aliveShapes(alive, x, left, width, share, aliveTitle));
  return { width, height: bottom + AXIS, shapes };
}

function aliveShapes(
  alive: readonly { day: number; pAlive: number }[],
  x: (day: number) => number,
  left: number,
  width: number,
  share: (value: number) => string,
  title: string,
): Shape[] {
  const top = TOP + STEMS + GAP;
  const y = scaleLinear([0, 1], [top + CURVE, top]);
  const path = line<{ day: number; pAlive: number }>(
    ({ day }) => Math.round(x(day) * 10) / 10,
    ({ pAlive }) => Math.round(y(pAlive) * 10) / 10,
  )([...alive]);
  const shapes: Shape[] = [words(title, left, top - 8, 'start')];
  for (const value of [0, 0.5, 1]) {
    shapes.push({ kind: 'line', x1: left, x2: width, y1: y(value), y2: y(value), stroke: 'grid' });
    shapes.push(words(share(value), left - 4, y(value), 'end'));
  }
  if (path) shapes.push({ kind: 'path', d: path, stroke: 'rise', width: 2 });
  return shapes;
}

function words(text: string, x: number, y: number, anchor: 'start' | 'middle' | 'end'): Shape {
  const vertical = anchor === 'end' ? 'middle' : 'baseline';
  return { kind: 'text', x, y, text, fill: 'muted', size: AXIS_TEXT, anchor, vertical };
}

/** One entry a day for purchases and one for refunds, rising. */
function byDay(history: readonly HistoryDay[]): HistoryDay[] {
  const sums = new Map<string, HistoryDay>();
  for (const { day, amount } of history) {
    const key = `${day} ${amount < 0}`;
    const sum = sums.get(key);
    if (sum) sum.amount += amount;
    else sums.set(key, { day, amount });
  }
  return [...sums.values()].sort((a, b) => a.day - b.day);
}
