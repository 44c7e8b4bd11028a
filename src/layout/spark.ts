import type { Scene, Shape } from './shapes';

/** A purchase or a refund: its day, counted from any, and its amount. */
export interface Purchase {
  day: number;
  amount: number;
}

const WIDTH = 176;
const HEIGHT = 30;
/** Stretches that time is cut into: no thinner bars than can be told apart. */
const MOST_BARS = 36;

/** What a customer bought over time, refunds below the line: the sums of equal stretches from `from` to `to` as bars. */
export function sparkScene(purchases: readonly Purchase[], from: number, to: number): Scene {
  const days = Math.max(1, to - from + 1);
  const count = Math.min(MOST_BARS, days);
  const sums = Array.from({ length: count }, () => 0);
  for (const { day, amount } of purchases) {
    const bar = Math.min(count - 1, Math.max(0, Math.floor(((day - from) / days) * count)));
    sums[bar] = (sums[bar] ?? 0) + amount;
  }
  const high = Math.max(0, ...sums);
  const low = Math.min(0, ...sums);
  const scale = (HEIGHT - 2) / Math.max(high - low, Number.MIN_VALUE);
  const line = 1 + high * scale;
  const step = WIDTH / count;
  const width = Math.min(8, Math.max(1.5, step - 1.5));
  const bars = sums.flatMap((sum, index): Shape[] => {
    if (sum === 0) return [];
    // A small purchase is one too.
    const height = Math.max(1.5, Math.abs(sum) * scale);
    const x = index * step + (step - width) / 2;
    return [
      {
        kind: 'rect',
        x,
        y: sum > 0 ? line - height : line,
        width,
        height,
        fill: sum > 0 ? 'accent' : 'fall',
      },
    ];
  });
  const ground: Shape = { kind: 'line', x1: 0, x2: WIDTH, y1: line, y2: line, stroke: 'axis' };
  return { width: WIDTH, height: HEIGHT, shapes: [ground, ...bars] };
}
