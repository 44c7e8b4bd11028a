import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/lib/paths.js';

const PROGRAM = `
import { readFile } from 'node:fs/promises';
import { openSource } from 'rfm-kit/core';

const source = await openSource(await readFile('demo/data/cdnow_master.csv'));
const { summary } = await source.pareto();
console.log(JSON.stringify({ mapping: source.mapping, items: summary.items, total: summary.total }));
await source.close();
`;

describe('rfm-kit/core in Node', () => {
  it('answers, and lets the program end', () => {
    const output = execFileSync(process.execPath, ['--input-type=module', '-e', PROGRAM], {
      cwd: root,
      encoding: 'utf8',
      timeout: 60_000,
    });
    const { mapping, items, total } = JSON.parse(output);
    expect(mapping).toMatchObject({ customer: 'customer_id', date: 'date', amount: 'amount' });
    expect(items).toBe(23_570);
    expect(total).toBeCloseTo(2_500_315.63, 2);
  });
});
