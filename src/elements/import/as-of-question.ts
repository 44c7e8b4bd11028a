import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Source } from '../../data/source';
import type { ImportWords } from '../../locales/words-import';
import type { Formats } from '../../util/format';

/** Asks which date to look back from where the last one lies far beyond the rest; the source follows at once. */
export function asOfQuestion(
  { report, asOf }: Source,
  words: ImportWords,
  f: Formats,
  answer: (asOf: string) => void,
): TemplateResult | typeof nothing {
  const late = report.notes.find(({ code }) => code === 'late-date');
  if (!late) return nothing;
  const [date, rest] = [String(late.details?.date), String(late.details?.rest)];
  const choices = [
    [rest, words.upToRest(f.date(rest))],
    [date, words.upToLast(f.date(date))],
  ] as const;
  return html`<fieldset class="question" part="question">
    <legend>${words.asOfQuestion}</legend>
    <div class="answers">
      ${choices.map(
        ([day, label]) => html`<label>
          <input type="radio" name="as-of" value=${day} .checked=${live(asOf === day)} @change=${() => answer(day)}>
          <span>${label}</span>
        </label>`,
      )}
      <label>
        <span>${words.upToOther}</span>
        <input type="date" name="as-of-other" min=${report.from} max=${report.to} .value=${live(asOf)}
          @change=${({ target }: Event) => {
            if (target instanceof HTMLInputElement && target.value) answer(target.value);
          }}>
      </label>
    </div>
  </fieldset>`;
}
