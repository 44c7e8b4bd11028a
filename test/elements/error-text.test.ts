import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { errorText, noteText } from '../../src/elements/error-text';
import { enProblems } from '../../src/locales/en-problems';
import { zhCNProblems } from '../../src/locales/zh-cn-problems';
import { formats } from '../../src/util/format';
import { RfmError } from '../../src/util/rfm-error';

const f = formats('zh-CN', null);

/** Codes as the sources have them: of the union of errors, and of the notes that reading takes. */
function codesOf(pattern: RegExp, files: readonly string[]): string[] {
  return files.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(pattern)].map((match) => match[1]!));
}

describe('what an error says', () => {
  it('is in Chinese for every code, and in English as it was written', () => {
    const codes = codesOf(/^ {2}\| '([a-z-]+)'/gm, ['src/util/rfm-error.ts']);
    expect(codes).toContain('mapping-needed');
    for (const code of codes) {
      const error = new RfmError(code as RfmError['code'], 'What happened.');
      expect(errorText(error, enProblems, f)).toBe('What happened.');
      expect(errorText(error, zhCNProblems, f)).toMatch(/^[\u4e00-\u9fff“].*。$/u);
      expect(errorText(error, zhCNProblems, f)).not.toContain('undefined');
    }
  });

  it('names in Chinese what it is about', () => {
    const said = (code: RfmError['code'], details: Record<string, unknown>): string =>
      errorText(new RfmError(code, 'x', { details }), zhCNProblems, f);
    expect(said('mapping-needed', { missing: ['customer', 'amount'], columns: ['a', 'b'] })).toBe(
      '无法判断哪一列是客户、金额，请指定。现有的列：“a”、“b”。',
    );
    expect(said('mapping-needed', { currencies: { USD: 1200, EUR: 3 } })).toContain('USD 1,200 行，EUR 3 行');
    expect(said('column-missing', { part: 'date', column: 'when', columns: ['day'] })).toContain('“when”');
    expect(said('column-missing', { missing: ['a'], added: [], input: 'may.csv' })).toBe(
      'may.csv：它的列与第一个文件不一致：缺少“a”。一起导入的文件必须有相同的列。',
    );
    expect(said('format-unknown', { format: 'a PDF document' })).toContain('这是 PDF 文档');
  });
});

describe('what is noted of a load', () => {
  it('has Chinese words for every note that the sources can take', () => {
    const files = [
      'src/data/report.ts',
      'src/data/rollup-notes.ts',
      ...readdirSync('src/data/read').map((file) => `src/data/read/${file}`),
    ];
    const codes = new Set(codesOf(/code: '([a-z-]+)'/g, files));
    expect(codes.size).toBeGreaterThan(8);
    expect([...codes].filter((code) => !zhCNProblems.notes[code])).toEqual([]);
  });

  it('tells the figures in either language', () => {
    const note = { code: 'second-table', message: 'Line 120.', details: { line: 120, rows: 7 } };
    expect(noteText(note, enProblems, f)).toBe('Line 120.');
    expect(noteText(note, zhCNProblems, f)).toContain('从第 120 行起是另一张表，其 7 行');
    expect(noteText({ code: 'own', message: 'A note of the host.' }, zhCNProblems, f)).toBe(
      'A note of the host.',
    );
  });
});
