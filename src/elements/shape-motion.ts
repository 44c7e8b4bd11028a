import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Definition } from '../compute/results';
import type { Answer } from './analysed-element';
import type * as Glider from './glider';
import type { Picture } from './picture';

/** What a picture is of, and the room it has. */
type Ground = readonly [answer: Answer<{ definition: Definition }>, width: number];

/** Lets shapes go from where the date or the narrowing before had them to where they are: only where motion is welcome. */
export class ShapeMotion implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #drawn: { picture: Picture; ground: Ground } | null = null;
  #now: Pick<Picture, 'under' | 'over'> | null = null;
  #loaded: typeof Glider | null = null;
  #stop: (() => void) | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** The shapes as they are to be seen now; null where they stand. */
  get now(): Pick<Picture, 'under' | 'over'> | null {
    return this.#now;
  }

  hostDisconnected(): void {
    this.#end();
    this.#drawn = null;
  }

  /** Another picture takes the place of the one before. */
  to(picture: Picture, ...ground: Ground): void {
    const before = this.#drawn && { ...this.#drawn.picture, ...this.#now };
    // Who is selected is told while they are still on their way: they go on from where they are.
    const moved = this.#drawn !== null && goesOn(this.#drawn.ground, ground, this.#now !== null);
    this.#drawn = { picture, ground };
    this.#end();
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    // It comes with the first picture, for the second.
    if (!this.#loaded) void this.#load();
    if (!this.#loaded || !before || !moved) return;
    this.#stop = this.#loaded.startShapes(before, picture, (shapes) => {
      this.#now = shapes;
      this.#host.requestUpdate();
    });
  }

  #end(): void {
    this.#stop?.();
    this.#stop = null;
    this.#now = null;
  }

  async #load(): Promise<void> {
    // Without it the shapes are where they are at once.
    this.#loaded = await import('./glider').catch(() => null);
  }
}

/** Whether it is the same source as wide as before, seen of another date or narrowed otherwise, or still `moving`. */
function goesOn([old, before]: Ground, [now, width]: Ground, moving: boolean): boolean {
  if (old.source !== now.source || before !== width) return false;
  const { asOf, filter } = now.result.definition;
  const { definition } = old.result;
  return moving || asOf !== definition.asOf || JSON.stringify(filter) !== JSON.stringify(definition.filter);
}
