import type { Analysis } from '../../compute/results';
import { csvLine } from '../../util/csv';
import type { Chart } from './dashboard-state';

/** What each chart rests on, by its name; those that could not be shown have nothing. */
export async function resultsOf(
  charts: ReadonlyMap<string, Chart>,
): Promise<Record<string, Analysis<object, object>>> {
  return given(charts, (chart) => chart.result());
}

/** The figures of all charts, one below the other, each under a line with its name. */
export async function csvOf(charts: ReadonlyMap<string, Chart>): Promise<string> {
  const texts = await given(charts, (chart) => chart.toCsv());
  return Object.entries(texts)
    .map(([name, text]) => csvLine([name]) + text)
    .join('\r\n');
}

async function given<T>(
  charts: ReadonlyMap<string, Chart>,
  ask: (chart: Chart) => Promise<T>,
): Promise<Record<string, T>> {
  const asked = [...charts].map(async ([name, chart]) => {
    // What could not be shown says so in its place; the others have figures all the same.
    const [answer] = await Promise.allSettled([ask(chart)]);
    return answer.status === 'fulfilled' ? ([[name, answer.value]] as const) : [];
  });
  return Object.fromEntries((await Promise.all(asked)).flat());
}
