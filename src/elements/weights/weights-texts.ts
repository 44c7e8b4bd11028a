import type { WeighingResult } from '../../data/analyses/weighing';
import { weightBars } from '../../layout/weight-bars';
import type { Caption, DataTable, Picture, Surroundings } from '../picture';
import { rowsLeftOut } from '../texts';

/** Weights this close are the same. */
const SAME = 0.0005;
/** A consistency ratio below this is none. */
const NONE = 0.005;

function appliedOf(result: WeighingResult): readonly number[] {
  return result.summary.applied ?? [1 / 3, 1 / 3, 1 / 3];
}

/** Whether these weights are what the source is weighed by now. */
export function isApplied(result: WeighingResult): boolean {
  const applied = appliedOf(result);
  return result.summary.weights.every((weight, i) => Math.abs(weight - applied[i]!) < SAME);
}

/** The weights in words: `Recency 19.9 %, …`. */
export function weightsLine(result: WeighingResult, { words, f }: Surroundings): string {
  return result
    .rows()
    .map(({ measure, weight }) => `${words.weights.measures[measure]} ${f.shareFixed(weight)}`)
    .join(words.common.comma);
}

export function weightsCaption(result: WeighingResult, around: Surroundings): Caption {
  const { words, f } = around;
  const w = words.weights;
  const { cr, consistent, comparisons, impliedRecencyOverMonetary, topFifth, movedIn } = result.summary;
  const sorted = result
    .rows()
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ measure, weight }) => ({ measure: w.measures[measure], weight: f.share(weight) }));
  const equal = result.summary.weights.every((weight) => Math.abs(weight - 1 / 3) < SAME);
  const { recency, monetary } = w.measures;
  const contradiction = w.contradiction({
    recency,
    monetary,
    implied: w.times(impliedRecencyOverMonetary, f),
    said: w.times(comparisons[1], f),
  });
  const { randomIndex, randomIndexTable: table } = result.summary;
  return {
    finding: consistent ? (equal ? w.findingEqual : w.finding(sorted)) : w.refused,
    description: w.description({ cr: f.fixed(cr, 2), consistent, agree: cr < NONE }),
    notes: [
      consistent
        ? { text: w.moved({ moved: movedIn, size: topFifth }, f), warning: false }
        : { text: contradiction, warning: true },
      { text: w.ratio({ randomIndex, table }, f), warning: false },
      ...rowsLeftOut(result.definition, around),
    ],
  };
}

export function weightsPicture(result: WeighingResult, { words, f, measure, width }: Surroundings): Picture {
  const w = words.weights;
  const bars = result.rows().map((row) => ({
    key: row.measure,
    name: w.measures[row.measure],
    weight: row.weight,
    text: f.shareFixed(row.weight),
    applied: row.applied,
  }));
  const appliedName = isApplied(result) ? null : w.appliedNow;
  const scene = weightBars({ bars, appliedName, stands: result.summary.consistent, width, measure });
  return {
    under: [],
    over: scene.shapes,
    size: { width, height: scene.height },
    inOrder: true,
    stops: bars.map(({ key, name, text, applied }, i) => ({
      key,
      label: `${name}: ${text}`,
      x: width / 2,
      y: 40 * i + 20,
      box: { x: 2, y: 40 * i + 4, width: width - 4, height: 32 },
      tip: {
        title: name,
        tone: 'accent',
        lines: [
          [w.weight, text],
          [w.appliedNow, f.shareFixed(applied)],
        ],
      },
    })),
  };
}

export function weightsTables(result: WeighingResult, { words, f }: Surroundings): DataTable[] {
  const w = words.weights;
  const { matrix } = result.summary;
  const measures = result.rows().map(({ measure }) => w.measures[measure]);
  return [
    {
      caption: w.name,
      head: [w.measure, w.weight, w.appliedNow],
      rows: result
        .rows()
        .map(({ measure, weight, applied }) => [
          w.measures[measure],
          f.shareFixed(weight),
          f.shareFixed(applied),
        ]),
      figures: [false, true, true],
    },
    {
      caption: w.matrix,
      head: [w.measure, ...measures],
      rows: matrix.map((row, i) => [measures[i] ?? '', ...row.map((entry) => w.times(entry, f))]),
      figures: [false, true, true, true],
    },
  ];
}
