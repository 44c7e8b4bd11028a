import type { Image } from './png';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** What is remembered of a picture: enough to see that it broke, too little to see which font it was set in. */
export interface Fingerprint {
  size: readonly [width: number, height: number];
  /** The colour that most of it has. */
  surface: string;
  /** Per mille of it in each family of colours. */
  colours: Record<string, number>;
  /** How much ink lies in each cell of a region's grid, a digit each, `.` for none: a rough picture to read. */
  regions: Record<string, readonly string[]>;
}

/** Side of a cell, in px. */
const CELL = 16;
const FAMILIES = ['red', 'amber', 'green', 'teal', 'blue', 'violet'] as const;

/** `grids` are the sizes of grids to cut regions into, where they are to be compared with others; else by their own size. */
export function fingerprint(
  image: Image,
  regions: Readonly<Record<string, Box>>,
  grids: Readonly<Record<string, readonly [columns: number, rows: number]>> = {},
): Fingerprint {
  const surface = mostCommon(image);
  const cut = (name: string, box: Box): readonly string[] =>
    inkGrid(image, box, grids[name] ?? [cells(box.width), cells(box.height)], surface);
  return {
    size: [image.width, image.height],
    surface: `#${surface.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`,
    colours: colourShares(image),
    regions: Object.fromEntries(Object.entries(regions).map(([name, box]) => [name, cut(name, box)])),
  };
}

const cells = (length: number): number => Math.max(1, Math.min(64, Math.round(length / CELL)));

type Rgb = readonly [number, number, number];

function pixel({ width, rgb }: Image, x: number, y: number): Rgb {
  const at = (y * width + x) * 3;
  return [rgb[at] ?? 0, rgb[at + 1] ?? 0, rgb[at + 2] ?? 0];
}

const luminance = ([r, g, b]: Rgb): number => (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;

function mostCommon(image: Image): Rgb {
  const counts = new Map<number, number>();
  for (let i = 0; i < image.rgb.length; i += 3) {
    const [r = 0, g = 0, b = 0] = image.rgb.subarray(i, i + 3);
    const key = (r << 16) | (g << 8) | b;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const [key] = [...counts].reduce((most, one) => (one[1] > most[1] ? one : most), [0, 0]);
  return [key >> 16, (key >> 8) & 255, key & 255];
}

function inkGrid(
  image: Image,
  box: Box,
  [columns, rows]: readonly [number, number],
  surface: Rgb,
): readonly string[] {
  const paper = luminance(surface);
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => {
      const x = [
        box.x + (box.width * column) / columns,
        box.x + (box.width * (column + 1)) / columns,
      ] as const;
      const y = [box.y + (box.height * row) / rows, box.y + (box.height * (row + 1)) / rows] as const;
      return digit(inkIn(image, x, y, paper));
    }).join(''),
  );
}

/** Mean distance from the paper, 0 to 1. */
function inkIn(
  image: Image,
  [left, right]: readonly [number, number],
  [top, bottom]: readonly [number, number],
  paper: number,
): number {
  let ink = 0;
  let count = 0;
  for (let y = Math.max(0, Math.round(top)); y < Math.min(image.height, Math.round(bottom)); y++)
    for (let x = Math.max(0, Math.round(left)); x < Math.min(image.width, Math.round(right)); x++) {
      ink += Math.abs(luminance(pixel(image, x, y)) - paper);
      count++;
    }
  return count > 0 ? ink / count : 0;
}

/** By the square root: a thin line counts beside a filled cell. */
function digit(ink: number): string {
  const level = Math.min(9, Math.round(Math.sqrt(ink) * 12));
  return level === 0 ? '.' : String(level);
}

function colourShares(image: Image): Record<string, number> {
  const counts = new Map<string, number>();
  const pixels = image.rgb.length / 3;
  for (let i = 0; i < image.rgb.length; i += 3) {
    const name = family([image.rgb[i] ?? 0, image.rgb[i + 1] ?? 0, image.rgb[i + 2] ?? 0]);
    if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const shares = FAMILIES.flatMap((name) => {
    const share = Math.round((1000 * (counts.get(name) ?? 0)) / pixels);
    return share > 0 ? [[name, share] as const] : [];
  });
  return Object.fromEntries(shares);
}

/** Null for what is near grey. */
function family([r, g, b]: Rgb): (typeof FAMILIES)[number] | null {
  const most = Math.max(r, g, b);
  const chroma = most - Math.min(r, g, b);
  if (chroma < 28) return null;
  const turn =
    most === r ? ((g - b) / chroma + 6) % 6 : most === g ? (b - r) / chroma + 2 : (r - g) / chroma + 4;
  const hue = turn * 60;
  if (hue < 22 || hue >= 335) return 'red';
  if (hue < 65) return 'amber';
  if (hue < 155) return 'green';
  if (hue < 198) return 'teal';
  return hue < 250 ? 'blue' : 'violet';
}
