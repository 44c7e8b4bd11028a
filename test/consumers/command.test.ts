import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { inRoot } from '../../scripts/lib/paths.js';

function run(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [inRoot('dist/cli.js'), ...args], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const table = ['--table', 'shop.sales', '--customer', 'id', '--date', 'day', '--amount', 'qty*price'];

it('prints the SELECT of a rollup', () => {
  const { status, stdout } = run('rollup', '--dialect', 'bigquery', ...table, '--dimensions', 'land, kind');
  expect(status).toBe(0);
  expect(stdout).toContain('FROM `shop`.`sales`');
  expect(stdout).toContain('`dim_kind`');
});

it('tells what it takes', () => {
  expect(run('--help')).toMatchObject({ status: 0, stderr: '' });
  expect(run().stdout).toContain('--dialect <name>');
});

it.each([
  [['rollup', '--dialect', 'oracle', ...table], 'dialect is "oracle"'],
  [['rollup', '--dialect', 'duckdb'], 'table is undefined'],
  [['rollup', '--colour', 'red'], "Unknown option '--colour'"],
  [['roll'], 'Unknown command "roll"'],
])('refuses %j by name and prints nothing else', (args, message) => {
  const { status, stdout, stderr } = run(...args);
  expect(status).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toContain(message);
});
