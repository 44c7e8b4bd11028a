import type { Source } from '../../../src/core';
import { openSource } from '../../../src/core';
import type { PartialMapping, SourceInput, SourceOptions } from '../../../src/data/source-options';

/** What a check may use: files of the project by their path from its root, whatever runs it. */
export interface Surroundings {
  file(path: string): Promise<Uint8Array>;
}

/** One sentence about the analytics, and how to find what contradicts it. */
export interface Check {
  says: string;
  holds(differences: Differences, surroundings: Surroundings): Promise<void>;
}

/** Gathers what is not as it should be; empty where all is. */
export class Differences {
  readonly found: string[] = [];

  same(what: string, got: unknown, wanted: unknown): void {
    const [one, other] = [written(got), written(wanted)];
    if (one !== other) this.found.push(`${what}: ${one} instead of ${other}`);
  }

  /** Within `tolerance`, by itself or relative to `wanted`. */
  close(what: string, got: number | null | undefined, wanted: number, tolerance = 1e-9): void {
    const near =
      typeof got === 'number' && Math.abs(got - wanted) <= tolerance * Math.max(1, Math.abs(wanted));
    if (!near) this.found.push(`${what}: ${got} instead of ${wanted}`);
  }

  /** Numbers in a row, each within `tolerance`. */
  closeAll(
    what: string,
    got: readonly (number | null | undefined)[],
    wanted: readonly number[],
    tolerance = 1e-9,
  ): void {
    this.same(`${what}, how many`, got.length, wanted.length);
    wanted.forEach((value, i) => {
      this.close(`${what} ${i}`, got[i], value, tolerance);
    });
  }

  holds(what: string, is: boolean): void {
    if (!is) this.found.push(`not so: ${what}`);
  }
}

/** NaN, infinities and BigInts stay visible. */
function written(value: unknown): string {
  return (
    JSON.stringify(value, (_key, part: unknown) =>
      typeof part === 'bigint' || (typeof part === 'number' && !Number.isFinite(part)) ? String(part) : part,
    ) ?? 'undefined'
  );
}

/** Opens a source, does something with it and closes it. */
export async function withSource<T>(
  input: SourceInput,
  mapping: PartialMapping,
  work: (source: Source) => Promise<T>,
  options: SourceOptions = {},
): Promise<T> {
  const source = await openSource(input, mapping, options);
  try {
    return await work(source);
  } finally {
    await source.close();
  }
}

/** Some keys of each row, in their order. */
export function pick<T, K extends keyof T>(rows: readonly T[], ...keys: K[]): T[K][][] {
  return rows.map((row) => keys.map((key) => row[key]));
}
