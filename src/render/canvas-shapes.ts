import type { Measure, Shape, Tone } from '../layout/shapes';
import { hatchPath, verticalShift } from './svg-shapes';

/** The colours of the theme as the browser resolved them. */
export type ToneColor = (tone: Tone) => string;

/** Draws shapes on a canvas, in order, as `svgShapes` shows them. */
export function paintShapes(
  context: CanvasRenderingContext2D,
  shapes: readonly Shape[],
  color: ToneColor,
  fontFamily: string,
): void {
  const { globalAlpha } = context;
  for (const shape of shapes) {
    context.globalAlpha = globalAlpha * (shape.opacity ?? 1);
    paintShape(context, shape, color, fontFamily);
  }
  context.globalAlpha = globalAlpha;
  context.setLineDash([]);
}

function paintShape(
  context: CanvasRenderingContext2D,
  shape: Shape,
  color: ToneColor,
  fontFamily: string,
): void {
  context.setLineDash('dash' in shape && shape.dash ? shape.dash.split(/[ ,]+/).map(Number) : []);
  context.lineJoin = 'round';
  switch (shape.kind) {
    case 'line':
      strokeAndFill(
        context,
        new Path2D(`M${shape.x1},${shape.y1}L${shape.x2},${shape.y2}`),
        { stroke: shape.stroke, width: shape.width },
        color,
      );
      return;
    case 'rect': {
      const path = new Path2D();
      path.roundRect(
        shape.x,
        shape.y,
        Math.max(0, shape.width),
        Math.max(0, shape.height),
        shape.radius ?? 0,
      );
      strokeAndFill(
        context,
        path,
        { fill: shape.fill, stroke: shape.stroke, width: shape.strokeWidth },
        color,
      );
      if (shape.hatch) {
        strokeAndFill(context, new Path2D(hatchPath(shape)), { stroke: shape.hatch, width: 1 }, color);
      }
      return;
    }
    case 'path':
      strokeAndFill(context, new Path2D(shape.d), shape, color);
      return;
    case 'circle': {
      const path = new Path2D();
      path.arc(shape.cx, shape.cy, shape.r, 0, Math.PI * 2);
      strokeAndFill(
        context,
        path,
        { fill: shape.fill, stroke: shape.stroke, width: shape.strokeWidth },
        color,
      );
      return;
    }
    case 'group':
      context.save();
      context.translate(shape.x, shape.y);
      paintShapes(context, shape.shapes, color, fontFamily);
      context.restore();
      return;
    case 'text': {
      const y = shape.y + verticalShift(shape);
      context.font = `${shape.weight ?? 400} ${shape.size ?? 12}px ${fontFamily}`;
      context.textAlign = shape.anchor === 'middle' ? 'center' : shape.anchor === 'end' ? 'right' : 'left';
      context.textBaseline = 'alphabetic';
      if (shape.halo) {
        context.strokeStyle = color('surface');
        context.lineWidth = 3;
        context.strokeText(shape.text, shape.x, y);
      }
      context.fillStyle = color(shape.fill);
      context.fillText(shape.text, shape.x, y);
    }
  }
}

function strokeAndFill(
  context: CanvasRenderingContext2D,
  path: Path2D,
  paint: { fill?: Tone | undefined; stroke?: Tone | undefined; width?: number | undefined },
  color: ToneColor,
): void {
  if (paint.fill) {
    context.fillStyle = color(paint.fill);
    context.fill(path);
  }
  if (paint.stroke) {
    context.strokeStyle = color(paint.stroke);
    context.lineWidth = paint.width ?? 1;
    context.stroke(path);
  }
}

let measuring: CanvasRenderingContext2D | null = null;
/** The font it has. */
let measured = '';

const measures = new Map<string, Measure>();

/** Measures text in the font the charts are drawn in; the same function for the same font. */
export function textMeasure(fontFamily: string): Measure {
  const known = measures.get(fontFamily) ?? makeMeasure(fontFamily);
  measures.set(fontFamily, known);
  return known;
}

function makeMeasure(fontFamily: string): Measure {
  measuring ??= document.createElement('canvas').getContext('2d');
  const widths = new Map<string, number>();
  return (text, size, weight = 400) => {
    const key = `${weight} ${size} ${text}`;
    const known = widths.get(key);
    if (known !== undefined) return known;
    if (!measuring) return text.length * size * 0.6;
    const font = `${weight} ${size}px ${fontFamily}`;
    // The browser reads it anew each time it is set.
    if (font !== measured) measuring.font = font;
    measured = font;
    const { width } = measuring.measureText(text);
    if (widths.size > 2000) widths.clear();
    widths.set(key, width);
    return width;
  };
}
