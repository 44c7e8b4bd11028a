import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { inRoot } from '../../../scripts/lib/paths.js';
import { printTable } from './time';

/** What a piece of work takes: by the clock, and of the processor where that is known. */
export interface Cost {
  ms: number;
  cpu: number | null;
}

/** One comparison: medians of two pieces of work measured by turns in one run. */
export interface Line {
  name: string;
  /** What is compared with. */
  against: string;
  /** The first time, in ms, which finds everything cold, where it was taken apart. */
  cold?: number;
  candidate: number;
  baseline: number;
  /** The candidate's median as a multiple of the baseline's. */
  ratio: number;
  /** The same of processor time, which other work on the machine changes less, where it is known. */
  cpuRatio?: number;
  /** The ratio that is aimed at; null where the line only informs. */
  target: number | null;
  /** What both are counted in; ms where it is left out. */
  unit?: string;
}

type Named = Pick<Line, 'name' | 'against' | 'target'>;

/** Medians of what is warm; the first of several rounds is told apart. */
export function line(named: Named, candidate: readonly Cost[], baseline: readonly Cost[]): Line {
  const [ours, theirs] = [warm(candidate), warm(baseline)];
  const cpuOf = (costs: readonly Cost[]): number => median(costs.map(({ cpu }) => cpu ?? Number.NaN));
  const cpuRatio = cpuOf(ours) / cpuOf(theirs);
  return {
    ...inMs(named, medianMs(ours), medianMs(theirs)),
    ...(candidate.length > 1 && { cold: Math.round(candidate[0]!.ms) }),
    ...(Number.isFinite(cpuRatio) && { cpuRatio: round(cpuRatio) }),
  };
}

/** Two figures that have been measured already, in ms or in what is named. */
export function inMs(named: Named, candidate: number, baseline: number, unit = 'ms'): Line {
  return {
    ...named,
    candidate: tidy(candidate),
    baseline: tidy(baseline),
    ratio: round(candidate / baseline),
    unit,
  };
}

/** A figure against a limit of its own. */
export function within(name: string, figure: number, limit: number, unit = 'ms'): Line {
  return inMs({ name, against: 'the limit', target: 1 }, figure, limit, unit);
}

export function isMet({ ratio, target }: Line): boolean | null {
  return target === null ? null : ratio <= target;
}

export function medianMs(costs: readonly Cost[]): number {
  return median(costs.map(({ ms }) => ms));
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

function warm(costs: readonly Cost[]): readonly Cost[] {
  return costs.length > 1 ? costs.slice(1) : costs;
}

function round(value: number): number {
  return Math.round(100 * value) / 100;
}

function tidy(value: number): number {
  return value < 10 ? round(value) : Math.round(value);
}

/** The machine that lines were measured on. */
export function machine(): Record<string, unknown> {
  return {
    node: process.version,
    processor: cpus()[0]?.model,
    cores: cpus().length,
    memory: totalmem(),
  };
}

/** All lines of this run. */
export const published: Line[] = [];

/** Prints lines and writes them, with the machine they were measured on, to `.bench/<name>.json`. */
export function publish(name: string, lines: readonly Line[]): void {
  published.push(...lines);
  printTable(
    name,
    lines.map((one) => ({ ...one, met: isMet(one) })),
  );
  mkdirSync(inRoot('.bench'), { recursive: true });
  writeFileSync(inRoot(`.bench/${name}.json`), `${JSON.stringify({ machine: machine(), lines }, null, 2)}\n`);
}
