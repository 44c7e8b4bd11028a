import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Dictionary } from '../../../src/data/read/dictionary';
import { SeenRows } from '../../../src/data/read/seen-rows';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

function codeOf(dictionary: Dictionary, text: string): number {
  const bytes = encode(`-${text}-`);
  return dictionary.code(bytes, 1, bytes.length - 1);
}

function namesOf({ offsets, bytes }: { offsets: Int32Array; bytes: Uint8Array }): string[] {
  return Array.from({ length: offsets.length - 1 }, (_, i) =>
    new TextDecoder().decode(bytes.subarray(offsets[i], offsets[i + 1])),
  );
}

describe('a dictionary', () => {
  it('numbers texts in order of first appearance', () => {
    const dictionary = new Dictionary();
    expect(['b', 'a', 'b', '', 'A', ''].map((text) => codeOf(dictionary, text))).toEqual([0, 1, 0, 2, 3, 2]);
    expect(dictionary.size).toBe(4);
  });

  it('hands out each name once, with the code of the first', () => {
    const dictionary = new Dictionary();
    for (const text of ['x', 'yy']) codeOf(dictionary, text);
    const first = dictionary.takeNew();
    expect([first.first, ...namesOf(first)]).toEqual([0, 'x', 'yy']);
    expect(namesOf(dictionary.takeNew())).toEqual([]);
    for (const text of ['yy', '中文', 'z']) codeOf(dictionary, text);
    const second = dictionary.takeNew();
    expect([second.first, ...namesOf(second)]).toEqual([2, '中文', 'z']);
  });

  it('keeps texts apart that are not UTF-8, and shows them as such', () => {
    const dictionary = new Dictionary();
    expect(dictionary.code(Uint8Array.of(0x41, 0xe9), 0, 2)).toBe(0);
    expect(dictionary.code(Uint8Array.of(0x41, 0xe8), 0, 2)).toBe(1);
    expect(namesOf(dictionary.takeNew())).toEqual(['A\ufffd', 'A\ufffd']);
    expect(dictionary.broken).not.toBeNull();
  });

  it('agrees with a Map on any texts, also after it has grown', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 5 }), { maxLength: 300 }), (texts) => {
        const dictionary = new Dictionary();
        const map = new Map<string, number>();
        for (const text of texts) {
          const plain = new TextDecoder().decode(encode(text));
          if (!map.has(plain)) map.set(plain, map.size);
          expect(codeOf(dictionary, plain)).toBe(map.get(plain));
        }
      }),
      { seed: 7 },
    );
    const large = new Dictionary();
    for (let i = 0; i < 100_000; i += 1) expect(codeOf(large, `customer ${i}`)).toBe(i);
    expect(codeOf(large, 'customer 54321')).toBe(54_321);
    expect(namesOf(large.takeNew()).at(-1)).toBe('customer 99999');
  });
});

describe('seen rows', () => {
  const add = (seen: SeenRows, text: string): void => {
    const bytes = encode(text);
    seen.add(bytes, 0, bytes.length);
  };

  it('counts each row that repeats an earlier one', () => {
    const seen = new SeenRows();
    for (const row of ['a', 'b', 'a', 'a', '', 'c', '']) add(seen, row);
    expect(seen.countRepeats()).toBe(3);
  });

  it('takes no two of many different rows for equal', () => {
    const seen = new SeenRows();
    for (let i = 0; i < 200_000; i += 1) add(seen, `${i % 997},1997-01-${i % 31},${i}.50`);
    expect(seen.countRepeats()).toBe(0);
    for (let i = 0; i < 1000; i += 1) add(seen, `${i % 997},1997-01-${i % 31},${i}.50`);
    expect(seen.countRepeats()).toBe(1000);
  });
});
