import type { Steps } from '../../../src/util/steps';
import type { Cost } from './lines';

/** What a piece of work gives and how long it takes, in ms. */
export function time<T>(work: () => T): { value: T; ms: number } {
  const start = performance.now();
  const value = work();
  return { value, ms: Math.round(performance.now() - start) };
}

/** The same of work in steps, with the longest step: how long the page may have to wait. */
export function timeSteps<T>(steps: Steps<T>): { value: T; ms: number; longest: number } {
  const start = performance.now();
  let longest = 0;
  for (let begun = start; ; begun = performance.now()) {
    const step = steps.next();
    const now = performance.now();
    longest = Math.max(longest, now - begun);
    if (step.done) return { value: step.value, ms: Math.round(now - start), longest: Math.round(longest) };
  }
}

/** Rows of figures on the console, a column each. */
export function printTable(title: string, rows: readonly Record<string, unknown>[]): void {
  console.log(`\n${title}`);
  console.table(rows);
}

/** What work in this process costs, all its threads together. */
export async function cost(work: () => Promise<unknown>): Promise<Cost> {
  const before = process.cpuUsage();
  const begun = performance.now();
  await work();
  const ms = performance.now() - begun;
  const { user, system } = process.cpuUsage(before);
  return { ms, cpu: (user + system) / 1000 };
}
