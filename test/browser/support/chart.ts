import { expect } from 'chai';
import type { Source } from '../../../src/data/source';
import { SALES } from './sales';
import { inside, only, stage } from './stage';

type Tag =
  | 'rfm-cohorts'
  | 'rfm-customers'
  | 'rfm-flow'
  | 'rfm-kpis'
  | 'rfm-migration'
  | 'rfm-pareto'
  | 'rfm-quadrant'
  | 'rfm-scatter'
  | 'rfm-segments'
  | 'rfm-weights'
  | 'rfm-whatif';

/**
 * A chart that stands, in English unless `attributes` say otherwise; of rows of its own, for charts of the same rows
 * share a source, and what is selected in it.
 */
export async function chartOf<T extends Tag>(
  tag: T,
  data: readonly object[],
  attributes = '',
  width = 800,
): Promise<HTMLElementTagNameMap[T]> {
  const place = stage(`<${tag} ${attributes} locale="en"></${tag}>`);
  place.style.width = `${width}px`;
  const chart: HTMLElementTagNameMap[Tag] = only(place, tag);
  chart.data = [...data];
  await chart.ready;
  return only(place, tag);
}

/** Charts of the sales that share one source, when all stand. */
export async function together(
  tags: readonly Tag[],
): Promise<{ place: HTMLElement; source: Source; charts: HTMLElementTagNameMap[Tag][] }> {
  const place = stage(`<rfm-source>${tags.map((tag) => `<${tag}></${tag}>`).join('')}</rfm-source>`);
  const holder = only(place, 'rfm-source');
  holder.data = [...SALES];
  const charts = tags.map((tag): HTMLElementTagNameMap[Tag] => only(place, tag));
  const source = await holder.ready;
  await Promise.all(charts.map((chart) => chart.ready));
  return { place, source, charts };
}

type Drawn = HTMLElement & { updateComplete: Promise<unknown> };

/** Presses keys in the plot, one after the other. */
export async function press(chart: Drawn, ...keys: (string | KeyboardEventInit)[]): Promise<void> {
  for (const key of keys) {
    const init = typeof key === 'string' ? { key } : key;
    const event = new KeyboardEvent('keydown', { ...init, bubbles: true, composed: true });
    inside(chart, '.plot').dispatchEvent(event);
    await chart.updateComplete;
  }
}

/** What is said aloud of the mark that is stood on. */
export async function said(chart: Drawn): Promise<string> {
  await chart.updateComplete;
  return inside(chart, '[aria-live]').textContent ?? '';
}

export const finding = (chart: Element): string => inside(chart, '.finding').textContent ?? '';

/** The texts of the picture. */
export const texts = (chart: Element): string[] =>
  [...inside(chart, '[part~=chart]').querySelectorAll('text')].map(({ textContent }) => textContent ?? '');

/** The chip that says who is selected. */
export const chip = (chart: Element): Element | null => chart.shadowRoot?.querySelector('.chip') ?? null;

/** Fails where a text of the picture, or another part, sticks out of the box at `box`. */
export function expectWithin(chart: Element, parts = '[part~=chart] text', box = '.card', slack = 0): void {
  const { left, right } = inside(chart, box).getBoundingClientRect();
  const found = [...(chart.shadowRoot?.querySelectorAll(parts) ?? [])];
  expect(found.length).to.be.greaterThan(0);
  for (const one of found) {
    const own = one.getBoundingClientRect();
    expect(own.left, one.textContent ?? '').to.be.at.least(left - slack);
    expect(own.right, one.textContent ?? '').to.be.at.most(right + slack);
  }
}

/** A tool of a plane, by how its title begins. */
export const tool = (chart: Element, name: string): HTMLElement =>
  inside(chart, `.plane-tools [title^="${name}"]`);
