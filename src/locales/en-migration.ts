import type { MigrationWords } from './words-migration';

/** Migration in English. */
export const enMigration: MigrationWords = {
  name: 'Migration',
  finding: ({ risen, before, up, down, left, from }, f) => {
    const rates = `${f.share(up)} moved up, ${f.share(down)} moved down and ${f.share(left)} left`;
    const who = `of ${f.count(before)} ${before === 1 ? 'customer' : 'customers'} on ${from},`;
    return risen === null
      ? `${who.charAt(0).toUpperCase()}${who.slice(1)} ${rates}`
      : `${f.share(risen)} of iron rose to gold or platinum; ${who} ${rates}`;
  },
  findingNone: ({ entered, from }, f) =>
    `Nobody had bought in the window before ${from}: all ${f.count(entered)} came after it`,
  description: ({ by, from, to, window }, f) =>
    `Customers by ${by} on ${from} and on ${to}, each by the ${f.count(window)} days before`,
  layouts: { matrix: 'Matrix', ribbons: 'Ribbons' },
  layout: 'Layout',
  between: 'Moves between',
  by: { tier: 'Tiers', segment: 'Segments' },
  since: 'since',
  kinds: { up: 'Moved up', down: 'Moved down', stable: 'Stayed', entered: 'Entered', left: 'Left' },
  fromAxis: (date) => `${date} ↓`,
  toAxis: (date) => `${date} →`,
  entered: 'Entered',
  left: 'Left',
  move: ({ from, to }) => `${from} → ${to}`,
  ofThem: ({ share, from }, f) =>
    from === null ? `${f.share(share)} of those who entered` : `${f.share(share)} of ${from}`,
  customers: 'Customers',
  share: 'Share',
  amount: 'Revenue now',
  all: 'All',
  was: 'Before',
  moveHead: 'Move',
  basis: {
    tier: 'Tiers: current value and potential by momentum, split at the mean of each date.',
    segment: 'Segments: scored anew at each date.',
  },
  short: ({ begins, from, days, window }, f) =>
    `The data begin on ${begins}: of the ${f.count(window)} days before ${from} they hold ${f.count(days)}, so many customers could not show yet.`,
  flat: (date) =>
    `Nobody is gold or iron on ${date}: nothing was bought in the first half of the horizon of potential, which then equals current value.`,
  highlighted: 'Iron that rose to gold or platinum',
};
