import { RfmAdjustEvent } from './events';

/** Properties of an element that were set by hand, and what they were before. */
export class Adjusted {
  readonly #host: HTMLElement;
  readonly #changes = new Map<string, { before: unknown; now: unknown }>();

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  /** Whether one is as a hand has set it. */
  get any(): boolean {
    return this.#standing().length > 0;
  }

  /** Sets a property, and tells the page. */
  set(property: string, value: unknown): void {
    const change = this.#standing().includes(property) ? this.#changes.get(property) : undefined;
    this.#changes.set(property, {
      before: change ? change.before : Reflect.get(this.#host, property),
      now: value,
    });
    this.#tell(property, value);
  }

  /** Puts a property back, or all; whether there was one to put back. */
  reset(property: string | null): boolean {
    const names = this.#standing().filter((name) => property === null || name === property);
    for (const name of names) {
      const before = this.#changes.get(name)?.before;
      this.#changes.delete(name);
      this.#tell(name, before);
    }
    return names.length > 0;
  }

  /** Those that nobody else has set since. */
  #standing(): string[] {
    const standing = [...this.#changes].filter(([name, { now }]) =>
      Object.is(Reflect.get(this.#host, name), now),
    );
    return standing.map(([name]) => name);
  }

  #tell(property: string, value: unknown): void {
    Reflect.set(this.#host, property, value);
    const { localName: origin } = this.#host;
    this.#host.dispatchEvent(new RfmAdjustEvent({ origin, property, value: value ?? null }));
  }
}
