import { html, nothing, type TemplateResult } from 'lit';
import type { Inspection } from '../../data/inspect';
import type { Words } from '../../locales/words';
import type { Formats } from '../../util/format';
import { columnForm } from './column-form';
import { dateQuestion } from './date-question';
import { type Draft, hasOpenQuestion, strangers, withReading } from './draft';
import { preview } from './preview';
import { problemBox } from './problem-box';
import { readingForm } from './reading-form';
import type { Problem, Step } from './step';

export interface DraftHandlers {
  choose: (draft: Draft) => void;
  forget: (draft: Draft, seen: Inspection) => void;
  load: (event: Event) => void;
  /** Adds the rows to those that are loaded. */
  add: () => void;
  /** Saves the mapping as a file. */
  save: (draft: Draft, seen: Inspection) => void;
  dismiss: () => void;
}

/** A file before it is loaded: what it is, what is asked, its columns, how it is written, and its first rows. */
export function draftPanel(
  { draft, seen, addable, problem }: Extract<Step, { kind: 'draft' }>,
  pressed: boolean,
  { words, f }: { words: Words; f: Formats },
  on: DraftHandlers,
): TemplateResult {
  const w = words.importer;
  const open = hasOpenQuestion(draft, seen);
  const missing = seen.missing.map((part) => w.part[part]);
  const unknown = strangers(draft, seen);
  return html`<form class="panel" part="form" novalidate aria-labelledby="title" @submit=${on.load}>
    <div class="head">
      <h2 id="title" tabindex="-1">${draft.name}</h2>
      <p class="small">${w.about({ format: formatName(seen.format), columns: seen.columns.length }, f)}</p>
    </div>
    ${problem ? problemBox(problem, words, f) : nothing}
    ${
      draft.remembered
        ? html`<p class="remembered">${w.remembered}
            <button type="button" class="link" @click=${() => on.forget(draft, seen)}>${w.forget}</button></p>`
        : nothing
    }
    ${unknown.length > 0 ? html`<p class="alarm" role="status">${w.strangers(unknown)}</p>` : nothing}
    ${question(draft, seen, pressed && open, w, f, on.choose)}
    ${columnForm(draft, seen, { words: w, f }, on.choose)}
    ${readingForm(draft, seen, w, f.locale, on.choose)}
    ${preview(seen, w, f)}
    <div class="actions">
      <button type="submit" class="primary" part="load">${addable ? w.loadInstead : w.load}</button>
      ${addable && !open ? html`<button type="button" part="add" @click=${on.add}>${w.add}</button>` : nothing}
      <button type="button" part="cancel" @click=${on.dismiss}>${w.giveUp}</button>
      <button type="button" class="link" part="save-mapping" @click=${() => on.save(draft, seen)}>${w.saveMapping}</button>
      ${missing.length > 0 ? html`<p class="small alarm" role=${pressed ? 'alert' : nothing}>${w.missing(missing)}</p>` : nothing}
    </div>
  </form>`;
}

/** Stands as long as there is something to ask, or it was answered. */
function question(
  draft: Draft,
  seen: Inspection,
  unanswered: boolean,
  ...[w, f, choose]: [Words['importer'], Formats, (draft: Draft) => void]
): TemplateResult | typeof nothing {
  if (!seen.dateExample) return nothing;
  const chosen = draft.reading.dateFormat ?? (seen.whole ? 'open' : '');
  return dateQuestion(seen, { chosen, unanswered }, w, f, (format) =>
    choose(withReading(draft, 'dateFormat', format)),
  );
}

/** A file that could not be read as it was to be read: what is wrong, and the way back. */
export function unreadablePanel(
  { draft, error }: { draft: Draft; error: Exclude<Problem, string> },
  { words, f }: { words: Words; f: Formats },
  on: DraftHandlers,
): TemplateResult {
  const w = words.importer;
  const changed = Object.keys(draft.reading).length > 0;
  return html`<form class="panel" part="form" novalidate aria-labelledby="title" @submit=${on.load}>
    <div class="head"><h2 id="title" tabindex="-1">${w.failed(draft.name)}</h2></div>
    ${problemBox(error, words, f)}
    ${changed ? readingForm(draft, null, w, f.locale, on.choose) : nothing}
    <div class="actions">
      ${
        changed
          ? html`<button type="button" class="primary" @click=${() => on.choose({ ...draft, reading: {} })}>
              ${w.readAutomatically}
            </button>`
          : nothing
      }
      <button type="button" part="cancel" @click=${on.dismiss}>${w.giveUp}</button>
    </div>
  </form>`;
}

const FORMATS: Record<string, string> = {
  csv: 'CSV',
  json: 'JSON',
  ndjson: 'NDJSON',
  arrow: 'Arrow',
  parquet: 'Parquet',
  xlsx: 'Excel',
};

function formatName(format: string): string {
  return FORMATS[format] ?? format;
}
