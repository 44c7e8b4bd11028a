import { html, nothing, type TemplateResult } from 'lit';
import type { ReplayStep } from '../../compute/replay-dates';
import type { FacetSummary } from '../../data/analyses/facets';
import { pickList } from '../picks';
import type { Surroundings } from '../picture';
import type { Speed } from './replay';
import type { ValueList } from './value-lists';

/** What the dates of the filter call. */
interface DateHandlers {
  dates(from: string | null, to: string | null): void;
  reset(): void;
}

/** The dates as fields, and ways to take them and all else away. */
export function dateControls(
  { filter, from, to }: FacetSummary,
  { words }: Surroundings,
  { dates, reset }: DateHandlers,
): TemplateResult {
  const w = words.filter;
  const field = (
    name: 'from' | 'to',
    value: string,
    change: (date: string | null) => void,
  ): TemplateResult => {
    const onChange = (event: Event): void => {
      if (event.target instanceof HTMLInputElement) change(event.target.value || null);
    };
    return html`<label>${w[name]} <input type="date" part=${name} min=${from} max=${to} .value=${value} @change=${onChange}></label>`;
  };
  const [now, then] = [filter?.from ?? null, filter?.to ?? null];
  return html`<div class="controls">
    ${field('from', now ?? from, (date) => dates(date === from ? null : date, then))}
    ${field('to', then ?? to, (date) => dates(now, date === to ? null : date))}
    ${now || then ? html`<button type="button" @click=${() => dates(null, null)}>${w.resetDates}</button>` : nothing}
    ${filter ? html`<button type="button" part="reset" class="push" @click=${reset}>${words.common.unfilter}</button>` : nothing}
  </div>`;
}

interface ReplayState {
  asOf: string;
  from: string;
  to: string;
  playing: boolean;
  step: ReplayStep;
  speed: Speed;
}

interface ReplayHandlers {
  toggle(): void;
  move(way: 1 | -1): void;
  look(date: string | null): void;
  setStep(step: ReplayStep): void;
  setSpeed(speed: Speed): void;
}

/** As-of, by hand and as a replay. */
export function replayControls(
  state: ReplayState,
  { words }: Surroundings,
  handlers: ReplayHandlers,
): TemplateResult {
  const w = words.filter;
  const { asOf, from, to, playing, step, speed } = state;
  const onDate = (event: Event): void => {
    if (event.target instanceof HTMLInputElement) handlers.look(event.target.value || null);
  };
  return html`<div class="controls" part="replay">
    <label>${w.asOf} <input type="date" part="as-of" min=${from} max=${to} .value=${asOf} @change=${onDate}></label>
    <span class="group">
      <button type="button" aria-label=${w.back} title=${w.back} ?disabled=${asOf <= from} @click=${() => handlers.move(-1)}>◂</button>
      <button type="button" class="main" part="play" @click=${handlers.toggle}>${playing ? w.pause : w.play}</button>
      <button type="button" aria-label=${w.forward} title=${w.forward} ?disabled=${asOf >= to} @click=${() => handlers.move(1)}>▸</button>
    </span>
    <label>${w.step} ${pickList(nothing, w.step, w.steps, step, handlers.setStep)}</label>
    <label>${w.speed} ${pickList(nothing, w.speed, w.speeds, speed, handlers.setSpeed)}</label>
    ${asOf < to ? html`<button type="button" @click=${() => handlers.look(null)}>${w.latest}</button>` : nothing}
    <span class="muted">${w.replay}</span>
  </div>`;
}

interface ValueHandlers {
  search(text: string): void;
  choose(values: readonly string[]): void;
}

/** The values of a dimension, to search and to choose from. */
export function valueList(
  dimension: string,
  { search, found }: ValueList,
  chosen: readonly string[],
  { words, f }: Surroundings,
  handlers: ValueHandlers,
): TemplateResult {
  const w = words.filter;
  const rows = found?.rows() ?? [];
  const total = found?.summary.total ?? 0;
  const listed = rows.filter((row) => !row.chosen || row.value.toLowerCase().includes(search.toLowerCase()));
  const onInput = (event: Event): void => {
    if (event.target instanceof HTMLInputElement) handlers.search(event.target.value.trim());
  };
  const onToggle = (value: string) => (): void => {
    const others = chosen.filter((one) => one !== value);
    handlers.choose(others.length < chosen.length ? others : [...chosen, value]);
  };
  return html`<fieldset class="dimension" part="dimension">
    <legend dir="auto">${dimension} <span class="muted">${chosen.length > 0 ? w.chosen(chosen.length, f) : w.any}</span></legend>
    <div class="controls"><input type="search" aria-label=${w.search(dimension)} placeholder=${w.search(dimension)}
      autocomplete="off" spellcheck="false" .value=${search} @input=${onInput}></div>
    <div class="values" tabindex="0" role="group" aria-label=${dimension}>
      ${rows.map(
        (
          row,
        ) => html`<label class="value"><input type="checkbox" .checked=${chosen.includes(row.value)} @change=${onToggle(row.value)}>
          <span class="what" dir="auto" title=${row.value || w.blank}>${row.value || w.blank}</span> <span class="many">${f.count(row.rows)}</span></label>`,
      )}
      ${found && rows.length === 0 ? html`<p>${w.noValue(search)}</p>` : nothing}
      ${total > listed.length ? html`<p>${w.more(total - listed.length, f)}</p>` : nothing}
    </div>
  </fieldset>`;
}
