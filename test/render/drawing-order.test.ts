import { describe, expect, it } from 'vitest';
import { drawingOrder } from '../../src/render/drawing-order';

describe('the order marks are drawn in', () => {
  const points = {
    x: new Float32Array(5),
    y: new Float32Array(5),
    tones: ['tier-platinum', 'tier-gold'] as const,
    ink: new Float32Array(5).fill(1),
    // Platinum small, gold small, platinum large, gold hidden, platinum faded.
    tone: Uint8Array.of(0, 1, 0, 1, 0),
    radius: Float32Array.of(2, 2, 6, 2, 2),
    hidden: Uint8Array.of(0, 0, 0, 1, 0),
    faded: Uint8Array.of(0, 0, 0, 0, 1),
  };

  it('is: faded, the last tone, the first tone with its large ones below its small ones; never the hidden', () => {
    expect([...drawingOrder(points)]).toEqual([4, 1, 2, 0]);
  });
});
