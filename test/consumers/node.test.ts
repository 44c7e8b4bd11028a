import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { inRoot, root } from '../../scripts/lib/paths.js';

describe('rfm-kit/core in Node', () => {
  it('answers, and lets the program end', () => {
    const output = execFileSync(process.execPath, [inRoot('test/consumers/pages/headless.js')], {
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
