/** The context of a canvas of a size with nothing on it; its memory is kept where it has the size already. */
export function clearedTo(
  canvas: HTMLCanvasElement,
  width: number,
  height: number,
  settings?: CanvasRenderingContext2DSettings,
): CanvasRenderingContext2D | null {
  const context = canvas.getContext('2d', settings);
  if (canvas.width === width && canvas.height === height) context?.reset();
  else {
    canvas.width = width;
    canvas.height = height;
  }
  return context;
}
