import type { AsyncDuckDB } from '@duckdb/duckdb-wasm';
import { SCHEMA } from '../../sql/source-tables';
import { whenLasting } from '../../util/lasting';
import { RfmError } from '../../util/rfm-error';
import { scriptFailure } from '../../util/script-failure';
import { Life } from './life';
import { isNode, startNodeWorker } from './node-worker';
import { assetUrls } from './settings';
import { startFailure } from './start-failure';
import { startWorker, type WorkerLike } from './start-worker';

const START_MS = 60_000;

/** A DuckDB that is open, with the one connection the kit uses. */
export interface Database {
  db: AsyncDuckDB;
  connection: number;
  /** Whether the kit started it, for itself alone. */
  own: boolean;
  /** Ends once the worker is gone. */
  life: Life;
  /** Ends the worker for `reason`; every call that waits for it is rejected with that. */
  end(reason: RfmError): void;
  hold(busy: boolean): void;
}

/** A database of its own beside the main one: its tables are compressed, to a quarter and less of their size. */
const PLACE = `ATTACH IF NOT EXISTS ':memory:' AS ${SCHEMA} (COMPRESS)`;

/**
 * Said to every database of ours, in this order: no extension is ever looked for (the lookup would be a request to
 * another host), nothing outside can be read, and after that nobody can change it.
 */
const LOCKDOWN = [
  'SET autoload_known_extensions=false',
  'SET autoinstall_known_extensions=false',
  'SET preserve_insertion_order=false',
  PLACE,
  'SET enable_external_access=false',
  'SET lock_configuration=true',
];

interface Started {
  worker: WorkerLike;
  wasm: string;
}

function startPlatformWorker(): Started {
  if (isNode()) return startNodeWorker();
  const { worker, wasm } = assetUrls();
  return { worker: startWorker(worker, NEEDS_WASM), wasm };
}

/**
 * Where a worker lives under the page's policy, a script from elsewhere fails in it without a word: asked of a module that
 * holds nothing, it says at once that WebAssembly is forbidden.
 */
const NEEDS_WASM = 'new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));';

/** Starts a worker and opens a database of our own in it. */
export async function openOwnDatabase(): Promise<Database> {
  let started: Started;
  try {
    started = startPlatformWorker();
  } catch (error) {
    throw startFailure(error);
  }
  const { worker, wasm } = started;
  const life = new Life();
  const end = (reason: RfmError): void => {
    worker.terminate();
    life.end(reason);
  };
  const unwatch = watch(worker, end);
  const late = (): void => end(startFailure(new Error(`no answer within ${START_MS / 1000} seconds`)));
  const silence = whenLasting(START_MS, () => true, late);
  worker.hold?.(true);
  try {
    // Arrow too, which every answer needs: both come while the worker starts.
    const [{ AsyncDuckDB, VoidLogger }] = await Promise.all([
      import('@duckdb/duckdb-wasm'),
      import('../arrow'),
    ]).catch((error: unknown) => Promise.reject(scriptFailure(error)));
    const db = new AsyncDuckDB(new VoidLogger(), worker as never);
    // On a slow line the file takes minutes: as long as bytes come, the engine is not late.
    const connection = await life.orEnd(open(db, wasm, silence.reset));
    return { db, connection, own: true, life, end, hold: (busy) => worker.hold?.(busy) };
  } catch (error) {
    const failure = startFailure(error);
    end(failure);
    throw failure;
  } finally {
    silence.stop();
    unwatch();
    worker.hold?.(false);
  }
}

async function open(db: AsyncDuckDB, wasm: string, onProgress: () => void): Promise<number> {
  await db.instantiate(wasm, null, onProgress);
  await db.open({ path: ':memory:', query: { castBigIntToDouble: false, castDecimalToDouble: false } });
  const connection = await db.connectInternal();
  for (const statement of LOCKDOWN) await db.runQuery(connection, statement);
  return connection;
}

/** A connection on the host's database; its settings are the host's affair. */
export async function openHostDatabase(db: AsyncDuckDB): Promise<Database> {
  const connection = await db.connectInternal();
  // A host may have forbidden it, or its engine be older; the same names then mean a schema.
  await db
    .runQuery(connection, PLACE)
    .catch(() => db.runQuery(connection, `CREATE SCHEMA IF NOT EXISTS ${SCHEMA}`));
  return { db, connection, own: false, life: new Life(), end: () => undefined, hold: () => undefined };
}

/** Watches a worker for the ways it can go without a word: script errors, exit and, at the start, policy. */
function watch(worker: WorkerLike, end: (reason: RfmError) => void): () => void {
  worker.addEventListener('error', (event) => {
    // It ends in an error of ours: the page need not complain as well.
    event.preventDefault?.();
    end(startFailure(new Error(event.message ?? 'the worker script could not be loaded')));
  });
  worker.addEventListener('close', () =>
    end(new RfmError('engine-failed', 'The engine has ended. Try again.')),
  );
  return onPolicyViolation((what) => end(policyFailure(what)));
}

/** Calls `found` when the page's Content-Security-Policy stops the engine; that is all a browser ever says of it. */
function onPolicyViolation(found: (directive: string) => void): () => void {
  const page = globalThis.document;
  if (!page) return () => undefined;
  const listener = (event: SecurityPolicyViolationEvent): void => {
    if (/^(worker-src|script-src|child-src|default-src)/.test(event.effectiveDirective) && isOurs(event))
      found(event.effectiveDirective);
  };
  page.addEventListener('securitypolicyviolation', listener);
  return () => page.removeEventListener('securitypolicyviolation', listener);
}

function isOurs(event: SecurityPolicyViolationEvent): boolean {
  return (
    event.blockedURI === 'wasm-eval' || event.blockedURI === 'blob' || /duckdb-eh/.test(event.blockedURI)
  );
}

function policyFailure(directive: string): RfmError {
  return new RfmError(
    'engine-failed',
    `The page's Content-Security-Policy (${directive}) keeps the engine from starting. Serve the kit from the page's own ` +
      "origin with `worker-src 'self'`, or allow `worker-src blob:` and `'wasm-unsafe-eval'`.",
    { details: { directive, reason: 'forbidden' } },
  );
}
