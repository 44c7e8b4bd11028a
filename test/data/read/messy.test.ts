import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sampleRows } from '../../../src/data/read/csv-dialect';
import { RfmError } from '../../../src/util/rfm-error';
import { type ReadResult, readText } from '../support/read-text';

// Pollock's files: one table polluted in 43 ways, each with its clean twin. They may not ship: read where they lie.
const MESSY = '../shared/data/messy';
const mapping = { customer: 'PRODUCTID', date: 'DATE', amount: 'Price' };

interface Outcome {
  rows: string[];
  read: ReadResult | null;
  error: string | null;
}

async function outcome(path: string): Promise<Outcome> {
  try {
    const read = await readText(readFileSync(path), mapping);
    return { rows: read.rows.map((row) => JSON.stringify(row)), read, error: null };
  } catch (error) {
    if (!(error instanceof RfmError)) throw error;
    return { rows: [], read: null, error: error.code };
  }
}

/** Its JSON has other line ends inside cells, and a telephone number that is not that of the CSV. */
function plain(rows: readonly Record<string, string>[]): Record<string, string>[] {
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row)
        .filter(([name]) => name !== 'Contact Phone Number')
        .map(([name, cell]) => [name, cell.replaceAll('\r\n', '\n')]),
    ),
  );
}

/** The twin; where even that cannot be read by these names (headers written thrice in one), the source of all. */
async function twin(name: string): Promise<Outcome> {
  const clean = await outcome(`${MESSY}/clean/${name}`);
  return clean.error === 'column-missing' && name.includes('multirow')
    ? outcome(`${MESSY}/clean/source.csv`)
    : clean;
}

/** `same` rows used as in the twin; `told`: the report accounts for the difference; `refused` with a typed error. */
function verdict(messy: Outcome, clean: Outcome): 'same' | 'told' | 'refused' | 'wrong' {
  if (messy.error !== null) return messy.error === clean.error ? 'same' : 'refused';
  if (JSON.stringify(messy.rows) === JSON.stringify(clean.rows)) return 'same';
  const { outcome: report } = messy.read!;
  const left = report.rejected.reduce((sum, { rows }) => sum + rows, 0);
  const known = new Set(clean.rows);
  const foreign = messy.rows.filter((row) => !known.has(row)).length;
  // The table a second time, under its own header, may be more of the same: it is used, and told.
  const again = report.notes.some(({ code }) => code === 'repeated-header');
  if (messy.rows.length > clean.rows.length && !again) return 'wrong';
  return foreign === 0 && clean.rows.length - new Set(messy.rows).size <= left && left > 0 ? 'told' : 'wrong';
}

describe.skipIf(!existsSync(MESSY))(
  'the 43 polluted files (skipped where ../shared/data/messy is not there)',
  () => {
    it('are read as their clean twins, or the report says what is missing', async () => {
      const verdicts = new Map<string, string>();
      for (const name of readdirSync(`${MESSY}/csv`)) {
        const messy = await outcome(`${MESSY}/csv/${name}`);
        verdicts.set(name, verdict(messy, await twin(name)));
        if (messy.read) {
          const { rowsUsed, rowsRead, rejected } = messy.read.outcome;
          expect(rowsUsed + rejected.reduce((sum, { rows }) => sum + rows, 0)).toBe(rowsRead);
        }
      }
      const named = (wanted: string): string[] =>
        [...verdicts].filter(([, v]) => v === wanted).map(([name]) => name);
      process.stdout.write(
        `messy score: ${named('same').length} same, ${named('told').length} with the difference in the report, ` +
          `${named('refused').length} refused (${named('refused').join(', ')}), ${named('wrong').length} wrong, of ${verdicts.size}\n`,
      );
      expect(named('wrong')).toEqual([]);
      // Undecidable: fields divided by single blanks, with blanks inside.
      expect(named('refused')).toEqual(['file_field_delimiter_0x20.csv']);
      expect(named('same').length).toBeGreaterThanOrEqual(29);
    });
  },
);

describe.skipIf(!existsSync(MESSY))('csv-spectrum', () => {
  const folder = `${MESSY}/csv-spectrum`;
  const names = existsSync(folder) ? readdirSync(`${folder}/csvs`) : [];
  it.each(names)('%s gives the cells of its JSON', (name) => {
    const bytes = readFileSync(`${folder}/csvs/${name}`);
    const json = JSON.parse(readFileSync(`${folder}/json/${name.replace('.csv', '.json')}`, 'utf8'));
    const wanted: Record<string, string>[] = [json].flat();
    const [header, ...rows] = sampleRows(bytes, { delimiter: 0x2c, quote: 0x22, escapedBy: 0x22 }, true);
    const got = rows.map(({ cells }) =>
      Object.fromEntries(cells.map((cell, i) => [header!.cells[i]!, cell])),
    );
    expect(plain(got)).toEqual(plain(wanted));
  });
});
