import { dodge } from './dodge';
import { MOVE_TONES, type MovesInput, type MovesLayout, selectedShare, sideOf, small } from './move-shapes';
import type { Move } from './moves';
import type { KeyedBox } from './selected-share';
import type { Shape } from './shapes';

const TOP = 22;
const NODE = 12;
const GAP = 6;
/** Narrower than this the names stand over the ribbons. */
const BESIDE = 520;

interface Node {
  name: string | null;
  y: number;
  height: number;
}

interface Ends {
  move: Move;
  /** Top of the ribbon at either end, and how thick it is. */
  left: number;
  right: number;
  thick: number;
}

interface Sides {
  before: Node[];
  now: Node[];
  x0: number;
  x1: number;
  unit: number;
}

/** Classes before at the left, classes now at the right, and between them who went where, as thick as they are many. */
export function moveRibbons(input: MovesInput): MovesLayout {
  const sides = sidesOf(input);
  const ends = endsOf(input, sides);
  const { x0, x1 } = sides;
  const places = ends.map(({ move, left, right, thick }): KeyedBox => {
    const top = (left + right) / 2;
    return { key: move.key, x: (x0 + x1) / 2 - 12, y: top, width: 24, height: Math.max(4, thick) };
  });
  // The thin over the thick, and what rose over all.
  const order = [...ends].sort((a, b) => Number(a.move.risen) - Number(b.move.risen) || b.thick - a.thick);
  return {
    scene: {
      width: input.width,
      height: input.height,
      shapes: [
        small(0, 11, input.labels.from),
        small(input.width, 11, input.labels.to, { anchor: 'end' }),
        ...order.flatMap((one) => ribbonShapes(one, sides, input)),
        ...nodeShapes(sides.before, x0 - NODE, 'start', input),
        ...nodeShapes(sides.now, x1, 'end', input),
      ],
    },
    places,
    stub: null,
  };
}

function sidesOf(input: MovesInput): Sides {
  const { classes, before, now, width, height, measure } = input;
  const names = Math.max(0, ...[...classes, null].map((name) => measure(labelOf(name, 'start', input), 12)));
  const beside = width >= BESIDE ? Math.min(width * 0.28, Math.ceil(names) + 10) : 0;
  const [from, to] = [sideOf(classes, before), sideOf(classes, now)];
  const total = input.moves.reduce((sum, { customers }) => sum + customers, 0);
  const gaps = GAP * (Math.max(from.length, to.length) - 1);
  const unit = Math.max(1, height - TOP - 8 - gaps) / Math.max(1, total);
  const stack = (side: readonly (string | null)[], count: (name: string | null) => number): Node[] => {
    let y = TOP;
    return side.map((name) => {
      const node = { name, y, height: count(name) * unit };
      y += node.height + GAP;
      return node;
    });
  };
  return {
    before: stack(from, before),
    now: stack(to, now),
    x0: beside + NODE,
    x1: width - beside - NODE,
    unit,
  };
}

/** Where each ribbon begins and ends: at either side in the order of the other. */
function endsOf({ moves }: MovesInput, { before, now, unit }: Sides): Ends[] {
  const free = new Map<Node, number>();
  const take = (node: Node | undefined, thick: number): number => {
    if (!node) return 0;
    const at = free.get(node) ?? node.y;
    free.set(node, at + thick);
    return at;
  };
  const node = (side: readonly Node[], name: string | null): Node | undefined =>
    side.find((one) => one.name === name);
  const starts = new Map(moves.map((move) => [move, take(node(before, move.from), move.customers * unit)]));
  const place = (name: string | null): number => before.findIndex((one) => one.name === name);
  const arriving = [...moves].sort((a, b) => place(a.from) - place(b.from));
  return arriving.map((move) => {
    const thick = move.customers * unit;
    return { move, left: starts.get(move) ?? 0, right: take(node(now, move.to), thick), thick };
  });
}

function ribbonShapes(
  { move, left, right, thick }: Ends,
  { x0, x1 }: Sides,
  { selected }: MovesInput,
): Shape[] {
  const { key, kind, risen } = move;
  const fill = risen ? 'tier-gold' : MOVE_TONES[kind];
  const share = selectedShare(move, selected);
  const path = (part: number): string => ribbon(x0, x1, left, right, Math.max(0.75, thick * part));
  const opacity = risen ? 0.85 : kind === 'stable' || kind === 'left' ? 0.22 : 0.4;
  if (share === null) return [{ kind: 'path', key, d: path(1), fill, opacity }];
  return [
    { kind: 'path', key, d: path(1), fill, opacity: 0.12 },
    ...(share > 0 ? [{ kind: 'path' as const, key, d: path(Math.min(1, share)), fill, opacity: 0.75 }] : []),
  ];
}

function ribbon(x0: number, x1: number, left: number, right: number, thick: number): string {
  const middle = (x0 + x1) / 2;
  const n = (value: number): string => value.toFixed(1);
  return `M${n(x0)},${n(left)}C${n(middle)},${n(left)} ${n(middle)},${n(right)} ${n(x1)},${n(right)}L${n(x1)},${n(right + thick)}C${n(middle)},${n(right + thick)} ${n(middle)},${n(left + thick)} ${n(x0)},${n(left + thick)}Z`;
}

function labelOf(
  name: string | null,
  side: 'start' | 'end',
  { labels, name: named, count, before, now }: MovesInput,
): string {
  const many = count((side === 'start' ? before : now)(name));
  return `${name === null ? (side === 'start' ? labels.entered : labels.left) : named(name)} ${many}`;
}

function nodeShapes(nodes: readonly Node[], x: number, side: 'start' | 'end', input: MovesInput): Shape[] {
  const { width, height, tone } = input;
  const beside = width >= BESIDE;
  const spans = nodes.map(({ y, height: tall }) => ({ center: y + tall / 2, length: 15 }));
  const centres = dodge(spans, TOP - 4, height, 0);
  return nodes.flatMap(({ name, y, height: tall }, i): Shape[] => {
    const none = side === 'start' ? 'fresh' : 'fall';
    const bar: Shape = {
      kind: 'rect',
      x,
      y,
      width: NODE,
      height: Math.max(1, tall),
      fill: name === null ? none : tone(name),
    };
    // The names go with the larger where not all have room.
    const at = centres?.[i] ?? (tall >= 14 ? y + tall / 2 : null);
    if (at === null) return [bar];
    const outside = side === 'start' ? x - 8 : x + NODE + 8;
    const inside = side === 'start' ? x + NODE + 5 : x - 5;
    const anchor = (side === 'start') === beside ? 'end' : 'start';
    return [
      bar,
      {
        kind: 'text',
        x: beside ? outside : inside,
        y: at,
        text: labelOf(name, side, input),
        size: 12,
        fill: 'text',
        anchor,
        vertical: 'middle',
        ...(!beside && { halo: true }),
      },
    ];
  });
}
