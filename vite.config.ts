import { readdirSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { BuildEnvironmentOptions, Plugin } from 'vite';
import type { ViteUserConfig, ViteUserConfigFnObject } from 'vitest/config';

const root: string = import.meta.dirname;
const at = (path: string): string => resolve(root, path);

const packageJson = JSON.parse(readFileSync(at('package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
  peerDependencies: Record<string, string>;
};

const imported = Object.keys({ ...packageJson.dependencies, ...packageJson.peerDependencies });

/** Whether an import names one of our dependencies: those stay imports, so that a host has one copy of each. */
function isDependency(id: string): boolean {
  return imported.some((name) => id === name || id.startsWith(`${name}/`));
}

/** One entry per export, and one per registration: `define/scatter` beside `define`. */
function libraryEntries(): Record<string, string> {
  const registrations = readdirSync(at('src/define')).map((file) => `define/${basename(file, '.ts')}`);
  const names = ['index', 'core', 'define', 'react/component', 'cli', ...registrations];
  return Object.fromEntries(names.map((name) => [name, at(`src/${name}.ts`)]));
}

/**
 * Leaves `new URL('…', import.meta.url)` in `assets*.ts` as it stands. Vite would rewrite it to `'' + import.meta.url`
 * (the files lie elsewhere while building), and consumers' bundlers would no longer know the pattern. The stand-in
 * has the length of what it replaces, so source maps stay true.
 */
function keepAssetUrls(): Plugin {
  const standIn = '__kit_meta_url_';
  return {
    name: 'rfm-kit:keep-asset-urls',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/data\/engine\/assets(\.cdn)?\.ts$/.test(id)) return null;
      return { code: code.replaceAll('import.meta.url', standIn), map: null };
    },
    renderChunk(code) {
      if (!code.includes(standIn)) return null;
      return { code: code.replaceAll(standIn, 'import.meta.url'), map: null };
    },
  };
}

/** The scripts for pages find their assets beside themselves, not in `cdn/` below, and carry nothing that is for Node. */
function forPagesAlone(): Plugin {
  const replaced = ['data/engine/assets', 'data/engine/node-worker', 'data/read/read-in-node'];
  const stands = new Map(replaced.map((path) => [at(`src/${path}.ts`), at(`src/${path}.cdn.ts`)]));
  return {
    name: 'rfm-kit:for-pages-alone',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (!replaced.some((path) => source.endsWith(basename(path)))) return null;
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
      return (resolved && stands.get(resolved.id)) ?? null;
    },
  };
}

/**
 * DuckDB's module as a whole names a content-delivery network; the two of its exports that the kit imports (lazily,
 * so that the bundler could not tell which) do without. A third one must be added here: the build says so.
 */
function onlyUsedOfDuckdb(): Plugin {
  const duckdb = '@duckdb/duckdb-wasm';
  const used = '\0rfm-kit:duckdb';
  return {
    name: 'rfm-kit:only-used-of-duckdb',
    enforce: 'pre',
    resolveId: (source, importer) => (source === duckdb && importer !== used ? used : null),
    load: (id) => (id === used ? `export { AsyncDuckDB, VoidLogger } from '${duckdb}';` : null),
  };
}

/**
 * Takes the indentation out of the templates of elements, markup and styles, where it says nothing: no minifier looks
 * into them. Line breaks stay, so that source maps do.
 */
function withoutIndentation(): Plugin {
  return {
    name: 'rfm-kit:without-indentation',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/src\/elements\/[^?]+\.ts$/.test(id)) return null;
      const pieces = templatesIn(this.parse(code, { lang: 'ts' })).sort((a, b) => b.start - a.start);
      let lean = code;
      for (const { start, end } of pieces)
        lean = lean.slice(0, start) + lean.slice(start, end).replace(/\n[ \t]+/g, '\n') + lean.slice(end);
      return { code: lean, map: null };
    },
  };
}

/** The literal pieces of templates below a node of a syntax tree. */
function templatesIn(node: unknown): { start: number; end: number }[] {
  if (typeof node !== 'object' || node === null) return [];
  const { type, start, end } = node as { type?: unknown; start?: unknown; end?: unknown };
  if (type === 'TemplateElement' && typeof start === 'number' && typeof end === 'number')
    return [{ start, end }];
  return Object.values(node).flatMap(templatesIn);
}

const shared: BuildEnvironmentOptions = {
  target: 'es2022',
  sourcemap: true,
  emptyOutDir: false,
  copyPublicDir: false,
  modulePreload: false,
  reportCompressedSize: false,
};

/** Unbundled ES modules, one per source file: what `import 'rfm-kit'` gives a bundler. */
function library(): ViteUserConfig {
  return {
    plugins: [keepAssetUrls(), withoutIndentation()],
    build: {
      ...shared,
      minify: false,
      outDir: at('dist'),
      lib: { entry: libraryEntries(), formats: ['es'] },
      rolldownOptions: {
        external: isDependency,
        output: { preserveModules: true, preserveModulesRoot: at('src'), entryFileNames: '[name].js' },
      },
    },
  };
}

/**
 * The scripts of `dist/cdn`, by what they hold, the first that fits. No name tells of a module that more than one asks
 * for: those stand in scripts of their own, never in `rfm-kit.js`, which a page may have under another address as well.
 */
