import { ContextEvent } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Source } from '../data/source';
import type { Progress } from '../data/source-options';
import { warnOnce } from '../util/warn-once';
import { SOURCE_CHANGE, type SourceProvider, sourceContext } from './source-context';
import { type Lease, lease, type OpenRequest, requestKey } from './source-registry';

/** What the property `source` takes: an id, an element that holds a source, or a source. */
export type SourceRef = string | SourceProvider | Source | null | undefined;

/** The source an element is on now; another object whenever another load stands behind it. */
export interface Attachment {
  /** Null while the provider has nothing to load. */
  readonly promise: Promise<Source> | null;
  /** Whether the load is this element's own, to be announced by it. */
  readonly own: boolean;
  retry(): void;
}

interface Held {
  attachment: Attachment;
  /** Equal for two wants that mean the same holder, so that a move or a re-render keeps it. */
  identity: unknown;
  release(): void;
}

interface Want {
  identity: unknown;
  hold(): Held;
}

interface Options {
  /** The element's own data, if it has any. */
  request(): OpenRequest | null;
  /** The element's `source` property; elements that are sources themselves leave it out. */
  reference?(): SourceRef;
  /** Another load stands behind the source than before, or none; not called from within `sync`. */
  changed(): void;
  progress(progress: Progress): void;
  /** The element has left the page and did not come back. */
  released?(): void;
}

type Host = ReactiveControllerHost & HTMLElement;

/** Finds the source of an element in the three ways of the contract, and keeps hold of it while it is connected. */
export class SourceController implements ReactiveController {
  readonly #host: Host;
  readonly #options: Options;
  #held: Held | null = null;
  #enclosing: SourceProvider | null = null;
  #unsubscribe: (() => void) | null = null;
  #watcher: MutationObserver | null = null;
  #watched: Node | null = null;
  /** The last element found by its id, for whose twins the page has been searched. */
  #sole: Element | null = null;
  #leaving: ReturnType<typeof setTimeout> | null = null;

