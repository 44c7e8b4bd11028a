import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const src = join(root, 'src');

interface Import {
  file: string;
  /** Whether it is asked for while the program runs: `import('…')`. */
  later: boolean;
  /** The imported file relative to src without its ending, or the package as written. */
  target: string;
  local: boolean;
  typeOnly: boolean;
  text: string;
}

/** What each room may import, as rooms. A room always sees itself, save for the widgets below. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  util: [],
  compute: ['util'],
  sql: ['util', 'compute'],
  layout: ['util', 'compute'],
  data: ['util', 'compute', 'sql'],
  locales: ['util', 'compute'],
  render: ['util', 'layout', 'compute'],
  controllers: ['util', 'data', 'compute'],
  elements: ['util', 'compute', 'layout', 'data', 'render', 'controllers', 'locales'],
  define: ['util', 'elements'],
  react: ['util'],
  core: ['util', 'compute', 'sql', 'data'],
  cli: ['util', 'data'],
  index: ['core', 'util', 'compute', 'data', 'elements', 'locales', 'controllers'],
};

/** Rooms of which another may see the types alone. */
const TYPES_ONLY: Record<string, readonly string[]> = {
  sql: ['compute'],
  layout: ['compute'],
  locales: ['compute'],
  render: ['compute'],
  controllers: ['compute'],
};

const HEADLESS = ['util', 'compute', 'sql', 'layout', 'data', 'core'];
const TOP_LEVEL = ['cli.ts', 'core.ts', 'define.ts', 'index.ts'];

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s+(type\s)?(?:([^'"();]*?)\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g;

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.replaceAll('\\', '/'));
}

/** Whether every name in `{ type A, type B }` is a type. */
function namesTypesOnly(clause: string): boolean {
  const names = /^\{([^}]*)\}$/.exec(clause.trim())?.[1]?.split(',');
  return names?.every((name) => name.trim() === '' || name.trim().startsWith('type ')) ?? false;
}

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

function importsOf(file: string): Import[] {
  const code = withoutComments(readFileSync(join(src, file), 'utf8'));
  return [...code.matchAll(IMPORT)].map(([text, typed, clause, from, dynamic]) => {
    const specifier = from ?? dynamic ?? '';
    const local = specifier.startsWith('.');
    const path = relative(src, resolve(src, dirname(file), specifier)).replaceAll('\\', '/');
    const target = local ? path.replace(/\.(ts|js)$/, '') : specifier;
    const typeOnly = typed !== undefined || (clause !== undefined && namesTypesOnly(clause));
    return { file, later: dynamic !== undefined, target, local, typeOnly, text: text.trim() };
  });
}

const roomOf = (path: string): string => path.split('/')[0]?.replace(/\.ts$/, '') ?? '';

/** The folder of a widget, `elements/scatter`; undefined for the bases that lie in elements/ itself. */
const widgetOf = (path: string): string | undefined => /^elements\/[^/]+(?=\/)/.exec(path)?.[0];

const files = sourceFiles(src);
const imports = files.flatMap(importsOf);
const local = imports.filter((one) => one.local);
const foreign = imports.filter((one) => !one.local);

const tell = (list: readonly Import[]): string[] => list.map((one) => `${one.file}: ${one.text}`);

function crossesFloors({ file, target, typeOnly }: Import): boolean {
  const from = roomOf(file);
  const to = roomOf(target);
  if (from === to) return false;
  if (!MAY_IMPORT[from]?.includes(to)) return true;
  return Boolean(TYPES_ONLY[from]?.includes(to)) && !typeOnly;
}

function reachesSibling({ file, target }: Import): boolean {
  const to = widgetOf(target);
  return to !== undefined && file.startsWith('elements/') && to !== widgetOf(file);
}

/** The first cycle of imports that are more than types, as a path, or null. */
function findCycle(edges: ReadonlyMap<string, readonly string[]>): string[] | null {
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): string[] | null => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return null;
    for (const next of edges.get(file) ?? []) {
      const cycle = visit(next, [...path, file]);
      if (cycle) return cycle;
    }
    done.add(file);
    return null;
  };
  for (const file of edges.keys()) {
    const cycle = visit(file, []);
    if (cycle) return cycle;
  }
  return null;
}

