import { describe, expect, it } from 'vitest';
import {
  type Channel,
  type ScatterInput,
  scatterGround,
  scatterHeight,
  scatterLayout,
} from '../../src/layout/scatter-layout';
import { roughMeasure, type Shape, type TextShape } from '../../src/layout/shapes';

const recency: Channel = {
  measure: 'recency',
  values: [0, 150, 100, 300, 400],
  title: 'Days since last purchase →',
  format: String,
  breaks: [50, 120, 200, 320],
};
const frequency: Channel = {
  measure: 'frequency',
  values: [20, 1, 2, 1, 1],
  title: '↑ Number of orders',
  format: String,
  breaks: [1, 2, 3, 5],
};

function input(over: Partial<ScatterInput> = {}): ScatterInput {
  return {
    x: recency,
    y: frequency,
    size: [900, 10, 50, 0, -5],
    segment: Uint8Array.from([0, 1, 1, 2, 2]),
    tones: ['segment-champions', 'segment-loyal', 'segment-lost'],
    width: 800,
    height: scatterHeight(800),
    lanes: { zero: '0', negative: 'below 0', both: '0 or less', below: (value) => `< ${value}` },
    oneOrder: 'One order: 60% of customers',
    measure: roughMeasure,
    ...over,
  };
}

const texts = (shapes: readonly Shape[]): string[] =>
  shapes.filter((shape): shape is TextShape => shape.kind === 'text').map((shape) => shape.text);

/** All of the plane, as it is seen as a whole. */
function drawn(given: ScatterInput) {
  const ground = scatterGround(given);
  return { ...ground, ...scatterLayout(given, ground) };
}

describe('the scatter', () => {
  it('puts recent customers to the right and frequent ones up', () => {
    const { places } = drawn(input());
    expect(places.x[0]).toBeGreaterThan(places.x[4] ?? 0);
    expect(places.y[0]).toBeLessThan(places.y[1] ?? 0);
  });

  it('puts recent customers up where recency is vertical', () => {
    const { places } = drawn(input({ x: frequency, y: recency }));
    expect(places.y[0]).toBeLessThan(places.y[4] ?? 0);
  });

  it('keeps every mark within the plot', () => {
    const { places, box } = drawn(input());
    for (const x of places.x) expect(x >= box.left && x <= box.right).toBe(true);
    for (const y of places.y) expect(y >= box.top && y <= box.bottom).toBe(true);
  });

  it('names the scores between their thresholds, five of each', () => {
    const said = texts(drawn(input()).over);
    for (const score of ['R1', 'R2', 'R3', 'R5', 'F1', 'F2', 'F5']) expect(said).toContain(score);
  });

  it('leaves out a score that has no room', () => {
    const narrow = { ...recency, breaks: [50, 52, 150, 300] };
    expect(texts(drawn(input({ x: narrow })).over)).not.toContain('R4');
  });

  it('draws no threshold beyond the plot, and counts equal thresholds as one line', () => {
    const once = { ...frequency, values: [1, 1, 1, 1, 1] };
    const { under, over } = drawn(input({ x: { ...recency, breaks: [50, 50, 50, 50] }, y: once }));
    const dashed = under.filter((shape) => shape.kind === 'line' && shape.dash);
    // Recency once; of frequency only 1, for the axis ends at 2.
    expect(dashed).toHaveLength(2);
    expect(texts(over)).toEqual(expect.arrayContaining(['R1', 'R5', 'F1', 'F2']));
    expect(texts(over)).not.toContain('F5');
  });

  it('scores rise to the right: what is most recent is R5', () => {
    const label = (text: string): number =>
      drawn(input()).over.find((shape): shape is TextShape => shape.kind === 'text' && shape.text === text)
        ?.x ?? 0;
    expect(label('R5')).toBeGreaterThan(label('R1'));
  });

  it('names the lane of one order, at the end where fewer stand', () => {
    const crowdLeft = drawn(input());
    const label = crowdLeft.over.find(
      (shape): shape is TextShape => shape.kind === 'text' && shape.text.startsWith('One'),
    );
    expect(label?.x).toBeGreaterThan(400);
  });

  it('draws larger value as larger area, zero and less as the least', () => {
    const { radius } = drawn(input()).places;
    expect(radius[0]).toBeGreaterThan(radius[2] ?? 0);
    expect(radius[3]).toBe(radius[4]);
  });

  it('needs no breaks, no customers and no size to be drawn', () => {
    const bare = (channel: Channel): Channel => ({ ...channel, values: [], breaks: [] });
    const empty = input({
      x: bare(recency),
      y: bare(frequency),
      size: [],
      segment: new Uint8Array(),
      oneOrder: '',
    });
    expect(drawn(empty).places.x).toHaveLength(0);
  });
});
