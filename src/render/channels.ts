/** A colour in parts of 0..1; the canvas writes any opaque colour as `#rrggbb`. */
export function channels(
  context: CanvasRenderingContext2D,
  color: string,
): readonly [number, number, number] {
  const before = context.fillStyle;
  context.fillStyle = color;
  const written = String(context.fillStyle);
  context.fillStyle = before;
  const part = (index: number): number => Number.parseInt(written.slice(index, index + 2), 16) / 255 || 0;
  return [part(1), part(3), part(5)];
}
