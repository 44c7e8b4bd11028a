import type { MigrationResult } from '../../compute/results';
import type { MarkedCount } from '../../data/marked-groups';
import { moveMatrix } from '../../layout/move-matrix';
import { moveRibbons } from '../../layout/move-ribbons';
import { MOVE_TONES, type MovesInput } from '../../layout/move-shapes';
import type { Move } from '../../layout/moves';
import type { KeyedBox } from '../../layout/selected-share';
import type { Mark, Picture, Surroundings, Tip } from '../picture';
import { className, classTone, moveName, movesIn, selectedMoves } from './migration-view';

/** The moves as matrix or as ribbons, a stop on each. */
export function migrationPicture(
  result: MigrationResult,
  layout: 'matrix' | 'ribbons',
  counts: readonly MarkedCount[] | null,
  around: Surroundings,
): Picture {
  const { words, f, measure, width, height } = around;
  const { migration } = words;
  const { summary } = result;
  const moves = movesIn(result);
  const input: MovesInput = {
    ...moves,
    width,
    height,
    labels: {
      from: layout === 'matrix' ? migration.fromAxis(f.dateShort(summary.from)) : f.dateShort(summary.from),
      to: layout === 'matrix' ? migration.toAxis(f.dateShort(summary.to)) : f.dateShort(summary.to),
      entered: migration.entered,
      left: migration.left,
    },
    name: (name) => className(name, result, around),
    tone: (name) => classTone(name, result),
    count: f.count,
    short: f.short,
    share: f.share,
    selected: selectedMoves(moves, counts),
    measure,
  };
  const laid = layout === 'ribbons' ? moveRibbons(input) : moveMatrix(input);
  const byKey = new Map(moves.moves.map((move) => [move.key, move]));
  return {
    under: laid.scene.shapes,
    over: [],
    key: (['up', 'down', 'stable', 'entered'] as const).map((kind) => ({
      tone: MOVE_TONES[kind],
      text: migration.kinds[kind],
    })),
    ...(layout === 'matrix' && {
      size: { width: Math.max(width, laid.scene.width), height: laid.scene.height },
    }),
    ...(laid.stub && { stub: laid.stub }),
    stops: laid.places.flatMap((place) => {
      const move = byKey.get(place.key);
      return move ? [moveMark(move, place, result, input.selected, around)] : [];
    }),
  };
}

function moveMark(
  move: Move,
  { key, x, y, width, height }: KeyedBox,
  result: MigrationResult,
  selected: MovesInput['selected'],
  around: Surroundings,
): Mark {
  const { words, f } = around;
  const name = moveName(move, result, around);
  const customers = words.common.customers(move.customers, f);
  const own = selected?.get(key);
  const chosen =
    own === undefined ? [] : [`${words.selection.among} ${words.selection.ofAll(own, move.customers, f)}`];
  return {
    key,
    x: x + width / 2,
    y: y + height / 2,
    box: { x, y, width, height },
    label: [name, customers, shareOf(move, result, around), ...chosen].join(words.common.comma),
    get tip(): Tip {
      return {
        title: name,
        tone: MOVE_TONES[move.kind],
        lines: [
          [words.migration.customers, f.count(move.customers)],
          [words.migration.share, shareOf(move, result, around)],
          [words.migration.amount, f.sum(move.amount)],
          ...(own === undefined
            ? []
            : [[words.selection.among, words.selection.ofAll(own, move.customers, f)] as const]),
        ],
      };
    },
  };
}

function shareOf({ from, share }: Move, result: MigrationResult, around: Surroundings): string {
  const name = from === null ? null : className(from, result, around);
  return around.words.migration.ofThem({ share, from: name }, around.f);
}
