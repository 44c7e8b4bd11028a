import type { Scene, Shape } from '../layout/shapes';
import type { ToneColor } from './canvas-shapes';
import { hatchPath, verticalShift } from './svg-shapes';

/** A picture as a file of its own: colours resolved, font named, every text escaped, marks embedded as an image. */
export function svgDocument(
  scene: Scene,
  color: ToneColor,
  fontFamily: string,
  marks: { href: string; x: number; y: number; width: number; height: number; before: number } | null = null,
): string {
  const shapes = scene.shapes.map((shape) => svgText(shape, color));
  if (marks) {
    shapes.splice(
      marks.before,
      0,
      `<image href="${marks.href}" x="${marks.x}" y="${marks.y}" width="${marks.width}" height="${marks.height}"/>`,
    );
  }
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${scene.width}" height="${scene.height}" viewBox="0 0 ${scene.width} ${scene.height}" font-family="${escaped(fontFamily)}">`,
    `<rect width="100%" height="100%" fill="${escaped(color('surface'))}"/>`,
    ...shapes,
    '</svg>',
  ].join('\n');
}

function svgText(shape: Shape, color: ToneColor): string {
  const opacity = shape.opacity === undefined ? {} : { opacity: shape.opacity };
  switch (shape.kind) {
    case 'line':
      return tag('line', {
        x1: shape.x1,
        y1: shape.y1,
        x2: shape.x2,
        y2: shape.y2,
        stroke: color(shape.stroke),
        'stroke-width': shape.width ?? 1,
        'stroke-dasharray': shape.dash,
        ...opacity,
      });
    case 'rect':
      return (
        tag('rect', {
          x: shape.x,
          y: shape.y,
          width: Math.max(0, shape.width),
          height: Math.max(0, shape.height),
          rx: shape.radius,
          fill: shape.fill ? color(shape.fill) : 'none',
          stroke: shape.stroke && color(shape.stroke),
          'stroke-width': shape.strokeWidth,
          ...opacity,
        }) +
        (shape.hatch ? tag('path', { d: hatchPath(shape), stroke: color(shape.hatch), fill: 'none' }) : '')
      );
    case 'path':
      return tag('path', {
        d: shape.d,
        fill: shape.fill ? color(shape.fill) : 'none',
        stroke: shape.stroke && color(shape.stroke),
        'stroke-width': shape.width,
        'stroke-dasharray': shape.dash,
        'stroke-linejoin': 'round',
        ...opacity,
      });
    case 'circle':
      return tag('circle', {
        cx: shape.cx,
        cy: shape.cy,
        r: shape.r,
        fill: shape.fill ? color(shape.fill) : 'none',
        stroke: shape.stroke && color(shape.stroke),
        'stroke-width': shape.strokeWidth,
        ...opacity,
      });
    case 'group':
      return `<g transform="translate(${shape.x},${shape.y})" opacity="${shape.opacity ?? 1}">${shape.shapes
        .map((inner) => svgText(inner, color))
        .join('')}</g>`;
    case 'text': {
      const halo = shape.halo
        ? {
            stroke: color('surface'),
            'stroke-width': 3,
            'stroke-linejoin': 'round',
            'paint-order': 'stroke',
          }
        : {};
      return tag(
        'text',
        {
          x: shape.x,
          y: shape.y + verticalShift(shape),
          fill: color(shape.fill),
          'font-size': shape.size ?? 12,
          'font-weight': shape.weight,
          'text-anchor': shape.anchor,
          ...halo,
          ...opacity,
        },
        shape.text,
      );
    }
  }
}

function tag(
  name: string,
  attributes: Record<string, string | number | undefined>,
  content?: string,
): string {
  const list = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
    .join('');
  return content === undefined ? `<${name}${list}/>` : `<${name}${list}>${escaped(content)}</${name}>`;
}

/** Characters that no XML may hold, escaped or not. */
const UNWRITABLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

function escaped(text: string): string {
  return text
    .replace(UNWRITABLE, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
