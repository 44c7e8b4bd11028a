import type { Mapping, Report } from '../compute/results';
import { compress, createDays, loadSummary, type SourceTables } from '../sql/source-tables';
import { aborted, RfmError } from '../util/rfm-error';
import type { Engine } from './engine/engine';
import type { Loaded } from './load';
import type { Reach } from './needs-rows';
import { withRowsThatFit } from './out-of-memory';
import type { Reload } from './query-context';
import type { Rest } from './reading';
import { figuresOf, reportOf } from './report';
import { rollupNotes } from './rollup-notes';
import type { PartialMapping, SourceInput } from './source-options';
import { dropLoaded } from './table-sink';
import { createOwnView, ownView, Views } from './views';

/** How a source gets its rows. */
export interface Loader {
  /** The day that figures are as of; null: the last of the rows. */
  readonly asOfDay: number | null;
  load: Reload;
  /** Every row that is left out, as CSV. */
  rejected(mapping: PartialMapping, signal?: AbortSignal): Promise<Blob>;
  /** What `append` has added, read where a reading has left off; null where all is to be read anew. */
  loadMore(rest: Rest, signal?: AbortSignal): Promise<Loaded | null>;
  /** The same with further inputs. */
  append(input: SourceInput | readonly SourceInput[], signal?: AbortSignal): Promise<Loader>;
  /** The same with what lies at the addresses now. */
  refresh(signal?: AbortSignal): Promise<Loader>;
}

/** Where the source's tables are, in which life of the engine, and what is known of them. */
export interface Held {
  tables: SourceTables;
  views: Views;
  asOfDay: number;
  generation: number;
  /** Another number for each state of any source. */
  revision: number;
  mapping: Mapping;
  columns: readonly string[];
  report: Report;
  /** Where further inputs can be read on; null where they cannot. */
  rest: Rest | null;
  /** Analyses that work on it. */
  users: number;
  dropped: boolean;
}

let revisions = 0;

/** Loads rows and makes the tables and the report that every analysis starts from; leaves nothing behind if it fails. */
export async function hold(
  engine: Engine,
  loader: Loader,
  signal: AbortSignal | undefined,
  mapping: PartialMapping = {},
): Promise<Held> {
  const loaded = await loader.load(mapping, signal);
  const { tables, outcome } = loaded;
  const { firstDay, lastDay } = reachOf(loaded);
  try {
    await engine.query(createDays(tables, firstDay, lastDay), signal);
    await createOwnView((sql) => engine.query(sql, signal), tables);
    const held = await heldOf(engine, loaded, loader.asOfDay, signal);
    // Nobody need wait for it, and where it fails the tables are only larger.
    engine.query(compress).catch(() => undefined);
    return held;
  } catch (error) {
    loaded.rest?.forget();
    dropLoaded(engine, tables);
    throw signal?.aborted ? aborted(signal.reason) : withRowsThatFit(error, outcome.rowsUsed);
  }
}

/** The first and the last day of rows. */
export function reachOf({ outcome }: Loaded): Reach {
  return { firstDay: outcome.firstDay!, lastDay: outcome.lastDay! };
}

/** What is known of rows whose tables all stand, of their days and of the source's own view too. */
export async function heldOf(
  engine: Engine,
  loaded: Loaded,
  asOf: number | null,
  signal?: AbortSignal,
): Promise<Held> {
  const { tables, outcome, rest } = loaded;
  const reach = reachOf(loaded);
  const asOfDay = asOf ?? reach.lastDay;
  const own = await ownView((sql) => engine.query(sql, signal), tables, asOfDay);
  const summary = tables.rollup ? await engine.query(loadSummary(tables), signal) : null;
  const notes =
    summary && (await rollupNotes(tables, own.months, summary, (sql) => engine.query(sql, signal)));
  if (own.customerCount === 0)
    throw new RfmError(
      'no-rows',
      'No row is a purchase: all amounts are refunds. Check that the amounts carry the right sign, or set refunds="as-orders".',
    );
  const views = new Views(tables, outcome.mapping.dimensions ?? [], own, reach, (sql, until) =>
    engine.query(sql, until),
  );
  revisions += 1;
  return {
    tables,
    views,
    asOfDay,
    generation: engine.generation,
    revision: revisions,
    mapping: outcome.mapping,
    columns: outcome.columns,
    report: reportOf(
      { ...outcome, notes: [...outcome.notes, ...(notes ?? [])] },
      summary ? figuresOf(summary) : outcome,
      own.customerCount,
    ),
    rest,
    users: 0,
    dropped: false,
  };
}
