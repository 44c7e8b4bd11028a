import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Inspection } from '../../data/inspect';
import type { ColumnPart, ImportWords } from '../../locales/words-import';
import type { Formats } from '../../util/format';
import { type Choice, choice } from './choices';
import { columnOf, type Draft, partOfColumn, partState, withColumn, withDimension } from './draft';

type SinglePart = Exclude<ColumnPart, 'dimensions'>;

const PARTS: readonly SinglePart[] = ['customer', 'date', 'amount', 'times', 'order', 'profit'];

/** Drop-downs that say which column holds what, filled with what is known or guessed. */
export function columnForm(
  draft: Draft,
  seen: Inspection,
  around: { words: ImportWords; f: Formats },
  choose: (draft: Draft) => void,
): TemplateResult {
  const { words } = around;
  return html`<fieldset class="columns" part="columns">
    <legend>${words.columns}</legend>
    <div class="fields">${PARTS.map((part) => columnChoice(part, draft, seen, around, choose))}</div>
    ${dimensions(draft, seen, words, choose)}
  </fieldset>`;
}

function columnChoice(
  part: SinglePart,
  draft: Draft,
  seen: Inspection,
  { words, f }: { words: ImportWords; f: Formats },
  choose: (draft: Draft) => void,
): TemplateResult {
  const state = partState(part, draft, seen);
  const hint = state === 'missing' ? words.unclear : state === 'guessed' ? guess(part, seen, words, f) : '';
  const value = columnOf(part, seen);
  return choice(
    { name: part, label: words.part[part], value, hint, invalid: state === 'missing' },
    [...blank(part, value, words), ...columnChoices(part, seen)],
    (column) => choose(withColumn(draft, part, column, seen)),
  );
}

function guess(part: SinglePart, { confidence }: Inspection, words: ImportWords, f: Formats): string {
  return part === 'times' ? '' : words.guessed(confidence[part] ?? 0, f);
}

/** No column: for parts that need one only as long as none is chosen. */
function blank(part: SinglePart, value: string, words: ImportWords): Choice[] {
  if (part === 'order') return [['', words.noOrder]];
  if (part === 'profit') return [['', words.none]];
  if (part === 'times') return [['', words.noTimes]];
  return value ? [] : [['', words.pick]];
}

/** All columns, the likely ones first. */
function columnChoices(part: SinglePart, { columns, candidates }: Inspection): Choice[] {
  const likely = part === 'times' ? [] : candidates[part];
  return [...likely, ...columns.filter((name) => !likely.includes(name))].map((name) => [name, name]);
}

function dimensions(
  draft: Draft,
  seen: Inspection,
  words: ImportWords,
  choose: (draft: Draft) => void,
): TemplateResult | typeof nothing {
  const parts = partOfColumn(seen);
  const chosen = seen.mapping.dimensions ?? [];
  const free = seen.columns.filter((name) => chosen.includes(name) || !parts.has(name));
  if (free.length === 0) return nothing;
  return html`<details class="dimensions">
    <summary>${words.part.dimensions}<span class="found">${chosen.join(', ') || words.none}</span></summary>
    <div class="checks" role="group" aria-label=${words.part.dimensions}>
      ${free.map(
        (name) => html`<label>
          <input type="checkbox" .checked=${live(chosen.includes(name))}
            @change=${(event: Event) =>
              choose(withDimension(draft, name, (event.target as HTMLInputElement).checked))}>
          <span>${name}</span>
        </label>`,
      )}
    </div>
  </details>`;
}
