import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Source } from '../../data/source';
import type { DashboardState } from './dashboard-state';
import { tokenOf } from './view-token';

/** What may change a view: an answer, a choice, a property set by hand, anything pressed or dragged. */
const EVENTS = ['rfm-ready', 'rfm-select', 'rfm-adjust', 'click', 'change', 'keyup', 'pointerup'] as const;
/** A slider that moves is one change. */
const REST = 300;

/** Tells when the view of a dashboard has become another one. */
export class ViewWatch implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #save: () => DashboardState | null;
  readonly #tell: (state: DashboardState) => void;
  #source: { is: Source; stop(): void } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #told = '';

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    save: () => DashboardState | null,
    tell: (state: DashboardState) => void,
  ) {
    this.#host = host;
    this.#save = save;
    this.#tell = tell;
    host.addController(this);
  }

  hostConnected(): void {
    for (const type of EVENTS) this.#host.addEventListener(type, this.#soon);
  }

  hostDisconnected(): void {
    for (const type of EVENTS) this.#host.removeEventListener(type, this.#soon);
    clearTimeout(this.#timer);
    this.follow(null);
  }

  follow(source: Source | null): void {
    if (source === (this.#source?.is ?? null)) return;
    this.#source?.stop();
    this.#source = null;
    if (!source) return;
    const [rows, marks] = [source.onChange(this.#soon), source.onSelection(this.#soon)];
    this.#source = {
      is: source,
      stop: () => {
        rows();
        marks();
      },
    };
    const state = this.#save();
    this.#told = state ? tokenOf(state) : '';
  }

  readonly #soon = (): void => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const state = this.#save();
      if (!state || tokenOf(state) === this.#told) return;
      this.#told = tokenOf(state);
      this.#tell(state);
    }, REST);
  };
}
