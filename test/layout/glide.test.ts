import { describe, expect, it } from 'vitest';
import { glide, type NamedPoints } from '../../src/layout/glide';

function named(marks: readonly (readonly [name: string, x: number, y: number])[]): NamedPoints {
  const column = (at: 1 | 2): Float32Array => Float32Array.from(marks, (mark) => mark[at]);
  const flags = new Uint8Array(marks.length);
  const points = {
    x: column(1),
    y: column(2),
    tone: flags,
    tones: ['tier-gold' as const],
    radius: new Float32Array(marks.length).fill(2),
    ink: new Float32Array(marks.length).fill(0.5),
    hidden: flags,
    faded: flags,
  };
  return { points, name: (mark) => marks[mark]![0] };
}

describe('marks on their way', () => {
  const way = glide(
    named([
      ['ada', 0, 10],
      ['ben', 50, 50],
    ]),
    named([
      ['ben', 60, 50],
      ['ada', 100, 20],
      ['cyd', 7, 7],
    ]),
  );

  it('go from where each was to where each is, whatever their order', () => {
    expect([...(way?.(0).x ?? [])]).toEqual([50, 0, 7]);
    expect([...(way?.(0.5).x ?? [])]).toEqual([55, 50, 7]);
    expect([...(way?.(0.5).y ?? [])]).toEqual([50, 15, 7]);
    expect([...(way?.(1).x ?? [])]).toEqual([60, 100, 7]);
  });

  it('appear where they will be, if they are new', () => {
    expect([...(way?.(0).ink ?? [])]).toEqual([0.5, 0.5, 0]);
    expect([...(way?.(1).ink ?? [])]).toEqual([0.5, 0.5, 0.5]);
  });

  it('are none where nothing moves', () => {
    expect(glide(named([['ada', 1, 1]]), named([['ada', 1.2, 1]]))).toBeNull();
  });
});
