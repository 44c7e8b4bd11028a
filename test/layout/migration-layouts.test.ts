import { describe, expect, it } from 'vitest';
import type { MigrationRow } from '../../src/compute/results';
import { moveMatrix } from '../../src/layout/move-matrix';
import { moveRibbons } from '../../src/layout/move-ribbons';
import type { MovesInput } from '../../src/layout/move-shapes';
import { movesOf } from '../../src/layout/moves';
import { type PathShape, type RectShape, roughMeasure, type TextShape } from '../../src/layout/shapes';

const ORDER = ['platinum', 'gold', 'iron', 'lead'];
const row = (from_class: string | null, to_class: string | null, customers: number): MigrationRow => ({
  from_class,
  to_class,
  customers,
  amount: 10 * customers,
});
/** Ten iron: two rise to gold, one to platinum, three stay, four leave; five enter as lead. */
const rows = [
  row(null, 'lead', 5),
  row('iron', 'gold', 2),
  row('iron', 'platinum', 1),
  row('iron', 'iron', 3),
  row('iron', null, 4),
  row('gold', 'lead', 1),
];

function input(over: Partial<MovesInput> = {}): MovesInput {
  return {
    ...movesOf(rows, ORDER, true),
    width: 700,
    height: 400,
    labels: { from: 'before', to: 'now', entered: 'Entered', left: 'Left' },
    name: (name) => name,
    tone: () => 'tier-iron',
    count: String,
    short: (value) => `~${value}`,
    share: (share) => `${Math.round(100 * share)}%`,
    selected: null,
    measure: roughMeasure,
    ...over,
  };
}

describe('movesOf', () => {
  const all = movesOf(rows, ORDER, true);
  const { moves, classes } = all;
  const move = (from: string | null, to: string | null) =>
    moves.find((one) => one.from === from && one.to === to);

  it('tells up from down by the order, and who came and left', () => {
    expect(move('iron', 'gold')).toMatchObject({ kind: 'up', risen: true, share: 0.2 });
    expect(move('gold', 'lead')).toMatchObject({ kind: 'down', risen: false, share: 1 });
    expect(move('iron', 'iron')?.kind).toBe('stable');
    expect(move(null, 'lead')).toMatchObject({ kind: 'entered', share: 1 });
    expect(move('iron', null)).toMatchObject({ kind: 'left', share: 0.4 });
  });

  it('sums both sides', () => {
    expect([all.before('iron'), all.before(null), all.now('lead'), all.now(null)]).toEqual([10, 5, 6, 4]);
  });

  it('lists the classes in order: all of them, or those that occur', () => {
    expect(classes).toEqual(ORDER);
    expect(movesOf([row('a', 'lead', 1)], ORDER, false).classes).toEqual(['lead', 'a']);
  });

  it('gives every move a key of its own', () => {
    expect(new Set(moves.map(({ key }) => key)).size).toBe(rows.length);
    expect(move('iron', null)?.key).toBe('2:-1');
  });
});

describe('moveMatrix', () => {
  const rects = (over: Partial<MovesInput>, key: string): RectShape[] =>
    moveMatrix(input(over)).scene.shapes.filter(
      (shape): shape is RectShape => shape.kind === 'rect' && shape.key === key,
    );

  it('has those before in rows and those now in columns, and the ones in no class apart', () => {
    const { places } = moveMatrix(input());
    const at = (key: string) => places.find((place) => place.key === key)!;
    expect(at('2:1').y).toBe(at('2:2').y);
    expect(at('2:1').x).toBeLessThan(at('2:2').x);
    const step = at('2:2').x - at('2:1').x;
    expect(at('2:-1').x - at('2:2').x).toBeGreaterThan(2 * step);
    expect(at('-1:3').y).toBeGreaterThan(at('2:1').y);
    expect(places).toHaveLength(rows.length);
  });

  it('frames iron that rose, and colours up and down', () => {
    expect(rects({}, '2:1').some(({ stroke }) => stroke === 'tier-gold')).toBe(true);
    expect(rects({}, '2:0').some(({ stroke }) => stroke === 'tier-gold')).toBe(true);
    expect(rects({}, '2:2').some(({ stroke }) => stroke)).toBe(false);
    expect(rects({}, '2:1')[0]?.fill).toBe('rise');
    expect(rects({}, '1:3')[0]?.fill).toBe('fall');
  });

  it('writes counts short where there is no room, and never breaks a word', () => {
    for (const width of [256, 400, 900]) {
      const { scene, stub } = moveMatrix(input({ width, count: (value) => `1,234,56${value}` }));
      expect(stub?.width).toBeLessThanOrEqual(width * 0.38 + 1);
      const words = scene.shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));
      for (const name of ORDER) expect(words.filter((text) => text === name)).toHaveLength(2);
    }
    const narrow = moveMatrix(input({ width: 256, count: (value) => `1,234,56${value}` }));
    const cell = narrow.scene.shapes.find(
      (shape): shape is TextShape => shape.kind === 'text' && shape.key === '2:2',
    );
    expect(cell?.text).toBe('~3');
  });

  it('shows the share of a cell that is selected', () => {
    const selected = new Map([['2:1', 1]]);
    const bars = rects({ selected }, '2:1').filter(({ height }) => height === 5);
    expect((bars[1]?.width ?? 0) / (bars[0]?.width ?? 1)).toBeCloseTo(0.5, 9);
    expect(rects({ selected }, '2:2').at(-1)).toMatchObject({ fill: 'surface' });
  });
});

describe('moveRibbons', () => {
  it('has a ribbon for each move, and nodes as high as they are many', () => {
    const { scene, places } = moveRibbons(input());
    const ribbons = scene.shapes.filter((shape): shape is PathShape => shape.kind === 'path');
    expect(ribbons).toHaveLength(rows.length);
    expect(places).toHaveLength(rows.length);
    const nodes = scene.shapes.filter((shape): shape is RectShape => shape.kind === 'rect');
    // Platinum, gold, iron, lead, entered at the left: iron is ten, entered five.
    expect(nodes[2]!.height / nodes[4]!.height).toBeCloseTo(2, 6);
    expect(JSON.stringify(scene)).not.toContain('NaN');
  });

  it('names all classes at both sides, within the picture', () => {
    for (const width of [256, 700]) {
      const { scene } = moveRibbons(input({ width }));
      const texts = scene.shapes.filter((shape): shape is TextShape => shape.kind === 'text');
      expect(texts.filter(({ text }) => text.startsWith('iron'))).toHaveLength(2);
      for (const { x, text, anchor } of texts) {
        const long = roughMeasure(text, 12);
        expect(anchor === 'end' ? x - long : x).toBeGreaterThanOrEqual(-1);
        expect(anchor === 'end' ? x : x + long).toBeLessThanOrEqual(width + 1);
      }
    }
  });

  it('fades what is not selected and fills the share that is', () => {
    const { scene } = moveRibbons(input({ selected: new Map([['2:1', 1]]) }));
    const of = (key: string): PathShape[] =>
      scene.shapes.filter((shape): shape is PathShape => shape.kind === 'path' && shape.key === key);
    expect(of('2:1')).toHaveLength(2);
    expect(of('2:2')).toHaveLength(1);
    expect(of('2:2')[0]?.opacity).toBeLessThan(0.2);
  });
});
