import { beforeEach, describe, expect, it } from 'vitest';
import { forget, recall, remember } from '../../src/elements/import/mapping-memory';

const COLUMNS = ['who', 'when', 'units', 'price', 'shop'];
const MAPPING = { customer: 'who', date: 'when', amount: 'units*price', order: '', dimensions: ['shop'] };

/** As much of the browser's storage as is used. */
function storage(): Storage & { items: Map<string, string> } {
  const items = new Map<string, string>();
  return {
    items,
    length: 0,
    clear: () => items.clear(),
    key: () => null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
}

describe('what is remembered of a header', () => {
  let kept: ReturnType<typeof storage>;
  beforeEach(() => {
    kept = storage();
    remember(COLUMNS, MAPPING, () => kept);
  });

  /** Puts something else in the place of what was remembered. */
  const spoil = (text: string): void => {
    for (const key of kept.items.keys()) kept.items.set(key, text);
  };

  it('is the mapping of a file with the same columns, and of no other', () => {
    expect(recall(COLUMNS, () => kept)).toEqual(MAPPING);
    expect(recall([...COLUMNS].reverse(), () => kept)).toBeNull();
    expect(recall([...COLUMNS, 'more'], () => kept)).toBeNull();
  });

  it('is forgotten on request', () => {
    forget(COLUMNS, () => kept);
    expect(recall(COLUMNS, () => kept)).toBeNull();
  });

  it.each(['', 'null', '7', '"who"', '[]', '{', '{"customer":1,"date":"when","amount":"price"}'])(
    'is nothing where the storage holds %s',
    (text) => {
      spoil(text);
      expect(recall(COLUMNS, () => kept)).toBeNull();
    },
  );

  it('leaves out names that are no columns, and what no mapping has', () => {
    spoil(
      '{"customer":"who","date":"when","amount":"price","order":"__proto__","profit":"","dimensions":["shop",3,"x"],"x":1}',
    );
    expect(recall(COLUMNS, () => kept)).toEqual({
      customer: 'who',
      date: 'when',
      amount: 'price',
      profit: '',
      dimensions: ['shop'],
    });
  });

  it('does not matter where storage is forbidden', () => {
    const denied = (): Storage => {
      throw new DOMException('denied', 'SecurityError');
    };
    expect(() => remember(COLUMNS, MAPPING, denied)).not.toThrow();
    expect(recall(COLUMNS, denied)).toBeNull();
    expect(() => forget(COLUMNS, denied)).not.toThrow();
  });
});
