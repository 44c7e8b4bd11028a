import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Inspection } from '../../data/inspect';
import type { ImportWords } from '../../locales/words-import';
import type { Formats } from '../../util/format';

/** The one question that a file may leave open: which day a date is. */
export function dateQuestion(
  { dateExample, whole }: Inspection,
  { chosen, unanswered }: { chosen: string; unanswered: boolean },
  words: ImportWords,
  f: Formats,
  answer: (format: string) => void,
): TemplateResult {
  const { text, readings } = dateExample!;
  const choices = readings.map(
    ({ format, date }) =>
      [format, words.reads({ date: f.date(date), format: words.dateFormats[format] ?? format })] as const,
  );
  return html`<fieldset class=${unanswered ? 'question invalid' : 'question'} part="question">
    <legend>${words.question(text)}</legend>
    <div class="answers">
      ${[...choices, ...(whole ? [] : [['', words.letRowsDecide] as const])].map(
        ([format, label]) => html`<label>
          <input type="radio" name="date-order" value=${format} .checked=${live(chosen === format)}
            @change=${() => answer(format)}>
          <span>${label}</span>
        </label>`,
      )}
    </div>
    <p class="small" role=${unanswered ? 'alert' : 'note'}>${unanswered ? words.answerFirst : words.ambiguous}</p>
  </fieldset>`;
}
