import { type MigrationResult, SEGMENTS, TIERS } from '../../compute/results';
import type { MarkedCount } from '../../data/marked-groups';
import { type Move, type Moves, movesOf } from '../../layout/moves';
import type { Tone } from '../../layout/shapes';
import type { Surroundings } from '../picture';
import { segmentName, segmentTone } from '../segment-names';

/** The moves of a result, by the order that its figures go by. */
export function movesIn({ rows, summary }: MigrationResult): Moves {
  return summary.by === 'tier' ? movesOf(rows(), TIERS, true) : movesOf(rows(), SEGMENTS, false);
}

/** A class in words. */
export function className(name: string, { summary }: MigrationResult, { words }: Surroundings): string {
  const tier = summary.by === 'tier' ? TIERS.find((one) => one === name) : undefined;
  return tier ? words.tiers[tier] : segmentName(name, words);
}

export function classTone(name: string, { summary }: MigrationResult): Tone {
  const tier = summary.by === 'tier' ? TIERS.find((one) => one === name) : undefined;
  return tier ? `tier-${tier}` : segmentTone(name, []);
}

/** A move in words: from which class to which. */
export function moveName({ from, to }: Move, result: MigrationResult, around: Surroundings): string {
  const { migration } = around.words;
  if (from === null) return migration.move({ from: migration.entered, to: named(to, result, around) });
  return migration.move({ from: named(from, result, around), to: named(to, result, around) });
}

function named(name: string | null, result: MigrationResult, around: Surroundings): string {
  return name === null ? around.words.migration.left : className(name, result, around);
}

/** Selected customers by the key of their move. */
export function selectedMoves(
  { moves }: Moves,
  counts: readonly MarkedCount[] | null,
): ReadonlyMap<string, number> | null {
  if (!counts) return null;
  const found = moves.map(({ key, from, to }) => {
    const count = counts.find((one) => one.from_class === from && one.to_class === to);
    return [key, count?.customers ?? 0] as const;
  });
  return new Map(found);
}
