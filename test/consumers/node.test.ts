import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { inRoot, root } from '../../scripts/lib/paths.js';
import { writeApp } from './support/app';

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

describe('every entry in Node, as a server renderer imports it', () => {
  it.each(['rfm-kit', 'rfm-kit/core', 'rfm-kit/react', 'rfm-kit/define', 'rfm-kit/types/react'])(
    '%s is imported without a page, and leaves none behind',
    (entry) => {
      const script = `await import('${entry}'); process.stdout.write(typeof document + typeof window)`;
      const folder = writeApp('node', {});
      const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
        cwd: folder,
        encoding: 'utf8',
      });
      expect(output).toBe('undefinedundefined');
    },
  );
});
