import { createContext } from '@lit/context';
import type { Source } from '../data/source';

/** What an element that holds a source for others offers them (`rfm-source`, later `rfm-dashboard`). */
export interface SourceProvider extends EventTarget {
  /** The source of the current load; a new promise for each. */
  readonly ready: Promise<Source>;
  /** Whether there is something to load at all. */
  readonly occupied: boolean;
  /** Loads again after a failure. */
  reload(): void;
}

/** Fired by a provider, not bubbling, whenever `ready` or `occupied` is another than before. */
export const SOURCE_CHANGE = 'rfm-source-change';

/** The enclosing provider, asked for across shadow roots. */
export const sourceContext: { __context__: SourceProvider } & symbol = createContext<SourceProvider, symbol>(
  Symbol.for('rfm-kit-source'),
);
