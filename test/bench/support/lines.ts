import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { inRoot } from '../../../scripts/lib/paths.js';
import { printTable } from './time';

/** One comparison: medians in ms of two pieces of work measured by turns in one run. */
export interface Line {
  name: string;
  /** What is compared with. */
  against: string;
  candidate: number;
  baseline: number;
  /** The candidate's median as a multiple of the baseline's. */
  ratio: number;
  /** The ratio that is aimed at. */
  target: number;
}

export function line(
  { name, against, target }: Pick<Line, 'name' | 'against' | 'target'>,
  candidate: readonly number[],
  baseline: readonly number[],
): Line {
  const ours = median(candidate);
  const theirs = median(baseline);
  const ratio = Math.round((100 * ours) / theirs) / 100;
  return { name, against, candidate: Math.round(ours), baseline: Math.round(theirs), ratio, target };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Prints lines and writes them, with the machine they were measured on, to `.bench/<name>.json`. */
export function publish(name: string, lines: readonly Line[]): void {
  printTable(
    name,
    lines.map((line) => ({ ...line, met: line.ratio <= line.target })),
  );
  const machine = {
    node: process.version,
    processor: cpus()[0]?.model,
    cores: cpus().length,
    memory: totalmem(),
  };
  mkdirSync(inRoot('.bench'), { recursive: true });
  writeFileSync(inRoot(`.bench/${name}.json`), `${JSON.stringify({ machine, lines }, null, 2)}\n`);
}
