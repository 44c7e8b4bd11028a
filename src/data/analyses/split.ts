import { checkOption, numbersOf } from '../../compute/option-checks';
import type { Split } from '../../sql/quadrant-query';

const ALLOWED = 'mean, median, quantile:P, pareto:P (P between 0 and 1) or two numbers "CURRENT,POTENTIAL"';

/** The canonical split of an attribute such as `quantile:0.8`. */
export function checkSplit(value: string | undefined): Split {
  const text = String(value || 'mean').trim();
  if (text === 'mean' || text === 'median') return { rule: text };
  const [rule, share] = text.split(':');
  if ((rule === 'quantile' || rule === 'pareto') && share !== undefined) {
    const p = Number(share);
    checkOption(share !== '' && p > 0 && p < 1, 'split', value, ALLOWED);
    return { rule, share: p };
  }
  const numbers = numbersOf(text);
  checkOption(numbers.length === 2 && numbers.every(Number.isFinite), 'split', value, ALLOWED);
  return { rule: 'fixed', current: numbers[0]!, potential: numbers[1]! };
}