  constructor(host: Host, options: Options) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    if (this.#leaving !== null) clearTimeout(this.#leaving);
    this.#leaving = null;
    this.#askContext();
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = null;
    this.#enclosing = null;
    this.#watch(null);
    // A move in the DOM disconnects and connects within one task; only who stays away lets go.
    this.#leaving = setTimeout(() => {
      this.#leaving = null;
      this.#held?.release();
      this.#held = null;
      this.#options.released?.();
    });
  }

  /** The element that holds the source the host is on, where it is no source of its own. */
  get provider(): SourceProvider | null {
    const identity = this.#held?.identity;
    return typeof identity === 'object' && identity !== null && isProvider(identity) ? identity : null;
  }

  /** The source to be on now; called while the host updates. */
  sync(): Attachment | null {
    // Off the page nothing is taken up anew.
    if (!this.#host.isConnected) return this.#held?.attachment ?? null;
    const want = this.#want();
    if (this.#held && want && Object.is(this.#held.identity, want.identity)) return this.#held.attachment;
    const old = this.#held;
    this.#held = want?.hold() ?? null;
    old?.release();
    return this.#held?.attachment ?? null;
  }

  #want(): Want | null {
    const request = this.#options.request();
    if (request) {
      this.#watch(null);
      return { identity: requestKey(request), hold: () => this.#holdOwn(request) };
    }
    const reference = this.#options.reference?.();
    if (typeof reference !== 'string') this.#watch(null);
    if (!reference) return this.#enclosing && this.#wantProvider(this.#enclosing);
    if (typeof reference === 'string') {
      this.#watch(reference);
      const element = this.#find(reference);
      return element && this.#wantProvider(element);
    }
    if (isProvider(reference)) return this.#wantProvider(reference);
    return { identity: reference, hold: () => holdSource(reference) };
  }

  #wantProvider(provider: SourceProvider): Want {
    return { identity: provider, hold: () => this.#holdProvider(provider) };
  }

  #holdOwn(request: OpenRequest): Held {
    const { progress } = this.#options;
    let current: Lease = lease(request, progress);
    const held: Held = {
      identity: current.key,
      attachment: attach(current.promise),
      release: () => current.release(),
    };
    const retry = (): void => {
      const failed = current;
      current = lease(request, progress);
      failed.release();
      held.attachment = attach(current.promise);
      this.#options.changed();
    };
    function attach(promise: Promise<Source>): Attachment {
      return { promise, own: true, retry: () => retry() };
    }
    return held;
  }

  #holdProvider(provider: SourceProvider): Held {
    const attach = (): Attachment => ({
      promise: provider.occupied ? provider.ready : null,
      own: false,
      retry: () => provider.reload(),
    });
    const held: Held = {
      identity: provider,
      attachment: attach(),
      release: () => {
        provider.removeEventListener(SOURCE_CHANGE, onChange);
        provider.removeEventListener('rfm-progress', onProgress);
      },
    };
    const onChange = (): void => {
      const next = attach();
      if (next.promise === held.attachment.promise) return;
      held.attachment = next;
      this.#options.changed();
    };
    const onProgress = (event: Event): void => {
      // Charts within the provider send theirs through it too.
      if (event.target === provider && event instanceof CustomEvent) this.#options.progress(event.detail);
    };
    provider.addEventListener(SOURCE_CHANGE, onChange);
    provider.addEventListener('rfm-progress', onProgress);
    return held;
  }

  #askContext(): void {
    const host = this.#host;
    if (!this.#options.reference) return;
    host.dispatchEvent(
      new ContextEvent(
        sourceContext,
        host,
        (provider, unsubscribe) => {
          if (this.#unsubscribe !== unsubscribe) this.#unsubscribe?.();
          this.#unsubscribe = unsubscribe ?? null;
          if (this.#enclosing === provider) return;
          this.#enclosing = provider;
          this.#options.changed();
        },
        true,
      ),
    );
    if (this.#enclosing) return;
    // A provider that is defined later than this element cannot answer yet.
    const later = host.closest('rfm-source:not(:defined), rfm-dashboard:not(:defined)');
    if (!later) return;
    customElements.whenDefined(later.localName).then(() => {
      if (host.isConnected && !this.#enclosing) this.#askContext();
    });
  }

  #find(id: string): SourceProvider | null {
    const root = this.#host.getRootNode();
    const found =
      (root instanceof ShadowRoot || root instanceof Document ? root.getElementById(id) : null) ??
      this.#host.ownerDocument.getElementById(id);
    if (!found) return null;
    if (found !== this.#sole && hasTwin(found))
      warnOnce(
        `rfm-kit: several elements have the id "${id}"; the first is used as the source. Give each source an id of its own.`,
      );
    this.#sole = found;
    if (isProvider(found)) return found;
    // Defined later than this element: ask again then.
    if (found.localName.includes('-')) {
      customElements.whenDefined(found.localName).then(() => {
        if (this.#host.isConnected && isProvider(found)) this.#options.changed();
      });
    }
    return null;
  }

  /** An element with the id may come, go, or be replaced at any time. */
  #watch(id: string | null): void {
    const root = id === null || !this.#host.isConnected ? null : this.#host.getRootNode();
    if (root === this.#watched) return;
    this.#watcher?.disconnect();
    this.#watcher = null;
    this.#watched = root;
    if (!root) return;
    this.#watcher = new MutationObserver(() => {
      const reference = this.#options.reference?.();
      if (typeof reference !== 'string') return;
      this.#sole = null;
      if (this.#find(reference) !== (this.#held?.identity ?? null)) this.#options.changed();
    });
    const what = { childList: true, subtree: true, attributes: true, attributeFilter: ['id'] };
    this.#watcher.observe(root, what);
    if (root !== this.#host.ownerDocument) this.#watcher.observe(this.#host.ownerDocument, what);
  }
}

function holdSource(source: Source): Held {
  const attachment: Attachment = { promise: Promise.resolve(source), own: false, retry: () => {} };
  return { identity: source, attachment, release: () => {} };
}

/** Whether another element of the same tree has its id. */
function hasTwin(element: Element): boolean {
  const root = element.getRootNode();
  if (!(root instanceof ShadowRoot || root instanceof Document)) return false;
  return root.querySelectorAll(`#${CSS.escape(element.id)}`).length > 1;
}

function isProvider(value: object): value is SourceProvider {
  return 'ready' in value && 'occupied' in value && 'reload' in value;
}
