import type { WhatIfResult } from '../../data/analyses/what-if';
import { type WhatIfPoint, whatIfLayout } from '../../layout/what-if-layout';
import type { WhatIfMeasure } from '../../locales/words-what-if';
import type { Caption, DataTable, Mark, Picture, Surroundings } from '../picture';
import { rowsLeftOut } from '../texts';

/** Points as people say them: 5 for 0.05. */
export function pointsOf({ summary }: WhatIfResult): number {
  return Number((summary.retentionPoints * 100).toFixed(6));
}

export function whatIfCaption(result: WhatIfResult, around: Surroundings): Caption {
  const { words, f } = around;
  const w = words.whatIf;
  const { summary, definition } = result;
  const points = pointsOf(result);
  const figures = {
    points,
    months: summary.horizonPeriods,
    revenue: f.sum(Math.abs(summary.revenue)),
    profit: f.sum(Math.abs(summary.profit)),
  };
  return {
    finding: points === 0 ? w.findingNone : w.finding(figures, f),
    description: w.description({ customers: result.summary.customers, asOf: f.date(definition.asOf) }, f),
    notes: rowsLeftOut(definition, around),
  };
}

/** What is gained, as names and figures. */
export function gains(
  result: WhatIfResult,
  { words, f }: Surroundings,
): [name: string, value: string, note: string][] {
  const { figures, costNote } = words.whatIf;
  const { revenue, profit, customersKept, equivalentNewCustomers, costToWinThem, costRatio } = result.summary;
  const keep = f.money(Number(result.definition.options.keepCost ?? 1));
  return [
    [figures.revenue, f.sum(revenue), ''],
    [figures.profit, f.sum(profit), ''],
    [figures.kept, f.count(customersKept), ''],
    [figures.equivalent, equivalentNewCustomers === null ? '–' : f.count(equivalentNewCustomers), ''],
    [
      figures.cost,
      costToWinThem === null ? '–' : f.sum(costToWinThem),
      costNote({ ratio: costRatio, keep }, f),
    ],
  ];
}

/** What all of it rests on, a sentence each. */
export function assumptions(result: WhatIfResult, { words, f }: Surroundings): string[] {
  const w = words.whatIf.assumed;
  const { margin, discountRate, costRatio, extrapolatedFrom } = result.summary;
  return [
    w.start(result.summary.customers, f),
    w.points(pointsOf(result), f),
    w.revenue,
    w.profit({ margin: f.share(margin), discount: f.share(discountRate) }),
    ...(extrapolatedFrom === null ? [] : [w.observed(extrapolatedFrom, f)]),
    w.folklore(costRatio, f),
  ];
}

const COLUMNS = {
  revenue: ['revenue_base', 'revenue_new'],
  profit: ['profit_base', 'profit_new'],
  customers: ['customers_base', 'customers_new'],
} as const;

function pointsFor(result: WhatIfResult, measure: WhatIfMeasure): WhatIfPoint[] {
  const [base, lifted] = COLUMNS[measure];
  return result.rows().map((row) => ({ period: row.period, base: row[base], lifted: row[lifted] }));
}

export function whatIfPicture(result: WhatIfResult, measured: WhatIfMeasure, around: Surroundings): Picture {
  const { words, f, width, height, measure } = around;
  const w = words.whatIf;
  const points = pointsFor(result, measured);
  const [short, full] = measured === 'customers' ? [f.short, f.count] : [f.moneyShort, f.sum];
  const lifted = w.lifted(pointsOf(result), f);
  const { scene, box, at } = whatIfLayout({
    points,
    width,
    height,
    labels: { y: w.axes[measured], x: w.months, base: w.base, lifted },
    format: short,
    count: f.count,
    measure,
  });
  const stops = points.map((point): Mark => {
    const { x, base, lifted: y } = at(point);
    const lines = [
      [lifted, full(point.lifted)],
      [w.base, full(point.base)],
      [w.more, full(point.lifted - point.base)],
    ] as const;
    const name = w.month(point.period, f);
    return {
      key: `month ${point.period}`,
      label: `${name}: ${lines.map(([label, value]) => `${label} ${value}`).join(words.common.comma)}`,
      x,
      y,
      box: { x: x - 6, y: Math.min(base, y) - 6, width: 12, height: Math.abs(base - y) + 12 },
      tip: { title: name, tone: 'accent', lines },
      over: [
        { kind: 'line', x1: x, x2: x, y1: box.top, y2: box.bottom, stroke: 'axis' },
        { kind: 'circle', cx: x, cy: base, r: 4, fill: 'muted' },
        { kind: 'circle', cx: x, cy: y, r: 4, fill: 'accent' },
      ],
    };
  });
  const nearest = (px: number): Mark | null =>
    stops.reduce<Mark | null>(
      (best, one) => (best && Math.abs(best.x - px) <= Math.abs(one.x - px) ? best : one),
      null,
    );
  return {
    under: [],
    over: scene.shapes,
    stops,
    inOrder: true,
    at: (px, py) => (px > box.left - 8 && px < box.right + 8 && py < box.bottom ? nearest(px) : null),
  };
}

export function whatIfTables(result: WhatIfResult, around: Surroundings): DataTable[] {
  const { words, f } = around;
  const w = words.whatIf;
  const lifted = w.lifted(pointsOf(result), f);
  const heads = (['customers', 'revenue', 'profit'] as const).flatMap((name) => [
    `${w.measures[name]}, ${w.base}`,
    `${w.measures[name]}, ${lifted}`,
  ]);
  return [
    {
      caption: w.name,
      head: [w.figure, w.value],
      rows: gains(result, around).map(([name, value]) => [name, value]),
      figures: [false, true],
    },
    {
      caption: w.months,
      head: [w.months, ...heads],
      rows: result
        .rows()
        .map((row) => [
          f.count(row.period),
          f.count(row.customers_base),
          f.count(row.customers_new),
          f.sum(row.revenue_base),
          f.sum(row.revenue_new),
          f.sum(row.profit_base),
          f.sum(row.profit_new),
        ]),
      figures: [true, true, true, true, true, true, true],
    },
  ];
}
