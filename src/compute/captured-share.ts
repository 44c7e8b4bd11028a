import { allSteps, type Steps } from '../util/steps';
import { checkOption } from './option-checks';
import { sortSteps } from './sort-steps';

/** What the best-scored share of customers brought, as a share of what all did: by the model, by past spend, at random, at best. */
export interface CapturedShares {
  model: number | null;
  pastSpend: number | null;
  random: number;
  best: number | null;
}

/**
 * How much of `outcome` the top share `p` of items by `score` won, 0..1; null unless the outcomes sum to more than 0.
 *
 * Linear between items; items of equal score share what they won equally, so that their order never matters.
 */
function* capturedShareSteps(
  score: ArrayLike<number>,
  outcome: ArrayLike<number>,
  p: number,
): Steps<number | null> {
  checkOption(p >= 0 && p <= 1, 'p', p, 'a number from 0 to 1');
  checkOption(
    score.length === outcome.length,
    'score.length',
    score.length,
    `that of outcome (${outcome.length})`,
  );
  const order = yield* sortSteps(score.length, (i, j) => score[j]! - score[i]!);
  const total = order.reduce((sum, i) => sum + outcome[i]!, 0);
  if (!(total > 0)) return null;
  let room = p * order.length;
  let won = 0;
  for (let from = 0, to = 0; from < order.length && room > 0; from = to) {
    let tied = 0;
    for (; to < order.length && score[order[to]!] === score[order[from]!]; to++) tied += outcome[order[to]!]!;
    const taken = Math.min(room, to - from);
    won += (tied * taken) / (to - from);
    room -= taken;
  }
  return won / total;
}

/** The share of `outcome` that the top share `p` of customers won, chosen four ways: the backtest of a value model. */
export function backtestShares(
  model: ArrayLike<number>,
  pastSpend: ArrayLike<number>,
  outcome: ArrayLike<number>,
  p = 0.2,
): CapturedShares {
  return allSteps(backtestSteps(model, pastSpend, outcome, p));
}

/** `backtestShares` in steps. */
export function* backtestSteps(
  model: ArrayLike<number>,
  pastSpend: ArrayLike<number>,
  outcome: ArrayLike<number>,
  p = 0.2,
): Steps<CapturedShares> {
  return {
    model: yield* capturedShareSteps(model, outcome, p),
    pastSpend: yield* capturedShareSteps(pastSpend, outcome, p),
    random: p,
    best: yield* capturedShareSteps(outcome, outcome, p),
  };
}
