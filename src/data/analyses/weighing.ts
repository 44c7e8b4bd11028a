import { ahpMatrix } from '../../compute/ahp';
import type { Analysis } from '../../compute/results';
import { rule } from '../../compute/rule';
import { type Comparisons, comparisonsOf, type Weighing, weighing as weigh } from '../../compute/weighing';
import { createScores, selectMoved } from '../../sql/weighing-query';
import { analysisOf, figuresOf } from '../analysis';
import { definitionOf, type QueryContext, type Weights } from '../query-context';
import type { WeighingOptions } from '../source-options';
import { scoredTable } from './rfm';
import { checkRfmOptions } from './rfm-options';

export interface WeightRow {
  measure: 'recency' | 'frequency' | 'monetary';
  weight: number;
  /** What every analysis without weights of its own weighs the measure by now. */
  applied: number;
}

export interface WeighingSummary extends Weighing {
  comparisons: Comparisons;
  /** The weights applied to the source, null for equal ones. */
  applied: Weights | null;
  /** Customers in the fifth with the highest score, and how many of them are not there by equal weights. */
  topFifth: number;
  movedIn: number;
}

export type WeighingResult = Analysis<WeightRow, WeighingSummary>;

const MEASURES = ['recency', 'frequency', 'monetary'] as const;

/** Weights from three comparisons, and what they would do to the order of the customers. */
export async function weighing(context: QueryContext, options: WeighingOptions): Promise<WeighingResult> {
  const applied = context.weights;
  const comparisons = comparisonsOf(options.comparisons || comparisonsBy(applied));
  const result = weigh(comparisons);
  const { weights } = result;
  const scores = await context.cached('scores', async (apart) => {
    const table = apart.keep('scores');
    await apart.run(createScores(table, (await scoredTable(apart, checkRfmOptions({}))).table));
    return table;
  });
  const { size, moved } = figuresOf(await context.run(selectMoved(scores, weights)));
  const now = applied ?? [1 / 3, 1 / 3, 1 / 3];
  const table = await context.table({
    measure: MEASURES,
    weight: Float64Array.from(weights),
    applied: Float64Array.from(now),
  });
  const rules = [
    rule('weights', 'weights: principal eigenvector of the pairwise comparisons (Saaty 1980)'),
    rule(
      'consistency',
      `CI = (lambda_max - n) / (n - 1), CR = CI / RI with RI = ${result.randomIndex} (${result.randomIndexTable}); above 0.1 the weights are not applied`,
      { index: result.randomIndex, table: result.randomIndexTable },
    ),
    rule('score', 'score: weighted mean of (r - 1, f - 1, m - 1) / (k - 1)'),
  ];
  return analysisOf<WeightRow, WeighingSummary>(
    table,
    { ...result, comparisons, applied, topFifth: size!, movedIn: moved! },
    definitionOf(context, 'weighing', { comparisons }, rules),
  );
}

/** The comparisons that say just these weights, as far as nine times goes. */
function comparisonsBy(weights: Weights | null): Comparisons {
  if (!weights || weights.some((weight) => weight <= 0)) return [1, 1, 1];
  const [[, rf, rm], [, , fm]] = ahpMatrix(weights) as [number[], number[]];
  return [rf!, rm!, fm!];
}
