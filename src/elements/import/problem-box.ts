import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../../locales/words';
import type { Formats } from '../../util/format';
import { errorText } from '../error-text';
import type { Problem } from './step';

/** What went wrong and what to do, in place. Stopping is no error. */
export function problemBox(problem: Problem, words: Words, f: Formats): TemplateResult {
  const { importer: w, common } = words;
  if (problem === 'stopped' || (problem !== 'homeless' && problem.code === 'aborted'))
    return html`<p class="problem calm" role="status">${w.stopped}</p>`;
  if (problem === 'homeless') return html`<p class="problem" role="alert">${w.noSource}</p>`;
  return html`<div class="problem" part="error" role="alert">
    <p><strong>${w.errors[problem.code] ?? common.failed}</strong></p>
    <p>${errorText(problem, words.problems, f)}</p>
    ${w.errors[problem.code] ? nothing : html`<p class="small">${common.code(problem.code)}</p>`}
  </div>`;
}
