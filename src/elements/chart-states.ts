import { html, nothing, type TemplateResult } from 'lit';
import type { WorkState } from '../controllers/latest-controller';
import type { Progress } from '../data/source-options';
import type { CommonWords, Words } from '../locales/words';
import { styles } from '../render/styles';
import type { Formats } from '../util/format';
import type { RfmError } from '../util/rfm-error';
import { errorText } from './error-text';

/** How far a load has come, in words and as a bar. */
export function loadingState(
  progress: Progress | null,
  words: CommonWords,
  f: Formats,
  height: number,
): TemplateResult {
  const { phase: name = 'reading', loaded, total } = withoutEnd(progress);
  const phase = words.loading[name];
  const amount = loaded > 0 ? words.progress(loaded, total, f) : '';
  const percent = total > 0 ? (100 * loaded) / total : null;
  // As high as the picture will be, so that the page does not jump when it comes.
  return html`<div class="state" part="state" ${styles({ 'min-block-size': `${height}px` })}>
    <div
      class=${percent === null ? 'bar unknown' : 'bar'}
      role="progressbar"
      aria-label=${phase}
      aria-valuetext=${amount || phase}
      aria-valuemin="0"
      aria-valuemax="100"
      aria-valuenow=${percent === null ? nothing : Math.round(percent)}
    >
      <span ${styles(percent === null ? {} : { 'inline-size': `${percent}%` })}></span>
    </div>
    <p>${phase}${amount ? html` <small>${amount}</small>` : nothing}</p>
  </div>`;
}

/** Once all bytes are in, what is left is computing, of which nobody knows how much it is. */
function withoutEnd(progress: Progress | null): Omit<Progress, 'phase'> & Partial<Progress> {
  const { loaded = 0, total = 0, phase } = progress ?? {};
  if (phase === 'computing' || (total > 0 && loaded >= total))
    return { phase: 'computing', loaded: 0, total: 0 };
  return { ...(phase && { phase }), loaded, total };
}

/** A sentence in the place of the picture. */
function messageState(text: string): TemplateResult {
  return html`<div class="state" part="state"><p>${text}</p></div>`;
}

/** What went wrong, what to do, and a way to try again. */
function failedState(error: RfmError, words: Words, f: Formats, retry: () => void): TemplateResult {
  const { common } = words;
  return html`<div class="state" part="state" role="alert">
    <p><strong>${common.failed}</strong> ${errorText(error, words.problems, f)}</p>
    <button type="button" part="retry" @click=${retry}>${common.retry}</button>
    <small>${common.code(error.code)}</small>
  </div>`;
}

/** A way back from a state in which there is nobody to show. */
export interface WayBack {
  what: 'filter' | 'asOf';
  go(): void;
}

/** Nobody is left: no failure, and nothing that trying again would change. */
function nobodyState(upTo: string, back: WayBack, { common }: Words, f: Formats): TemplateResult {
  const filtered = back.what === 'filter';
  return html`<div class="state" part="state" role="alert">
    <p>${common.nobody({ date: f.date(upTo), filtered })}</p>
    <button type="button" part="retry" @click=${back.go}>${filtered ? common.unfilter : common.toLatest}</button>
  </div>`;
}

interface Standing {
  state: WorkState<unknown>;
  /** Id of a source that is not on the page. */
  awaited: string | null;
  empty: boolean;
  /** Of the picture to come. */
  height: number;
  retry: () => void;
  wayBack: WayBack | null;
}

/** What stands in the place of the picture; null where there is one to show. */
export function stateInstead(
  { state, awaited, empty, height, retry, wayBack }: Standing,
  words: Words,
  f: Formats,
): TemplateResult | null {
  const { common } = words;
  if (state.kind === 'failed' && wayBack && state.error.code === 'no-rows') {
    const { upTo } = state.error.details;
    if (typeof upTo === 'string') return nobodyState(upTo, wayBack, words, f);
  }
  if (state.kind === 'failed') return failedState(state.error, words, f, retry);
  if (state.kind === 'running' && !state.last) return loadingState(state.progress, common, f, height);
  if (state.kind === 'idle') return messageState(awaited ? common.waitingFor(awaited) : common.waiting);
  return empty ? messageState(common.empty) : null;
}
