import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Mark, Picture } from './picture';
import { nextStop } from './walk';

interface Options {
  picture(): Picture | null;
  /** Enter on a stop, or a click on a mark. */
  choose(mark: Mark): void;
  /** Escape. */
  clear(): void;
}

/** Where pointer and keyboard stand in a plot. */
export class MarkWalker implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: Options;
  #active: Mark | null = null;
  #hovered: Mark | null = null;

  constructor(host: ReactiveControllerHost, options: Options) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** The stop of the keyboard. */
  get active(): Mark | null {
    return this.#active;
  }

  /** The mark whose figures are shown: the pointer's, else the keyboard's. */
  get shown(): Mark | null {
    return this.#hovered ?? this.#active;
  }

  hostDisconnected(): void {
    this.#active = null;
    this.#hovered = null;
  }

  readonly leave = (): void => this.#stand(null, null);

  readonly onPointerMove = (event: PointerEvent): void => {
    const picture = this.#options.picture();
    if (!picture) return;
    const mark = markAt(picture, event);
    if (mark?.key !== this.#hovered?.key) this.#stand(this.#active, mark);
  };

  readonly onPointerLeave = (): void => this.#stand(this.#active, null);

  readonly onClick = (event: MouseEvent): void => {
    const picture = this.#options.picture();
    const mark = picture && markAt(picture, event);
    if (mark) this.#options.choose(mark);
  };

  readonly onBlur = (): void => this.#stand(null, this.#hovered);

  readonly onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      this.leave();
      this.#options.clear();
      return;
    }
    const choosing = (event.key === 'Enter' || event.key === ' ') && this.#active;
    const next = choosing ? null : nextStop(this.#options.picture()?.stops ?? [], this.#active, event.key);
    if (!choosing && !next) return;
    event.preventDefault();
    if (choosing) this.#options.choose(choosing);
    else this.#stand(next, null);
  };

  #stand(active: Mark | null, hovered: Mark | null): void {
    if (active === this.#active && hovered === this.#hovered) return;
    this.#active = active;
    this.#hovered = hovered;
    this.#host.requestUpdate();
  }
}

function markAt(picture: Picture, event: MouseEvent): Mark | null {
  if (picture.at && event.currentTarget instanceof Element) {
    const box = event.currentTarget.getBoundingClientRect();
    return picture.at(event.clientX - box.left, event.clientY - box.top);
  }
  for (const node of event.composedPath()) {
    const key = node instanceof SVGElement ? node.dataset.key : undefined;
    if (key !== undefined) return picture.stops.find((stop) => stop.key === key) ?? null;
  }
  return null;
}
