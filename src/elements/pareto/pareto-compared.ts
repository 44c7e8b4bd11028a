import type { ParetoCompared, ParetoSummary } from '../../compute/results';
import { type CurvePoint, paretoCurve } from '../../layout/pareto-curve';
import type { Surroundings } from '../picture';
import { segmentName } from '../segment-names';

/** The second curve with its name; null where there is none, or shares of it mean nothing. */
export function comparedOf(
  { compared }: ParetoSummary,
  around: Surroundings,
): { curve: CurvePoint[]; label: string } | null {
  if (!compared || compared.peakShare === null) return null;
  return { curve: paretoCurve(compared.curve), label: nameOf(compared, around) };
}

/** What the second curve is of. */
export function nameOf(compared: ParetoCompared, { words, f }: Surroundings): string {
  if (compared.with === 'selection') return words.pareto.selected;
  const segment = compared.segment ? [segmentName(compared.segment, words)] : [];
  const from = compared.from === null ? null : f.dateShort(compared.from);
  const period = compared.to === null ? [] : [words.pareto.period({ from, to: f.dateShort(compared.to) })];
  return [...segment, ...period].join(words.common.comma);
}
