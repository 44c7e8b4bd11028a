import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { inRoot } from '../../scripts/lib/paths.js';
import { writeApp } from './support/app';

const TSC = inRoot('node_modules/typescript/bin/tsc');

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

/** What the README has to do in a program that imports the tags and nothing else. */
const TAGS_ALONE = `
import 'rfm-kit/define/pareto';
import 'rfm-kit/define/dashboard';

const source = document.querySelector('rfm-source')!;
source.data = [{ customer: 'a', date: '2024-01-01', amount: 1 }];
source.fetchOptions = { credentials: 'include' };
await source.ready;

const dashboard = document.querySelector('rfm-dashboard')!;
dashboard.addEventListener('rfm-view', ({ detail }) => history.replaceState(null, '', \`#\${detail.token}\`));
await dashboard.restore(location.hash.slice(1));
document.addEventListener('rfm-select', ({ detail }) => detail.customers.count.toFixed());

// @ts-expect-error A share is a number.
document.querySelector('rfm-pareto')!.target = 'most';
`;

/** Every event of a tag has its type in a template too, and no declaration of ours names what is not there. */
const ALL_TYPES = `
import 'rfm-kit/define';
import * as kit from 'rfm-kit';
import * as components from 'rfm-kit/react';
import 'rfm-kit/types/react';
import { createElement } from 'react';

export const all: unknown = [kit, components];
export const dashboard: unknown = [
  createElement(components.RfmDashboard, { onRfmView: ({ detail }) => detail.token.length }),
  // @ts-expect-error A view has no such detail.
  createElement(components.RfmDashboard, { onRfmView: ({ detail }) => detail.hologram }),
];
`;

/** A project of its own, which has the package by a link: as strict as a user could be, save for the libraries' own. */
function project(module: string, moduleResolution: string, files: string[], skipLibCheck = true): object {
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
    skipLibCheck,
  };
  return { compilerOptions, files };
}

describe("the package's types", () => {
  let folder: string;

  const writeProject = (config: object): void =>
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));

  beforeAll(() => {
    folder = writeApp('types', {
      'package.json': '{ "type": "module" }',
      'program.ts': PROGRAM,
      'tags-alone.ts': TAGS_ALONE,
      'all-types.ts': ALL_TYPES,
    });
  });

  it.each([
    ['ESNext', 'bundler'],
    ['NodeNext', 'nodenext'],
  ])('hold for a program in %s modules, resolved as %s does', (module, resolution) => {
    writeProject(project(module, resolution, ['program.ts', 'tags-alone.ts']));
    execFileSync(process.execPath, [TSC, '-p', folder], { stdio: 'inherit' });
  });

  it('hold in themselves: no declaration of the kit names what is not there', () => {
    writeProject(project('ESNext', 'bundler', ['all-types.ts'], false));
    const { stdout } = spawnSync(process.execPath, [TSC, '-p', folder], { encoding: 'utf8' });
    // Those of libraries have errors of their own (DuckDB's lack the types of Emscripten).
    const ours = stdout.split('\n').filter((line) => /rfm-kit\/dist|all-types/.test(line));
    expect(ours).toEqual([]);
  });
});
