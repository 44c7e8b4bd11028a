import { html, nothing, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import type { ImportWords } from '../../locales/words-import';

/** Endings that a picker offers first; any other file can be dropped. */
const ACCEPT =
  '.csv,.tsv,.txt,.gz,.xlsx,.json,.ndjson,.jsonl,.arrow,.arrows,.feather,.ipc,.parquet,text/csv,text/plain';

export interface DropHandlers {
  pick: () => void;
  picked: (event: Event) => void;
  paste: () => void;
  pasted: (event: ClipboardEvent) => void;
  over: (event: DragEvent) => void;
  leave: () => void;
  drop: (event: DragEvent) => void;
}

/** The place for a file: drop, pick or paste. */
export function dropZone(
  { compact, over, note }: { compact: boolean; over: boolean; note: string },
  words: ImportWords,
  on: DropHandlers,
): TemplateResult {
  return html`<div class=${classMap({ drop: true, compact, over })} part="drop" role="group" tabindex="0"
    aria-label=${words.name}
    @dragover=${on.over} @dragleave=${on.leave} @drop=${on.drop} @paste=${on.pasted}>
    <div class="drop-words">
      <p class="lead">${words.drop}</p>
      <p class="small">${words.formats}</p>
    </div>
    <div class="buttons">
      <button type="button" class=${compact ? '' : 'primary'} part="choose" @click=${on.pick}>${words.choose}</button>
      <button type="button" part="paste" @click=${on.paste}>${words.paste}</button>
    </div>
    <input type="file" multiple accept=${ACCEPT} hidden aria-label=${words.choose} @change=${on.picked}>
    ${note ? html`<p class="small note">${note}</p>` : nothing}
  </div>`;
}
