import { Table, Utf8, vectorFromArray } from 'apache-arrow';
import { describe, expect, it } from 'vitest';
import { codedColumn } from '../../src/elements/columns';

const tableOf = (...chunks: (string | null)[][]): Table =>
  chunks
    .map((texts) => new Table({ segment: vectorFromArray(texts, new Utf8()) }))
    .reduce((one, other) => one.concat(other));

describe('a column of few texts', () => {
  it('is read as places in a list of names, to which new ones are added', () => {
    const table = tableOf(['loyal', 'lost', 'loyal', '', '冠军', 'lost', 'l']);
    const { codes, names } = codedColumn(table, 'segment', ['lost']);
    expect(names).toEqual(['lost', 'loyal', '', '冠军', 'l']);
    expect([...codes]).toEqual([1, 0, 1, 2, 3, 0, 4]);
  });

  it('is read over batches, and where nothing stands as well', () => {
    const { codes, names } = codedColumn(tableOf(['b', 'a'], ['a', 'c'], [null, 'b']), 'segment', ['a']);
    expect([...codes].map((code) => names[code])).toEqual(['b', 'a', 'a', 'c', 'null', 'b']);
  });
});
