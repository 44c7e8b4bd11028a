import { describe, expect, it } from 'vitest';
import { ofToken, tokenOf } from '../../src/elements/dashboard/view-token';

const state = {
  kind: 'rfm-dashboard',
  version: 1,
  data: '0a1b2c3d',
  show: null,
  filter: { dimensions: { 城市: ['上海'] } },
  asOf: null,
  elements: {},
};

describe('the token of a view', () => {
  it('is made of what stands in addresses as it is', () => {
    expect(tokenOf(state)).toMatch(/^v1\.[\w-]+$/);
  });

  it('holds what was saved, in any writing, without what is empty', () => {
    expect(ofToken(tokenOf(state))).toEqual({
      kind: 'rfm-dashboard',
      version: 1,
      data: '0a1b2c3d',
      filter: { dimensions: { 城市: ['上海'] } },
    });
  });

  it('holds a filter of many thousands of values as well', () => {
    const cities = Array.from({ length: 50_000 }, (_, i) => `城市 ${i}`);
    const many = { ...state, filter: { dimensions: { 城市: cities } } };
    expect(ofToken(tokenOf(many))).toMatchObject({
      filter: { dimensions: { 城市: cities } },
    });
  });

  it('tells of another version', () => {
    expect(ofToken(tokenOf({ ...state, version: 12 }))).toMatchObject({ version: 12 });
  });

  it.each(['', 'v1', 'v1.', 'v1.!!', 'v1.bm8', 'v1.W10', 'v1.bnVsbA', 'vx.e30', '{}', 'v1._w'])(
    'is not %s',
    (text) => {
      expect(ofToken(text)).toBe(null);
    },
  );

  it('is of no other kind than a view, whatever it says', () => {
    expect(ofToken(`v1.${btoa('{"kind":"other","version":3}')}`.replace(/=+$/, ''))).toEqual({
      kind: 'rfm-dashboard',
      version: 1,
    });
  });
});
