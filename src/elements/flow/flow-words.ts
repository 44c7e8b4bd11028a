import type { FlowResult, FlowRow } from '../../compute/results';
import { sums } from '../../layout/flow-columns';
import { periodName } from '../period-names';
import type { Caption, DataTable, Surroundings } from '../picture';
import { rowsLeftOut } from '../texts';
import { type FlowView, figure, signed } from './flow-view';

/** The finding, what the picture is, and the rates behind it. */
export function flowCaption(result: FlowResult, view: FlowView, around: Surroundings): Caption {
  const { words, f } = around;
  const { definition } = result;
  const { measure, period } = view;
  const asOf = f.date(definition.asOf);
  return {
    finding: finding(result, view, around),
    description: words.flow.description({ measure, period, customers: customersOf(view), asOf }, f),
    notes: [...notes(result, view, around), ...rowsLeftOut(definition, around)],
  };
}

function customersOf({ rows }: FlowView): number {
  return rows.reduce((sum, row) => sum + row.new, 0);
}

function finding({ summary }: FlowResult, view: FlowView, around: Surroundings): string {
  const { words, f } = around;
  const { measure, period, columns, last } = view;
  const column = columns[last];
  if (!column || last === 0) return words.flow.findingNone({ period, customers: customersOf(view) }, f);
  const { came, left } = sums(column);
  const existing = summary.shareFromExisting;
  const name = periodName(period, column.period, around);
  if (came === 0 && left === 0) return words.flow.findingStill({ measure, period: name, existing }, f);
  return words.flow.finding(
    {
      measure,
      came: figure(came, view, around),
      left: figure(left, view, around),
      ratio: left > 0 ? came / left : null,
      period: name,
      existing,
    },
    f,
  );
}

function notes({ summary, definition }: FlowResult, view: FlowView, around: Surroundings): Caption['notes'] {
  const { words, f } = around;
  const { period, columns, last } = view;
  const name = (start: string): string => periodName(period, start, around);
  const column = columns[last];
  const lines: string[] = [];
  if (column && last > 0) {
    const { quickRatio, retention, grossRetention: gross, netRetention: net } = summary;
    // Where nobody was there before there is no rate to tell.
    if ([quickRatio, retention, gross, net].some((rate) => rate !== null))
      lines.push(
        words.flow.rates({ period: name(column.period), unit: period, quickRatio, retention, gross, net }, f),
      );
  }
  const { retention, halfLife } = summary.averages ?? { retention: null, halfLife: null };
  if (retention !== null && halfLife !== null)
    lines.push(words.flow.halfLife({ unit: period, retention, halfLife }, f));
  if (summary.shareFromExisting !== null) lines.push(words.flow.existing({ unit: period }));
  const open = columns.at(-1);
  if (open && !open.complete)
    lines.push(words.flow.open({ period: name(open.period), asOf: f.date(definition.asOf) }));
  return lines.map((text) => ({ text, warning: false }));
}

const COUNTS = ['new', 'retained', 'reactivated', 'lost'] as const;
const AMOUNTS = ['new', 'retained', 'reactivated', 'lost', 'expansion', 'contraction'] as const;

/** Every period with its customers and its money. */
export function flowTables({ summary }: FlowResult, view: FlowView, around: Surroundings): DataTable[] {
  const { words, f } = around;
  const { flow } = words;
  const { period, rows, columns } = view;
  const name = (start: string): string => periodName(period, start, around);
  const money = (row: FlowRow, part: (typeof AMOUNTS)[number]): string => f.money(row[`amount_${part}`]);
  const head = [
    flow.periods[period],
    flow.active,
    ...COUNTS.map((part) => flow.parts[part]),
    flow.net,
    ...AMOUNTS.map((part) => flow.revenueOf(flow.parts[part])),
    flow.refundsOther,
  ];
  return [
    {
      caption: flow.description(
        {
          measure: view.measure,
          period,
          customers: customersOf(view),
          asOf: summary.lastComplete ? name(summary.lastComplete) : '–',
        },
        f,
      ),
      head,
      rows: rows.map((row, i) => [
        name(row.period) + (columns[i]?.complete ? '' : ` (${flow.notComplete})`),
        f.count(row.active),
        ...COUNTS.map((part) => f.count(row[part])),
        signed(columns[i]?.net ?? 0, view, around),
        ...AMOUNTS.map((part) => money(row, part)),
        f.money(row.amount_refunds_other),
      ]),
      figures: head.map((_, i) => i > 0),
    },
  ];
}
