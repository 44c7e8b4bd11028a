import { html, nothing, type TemplateResult } from 'lit';
import type { RuleLint, SegmentRule } from '../../compute/lint-rules';
import { STARTER_RULES } from '../../compute/starter-rules';
import type { Words } from '../../locales/words';
import type { Formats } from '../../util/format';
import { segmentName } from '../segment-names';
import { bounded, finished, moved, newRule, renamed, without } from './rule-draft';

/** What happens with the draft. */
export interface EditorActions {
  change(rules: SegmentRule[]): void;
  apply(rules: SegmentRule[]): void;
  reset(): void;
}

const SCORES = ['r', 'f', 'm'] as const;

/** The rules as a form, with what they cover at this moment; not `exact` where the picture goes by a scheme instead. */
export function ruleEditor(
  rules: readonly SegmentRule[],
  lint: RuleLint,
  exact: boolean,
  actions: EditorActions,
  words: Words,
  f: Formats,
): TemplateResult {
  const w = words.segmenting.rules;
  const ready = finished(rules);
  return html`<form class="rules" part="rules" aria-label=${w.title} @submit=${(event: Event) => {
    event.preventDefault();
    if (ready) actions.apply(ready);
  }}>
    <p class="hint">${w.hint} ${exact ? nothing : w.starterNote}</p>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">${w.segment}</th>
            ${SCORES.map((score) => html`<th scope="col">${w.scores[score]}</th>`)}
            <th scope="col" class="number">${w.codes}</th>
            <th scope="col" class="number">${w.customers}</th>
            <td></td>
          </tr>
        </thead>
        <tbody>
          ${rules.map((rule, index) => row(rule, index, rules, lint, actions, words, f))}
        </tbody>
      </table>
    </div>
    <div role="status"><ul class="coverage">${coverage(lint, words, f)}</ul></div>
    <div class="actions">
      <button type="button" @click=${() => actions.change([...rules, newRule(lint.bins, w.newName)])}>${w.add}</button>
      <button type="submit" class="strong" ?disabled=${!ready || rules.length === 0}>${w.apply}</button>
      ${
        lint.bins === 5
          ? html`<button type="button" @click=${() => actions.change([...STARTER_RULES])}>${w.starter}</button>`
          : nothing
      }
      <button type="button" @click=${actions.reset}>${w.reset}</button>
      ${ready ? nothing : html`<span class="problem">${w.nameless}</span>`}
    </div>
  </form>`;
}

function row(
  rule: SegmentRule,
  index: number,
  rules: readonly SegmentRule[],
  lint: RuleLint,
  actions: EditorActions,
  words: Words,
  f: Formats,
): TemplateResult {
  const w = words.segmenting.rules;
  const reach = lint.rules[index];
  const hidden = lint.unreachable.find((one) => one.rule === index);
  const name = segmentName(rule.segment, words);
  const onName = (event: Event): void => {
    // What is known by a name of ours keeps its colour and its action.
    const { value } = event.target as HTMLInputElement;
    const known = Object.entries(words.segments).find(([, text]) => text === value)?.[0];
    actions.change(renamed(rules, index, known ?? value));
  };
  return html`<tr>
    <td>
      <input type="text" aria-label=${w.segment} .value=${name} @change=${onName} />
      ${
        hidden
          ? html`<small class="problem">⚠ ${w.never(hidden.hiddenBy.map((by) => segmentName(by, words)).join(words.common.comma))}</small>`
          : nothing
      }
    </td>
    ${SCORES.map((score) => html`<td class="range">${bound(rule, index, score, 0, rules, lint.bins, actions, words)}–${bound(rule, index, score, 1, rules, lint.bins, actions, words)}</td>`)}
    <td class="number">${f.count(reach?.won ?? 0)}</td>
    <td class="number">${f.count(reach?.customers ?? 0)}</td>
    <td class="row-actions">
      <button type="button" aria-label=${w.up(name)} title=${w.up(name)} ?disabled=${index === 0} @click=${() => actions.change(moved(rules, index, -1))}>↑</button>
      <button type="button" aria-label=${w.down(name)} title=${w.down(name)} ?disabled=${index === rules.length - 1} @click=${() => actions.change(moved(rules, index, 1))}>↓</button>
      <button type="button" aria-label=${w.remove(name)} title=${w.remove(name)} @click=${() => actions.change(without(rules, index))}>×</button>
    </td>
  </tr>`;
}

function bound(
  rule: SegmentRule,
  index: number,
  score: (typeof SCORES)[number],
  end: 0 | 1,
  rules: readonly SegmentRule[],
  bins: number,
  actions: EditorActions,
  words: Words,
): TemplateResult {
  const w = words.segmenting.rules;
  const name = (end === 0 ? w.from : w.to)(w.scores[score]);
  const onChange = (event: Event): void => {
    const value = Number((event.target as HTMLSelectElement).value);
    actions.change(bounded(rules, index, score, end, value));
  };
  return html`<select aria-label=${name} @change=${onChange}>
    ${Array.from({ length: bins }, (_, i) => i + 1).map(
      (value) => html`<option value=${value} .selected=${rule[score][end] === value}>${value}</option>`,
    )}
  </select>`;
}

/** Codes named as examples of those left out. */
const EXAMPLES = 3;

function coverage(lint: RuleLint, words: Words, f: Formats): TemplateResult {
  const w = words.segmenting.rules;
  const { covered, codes, uncovered, overlapping, customers } = lint;
  const examples =
    uncovered.slice(0, EXAMPLES).join(words.common.comma) + (uncovered.length > EXAMPLES ? ' …' : '');
  return html`<li>${w.covered({ covered: covered.length, codes, customers: customers?.covered ?? 0 }, f)}</li>
    ${
      uncovered.length > 0
        ? html`<li class="problem">⚠ ${w.left({ codes: uncovered.length, customers: customers?.uncovered ?? 0, examples }, f)}</li>`
        : nothing
    }
    ${
      overlapping.length > 0
        ? html`<li>${w.overlapping({ codes: overlapping.length, customers: customers?.overlapping ?? 0 }, f)}</li>`
        : nothing
    }`;
}
