import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { inRoot } from '../../../scripts/lib/paths.js';
import { isMet, type Line, machine, published } from './lines';

const BEGIN = '<!-- bench: made by npm run bench -- --readme -->';
const END = '<!-- end of bench -->';

/** Ends a run: all its lines as a table of Markdown, printed, and with `--readme` put into the README. */
export function report(command: string, intoReadme: boolean, loadBefore: number): void {
  const { processor, cores, memory, node } = machine();
  const load = Math.max(loadBefore, loadavg()[0]!);
  const text = [
    `Measured by \`${command}\` on ${cores} cores (${processor}), ${Math.round(Number(memory) / 2 ** 30)} GB, Node ${node}, load of the machine ${load.toFixed(1)} at most before and after. ` +
      'Medians of what is warm, the first round apart; a ratio is ours divided by theirs, beside it that of processor time.',
    '',
    '| what | against | ours | theirs | first | ratio | of processor time | aim | met |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...published.map(rowOf),
  ].join('\n');
  console.log(`\n${text}\n`);
  if (intoReadme && published.length > 0) writeReadme(text);
}

function rowOf(line: Line): string {
  const { name, against, candidate, baseline, cold, ratio, cpuRatio, target, unit = 'ms' } = line;
  const met = isMet(line);
  const cells = [
    name,
    against,
    `${candidate.toLocaleString('en')} ${unit}`,
    `${baseline.toLocaleString('en')} ${unit}`,
    cold === undefined ? '' : `${cold.toLocaleString('en')} ms`,
    ratio,
    cpuRatio ?? '',
    target ?? '',
    met === null ? '' : met ? 'yes' : '**no**',
  ];
  return `| ${cells.join(' | ')} |`;
}

function writeReadme(text: string): void {
  const path = inRoot('README.md');
  const readme = readFileSync(path, 'utf8');
  const [from, to] = [readme.indexOf(BEGIN), readme.indexOf(END)];
  if (from < 0 || to < from) throw new Error('The README has no place for the table of the benchmark.');
  writeFileSync(path, `${readme.slice(0, from + BEGIN.length)}\n\n${text}\n\n${readme.slice(to)}`);
  // The linter wants the columns of a table in line.
  spawnSync(process.execPath, [inRoot('node_modules/@biomejs/biome/bin/biome'), 'format', '--write', path], {
    stdio: 'inherit',
  });
}
