import { html, type TemplateResult } from 'lit';
import type { QuadrantResult, Tier } from '../../compute/results';
import { styles } from '../../render/styles';
import { toneVariable } from '../../render/svg-shapes';
import { toCsv } from '../../util/csv';
import { numberColumn, textColumn } from '../columns';
import type { Surroundings } from '../picture';
import { saveFile } from '../save-file';
import type { TierWords } from './quadrant-texts';

/** Customers that are listed beside the picture; the saved list has all. */
const LISTED = 8;

/** The rows of a tier, those with the most current value first. */
export function tierRows({ table }: QuadrantResult, tier: Tier): number[] {
  const of = textColumn(table, 'tier');
  const current = numberColumn(table, 'current_value');
  const rows: number[] = [];
  for (let row = 0; row < table.numRows; row++) if (of(row) === tier) rows.push(row);
  return rows.sort((a, b) => (current[b] ?? 0) - (current[a] ?? 0) || a - b);
}

/** A tier that was chosen: how to treat its customers, and who they are. */
export function tierCard(
  { table }: QuadrantResult,
  tier: Tier,
  rows: readonly number[],
  tiers: TierWords,
  { words, f, nameOf }: Surroundings,
): TemplateResult {
  const { quadrant } = words;
  const id = textColumn(table, 'customer');
  const name = (row: number): string => nameOf(id(row));
  const current = numberColumn(table, 'current_value');
  const potential = numberColumn(table, 'potential_value');
  const shown = rows.slice(0, LISTED);
  const save = (): void => {
    const lines = rows.map((row) => [name(row), current[row], potential[row], tier, tiers.treatments[tier]]);
    const csv = toCsv(['customer', 'current_value', 'potential_value', 'tier', 'treatment'], lines);
    // With a mark of its encoding, without which Excel takes it for another.
    saveFile(new Blob(['\ufeff', csv], { type: 'text/csv' }), `${tier}.csv`);
  };
  return html`<section class="tier-card" part="tier" aria-label=${tiers.names[tier]}>
    <div class="tier-head">
      <span class="swatch" ${styles({ background: toneVariable(`tier-${tier}`) })}></span>
      <p><strong>${tiers.names[tier]}</strong> <span class="treatment" part="treatment" dir="auto">${tiers.treatments[tier]}</span></p>
      <button type="button" class="save" part="save-list" @click=${save}>${quadrant.saveList}</button>
    </div>
    <div class="tier-list" tabindex="0" role="group" aria-label=${quadrant.customers}>
      <table>
        <caption>${quadrant.largest(shown.length, rows.length, f)}</caption>
        <thead>
          <tr>
            <th scope="col">${quadrant.customer}</th>
            <th scope="col" class="number">${quadrant.currentValue}</th>
            <th scope="col" class="number">${quadrant.potentialValue}</th>
          </tr>
        </thead>
        <tbody>
          ${shown.map(
            (row) => html`<tr>
              <td class="name" dir="auto">${name(row)}</td>
              <td class="number">${f.money(current[row] ?? 0)}</td>
              <td class="number">${f.money(potential[row] ?? 0)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}
