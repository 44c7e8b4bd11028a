import type { MigrationResult } from '../../compute/results';
import { sideOf } from '../../layout/move-shapes';
import { dayOfIso } from '../../util/calendar';
import type { Caption, DataTable, Surroundings } from '../picture';
import { rowsLeftOut } from '../texts';
import { className, movesIn } from './migration-view';

/** The finding in rates, what is compared (`plain`: by the rules of the house), and where the earlier window is not whole. */
export function migrationCaption(result: MigrationResult, plain: boolean, around: Surroundings): Caption {
  const { words, f, report } = around;
  const { migration } = words;
  const { summary, definition } = result;
  const { by, window } = summary;
  const from = f.date(summary.from);
  const begins = report?.from ?? summary.from;
  const days = (dayOfIso(summary.from) ?? 0) - (dayOfIso(begins) ?? 0) + 1;
  const short = days < window;
  return {
    finding: finding(result, around),
    description: migration.description({ by, from, to: f.date(summary.to), window }, f),
    notes: [
      ...(short
        ? [
            {
              text: migration.short({ begins: f.date(begins), from, days: Math.max(0, days), window }, f),
              warning: true,
            },
          ]
        : []),
      ...flatDates(result).map((date) => ({ text: migration.flat(f.date(date)), warning: true })),
      ...(plain ? [{ text: migration.basis[by], warning: false }] : []),
      ...rowsLeftOut(definition, around),
    ],
  };
}

/** The dates on which potential says nothing beside current value. */
function flatDates(result: MigrationResult): string[] {
  const { by, from, to } = result.summary;
  if (by !== 'tier') return [];
  const { classes, before, now } = movesIn(result);
  const flat = (count: (name: string) => number): boolean =>
    count('gold') + count('iron') === 0 && classes.some((name) => count(name) > 0);
  return [...(flat(before) ? [from] : []), ...(flat(now) ? [to] : [])];
}

function finding({ summary }: MigrationResult, { words, f }: Surroundings): string {
  const { upgraded, downgraded, stable, entered, left, ironRiseRate } = summary;
  const before = upgraded + downgraded + stable + left;
  const from = f.date(summary.from);
  if (before === 0) return words.migration.findingNone({ entered, from }, f);
  return words.migration.finding(
    {
      risen: ironRiseRate,
      before,
      up: upgraded / before,
      down: downgraded / before,
      left: left / before,
      from,
    },
    f,
  );
}

/** The matrix in figures, and the sums of all ways. */
export function migrationTables(result: MigrationResult, around: Surroundings): DataTable[] {
  const { words, f } = around;
  const { migration } = words;
  const { summary } = result;
  const { classes, moves, before, now } = movesIn(result);
  const [rows, columns] = [sideOf(classes, before), sideOf(classes, now)];
  const name = (one: string | null, none: string): string =>
    one === null ? none : className(one, result, around);
  const count = (from: string | null, to: string | null): string => {
    const move = moves.find((one) => one.from === from && one.to === to);
    return from === null && to === null ? '' : f.count(move?.customers ?? 0);
  };
  const ways = ['up', 'down', 'stable', 'entered', 'left'] as const;
  const sums = {
    up: summary.upgraded,
    down: summary.downgraded,
    stable: summary.stable,
    entered: summary.entered,
    left: summary.left,
  };
  return [
    {
      caption: `${migration.fromAxis(f.date(summary.from))} ${migration.toAxis(f.date(summary.to))}`,
      head: [migration.was, ...columns.map((one) => name(one, migration.left)), migration.all],
      rows: rows.map((from) => [
        name(from, migration.entered),
        ...columns.map((to) => count(from, to)),
        f.count(before(from)),
      ]),
      figures: [false, ...columns.map(() => true), true],
    },
    {
      caption: migration.name,
      head: [migration.moveHead, migration.customers],
      rows: [
        ...ways.map((way) => [migration.kinds[way], f.count(sums[way])]),
        ...(summary.ironRiseRate === null ? [] : [[migration.highlighted, f.share(summary.ironRiseRate)]]),
      ],
      figures: [false, true],
    },
  ];
}
