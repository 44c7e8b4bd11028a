import { toRfmError } from '../../util/rfm-error';
import type { Chart } from './dashboard-state';

/** The figures and pictures of charts in one ZIP archive, and the names of those that could not give theirs. */
export async function archiveOf(
  charts: ReadonlyMap<string, Chart>,
  findings: readonly string[],
): Promise<{ archive: Blob; missing: string[] }> {
  const missing = new Map<string, string>();
  const files = [...charts].map(async ([name, chart]) => {
    const [figures, picture] = await Promise.allSettled([chart.toCsv(), chart.toSvg()]);
    const failed = [figures, picture].find(({ status }) => status === 'rejected');
    if (failed?.status === 'rejected') missing.set(name, toRfmError(failed.reason).message);
    return [
      // Marked as UTF-8 for spreadsheets, which guess otherwise.
      ...(figures.status === 'fulfilled' ? [{ name: `${name}.csv`, text: `\ufeff${figures.value}` }] : []),
      ...(picture.status === 'fulfilled' ? [{ name: `${name}.svg`, text: picture.value }] : []),
    ];
  });
  const texts = (await Promise.all(files)).flat();
  if (findings.length > 0) texts.unshift({ name: 'findings.txt', text: `\ufeff${findings.join('\n')}\n` });
  if (missing.size > 0) {
    const lines = [...missing].map(([name, reason]) => `${name}: ${reason}`);
    texts.push({ name: 'not-exported.txt', text: `\ufeff${lines.join('\n')}\n` });
  }
  // Fetched when first asked for.
  const { strToU8, zipSync } = await import('fflate');
  const entries = texts.map(({ name, text }) => [name, strToU8(text)] as const);
  const archive = new Blob([zipSync(Object.fromEntries(entries))], { type: 'application/zip' });
  return { archive, missing: [...missing.keys()] };
}
