import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, it } from 'vitest';
import { inRoot } from '../../scripts/lib/paths.js';
import { writeApp } from './support/app';

const PROGRAM = `
import 'rfm-kit/define';
import 'rfm-kit/define/quadrant';
import { openSource as fromCore, RfmError } from 'rfm-kit/core';
import { openSource, type RfmQuadrant as Quadrant } from 'rfm-kit';
import { RfmQuadrant } from 'rfm-kit/react';
import 'rfm-kit/types/react';
import { createElement } from 'react';

export async function share(file: File): Promise<number | null> {
  const source = await openSource(file, { amount: 'Quantity*UnitPrice' }, { asOf: '2011-12-09' });
  const { summary } = await source.pareto({ target: 0.8 });
  return summary.shareOfTop20;
}

export const same: typeof fromCore = openSource;
export const quadrant: Quadrant | null = document.querySelector('rfm-quadrant');
export const isOurs = (error: unknown): boolean => error instanceof RfmError && error.code === 'no-rows';

export const charts: unknown = [
  createElement(RfmQuadrant, { horizon: 90, asOf: '2024-01-01', onRfmLoad: ({ detail }) => detail.report.rowsUsed.toFixed() }),
  createElement('rfm-pareto', { target: 0.5 }),
];

// @ts-expect-error There is no such view.
createElement(RfmQuadrant, { view: 'hologram' });

quadrant?.addEventListener('rfm-load', ({ detail }) => detail.report.rowsUsed.toFixed());

// @ts-expect-error There is no such rule.
openSource('orders.csv', {}, { refunds: 'sometimes' });
`;

/** A project of its own, which has the package by a link: as strict as a user could be, save for the libraries' own. */
function project(module: string, moduleResolution: string): object {
  const compilerOptions = {
    module,
    moduleResolution,
    target: 'ES2022',
    lib: ['ES2023', 'DOM', 'DOM.Iterable'],
    jsx: 'react-jsx',
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    skipLibCheck: true,
  };
  return { compilerOptions, files: ['program.ts'] };
}

describe("the package's types", () => {
  let folder: string;

  beforeAll(() => {
    folder = writeApp('types', { 'package.json': '{ "type": "module" }', 'program.ts': PROGRAM });
  });

  it.each([
    ['ESNext', 'bundler'],
    ['NodeNext', 'nodenext'],
  ])('hold for a program in %s modules, resolved as %s does', (module, resolution) => {
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(project(module, resolution)));
    execFileSync(process.execPath, [inRoot('node_modules/typescript/bin/tsc'), '-p', folder], {
      stdio: 'inherit',
    });
  });
});
