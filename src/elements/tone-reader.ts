import type { Tone } from '../layout/shapes';
import type { ToneColor } from '../render/canvas-shapes';
import { toneVariable } from '../render/svg-shapes';

/** The tones as colours a canvas understands, resolved by the browser on `probe` when first asked for. */
export function toneReader(probe: HTMLElement): ToneColor {
  const known = new Map<Tone, string>();
  return (tone) => {
    const before = known.get(tone);
    if (before !== undefined) return before;
    const reader = document.createElement('span');
    reader.style.color = toneVariable(tone);
    probe.append(reader);
    const color = getComputedStyle(reader).color;
    reader.remove();
    known.set(tone, color);
    return color;
  };
}
