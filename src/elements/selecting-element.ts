import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { Analysis } from '../compute/results';
import { SelectionController, type Shown } from '../controllers/selection-controller';
import type { SelectionSummary } from '../data/marked';
import type { Selection, SelectionRequest } from '../data/selection';
import type { Source } from '../data/source';
import { toRfmError } from '../util/rfm-error';
import { AnalysedElement } from './analysed-element';
import { RfmErrorEvent, RfmSelectEvent } from './events';

/** What is shown of a selection: its figures, and the element's own reading of it. */
export interface Chosen<E> {
  figures: SelectionSummary;
  extra: E;
}

/** Who was the last to change the selection. */
export type Doer = 'chosen-here' | 'cleared-here' | 'others';

/**
 * An analysed element that shares the selection of its source. `E` is what it shows beside the figures.
 *
 * @fires rfm-select - Customers were chosen here, or the choice was taken back.
 */
export abstract class SelectingElement<
  R extends Analysis<object, object>,
  E = null,
> extends AnalysedElement<R> {
  #own: SelectionRequest | 'cleared' | null = null;
  readonly #selection = new SelectionController<Chosen<E>>(this, {
    read: (source, signal) => this.#read(source, signal),
    failed: (reason) => this.#fail(reason),
  });

  /** Whether the chart takes part in the selection of its source: `all` or `none`. */
  @property() link: 'all' | 'none' = 'all';

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const answer = this.link === 'none' ? null : this.work.value;
    this.#selection.sync(answer?.source ?? null, answer?.result ?? null);
  }

  /** What is shown of the selection of the source. */
  protected get chosen(): Shown<Chosen<E>> | null {
    return this.#selection.shown;
  }

  /** By whom the selection came to be as it is. */
  protected get doer(): Doer {
    if (this.#own === 'cleared') return this.chosen ? 'others' : 'cleared-here';
    return this.#own && this.chosen?.selection.request === this.#own ? 'chosen-here' : 'others';
  }

  /** Reads what the element shows of the selection of `source` beside its figures; null where it shows nothing of it. */
  protected async readChosen(_source: Source, _signal: AbortSignal): Promise<E | null> {
    return null;
  }

  /**
   * Chooses customers in all elements of the source; what is chosen already is taken back. With `more` they are chosen
   * beside the others.
   */
  protected async selectCustomers(asked: SelectionRequest, more = false): Promise<void> {
    if (this.link === 'none') return;
    const before = this.chosen?.selection.request;
    if (before && JSON.stringify(before) === JSON.stringify(asked)) {
      this.clearSelection();
      return;
    }
    const request = more && before ? { any: [...('any' in before ? before.any : [before]), asked] } : asked;
    this.#own = request;
    const selection = await this.#selection.select(request);
    if (selection && this.isConnected) this.#tell(selection);
  }

  /** Takes the selection of the source away, in all its elements. */
  clearSelection(): void {
    if (!this.#selection.clear()) return;
    this.#own = 'cleared';
    this.#tell({ description: '', customers: { count: 0, ids: async () => [] } });
  }

  async #read(source: Source, signal: AbortSignal): Promise<Chosen<E> | null> {
    const [figures, extra] = await Promise.all([
      source.selectionSummary({ asOf: this.asOf ?? undefined, signal }),
      this.readChosen(source, signal),
    ]);
    return figures && extra !== null ? { figures, extra } : null;
  }

  #tell({ description, customers }: Pick<Selection, 'description' | 'customers'>): void {
    this.dispatchEvent(new RfmSelectEvent({ origin: this.localName, description, customers }));
  }

  #fail(reason: unknown): void {
    const error = toRfmError(reason);
    if (error.code === 'aborted' || error.code === 'closed') return;
    this.dispatchEvent(new RfmErrorEvent(error));
  }
}
