import { type Spark, sparkShapes } from './kpi-spark';
import type { Measure, Scene, Shape, Tone } from './shapes';
import { fitText, wrapText } from './wrap-text';

/** A share of the whole, as a bar. */
export interface ShareBar {
  label: string;
  share: number;
  text: string;
}

/** A line under the figure. */
export interface TileLine {
  /** The ways to write it, the fullest first. */
  ways: readonly string[];
  tone: Tone;
  strong: boolean;
}

/** One figure with its words. */
export interface KpiTile {
  key: string;
  label: string;
  /** The figure, the fullest way to write it first. */
  figures: readonly string[];
  /** What changed, in two lines at most. */
  lines: readonly TileLine[];
  spark: Spark | null;
  /** In the place of lines and spark. */
  bars: readonly ShareBar[];
  /** Whether the figure is a warning. */
  warns: boolean;
}

export interface KpiInput {
  tiles: readonly KpiTile[];
  width: number;
  measure: Measure;
}

/** A tile and where it lies. */
export interface KpiPlace {
  key: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface KpiLayout {
  scene: Scene;
  places: KpiPlace[];
}

const GAP = 8;
const LEAST = 112;
const COMFORTABLE = 168;
const MOST_COLUMNS = 5;
/** Width of a tile at which texts have their own size; on a wall they grow with it. */
const NORMAL = 220;
const LARGEST_SCALE = 3;

interface Grid {
  columns: number;
  tile: number;
  scale: number;
  pad: number;
  /** Lines that the labels of a row of tiles need. */
  labelLines(row: number): number;
  height(row: number): number;
}

/** Tiles in rows of as many as are readable; the last takes what is left of its row. */
export function kpiLayout(input: KpiInput): KpiLayout {
  const grid = gridOf(input);
  const { columns, tile } = grid;
  const tops = topsOf(grid, input.tiles.length);
  const places = input.tiles.map(({ key }, i): KpiPlace => {
    const [column, row] = [i % columns, Math.floor(i / columns)];
    const last = i === input.tiles.length - 1;
    return {
      key,
      x: column * (tile + GAP),
      y: tops[row] ?? 0,
      width: last ? input.width - column * (tile + GAP) : tile,
      height: grid.height(row),
    };
  });
  const shapes = input.tiles.flatMap((one, i) =>
    tileShapes(one, places[i]!, grid, grid.labelLines(Math.floor(i / columns)), input.measure),
  );
  return { scene: { width: input.width, height: (tops.at(-1) ?? GAP) - GAP, shapes }, places };
}

/** Height of the tiles of `count` figures, before they are known. */
export function kpiHeight(width: number, count: number): number {
  const grid = gridOf({ tiles: [], width, measure: () => 0 });
  return (topsOf(grid, count).at(-1) ?? GAP) - GAP;
}

/** Where rows of tiles begin, and where one more would. */
function topsOf({ columns, height }: Grid, count: number): number[] {
  const tops = [0];
  for (let row = 0; row < Math.ceil(count / columns); row++) tops.push(tops[row]! + height(row) + GAP);
  return tops;
}

function gridOf({ tiles, width, measure }: KpiInput): Grid {
  const fitting = (least: number): number => Math.floor((width + GAP) / (least + GAP));
  const most = Math.min(MOST_COLUMNS, Math.max(2, tiles.length || MOST_COLUMNS));
  const columns = Math.max(1, Math.min(most, Math.max(fitting(COMFORTABLE), Math.min(2, fitting(LEAST)))));
  const tile = (width - (columns - 1) * GAP) / columns;
  const scale = Math.min(LARGEST_SCALE, Math.max(1, tile / NORMAL));
  const pad = tile < 150 ? 8 : Math.round(12 * scale);
  const labelLines = (row: number): number =>
    Math.max(
      1,
      ...tiles
        .slice(row * columns, (row + 1) * columns)
        .map(({ label }) => Math.min(2, wrapText(label, tile - 2 * pad, 12 * scale, measure).length)),
    );
  const height = (row: number): number => Math.round(2 * pad + (labelLines(row) * 16 + 104) * scale);
  return { columns, tile, scale, pad, labelLines, height };
}

function tileShapes(
  tile: KpiTile,
  place: KpiPlace,
  { scale, pad }: Grid,
  labelLines: number,
  measure: Measure,
): Shape[] {
  const { key, x, y, width, height } = place;
  const room = width - 2 * pad;
  const left = x + pad;
  const label = wrapText(tile.label, room, 12 * scale, measure).slice(0, labelLines);
  const figureBase = y + pad + (labelLines * 16 + 27) * scale;
  const text = { kind: 'text', key, x: left } as const;
  const { text: figure, size } = fittingFigure(tile.figures, room, 26 * scale, measure);
  const warning: Shape[] = tile.warns
    ? [{ kind: 'rect', key, x, y, width: 3 * scale, height, fill: 'fall', radius: 1 }]
    : [];
  const small = { ...text, size: 12 * scale } as const;
  return [
    { kind: 'rect', key, x, y, width, height, radius: 6, fill: 'grid', opacity: 0.5 },
    ...warning,
    ...label.map(
      (words, i): Shape => ({ ...small, y: y + pad + (12 + i * 16) * scale, text: words, fill: 'muted' }),
    ),
    {
      ...text,
      y: figureBase,
      text: figure,
      size,
      weight: 600,
      fill: tile.warns ? 'fall' : 'text',
    },
    ...(tile.bars.length > 0
      ? barShapes(tile, { x: left, y: figureBase + 8 * scale, width: room, scale }, measure)
      : tile.lines.map(({ ways, tone, strong }, i): Shape => {
          const size = (strong ? 12 : 11) * scale;
          const weight = strong ? 600 : 400;
          const way = ways.find((one) => measure(one, size, weight) <= room) ?? ways.at(-1) ?? '';
          const y = figureBase + (17 + i * 15) * scale;
          return { ...text, y, text: fitText(way, room, size, measure, weight), size, weight, fill: tone };
        })),
    ...(tile.spark
      ? sparkShapes(tile.spark, key, {
          x: left,
          y: y + height - pad - 30 * scale,
          width: room,
          height: 30 * scale,
        })
      : []),
  ];
}

/** The fullest way that fits; the shortest smaller where not even that does. */
function fittingFigure(
  figures: readonly string[],
  room: number,
  size: number,
  measure: Measure,
): { text: string; size: number } {
  const fitting = figures.find((text) => measure(text, size, 600) <= room);
  if (fitting !== undefined) return { text: fitting, size };
  const text = figures.at(-1) ?? '';
  return { text, size: Math.max(12, (size * room) / Math.max(1, measure(text, size, 600))) };
}

function barShapes(
  { bars, key, warns }: KpiTile,
  { x, y, width, scale }: { x: number; y: number; width: number; scale: number },
  measure: Measure,
): Shape[] {
  const row = 22 * scale;
  const size = 11 * scale;
  return bars.flatMap(({ label, share, text }, i): Shape[] => {
    const top = y + i * row;
    const bar = { kind: 'rect', key, x, y: top + 14 * scale, height: 4 * scale, radius: 2 } as const;
    const figure = measure(text, size);
    const words = { kind: 'text', key, y: top + 10 * scale, size } as const;
    return [
      { ...words, x, text: fitText(label, width - figure - 6, size, measure), fill: 'muted' },
      { ...words, x: x + width, text, anchor: 'end', fill: 'text' },
      { ...bar, width, fill: 'grid' },
      {
        ...bar,
        width: Math.min(1, Math.max(0, share)) * width,
        fill: warns ? 'fall' : 'accent',
        opacity: 0.8,
      },
    ];
  });
}
