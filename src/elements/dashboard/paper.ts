import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Chart } from './dashboard-state';

/** What is put on paper. */
interface Sheet {
  charts(): readonly Chart[];
  /** Draws the dashboard again, at once. */
  redraw(): void;
  /** Resolves when each chart stands, and what it asks for anew has come. */
  settled(): Promise<void>;
}

/** Lays a dashboard out for paper while it is printed, by its button or by the browser's own menu. */
export class Paper implements ReactiveController {
  readonly #sheet: Sheet;
  #printing = false;

  constructor(host: ReactiveControllerHost, sheet: Sheet) {
    this.#sheet = sheet;
    host.addController(this);
  }

  /** Whether the parts stand as on paper. */
  get printing(): boolean {
    return this.#printing;
  }

  hostConnected(): void {
    window.addEventListener('beforeprint', this.#onBefore);
    window.addEventListener('afterprint', this.#onAfter);
  }

  hostDisconnected(): void {
    window.removeEventListener('beforeprint', this.#onBefore);
    window.removeEventListener('afterprint', this.#onAfter);
    this.#printing = false;
  }

  /** Prints the page when all that the pictures need for paper has come. */
  async print(): Promise<void> {
    this.#onBefore();
    await this.#sheet.settled();
    window.print();
    this.#onAfter();
  }

  /** All within the event: the browser does not wait for a frame. */
  readonly #onBefore = (): void => {
    if (!this.#printing) this.#lay(true);
  };

  readonly #onAfter = (): void => {
    if (this.#printing) this.#lay(false);
  };

  /** Both ways: a size that went and came within a frame is seen by no observer. */
  #lay(printing: boolean): void {
    this.#printing = printing;
    this.#sheet.redraw();
    for (const chart of this.#sheet.charts()) chart.fit();
  }
}
