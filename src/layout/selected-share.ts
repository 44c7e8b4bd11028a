import type { Shape, Tone } from './shapes';

/** Something with a key, and where it lies. */
export interface KeyedBox {
  key: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * Over what is not selected a veil; where some are, a bar as long as their share, at the bottom; null: no selection.
 * Always two rectangles: what comes after them is the same after each brush.
 */
export function selectedShapes(
  { key, x, y, width, height }: KeyedBox,
  tone: Tone,
  selected: number | null,
): Shape[] {
  if (selected === null) return [];
  if (selected === 0)
    return [
      { kind: 'rect', key, x, y, width: 0, height: 0, fill: tone },
      { kind: 'rect', key, x, y, width, height, fill: 'surface', opacity: 0.66 },
    ];
  const bar = { kind: 'rect', key, x, y: y + height - 5, height: 5, fill: tone } as const;
  return [
    { ...bar, width, opacity: 0.25 },
    { ...bar, width: Math.max(2, width * Math.min(1, selected)) },
  ];
}
