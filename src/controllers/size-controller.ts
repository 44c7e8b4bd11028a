import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Width and height of the plot in the pixels that it is laid out by, and how many CSS pixels of the page each is. */
export interface Size {
  width: number;
  height: number;
  scale: number;
}

/** What a picture is drawn at while it has no box: hidden, detached or not laid out yet. */
const UNSEEN_WIDTH = 640;

/** Follows the size of the plot by ResizeObserver. */
export class SizeController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #heightFor: (width: number) => number;
  #observer: ResizeObserver | null = null;
  #target: Element | null = null;
  #frame: number | null = null;
  #width = 0;
  #height = 0;
  #scale = 1;

  /** @param heightFor the height to draw at where the box has none */
  constructor(host: ReactiveControllerHost, heightFor: (width: number) => number) {
    this.#host = host;
    this.#heightFor = heightFor;
    host.addController(this);
  }

  /** The size to draw at; never zero. */
  get size(): Size {
    const width = this.#width > 0 ? this.#width : UNSEEN_WIDTH;
    return { width, height: this.#height > 0 ? this.#height : this.#heightFor(width), scale: this.#scale };
  }

  /** Whether the plot has a box on the page at all. */
  get seen(): boolean {
    return this.#width > 0;
  }

  /** Takes `width` as long as nothing better is known, so that the first picture need not be drawn twice. */
  assume(width: number): void {
    if (this.#width === 0 && width > 0) this.#width = Math.round(width);
  }

  hostDisconnected(): void {
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    this.#frame = null;
    this.#observer?.disconnect();
    this.#observer = null;
    this.#target = null;
  }

  /** Whether `target` is what is observed. */
  follows(target: Element | null): boolean {
    return target === this.#target;
  }

  /** Observes `target` from now on, and takes its size at once; whether that is another than was drawn at. */
  observe(target: Element | null): boolean {
    if (target === this.#target) return false;
    this.#observer?.disconnect();
    this.#target = target;
    if (!target) return false;
    this.#observer ??= new ResizeObserver((entries) => {
      const last = entries.at(-1);
      if (last && this.#take(last.contentRect.width, last.contentRect.height)) this.#redraw();
    });
    this.#observer.observe(target);
    return this.measure();
  }

  /** Takes the size as it is now; whether that is another than was drawn at. */
  measure(): boolean {
    return this.#target !== null && this.#take(this.#target.clientWidth, this.#target.clientHeight);
  }

  /** In the next frame: a picture that grew within this one would be observed in it again, which is an error. */
  #redraw(): void {
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = null;
      this.#host.requestUpdate();
    });
  }

  #take(width: number, height: number): boolean {
    const before = this.size;
    this.#width = Math.round(width);
    this.#height = Math.round(height);
    this.#scale = this.#target?.currentCSSZoom ?? 1;
    return !sameSize(before, this.size);
  }
}

function sameSize(one: Size, other: Size): boolean {
  return one.width === other.width && one.height === other.height && one.scale === other.scale;
}
