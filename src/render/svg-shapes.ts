import { nothing, type SVGTemplateResult, svg } from 'lit';
import type { Shape, TextShape, Tone } from '../layout/shapes';

/** The CSS variable of a tone, inside a shadow root that carries the theme. */
export function toneVariable(tone: Tone): string {
  return `var(--_${tone})`;
}

const paint = (tone: Tone | undefined): string => (tone ? toneVariable(tone) : 'none');

/** Shapes as SVG, in order. */
export function svgShapes(shapes: readonly Shape[]): SVGTemplateResult[] {
  return shapes.map(svgShape);
}

function svgShape(shape: Shape): SVGTemplateResult {
  const key = shape.key ?? nothing;
  const opacity = shape.opacity ?? nothing;
  switch (shape.kind) {
    case 'line':
      return svg`<line data-key=${key} x1=${shape.x1} y1=${shape.y1} x2=${shape.x2} y2=${shape.y2}
        stroke=${paint(shape.stroke)} stroke-width=${shape.width ?? 1} stroke-dasharray=${shape.dash ?? nothing}
        opacity=${opacity} shape-rendering=${shape.x1 === shape.x2 || shape.y1 === shape.y2 ? 'crispEdges' : nothing} />`;
    case 'rect':
      return svg`<rect data-key=${key} x=${shape.x} y=${shape.y} width=${Math.max(0, shape.width)}
        height=${Math.max(0, shape.height)} rx=${shape.radius ?? nothing} fill=${paint(shape.fill)}
        stroke=${paint(shape.stroke)} stroke-width=${shape.strokeWidth ?? nothing} opacity=${opacity} />${
          shape.hatch
            ? svg`<path d=${hatchPath(shape)} stroke=${paint(shape.hatch)} stroke-width="1" fill="none" pointer-events="none" />`
            : nothing
        }`;
    case 'path':
      return svg`<path data-key=${key} d=${shape.d} fill=${paint(shape.fill)} stroke=${paint(shape.stroke)}
        stroke-width=${shape.width ?? nothing} stroke-dasharray=${shape.dash ?? nothing} stroke-linejoin="round"
        opacity=${opacity} />`;
    case 'circle':
      return svg`<circle data-key=${key} cx=${shape.cx} cy=${shape.cy} r=${shape.r} fill=${paint(shape.fill)}
        stroke=${paint(shape.stroke)} stroke-width=${shape.strokeWidth ?? nothing} opacity=${opacity} />`;
    case 'group':
      return svg`<g data-key=${key} transform="translate(${shape.x},${shape.y})" opacity=${opacity}>${svgShapes(shape.shapes)}</g>`;
    case 'text':
      return svg`<text data-key=${key} x=${shape.x} y=${shape.y + verticalShift(shape)} fill=${paint(shape.fill)}
        font-size=${shape.size ?? 12} font-weight=${shape.weight ?? nothing} text-anchor=${shape.anchor ?? nothing}
        opacity=${opacity} stroke=${shape.halo ? toneVariable('surface') : nothing}
        stroke-width=${shape.halo ? 3 : nothing} stroke-linejoin=${shape.halo ? 'round' : nothing}
        paint-order=${shape.halo ? 'stroke' : nothing}>${shape.text}</text>`;
  }
}

/** How far below `y` the baseline of a text lies; the same for SVG, canvas and export. */
export function verticalShift(shape: TextShape): number {
  const size = shape.size ?? 12;
  if (shape.vertical === 'middle') return size * 0.35;
  if (shape.vertical === 'top') return size * 0.8;
  return 0;
}

/** Diagonals across a rectangle, six pixels apart. */
export function hatchPath(box: { x: number; y: number; width: number; height: number }): string {
  const { x, y, width, height } = box;
  const parts: string[] = [];
  for (let offset = 6 - ((x + y) % 6); offset < width + height; offset += 6) {
    const x1 = x + Math.max(0, offset - height);
    const y1 = y + Math.min(offset, height);
    const x2 = x + Math.min(offset, width);
    const y2 = y + Math.max(0, offset - width);
    parts.push(`M${x1.toFixed(1)},${y1.toFixed(1)}L${x2.toFixed(1)},${y2.toFixed(1)}`);
  }
  return parts.join('');
}