const SCRIPTS = [
  // DuckDB's client and the one Arrow.
  {
    name: 'engine',
    priority: 2,
    test: /node_modules\/(@duckdb|apache-arrow|flatbuffers|tslib)\/|\/src\/data\/arrow|rfm-kit:duckdb/,
  },
  {
    name: 'base',
    priority: 3,
    test: /^\0(vite|rolldown)|\/src\/(util|compute)\/|\/src\/data\/(days|earlier|findings|kpi-comparison|newest-results|engine\/(assets|settings))|\/src\/(sql|data)\/rollup-(sql|query|dialects|schema)/,
  },
  { name: 'data', priority: 1, test: /\/src\/(sql|data)\/(?!read\/|inspect)/ },
  // What the page asks for at its start and again with what comes later.
  {
    name: 'shared',
    priority: 0,
    minShareCount: 2,
    test: /\/src\/(elements|layout|render|controllers)\/|node_modules\/(d3-|lit|@lit)/,
  },
];

/** One script that registers every element, for a `<script type="module">` on any static host, and those it asks for. */
function cdn(): ViteUserConfig {
  return {
    base: './',
    plugins: [forPagesAlone(), keepAssetUrls(), onlyUsedOfDuckdb(), withoutIndentation()],
    build: {
      ...shared,
      outDir: at('dist/cdn'),
      license: { fileName: 'LICENSES.md' },
      // One file is the point of it; scripts/check-build.js prints its size.
      chunkSizeWarningLimit: 1000,
      rolldownOptions: {
        input: { 'rfm-kit': at('scripts/build/cdn-entry.ts') },
        preserveEntrySignatures: 'strict',
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: '[name].js',
          codeSplitting: { groups: SCRIPTS },
        },
      },
    },
  };
}

/** Places where libraries would load more by themselves, by the end of the file's name: [what stands there, what shall]. */
const LOADERS: readonly (readonly [file: string, place: string, instead: string])[] = [
  // Vite would write all of the WebAssembly into the script. The kit says where it lies.
  ['/parquet-wasm/esm/parquet_wasm.js', "new URL('parquet_wasm_bg.wasm', import.meta.url)", 'undefined'],
  // Ways to pack that no workbook knows and nobody registers.
  [
    '/zip.js/lib/core/codec-registry.js',
    'import(/* webpackIgnore: true */ /* @vite-ignore */ codecURI)',
    '{}',
  ],
];

/** Takes those places away: a worker's script stands alone. */
function standingAlone(): Plugin {
  return {
    name: 'rfm-kit:standing-alone',
    enforce: 'pre',
    transform(code, id) {
      const [, place, instead] = LOADERS.find(([file]) => id.endsWith(file)) ?? [];
      if (place === undefined || instead === undefined) return null;
      if (!code.includes(place)) throw new Error(`${id} no longer loads what it did: look at it again.`);
      return { code: code.replace(place, instead), map: null };
    },
  };
}

/** A worker that reads files, as one classic script: it is started by its address, so it cannot import. */
function worker(name: string): ViteUserConfig {
  return {
    base: './',
    plugins: [standingAlone()],
    // A classic script has no address; the ZIP reader asks for its own and does without.
    define: { 'import.meta.url': 'undefined' },
    build: {
      ...shared,
      outDir: at('dist/cdn'),
      license: { fileName: `${name}.licenses.md` },
      rolldownOptions: {
        input: { [name]: at(`src/data/read/${name}.ts`) },
        output: { format: 'iife', entryFileNames: '[name].js' },
      },
    },
  };
}

const unitTests: ViteUserConfig['test'] = {
  include: ['test/**/*.test.ts'],
  exclude: [
    'test/browser/**',
    'test/consumers/**',
    'test/scale/**',
    'test/pictures/*.test.ts',
    'node_modules/**',
  ],
  // DuckDB's Node build does not start in worker threads.
  pool: 'forks',
  // A zone behind UTC: a date read as local midnight would show.
  env: { TZ: 'America/New_York' },
  testTimeout: 60_000,
  hookTimeout: 60_000,
};

/** The rollup on live engines, which `scripts/test-scale.js` has installed. */
const scaleTests: ViteUserConfig['test'] = {
  include: ['test/scale/*.test.ts'],
  pool: 'forks',
  testTimeout: 600_000,
  hookTimeout: 600_000,
  server: { deps: { inline: [/dt-sql-parser/] } },
};

/** Pages and programs that use the packed package in a real browser, as their makers would. */
const pageTests: ViteUserConfig['test'] = {
  include: ['test/consumers/*.test.ts', 'test/pictures/*.test.ts'],
  globalSetup: ['test/consumers/support/pack-once.ts'],
  fileParallelism: false,
  // As many pages as the stories keep open.
  maxConcurrency: 3,
  testTimeout: 120_000,
  hookTimeout: 60_000,
};

/** The same with the tool chains of other people, which are installed for it. */
const consumerTests: ViteUserConfig['test'] = {
  ...pageTests,
  include: ['test/consumers/heavy/*.test.ts'],
  testTimeout: 1_200_000,
  hookTimeout: 600_000,
};

const modes: Record<string, () => ViteUserConfig> = {
  library,
  cdn,
  reader: () => worker('reader.worker'),
  tables: () => worker('tables.worker'),
  pages: () => ({ root, test: pageTests }),
  consumers: () => ({ root, test: consumerTests }),
  scale: () => ({ root, test: scaleTests }),
};

const config: ViteUserConfigFnObject = ({ mode }) => modes[mode]?.() ?? { root, test: unitTests };

export default config;
