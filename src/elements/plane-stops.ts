import type { Grip } from '../layout/grips';
import type { Tone } from '../layout/shapes';
import type { Mark, Surroundings } from './picture';

/** The lines of a plane as stops of the keyboard, after its other marks. */
export function gripStops(grips: readonly Grip[], { words }: Surroundings): Mark[] {
  return grips.map(({ key, knob: { x, y }, label, text }) => ({
    key: `grip ${key}`,
    grip: key,
    label: `${label}: ${text}. ${words.plane.move}`,
    x,
    y,
    box: { x: x - 8, y: y - 8, width: 16, height: 16 },
    tip: { title: label, lines: [[text, '']] },
  }));
}

/** Customers under a pointer who are too many for a mark each: by their groups, the largest first. */
export function crowdMark(
  sums: readonly number[],
  at: { x: number; y: number },
  groups: readonly { key: string; name: string; tone: Tone }[],
  { words, f }: Surroundings,
): Mark {
  const count = Math.round(sums.reduce((sum, one) => sum + one, 0));
  const parts = groups
    .map((group, index) => ({ ...group, count: Math.round(sums[index] ?? 0) }))
    .filter((group) => group.count > 0)
    .sort((a, b) => b.count - a.count);
  const [first] = parts;
  const title = words.plane.crowd(Math.max(1, count), f);
  const { x, y } = at;
  return {
    // Another for each place and count, so that the figures follow the pointer.
    key: `crowd ${Math.round(x / 3)} ${Math.round(y / 3)} ${count}`,
    ...(first && { group: first.key }),
    label: title,
    x,
    y,
    box: { x: x - 5, y: y - 5, width: 10, height: 10 },
    tip: {
      title,
      tone: first?.tone,
      lines: parts.slice(0, 4).map(({ name, count: some }) => [name, f.count(some)] as const),
    },
  };
}
