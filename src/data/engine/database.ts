import type { AsyncDuckDB } from '@duckdb/duckdb-wasm';
import { SCHEMA } from '../../sql/source-tables';
import { RfmError, toRfmError } from '../../util/rfm-error';
import { isNode, startNodeWorker } from './node-worker';
import { assetUrls } from './settings';
import { startWorker, type WorkerLike } from './start-worker';

const START_MS = 60_000;

/** A DuckDB that is open, with the one connection the kit uses. */
export interface Database {
  db: AsyncDuckDB;
  connection: number;
  /** Resolves with the reason once the worker is gone. Never rejects. */
  dead: Promise<RfmError>;
  /** Ends the worker for `reason`; every call that waits for it is rejected with that. */
  end(reason: RfmError): void;
  hold(busy: boolean): void;
}

/**
 * Said to every database of ours, in this order: no extension is ever looked for (the lookup would be a request to
 * another host), nothing outside can be read, and after that nobody can change it.
 */
const LOCKDOWN = [
  'SET autoload_known_extensions=false',
  'SET autoinstall_known_extensions=false',
  'SET preserve_insertion_order=false',
  `CREATE SCHEMA IF NOT EXISTS ${SCHEMA}`,
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
  return { worker: startWorker(worker), wasm };
}

/** Starts a worker and opens a database of our own in it. */
export async function openOwnDatabase(): Promise<Database> {
  let started: Started;
  try {
    started = startPlatformWorker();
  } catch (error) {
    throw startFailure(error);
  }
  const { worker, wasm } = started;
  const life = watch(worker);
  try {
    const { AsyncDuckDB, VoidLogger } = await import('@duckdb/duckdb-wasm');
    const db = new AsyncDuckDB(new VoidLogger(), worker as never);
    const connection = await life.orDeath(open(db, wasm), START_MS);
    return { db, connection, dead: life.dead, end: life.end, hold: (busy) => worker.hold?.(busy) };
  } catch (error) {
    const failure = startFailure(error);
    life.end(failure);
    throw failure;
  }
}

async function open(db: AsyncDuckDB, wasm: string): Promise<number> {
  await db.instantiate(wasm);
  await db.open({ path: ':memory:', query: { castBigIntToDouble: false, castDecimalToDouble: false } });
  const connection = await db.connectInternal();
  for (const statement of LOCKDOWN) await db.runQuery(connection, statement);
  return connection;
}

/** A connection on the host's database; its settings are the host's affair. */
export async function openHostDatabase(db: AsyncDuckDB): Promise<Database> {
  const connection = await db.connectInternal();
  await db.runQuery(connection, `CREATE SCHEMA IF NOT EXISTS ${SCHEMA}`);
  return { db, connection, dead: new Promise(() => undefined), end: () => undefined, hold: () => undefined };
}

function rethrow(reason: RfmError): never {
  throw reason;
}

interface Life {
  dead: Promise<RfmError>;
  end(reason: RfmError): void;
  orDeath<T>(work: Promise<T>, limit: number): Promise<T>;
}

/** Watches a worker for all the ways it can go without a word: script errors, exit, policy, silence at the start. */
function watch(worker: WorkerLike): Life {
  let die: (reason: RfmError) => void = () => undefined;
  const dead = new Promise<RfmError>((resolve) => {
    die = resolve;
  });
  const end = (reason: RfmError): void => {
    unwatchPolicy();
    worker.terminate();
    die(reason);
  };
  const unwatchPolicy = onPolicyViolation((what) => end(policyFailure(what)));
  worker.addEventListener('error', (event) =>
    end(startFailure(new Error(event.message ?? 'the worker script could not be loaded'))),
  );
  worker.addEventListener('close', () =>
    die(new RfmError('engine-failed', 'The engine has ended. Try again.')),
  );
  const orDeath = async <T>(work: Promise<T>, limit: number): Promise<T> => {
    work.catch(() => undefined);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`no answer within ${limit / 1000} seconds`)), limit);
    });
    try {
      return await Promise.race([work, late, dead.then(rethrow)]);
    } finally {
      clearTimeout(timer);
      unwatchPolicy();
    }
  };
  return { dead, end, orDeath };
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
    { details: { directive } },
  );
}

function startFailure(cause: unknown): RfmError {
  if (cause instanceof RfmError) return cause;
  const { message } = toRfmError(cause);
  return new RfmError(
    'engine-failed',
    `The engine could not start (${message}). Check that duckdb-eh.wasm and duckdb-eh.worker.js can be fetched from where ` +
      'the kit lies, or say where with configure({ assets }).',
    { cause },
  );
}