describe('the house', () => {
  it('has the rooms of the map and no others', () => {
    const unknown = files.filter((file) => !(roomOf(file) in MAY_IMPORT));
    expect(unknown).toEqual([]);
    expect(files.filter((file) => !file.includes('/')).sort()).toEqual(TOP_LEVEL);
  });

  it('imports only what exists', () => {
    const known = new Set(files.map((file) => file.replace(/\.ts$/, '')));
    expect(tell(local.filter(({ target }) => !known.has(target)))).toEqual([]);
  });

  it('imports downwards only', () => {
    expect(tell(local.filter(crossesFloors))).toEqual([]);
  });

  it('keeps widgets apart', () => {
    expect(tell(local.filter(reachesSibling))).toEqual([]);
  });

  it('has no cycle', () => {
    const edges = new Map(files.map((file) => [file.replace(/\.ts$/, ''), [] as string[]]));
    for (const { file, target, typeOnly } of local) {
      if (!typeOnly) edges.get(file.replace(/\.ts$/, ''))?.push(target);
    }
    expect(findCycle(edges)).toBeNull();
  });

  it('draws nothing below the third floor', () => {
    const drawing = /^(lit|@lit\/|lit-html|lit-element|d3-(selection|axis|brush|drag|zoom|transition))/;
    const found = foreign.filter(
      ({ file, target }) => HEADLESS.includes(roomOf(file)) && drawing.test(target),
    );
    expect(tell(found)).toEqual([]);
  });

  it('brings Arrow and DuckDB along only when they are asked for', () => {
    // Those of Arrow; the readers stand in workers of their own, or in Node.
    const withArrow = ['data/arrow', 'data/arrow-table', 'data/arrow-batches'];
    const readers = ['data/read/read-arrow', 'data/read/read-parquet'];
    const named = foreign.filter(({ target }) => /^(apache-arrow|@duckdb\/)/.test(target));
    const atOnce = named.filter(({ typeOnly, later }) => !typeOnly && !later);
    const users = new Set(atOnce.map(({ file }) => file.replace(/\.ts$/, '')));
    expect([...users].sort()).toEqual([...withArrow, ...readers].sort());
    const bringing = local.filter(
      ({ target, typeOnly, later }) => withArrow.includes(target) && !typeOnly && !later,
    );
    expect(tell(bringing.filter(({ file }) => file !== 'data/arrow.ts'))).toEqual([]);
  });

  it('does without the scales of D3, which bring colours, formats and times along', () => {
    const heavy = /^d3-(scale|interpolate|color|format|time|time-format)$/;
    expect(tell(foreign.filter(({ target }) => heavy.test(target)))).toEqual([]);
  });

  it('takes named functions of D3, never the whole, and no d3-transition', () => {
    const found = foreign.filter(({ text, target }) => {
      return target === 'd3' || target === 'd3-transition' || (/^d3-/.test(target) && text.includes('* as'));
    });
    expect(tell(found)).toEqual([]);
  });

  it('asks for no module of Node', () => {
    expect(tell(foreign.filter(({ target }) => target.startsWith('node:')))).toEqual([]);
  });

  it('depends only on what package.json declares', () => {
    const { dependencies, peerDependencies } = JSON.parse(
      readFileSync(join(root, 'package.json'), 'utf8'),
    ) as Record<'dependencies' | 'peerDependencies', Record<string, string>>;
    const declared = Object.keys({ ...dependencies, ...peerDependencies });
    const undeclared = foreign.filter(
      ({ target }) => !declared.some((name) => `${target}/`.startsWith(`${name}/`)),
    );
    expect(tell(undeclared)).toEqual([]);
  });

  it('registers elements in define/ and for React alone, by one helper', () => {
    const registering = files.filter((file) => {
      const code = withoutComments(readFileSync(join(src, file), 'utf8'));
      return /customElements\s*\.\s*define|@customElement/.test(code);
    });
    expect(registering).toEqual(['util/define.ts']);
    const users = local.filter(({ target }) => target === 'util/define');
    expect(tell(users.filter(({ file }) => !['define', 'react'].includes(roomOf(file))))).toEqual([]);
  });
});
