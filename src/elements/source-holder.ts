import { ContextProvider } from '@lit/context';
import type { PropertyDeclaration } from 'lit';
import { SOURCE_CHANGE, type SourceProvider, sourceContext } from '../controllers/source-context';
import { type Attachment, SourceController, type SourceRef } from '../controllers/source-controller';
import type { Source } from '../data/source';
import type { Progress } from '../data/source-options';
import { type Deferred, deferred, renewed } from '../util/deferred';
import { aborted, type RfmError, toRfmError } from '../util/rfm-error';
import { RfmErrorEvent, RfmLoadEvent, RfmProgressEvent, RfmReadyEvent } from './events';
import { isAnotherLoad, SourcedElement } from './sourced-element';

/** Holds one data source that the elements within it, and those that name its id, share. */
export abstract class SourceHolder extends SourcedElement implements SourceProvider {
  #ready: Deferred<Source> = deferred();
  #attachment: Attachment | null = null;
  #source: Source | null = null;
  #error: RfmError | null = null;
  readonly #sources: SourceController = new SourceController(this, {
    request: () => this.openRequest(),
    ...(this.borrows && { reference: () => this.reference() }),
    changed: () => this.requestUpdate(),
    progress: (progress: Progress) => this.dispatchEvent(new RfmProgressEvent(progress)),
    released: () => this.#clear(),
  });

  constructor() {
    super();
    new ContextProvider(this, { context: sourceContext, initialValue: this });
  }

  override requestUpdate(name?: PropertyKey, oldValue?: unknown, options?: PropertyDeclaration): void {
    // At once, not at the update: `element.src = …; await element.ready` has to mean the new load.
    const another = this.hasUpdated && this.#ready.settled && isAnotherLoad(this, name, oldValue);
    if (another) this.#renew();
    super.requestUpdate(name, oldValue, options);
    if (another) this.dispatchEvent(new Event(SOURCE_CHANGE));
  }

  protected override willUpdate(): void {
    const attachment = this.#sources.sync();
    if (attachment === this.#attachment) {
      this.#settle();
      return;
    }
    this.#attachment = attachment;
    this.#source = null;
    this.#error = null;
    if (this.#ready.settled) this.#renew();
    this.dispatchEvent(new Event(SOURCE_CHANGE));
    if (attachment?.promise) this.#follow(attachment, attachment.promise);
  }

  /** The source of the current load; a new promise for each, rejected with an `RfmError`. */
  get ready(): Promise<Source> {
    return this.#ready.promise;
  }

  /** The source, once it is loaded. */
  protected get loaded(): Source | null {
    return this.#source;
  }

  /** Why there is none. */
  protected get failure(): RfmError | null {
    return this.#error;
  }

  /** Whether the source may be that of another element: of one around it, or one that is named. */
  protected get borrows(): boolean {
    return false;
  }

  /** The element or source named, where one is. */
  protected reference(): SourceRef {
    return null;
  }

  /** Whether there is anything to load. */
  get occupied(): boolean {
    return this.openRequest() !== null || (this.borrows && Boolean(this.#attachment?.promise));
  }

  /** Loads again, after a failure. */
  reload(): void {
    this.#attachment?.retry();
  }

  async #follow(attachment: Attachment, promise: Promise<Source>): Promise<void> {
    try {
      const source = await promise;
      if (attachment !== this.#attachment) return;
      this.#source = source;
      this.#settle();
      this.requestUpdate();
      if (attachment.own) this.dispatchEvent(new RfmLoadEvent(source.report));
      this.dispatchEvent(new RfmReadyEvent());
    } catch (reason) {
      if (attachment !== this.#attachment) return;
      const error = toRfmError(reason);
      this.#error = error;
      this.#settle();
      this.dispatchEvent(new RfmErrorEvent(error));
    }
  }

  /** Also after a change that came to the same load: a promise made for it has its answer already. */
  #settle(): void {
    if (this.#source) this.#ready.resolve(this.#source);
    else if (this.#error) this.#ready.reject(this.#error);
  }

  #renew(): void {
    this.#ready = renewed(this.#ready);
  }

  #clear(): void {
    this.#attachment = null;
    this.#source = null;
    this.#error = null;
    if (this.#ready.settled) this.#renew();
    else this.#ready.reject(aborted());
  }
}
