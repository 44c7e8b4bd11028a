import type { Scene, Shape } from '../../layout/shapes';
import { sheetTiles, type Tile } from '../../layout/sheet-tiles';
import { wrapText } from '../../layout/wrap-text';
import { paintShapes, textMeasure } from '../../render/canvas-shapes';
import { svgDocument } from '../../render/export-svg';
import { pictureRatio } from '../picture-export';
import { toneReader } from '../tone-reader';
import type { Chart } from './dashboard-state';

const GAP = 16;
const LEAST_WIDTH = 320;
/** Of a canvas that every browser makes: Safari stops at 16.7 million. */
const MOST_PIXELS = 16_000_000;

/** What stands above the charts. */
interface Head {
  heading: string;
  findings: readonly string[];
  /** An element in the colours and the font of the dashboard. */
  probe: HTMLElement;
}

/** A dashboard as one SVG file: heading, findings, and its charts in the rows that they stand in. */
export async function wholeSvg(charts: readonly Chart[], head: Head): Promise<string> {
  const pictures = await drawn(charts, async (chart) => {
    const text = await chart.toSvg();
    const [, width = 0, height = 0] = /^<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(text) ?? [];
    return { picture: text, width: Number(width), height: Number(height) };
  });
  const { scene, color, font, places } = sheetOf(pictures, head);
  const sheet = svgDocument(scene, color, font);
  const inside = pictures.map(({ picture }, i) => {
    const { x, y } = places[i] ?? { x: 0, y: 0 };
    return picture.replace('<svg ', `<svg x="${x}" y="${y}" `);
  });
  return [sheet.replace(/<\/svg>$/, ''), ...inside, '</svg>'].join('\n');
}

/** The same as a PNG, at twice the density of a page where that is not more than a canvas holds. */
export async function wholePng(charts: readonly Chart[], head: Head): Promise<Blob> {
  const ratio = pictureRatio();
  const pictures = await drawn(charts, async (chart) => {
    const picture = await createImageBitmap(await chart.toPng());
    return { picture, width: picture.width / ratio, height: picture.height / ratio };
  });
  const { scene, color, font, places } = sheetOf(pictures, head);
  const density = Math.min(ratio, Math.sqrt(MOST_PIXELS / (scene.width * scene.height)));
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(scene.width * density);
  canvas.height = Math.floor(scene.height * density);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.scale(density, density);
  context.fillStyle = color('surface');
  context.fillRect(0, 0, scene.width, scene.height);
  paintShapes(context, scene.shapes, color, font);
  for (const [i, { picture, width, height }] of pictures.entries()) {
    const { x, y } = places[i] ?? { x: 0, y: 0 };
    context.drawImage(picture, x, y, width, height);
    picture.close();
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no image'))), 'image/png');
  });
}

type Drawn<P> = Tile & { picture: P };

/** The pictures of charts with the places of their frames; what could not be shown has none. */
async function drawn<P>(
  charts: readonly Chart[],
  draw: (chart: Chart) => Promise<{ picture: P; width: number; height: number }>,
): Promise<Drawn<P>[]> {
  const all = await Promise.allSettled(
    charts.map(async (chart) => {
      const { left, top } = chart.getBoundingClientRect();
      return { left, top: Math.round(top), ...(await draw(chart)) };
    }),
  );
  return all.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
}

/** The sheet with heading and findings on it, and the places of pictures below them. */
function sheetOf(
  tiles: readonly Tile[],
  { heading, findings, probe }: Head,
): {
  scene: Scene;
  color: ReturnType<typeof toneReader>;
  font: string;
  places: { x: number; y: number }[];
} {
  const font = getComputedStyle(probe).fontFamily || 'system-ui, sans-serif';
  const measure = textMeasure(font);
  const laid = sheetTiles(tiles, GAP);
  const width = Math.max(LEAST_WIDTH, laid.width) + 2 * GAP;
  const shapes: Shape[] = [];
  let y = GAP;
  const write = (text: string, size: number, weight: 400 | 600): void => {
    for (const line of wrapText(text, width - 2 * GAP, size, measure, weight)) {
      shapes.push({ kind: 'text', x: GAP, y, text: line, size, weight, fill: 'text', vertical: 'top' });
      y += Math.round(size * 1.4);
    }
  };
  write(heading, 20, 600);
  y += 4;
  for (const finding of findings) write(finding, 13, 400);
  y += 12;
  return {
    scene: { width, height: y + laid.height + GAP, shapes },
    color: toneReader(probe),
    font,
    places: laid.places.map((place) => ({ x: place.x + GAP, y: place.y + y })),
  };
}
