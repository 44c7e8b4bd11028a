import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import type { Finding, FindingCustomers } from '../../compute/findings';
import { LatestController } from '../../controllers/latest-controller';
import { findings } from '../../data/findings';
import type { Source } from '../../data/source';
import type { Words } from '../../locales/words';
import type { FindingWords } from '../../locales/words-findings';
import type { Formats } from '../../util/format';
import { RfmSelectEvent } from '../events';

/** What the panel asks of its dashboard. */
interface Hooks {
  /** Resolves when the charts stand: they come first. */
  drawn(): Promise<void>;
  /** Whether customers can be chosen here. */
  marks(): boolean;
  /** Whether there is a picture to go to. */
  shows(name: string): boolean;
  go(name: string): void;
}

/** What stands out in the source of a dashboard, as sentences that lead to their pictures. */
export class FindingsPanel implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #hooks: Hooks;
  readonly #work: LatestController<Finding[]>;
  #followed: { source: Source; stop(): void } | null = null;
  #coming: Promise<readonly Finding[]> = Promise.resolve([]);

  constructor(host: ReactiveControllerHost & HTMLElement, hooks: Hooks) {
    this.#host = host;
    this.#hooks = hooks;
    this.#work = new LatestController(host);
    host.addController(this);
  }

  hostDisconnected(): void {
    this.follow(null);
  }

  /** Draws findings from `source`, and anew whenever its rows or its view of them change. */
  follow(source: Source | null): void {
    if (source === (this.#followed?.source ?? null)) return;
    this.#followed?.stop();
    this.#followed = source && { source, stop: source.onChange(() => this.#look(source, true)) };
    if (source) this.#look(source, false);
    else {
      this.#work.stop();
      this.#coming = Promise.resolve([]);
    }
  }

  /** The sentences, when they are found; none where they could not be. */
  async sentences(words: Words, f: Formats): Promise<string[]> {
    const found = await this.#coming.catch(() => []);
    return found.map((finding) => sentenceOf(finding, words.findings, f));
  }

  render(words: Words, f: Formats): TemplateResult {
    const w = words.findings;
    const { value, state } = this.#work;
    const found = value?.map((finding) => this.#one(finding, w, f)) ?? [];
    const instead = { idle: '', running: w.looking, done: w.none, failed: words.common.failed }[state.kind];
    return html`<section class="findings" part="findings" aria-label=${w.title} aria-busy=${state.kind === 'running'}>
      <h3>${w.title}</h3>
      ${found.length > 0 ? html`<ul>${found}</ul>` : html`<p>${instead}</p>`}
    </section>`;
  }

  #one(finding: Finding, w: FindingWords, f: Formats): TemplateResult {
    const sentence = sentenceOf(finding, w, f);
    const { customers } = finding;
    const { go, shows } = this.#hooks;
    return html`<li>
      ${
        shows(finding.shown)
          ? html`<button type="button" class="go" part="statement" @click=${() => go(finding.shown)}>${sentence}</button>`
          : html`<span class="go" part="statement">${sentence}</span>`
      }
      ${
        customers && 'count' in finding && this.#hooks.marks()
          ? html`<button type="button" class="mark" part="statement-mark" @click=${() => void this.#mark(customers, w.marked[finding.kind])}>
              ${w.mark(finding.kind === 'half' ? finding.missed : finding.count, f)}
            </button>`
          : nothing
      }
    </li>`;
  }

  async #mark(customers: FindingCustomers, description: string): Promise<void> {
    const selection = await this.#followed?.source.select({ ...customers, description });
    if (!selection || !this.#host.isConnected) return;
    const origin = this.#host.localName;
    this.#host.dispatchEvent(
      new RfmSelectEvent({ origin, description: selection.description, customers: selection.customers }),
    );
  }

  async #find(source: Source, signal: AbortSignal): Promise<Finding[]> {
    await this.#hooks.drawn().catch(() => undefined);
    signal.throwIfAborted();
    return findings(source, { signal });
  }

  #look(source: Source, keep: boolean): void {
    this.#work.start((signal) => {
      const found = this.#find(source, signal);
      this.#coming = found;
      return found;
    }, keep);
  }
}

function sentenceOf(finding: Finding, w: FindingWords, f: Formats): string {
  switch (finding.kind) {
    case 'trend':
      return w.trend(finding, f);
    case 'half':
      return w.half(finding, f);
    case 'leaving':
      return w.leaving(finding, f);
    case 'once':
      return w.once(finding, f);
    case 'fading':
      return w.fading(finding, f);
    case 'growing':
      return w.growing(finding, f);
    case 'door':
      return w.door(finding, f);
    case 'again':
      return w.again(finding, f);
    case 'moved':
      return w.moved(finding, f);
  }
}
