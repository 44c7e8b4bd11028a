import type { Fingerprint } from './fingerprint';

/** Levels between two cells, blurred, from which they are not the same. */
const LEVELS = 0.8;
/** Share of the cells with ink that may differ. */
const CELLS = 0.05;
/** Regions of words: where each letter lies is the machine's affair; that there are about as many is not. */
const WORDS = ['header', 'foot', 'legend', 'state'];
const WORDS_INK = 0.3;

/** In sentences, what sets `now` apart from what it should be; none where it is the same to the eye. */
export function differences(then: Fingerprint, now: Fingerprint): string[] {
  return [...sizes(then, now), ...surfaces(then, now), ...colours(then, now), ...regions(then, now)];
}

function sizes(then: Fingerprint, now: Fingerprint): string[] {
  const [width, height] = now.size;
  // A line more or less of words.
  const higher = Math.abs(height - then.size[1]) > Math.max(60, 0.15 * then.size[1]);
  return width !== then.size[0] || higher ? [`its size is ${now.size}, not ${then.size}`] : [];
}

function surfaces(then: Fingerprint, now: Fingerprint): string[] {
  return then.surface === now.surface ? [] : [`its surface is ${now.surface}, not ${then.surface}`];
}

function colours(then: Fingerprint, now: Fingerprint): string[] {
  const names = new Set([...Object.keys(then.colours), ...Object.keys(now.colours)]);
  return [...names].flatMap((name) => {
    const [before, after] = [then.colours[name] ?? 0, now.colours[name] ?? 0];
    const far = Math.abs(after - before) > 4 + 0.35 * Math.max(before, after);
    return far ? [`${after} ‰ of it are ${name}, not ${before} ‰`] : [];
  });
}

function regions(then: Fingerprint, now: Fingerprint): string[] {
  const names = new Set([...Object.keys(then.regions), ...Object.keys(now.regions)]);
  return [...names].flatMap((name) => {
    const [before, after] = [then.regions[name], now.regions[name]];
    if (!before || !after) return [`${name} is ${after ? 'new' : 'gone'}`];
    return WORDS.includes(name) ? words(name, before, after) : cells(name, before, after);
  });
}

/** What both have in all, in ink. */
function words(name: string, before: readonly string[], after: readonly string[]): string[] {
  const [then, now] = [total(before), total(after)];
  return Math.abs(now - then) > WORDS_INK * Math.max(then, now)
    ? [`${name} has ${now.toFixed(2)} of ink, not ${then.toFixed(2)}`]
    : [];
}

function total(grid: readonly string[]): number {
  return levels(grid)
    .flat()
    .reduce((sum, level) => sum + (level / 12) ** 2, 0);
}

function cells(name: string, before: readonly string[], after: readonly string[]): string[] {
  const [then, now] = [blurred(levels(before)), blurred(levels(after))];
  let inked = 0;
  let different = 0;
  then.forEach((row, y) => {
    row.forEach((level, x) => {
      const other = now[y]?.[x] ?? 0;
      if (Math.max(level, other) > 0.4) inked++;
      if (Math.abs(level - other) > LEVELS) different++;
    });
  });
  const share = inked > 0 ? different / inked : 0;
  return share > CELLS ? [`${Math.round(100 * share)} % of ${name} look different`] : [];
}

function levels(grid: readonly string[]): number[][] {
  return grid.map((row) => [...row].map((cell) => (cell === '.' ? 0 : Number(cell))));
}

/** Each cell with its neighbours, so that a shift of less than a cell is none. */
function blurred(grid: readonly number[][]): number[][] {
  return grid.map((row, y) =>
    row.map((_, x) => {
      let sum = 0;
      let weight = 0;
      for (const dy of [-1, 0, 1])
        for (const dx of [-1, 0, 1]) {
          const level = grid[y + dy]?.[x + dx];
          if (level === undefined) continue;
          const near = (2 - Math.abs(dx)) * (2 - Math.abs(dy));
          sum += near * level;
          weight += near;
        }
      return sum / weight;
    }),
  );
}
