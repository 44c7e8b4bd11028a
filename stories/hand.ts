/** A chart on the page, as far as a hand goes. */
type Chart = HTMLElement & { ready: Promise<unknown>; updateComplete: Promise<unknown> };

/** As shares of the plot's width and height. */
export type Spot = readonly [x: number, y: number];

type Act = (chart: Chart) => void | Promise<void>;

/**
 * What a story does once its chart stands, act by act; `shown` is a selector of what has to be there in the end. That it
 * is there says `data-played` on the root of the story.
 */
export function acts(
  tag: string,
  shown: string,
  ...steps: readonly Act[]
): (story: { canvasElement: HTMLElement }) => Promise<void> {
  return async ({ canvasElement }) => {
    const chart = canvasElement.querySelector<Chart>(tag);
    if (!chart) throw new Error(`no ${tag}`);
    await chart.ready;
    for (const step of steps) {
      await step(chart);
      await chart.updateComplete;
    }
    await until(() => part(chart, shown));
    canvasElement.dataset.played = shown;
  };
}

/** Presses at the beginning of `path`, or on the knob of a line where one is meant, goes along it and lifts. */
export function dragged(path: readonly Spot[], knob?: number): Act {
  return async (chart) => {
    const [start = [0, 0], ...rest] = knob === undefined ? path : [knobOf(chart, knob), ...path];
    point(chart, 'pointerdown', start);
    for (const spot of rest) {
      point(chart, 'pointermove', spot);
      await chart.updateComplete;
    }
    point(chart, 'pointerup', rest.at(-1) ?? start);
  };
}

/** Moves a pointer to a spot, and leaves it there. */
export const pointed =
  (spot: Spot): Act =>
  (chart) =>
    point(chart, 'pointermove', spot);

/** Presses keys in the plot, one after the other. */
export function pressed(...keys: readonly string[]): Act {
  return async (chart) => {
    const plot = part(chart, '.plot');
    plot?.focus();
    for (const key of keys) {
      plot?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
      await chart.updateComplete;
    }
  };
}

/** Clicks what is at `selector` in the chart. */
export const clicked =
  (selector: string): Act =>
  async (chart) =>
    (await until(() => part(chart, selector))).click();

function part(chart: Chart, selector: string): HTMLElement | null {
  return chart.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
}

/** A knob as shares of the plot. */
function knobOf(chart: Chart, index: number): Spot {
  const plot = part(chart, '.plot')?.getBoundingClientRect();
  const knob = chart.shadowRoot?.querySelectorAll('.grip')[index]?.getBoundingClientRect();
  if (!plot || !knob) throw new Error(`no knob ${index}`);
  return [
    (knob.left + knob.width / 2 - plot.left) / plot.width,
    (knob.top + knob.height / 2 - plot.top) / plot.height,
  ];
}

function point(chart: Chart, type: string, [x, y]: Spot): void {
  const plot = part(chart, '.plot');
  if (!plot) throw new Error('no plot');
  const { left, top, width, height } = plot.getBoundingClientRect();
  const [clientX, clientY] = [left + x * width, top + y * height];
  const how = { pointerId: 1, pointerType: 'mouse', isPrimary: true, bubbles: true, composed: true };
  plot.dispatchEvent(new PointerEvent(type, { ...how, clientX, clientY }));
}

async function until<T>(check: () => T | null): Promise<T> {
  for (let tries = 0; tries < 500; tries++) {
    const found = check();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`waited in vain for ${check}`);
}
