import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { differences } from './compare';
import { type Fingerprint, fingerprint } from './fingerprint';
import { decodePng } from './png';
import { keepShot, RENEWING, readReferences, writeReferences } from './references';
import { type Pose, Studio } from './studio';

type Usual =
  | 'light'
  | 'dark'
  | 'narrow'
  | 'chinese'
  | 'table'
  | 'selected'
  | 'paper'
  | 'right-to-left'
  | 'forced-colours'
  | 'empty'
  | 'loading'
  | 'failed';

/** What every element is pictured in. */
const POSES: Readonly<Record<Usual, Pose>> = {
  light: {},
  dark: { dark: true },
  narrow: { width: 320 },
  chinese: { attributes: 'locale="zh-CN"' },
  table: { attributes: 'view="table"' },
  selected: { selected: true },
  paper: { dark: true, print: true },
  'right-to-left': { rtl: true },
  'forced-colours': { forced: true },
  empty: { data: 'none' },
  loading: { data: 'slow' },
  failed: { data: 'missing' },
};

/** Holds the element in each pose, or in the `usual` ones named, and in `more`, against what it looked like when somebody last looked. */
export function pictures(
  tag: string,
  more: Readonly<Record<string, Pose>> = {},
  usual: readonly Usual[] = Object.keys(POSES) as Usual[],
): void {
  const poses = { ...Object.fromEntries(usual.map((name): [string, Pose] => [name, POSES[name]])), ...more };
  describe(`pictures of ${tag}`, () => {
    let studio: Studio;
    const known = readReferences(tag);
    const taken: Record<string, Fingerprint> = {};

    beforeAll(async () => {
      studio = await Studio.open();
    });

    afterAll(async () => {
      await studio?.close();
      // Nothing was taken where another element alone is renewed.
      if (RENEWING && Object.keys(taken).length > 0) writeReferences(tag, taken);
    });

    it.each(Object.entries(poses))('%s', async (name, pose) => {
      const { png, regions } = await studio.shoot(tag, pose);
      const image = decodePng(png);
      expect(await studio.problems()).toEqual([]);
      if (RENEWING) {
        taken[name] = fingerprint(image, regions);
        keepShot(tag, name, png);
        return;
      }
      const reference = known[name];
      if (!reference) throw new Error(`No reference. Renew the pictures (CONTRIBUTING.md) and look at them.`);
      const found = differences(reference, fingerprint(image, regions, gridsOf(reference)));
      const shot = found.length > 0 ? keepShot(tag, name, png) : '';
      expect(found, `Look at ${shot}`).toEqual([]);
    });
  });
}

/** The grids a reference was cut into. */
export function gridsOf({ regions }: Fingerprint): Record<string, readonly [number, number]> {
  const sizes = Object.entries(regions).map(
    ([name, rows]) => [name, [rows[0]?.length ?? 1, rows.length]] as const,
  );
  return Object.fromEntries(sizes);
}
