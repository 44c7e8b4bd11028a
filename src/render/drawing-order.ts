import type { Points } from '../layout/points';

/** Ink of marks that stand behind what is chosen. */
export const GHOST = 0.3;

const SIZES = 16;

/** The marks that are shown, lowest first: faded ones, then tone by tone, the first on top, and larger below smaller. */
export function drawingOrder(points: Points): Uint32Array {
  const { hidden, faded, tone, tones, radius } = points;
  const layers = tones.length + 1;
  const layerOf = (mark: number): number => {
    const layer = faded[mark] ? 0 : layers - Math.min(tones.length - 1, tone[mark] ?? 0) - 1;
    return layer * SIZES + (SIZES - 1 - Math.min(SIZES - 1, Math.round(radius[mark] ?? 1)));
  };
  const starts = new Uint32Array(layers * SIZES + 1);
  for (let mark = 0; mark < tone.length; mark++) {
    const after = layerOf(mark) + 1;
    if (!hidden[mark]) starts[after] = (starts[after] ?? 0) + 1;
  }
  for (let index = 1; index < starts.length; index++) {
    starts[index] = (starts[index] ?? 0) + (starts[index - 1] ?? 0);
  }
  const order = new Uint32Array(starts.at(-1) ?? 0);
  for (let mark = 0; mark < tone.length; mark++) {
    if (hidden[mark]) continue;
    const layer = layerOf(mark);
    const place = starts[layer] ?? 0;
    order[place] = mark;
    starts[layer] = place + 1;
  }
  return order;
}
