import { html, nothing, type TemplateResult } from 'lit';
import type { Source } from '../../data/source';
import type { Words } from '../../locales/words';
import type { Formats } from '../../util/format';
import type { RfmError } from '../../util/rfm-error';
import { loadingState } from '../chart-states';
import { type DraftHandlers, draftPanel, unreadablePanel } from './draft-panel';
import { problemBox } from './problem-box';
import { reportPanel } from './report-panel';
import type { Step } from './step';

export interface StepHandlers extends DraftHandlers {
  stop: () => void;
  retry: () => void;
  change: () => void;
  download: (source: Source) => void;
  lookBackFrom: (source: Source, asOf: string) => void;
}

interface Pending {
  /** Whether loading was asked for while something was open. */
  pressed: boolean;
  collecting: boolean;
  collectError: RfmError | null;
}

/** What stands below the drop zone at each step. */
export function stepPanel(
  step: Step,
  { pressed, collecting, collectError }: Pending,
  around: { words: Words; f: Formats },
  on: StepHandlers,
): TemplateResult | typeof nothing {
  const { words, f } = around;
  const { importer: w, common } = words;
  switch (step.kind) {
    case 'idle':
      return step.stopped ? problemBox('stopped', words, f) : nothing;
    case 'looking':
      return titled(w.looking(step.draft.name), loadingState(null, common, f, 0));
    case 'unreadable':
      return unreadablePanel(step, around, on);
    case 'draft':
      return draftPanel(step, pressed, around, on);
    case 'loading':
      return titled(
        w.loading(step.name),
        loadingState(step.progress, common, f, 0),
        html`<button type="button" part="stop" @click=${on.stop}>${w.stop}</button>`,
      );
    case 'failed':
      return titled(
        w.failed(step.name),
        problemBox(step.error, words, f),
        html`<button type="button" part="retry" @click=${on.retry}>${common.retry}</button>
          <button type="button" part="change" @click=${on.change}>${w.change}</button>`,
      );
    case 'loaded': {
      const { source } = step;
      const handlers = {
        change: on.change,
        download: () => on.download(source),
        lookBackFrom: (asOf: string) => on.lookBackFrom(source, asOf),
      };
      return reportPanel(step, { collecting, collectError }, around, handlers);
    }
  }
}

function titled(
  title: string,
  body: TemplateResult,
  actions: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  return html`<section class="panel" aria-labelledby="title">
    <div class="head"><h2 id="title" tabindex="-1">${title}</h2></div>
    ${body}
    ${actions === nothing ? nothing : html`<div class="actions">${actions}</div>`}
  </section>`;
}
