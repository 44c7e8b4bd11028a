import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { Engine } from '../../src/data/engine/engine';
import { double, identifier, integer, literal } from '../../src/sql/identifier';

const engine = new Engine();

afterAll(() => engine.restart());

describe('an identifier', () => {
  it('doubles quotes and drops what SQL cannot hold', () => {
    expect(identifier('a b')).toBe('"a b"');
    expect(identifier('a"b')).toBe('"a""b"');
    expect(identifier('a\0b')).toBe('"ab"');
    expect(identifier('"; DROP TABLE x; --')).toBe('"""; DROP TABLE x; --"');
  });

  it('stays a name whatever it holds: nothing breaks out', async () => {
    const sign = fc.constantFrom(
      '"',
      "'",
      ';',
      '--',
      '/*',
      '*/',
      '\\',
      '\n',
      ' ',
      'a',
      '中',
      '$$',
      '\0',
      '__proto__',
      ' OR 1=1 ',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(sign, { minLength: 1, maxLength: 8 }), async (signs) => {
        const name = `x${signs.join('')}`;
        const result = await engine.query(`SELECT 42::INTEGER AS ${identifier(name)}`);
        expect(result.schema.fields.map((field) => field.name)).toEqual([name.replaceAll('\0', '')]);
        expect(result.numRows).toBe(1);
      }),
      { seed: 9, numRuns: 60 },
    );
  });
});

describe('a text', () => {
  it('is what it was, whatever it holds: nothing breaks out', async () => {
    const texts = ["it's", "'; DROP TABLE x; --", '\\', 'a\0b', '\0', "\0'", '', '中'];
    for (const text of texts) {
      const result = await engine.query(`SELECT ${literal(text)} AS text`);
      expect(result.getChild('text')!.get(0)).toBe(text);
    }
  });
});

describe('numbers in SQL', () => {
  it('are numbers or nothing', () => {
    expect(integer(-5)).toBe('-5');
    expect(double(0.1)).toBe('1e-1::DOUBLE');
    for (const value of [1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 60, '1; DROP' as unknown as number])
      expect(() => integer(value)).toThrow(TypeError);
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, '1' as unknown as number])
      expect(() => double(value)).toThrow(TypeError);
  });

  it('mean the same to the engine', async () => {
    const values = [0, 0.1, -1e-300, 1.7976931348623157e308, 123456789.125];
    const result = await engine.query(`SELECT unnest([${values.map(double).join(', ')}]) AS v`);
    expect([...result.getChild('v')!]).toEqual(values);
  });
});
