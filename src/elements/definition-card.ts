import { html, nothing, type TemplateResult } from 'lit';
import type { Definition, Filter, Report } from '../compute/results';
import type { CommonWords, Words } from '../locales/words';
import type { Formats } from '../util/format';
import { optionTexts } from './option-texts';
import { sampledLines } from './sampled';

/** All that the figures rest on, and the SQL to copy. */
export function definitionCard(
  definition: Definition,
  report: Report | null,
  all: Words,
  f: Formats,
  actions: { close: () => void; copy: () => void; copied: boolean },
): TemplateResult {
  const words = all.common;
  return html`<h3>${words.definition}</h3>
    ${definitionLines(definition, report, all, f)}
    ${
      definition.sql.length > 0
        ? html`<h4>${words.card.sql}</h4>
            <pre tabindex="0">${definition.sql.join(';\n\n')}</pre>
            <button type="button" @click=${actions.copy}>${actions.copied ? words.copied : words.copy}</button>`
        : nothing
    }
    <button type="button" @click=${actions.close}>${words.close}</button>`;
}

/** As-of, rules, rows used and left out, and options. */
export function definitionLines(
  definition: Definition,
  report: Report | null,
  all: Words,
  f: Formats,
): TemplateResult {
  const words = all.common;
  const { card } = words;
  const line = (label: string, value: unknown): TemplateResult => html`<dt>${label}</dt><dd>${value}</dd>`;
  const reasons = report?.rejected.filter((entry) => entry.rows > 0) ?? [];
  // Of the source itself it is only known how many rows were read, not how many a filter or a date has left.
  const whole = definition.analysis !== 'source' || (!definition.filter && definition.asOf === report?.to);
  const options = optionTexts(definition.options, all.problems.options, f);
  return html`<dl>
      ${line(card.asOf, f.date(definition.asOf))}
      ${line(card.columns, columnsLine(definition, words))}
      ${line(card.refunds, words.refunds[definition.refunds])}
      ${line(card.zeroAmounts, words.zeroAmounts[definition.zeroAmounts])}
      ${whole ? line(card.rowsUsed, f.count(definition.rowsUsed)) : nothing}
      ${
        whole
          ? line(
              card.rowsLeftOut,
              html`${f.count(definition.rowsLeftOut)}${
                reasons.length > 0
                  ? html` (${reasons.map((entry) => `${words.reasons[entry.reason]}: ${f.count(entry.rows)}`).join(words.comma)})`
                  : nothing
              }`,
            )
          : nothing
      }
      ${line(card.filter, definition.filter ? filterLine(definition.filter, words, f) : card.none)}
      ${options.length > 0 ? line(card.options, options.join(card.between)) : nothing}
    </dl>
    ${sampledLines(definition, all, f)}
    ${
      definition.rules.length > 0
        ? html`<h4>${card.rules}</h4>
            <ul>${definition.rules.map((text, i) => html`<li>${ruleIn(all, definition.ruleCodes[i], f) ?? text}</li>`)}</ul>`
        : nothing
    }`;
}

/** A rule in the language of the page, where it has a sentence for it. */
function ruleIn(
  { problems }: Words,
  rule: Definition['ruleCodes'][number] | undefined,
  f: Formats,
): string | undefined {
  if (!rule) return undefined;
  const say = problems.rules[rule.code] ?? problems.notes[rule.code];
  return say?.(rule.details, f);
}

function filterLine({ from, to, dimensions = {} }: Filter, { comma }: CommonWords, f: Formats): string {
  const day = (date: string | undefined): string => (date ? f.dateShort(date) : '…');
  return [
    ...(from || to ? [`${day(from)} – ${day(to)}`] : []),
    ...Object.entries(dimensions).map(
      ([column, values]) => `${column}: ${values.map((value) => value || '“”').join(comma)}`,
    ),
  ].join(comma);
}

function columnsLine({ mapping }: Definition, words: CommonWords): string {
  const { customer, date, amount, order, profit, dimensions } = mapping;
  const parts = { customer, date, amount, order, profit, dimensions: dimensions?.join(words.comma) };
  return Object.entries(parts)
    .filter(([, column]) => column)
    .map(([part, column]) => `${words.parts[part as keyof typeof parts]}: ${column}`)
    .join(words.comma);
}
