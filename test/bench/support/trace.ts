import type { Page } from 'playwright-core';

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** Time of the processor that a task took, in microseconds. */
  tdur?: number;
  args: { name?: string };
}

const CATEGORIES = ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'];

/**
 * What `work` gives, and the processor's time, in ms, that the longest task on the page's thread took meanwhile. By the
 * clock a task is also as long as others keep the processor, as on a machine with few cores the workers do.
 */
export async function longestTask<T>(page: Page, work: () => Promise<T>): Promise<{ result: T; ms: number }> {
  const browser = page.context().browser()!;
  await browser.startTracing(page, { categories: CATEGORIES });
  const result = await work();
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const { traceEvents } = trace;
  const threadOf = ({ pid, tid }: TraceEvent): string => `${pid}:${tid}`;
  const pages = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(threadOf),
  );
  const longest = traceEvents
    .filter((event) => event.name.endsWith('RunTask') && event.ph === 'X' && pages.has(threadOf(event)))
    .reduce((most, { tdur = 0 }) => Math.max(most, tdur), 0);
  return { result, ms: longest / 1000 };
}
