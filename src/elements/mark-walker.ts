import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { keepInView } from './keep-in-view';
import type { Mark, Picture } from './picture';
import { placeIn } from './pointer';
import { nextInOrder, nextStop } from './walk';

interface Options {
  picture(): Picture | null;
  /** Enter on a stop, or a click on a mark; with `more` (Shift), beside what is chosen already. */
  choose(mark: Mark, more: boolean): void;
  /** Escape, or a click where no mark is. */
  clear(): void;
}

/** Where pointer and keyboard stand in a plot. */
export class MarkWalker implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: Options;
  #active: Mark | null = null;
  #hovered: Mark | null = null;
  /** The plot, while a stop in it is to be scrolled into view. */
  #pending: Element | null = null;
  #scrolled = { left: 0, top: 0 };

  constructor(host: ReactiveControllerHost, options: Options) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** The stop of the keyboard, as it is in the picture now. */
  get active(): Mark | null {
    const key = this.#active?.key;
    if (key === undefined) return null;
    const picture = this.#options.picture();
    const stop = picture?.stops.find((one) => one.key === key);
    return stop ?? picture?.cursor?.again(key) ?? this.#active;
  }

  /** The mark whose figures are shown: the pointer's, else the keyboard's. */
  get shown(): Mark | null {
    return this.#hovered ?? this.active;
  }

  /** How far the plot has been scrolled. */
  get scrolled(): { left: number; top: number } {
    return this.#scrolled;
  }

  hostUpdated(): void {
    const picture = this.#options.picture();
    if (this.#pending && this.active && picture?.size) {
      keepInView(this.#pending, this.active.box, picture.stub?.width ?? 0);
    }
    this.#pending = null;
  }

  hostDisconnected(): void {
    this.#active = null;
    this.#hovered = null;
  }

  readonly leave = (): void => this.#stand(null, null);

  readonly onPointerMove = (event: PointerEvent): void => {
    const picture = this.#options.picture();
    if (!picture) return;
    const mark = markAt(picture, event, event.currentTarget);
    if (mark?.key !== this.#hovered?.key) this.#stand(this.#active, mark);
  };

  /** Stands on the mark under a pointer in `plot`. */
  point(event: MouseEvent, plot: Element): void {
    const picture = this.#options.picture();
    if (picture) this.#stand(this.#active, markAt(picture, event, plot));
  }

  /** Shows a mark that a drag has come to; it is stood on once the drag is over. */
  show(mark: Mark | null): void {
    this.#stand(this.#active, mark);
  }

  /** Stands on what was shown last. */
  keep(): void {
    this.#stand(this.#hovered, null);
  }

  readonly onScroll = (event: Event): void => {
    if (!(event.currentTarget instanceof Element)) return;
    const { scrollLeft: left, scrollTop: top } = event.currentTarget;
    this.#scrolled = { left, top };
    this.#hovered = null;
    this.#host.requestUpdate();
  };

  readonly onPointerLeave = (): void => this.#stand(this.#active, null);

  readonly onClick = (event: MouseEvent): void => {
    const picture = this.#options.picture();
    const mark = picture && markAt(picture, event, event.currentTarget);
    if (mark) this.#options.choose(mark, event.shiftKey);
    else if (picture) this.#options.clear();
  };

  readonly onBlur = (): void => this.#stand(null, this.#hovered);

  readonly onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      this.leave();
      this.#options.clear();
      return;
    }
    const choosing = (event.key === 'Enter' || event.key === ' ') && this.active;
    const picture = this.#options.picture();
    const walk = picture?.inOrder ? nextInOrder : nextStop;
    const stepped = choosing ? null : picture?.cursor?.step(this.active, event.key);
    const next = choosing ? null : (stepped ?? walk(picture?.stops ?? [], this.active, event.key));
    if (!choosing && !next) return;
    event.preventDefault();
    if (event.currentTarget instanceof Element) this.#pending = event.currentTarget;
    if (choosing) this.#options.choose(choosing, event.shiftKey);
    else this.#stand(next, null);
  };

  #stand(active: Mark | null, hovered: Mark | null): void {
    if (active === this.#active && hovered === this.#hovered) return;
    this.#active = active;
    this.#hovered = hovered;
    this.#host.requestUpdate();
  }
}

function markAt(picture: Picture, event: MouseEvent, plot: EventTarget | null): Mark | null {
  for (const node of event.composedPath()) {
    const key = node instanceof SVGElement ? node.dataset.key : undefined;
    const stop = key === undefined ? undefined : picture.stops.find((one) => one.key === key);
    if (stop) return stop;
  }
  if (!picture.at || !(plot instanceof HTMLElement)) return null;
  const { x, y } = placeIn(plot, event);
  return picture.at(x, y);
}
