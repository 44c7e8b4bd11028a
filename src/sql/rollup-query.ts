import { type Dialect, periodOf, textIn } from './rollup-dialects';
import { DIMENSION_PREFIX, KIND_COLUMN, kindText, type RollupKind } from './rollup-schema';

/** What is rolled up, checked. */
export interface RollupQuery extends RollupKind {
  /** The table's name in its parts: catalogue, schema, table. */
  table: readonly string[];
  customer: string;
  date: string;
  /** One column, or the two whose product the amount is. */
  amount: readonly string[];
  order: string | null;
  refund: string | null;
  profit: string | null;
  dimensions: readonly string[];
  /** A condition in the dialect's own SQL. */
  where: string | null;
}

/** What says nothing, as the kit reads a text. */
const BLANKS = ['', 'na', 'n/a', 'null', 'nan', 'none', '\\n'];

/**
 * One SELECT that reduces transactions to a rollup. Everything is by GROUP BY, so that the engine can spill; only where
 * orders are mapped one window looks which of them lie in several rows.
 */
export function selectRollup(dialect: Dialect, query: RollupQuery): string {
  const parts = ctes(dialect, query).map(([name, sql]) => `${name} AS ${dialect.inline}(\n${indent(sql)}\n)`);
  return `WITH ${parts.join(', ')}\n${finalSelect(dialect, query)}`;
}

function ctes(dialect: Dialect, query: RollupQuery): [string, string][] {
  const spans = query.period !== 'day';
  return [
    ['entries', entries(dialect, query)],
    ['dated', `SELECT entries.*, ${periodOf(dialect, query.period, 'day')} AS period\nFROM entries`],
    ['by_row', byRow(dialect, query)],
    ...(query.order ? [['by_order', byOrder(dialect, query)] satisfies [string, string]] : []),
    ...(spans ? [['by_day', byDay(dialect, query)] satisfies [string, string]] : []),
  ];
}

const partsOf = ({ dimensions }: RollupQuery): string[] => dimensions.map((_, i) => `part_${i}`);
const keysOf = (query: RollupQuery): string => ['buyer', 'period', ...partsOf(query)].join(', ');

/** The rows under names of our own, typed, and refunded amounts of a column as rows of their own. */
function entries(dialect: Dialect, query: RollupQuery): string {
  const { refund } = query;
  const amount = query.amount.map((name) => dialect.money(dialect.name(name))).join(' * ');
  const gain = query.profit ? `coalesce(${dialect.money(dialect.name(query.profit))}, 0)` : null;
  const whole = (zero: string): string | null => (gain === null ? null : zero);
  if (!refund) return entry(dialect, query, amount, gain, null, query.amount);
  const back = `-abs(${dialect.money(dialect.name(refund))})`;
  const none = `${dialect.name(refund)} <> 0`;
  return [
    entry(dialect, query, amount, gain, '1', query.amount),
    `${entry(dialect, query, back, whole('0'), '0', [...query.amount, refund])}\n  AND ${none}`,
  ].join('\nUNION ALL\n');
}

function entry(
  dialect: Dialect,
  query: RollupQuery,
  value: string,
  gain: string | null,
  counted: string | null,
  needed: readonly string[],
): string {
  const { order, dimensions, where, sample } = query;
  const clean = (name: string): string => `trim(${dialect.text(dialect.name(name))})`;
  const columns = [
    `coalesce(${clean(query.customer)}, '') AS buyer`,
    `${dialect.day(dialect.name(query.date))} AS day`,
    `${value} AS value`,
    ...(gain === null ? [] : [`${gain} AS gain`]),
    ...(counted === null ? [] : [`${counted} AS counted`]),
    ...(order ? [`${orderId(dialect, clean(order))} AS order_id`] : []),
    ...dimensions.map((name, i) => `coalesce(${clean(name)}, '') AS part_${i}`),
  ];
  const conditions = [
    ...[query.date, ...needed].map((name) => `${dialect.name(name)} IS NOT NULL`),
    ...(where ? [`(${where})`] : []),
    ...(sample < 1 ? [sampled(dialect, clean(query.customer), sample)] : []),
  ];
  return `SELECT
  ${columns.join(',\n  ')}
FROM ${query.table.map((name) => dialect.name(name)).join('.')}
WHERE ${conditions.join('\n  AND ')}`;
}

/** Whole customers, and the same ones on every engine; of a smaller share, some of those of a larger. */
function sampled(dialect: Dialect, customer: string, share: number): string {
  const end = Math.min(Math.round(share * 2 ** 32), 0xffffffff)
    .toString(16)
    .padStart(8, '0');
  return `substr(${dialect.digest(`coalesce(${customer}, '')`)}, 1, 8) < '${end}'`;
}

/** A blank order is none: each such row is an order of its own. */
function orderId(dialect: Dialect, order: string): string {
  const blanks = BLANKS.map((blank) => textIn(dialect, blank)).join(', ');
  return `CASE WHEN lower(coalesce(${order}, '')) IN (${blanks}) THEN NULL ELSE ${order} END`;
}

/** Which rows are purchases. */
function purchase({ refunds, zeroAmounts }: RollupKind): string {
  if (refunds === 'as-orders') return zeroAmounts === 'drop' ? 'value <> 0' : '1 = 1';
  return zeroAmounts === 'drop' ? 'value > 0' : 'value >= 0';
}

/** A value of the rows that carry money: all, or without the refunds where those are ignored. */
function kept({ refunds }: RollupKind, value: string): string {
  return refunds === 'exclude' ? `CASE WHEN value >= 0 THEN ${value} ELSE 0 END` : value;
}

const countWhere = (condition: string): string => `sum(CASE WHEN ${condition} THEN 1 ELSE 0 END)`;

/** What a column of the rollup is made of in each part, and how the parts come together. */
interface Figure {
  name: string;
  type: 'whole' | 'money' | 'date' | 'text';
  from: 'by_row' | 'by_order' | 'by_day' | 'both';
  join: 'sum' | 'min' | 'max';
}

function figuresOf({ order, profit, period }: RollupQuery): Figure[] {
  const sums = (names: string[], type: 'whole' | 'money', from: Figure['from'] = 'by_row'): Figure[] =>
    names.map((name) => ({ name, type, from, join: 'sum' }));
  const dates = (pairs: [string, 'min' | 'max'][], from: Figure['from'] = 'by_row'): Figure[] =>
    pairs.map(([name, join]) => ({ name, type: 'date', from, join }));
  return [
    ...sums(['transactions', 'purchases'], 'whole'),
    ...sums(['orders'], 'whole', order ? 'both' : 'by_row'),
    ...(order ? [{ name: 'shared_orders', type: 'text', from: 'by_order', join: 'max' } as const] : []),
    ...sums(['amount', 'refunds'], 'money'),
    ...sums(['refund_rows', 'zero_rows'], 'whole'),
    ...(profit ? sums(['profit'], 'money') : []),
    ...(period === 'day'
      ? []
      : [
          ...dates([
            ['first_day', 'min'],
            ['last_day', 'max'],
            ['first_purchase', 'min'],
            ['last_purchase', 'max'],
          ]),
          ...sums(['purchase_day_bits'], 'whole'),
          ...sums(['net_days'], 'whole', 'by_day'),
          ...dates(
            [
              ['first_net_day', 'min'],
              ['last_net_day', 'max'],
            ],
            'by_day',
          ),
          ...sums(['net_amount', 'first_net_amount'], 'money', 'by_day'),
        ]),
  ];
}

/** Counts and sums of each row of the rollup. */
function byRow(dialect: Dialect, query: RollupQuery): string {
  const bought = purchase(query);
  const bit = `CAST(power(2, ${dialect.daysBetween('period', 'day')}) AS ${dialect.types.whole})`;
  const columns = [
    `${query.refund ? 'sum(counted)' : 'count(*)'} AS transactions`,
    `${countWhere(bought)} AS purchases`,
    // Orders with a number are counted apart.
    `${countWhere(query.order ? `${bought} AND order_id IS NULL` : bought)} AS orders`,
    `sum(${kept(query, 'value')}) AS amount`,
    `sum(CASE WHEN value < 0 THEN value ELSE 0 END) AS refunds`,
    `${countWhere('value < 0')} AS refund_rows`,
    `${countWhere('value = 0')} AS zero_rows`,
    ...(query.profit ? [`sum(${kept(query, 'gain')}) AS profit`] : []),
    ...(query.period === 'day'
      ? []
      : [
          'min(day) AS first_day',
          'max(day) AS last_day',
          `min(CASE WHEN ${bought} THEN day END) AS first_purchase`,
          `max(CASE WHEN ${bought} THEN day END) AS last_purchase`,
          `${dialect.bitOr(`CASE WHEN ${bought} THEN ${bit} ELSE 0 END`)} AS purchase_day_bits`,
        ]),
  ];
  return `SELECT ${keysOf(query)},
  ${columns.join(',\n  ')}
FROM dated
GROUP BY ${keysOf(query)}`;
}

/** Orders that lie in one row of the rollup are counted there; the others are named, so that they count once. */
function byOrder(dialect: Dialect, query: RollupQuery): string {
  const keys = keysOf(query);
  return `SELECT ${keys},
  ${countWhere('spread = 1')} AS orders,
  ${dialect.joined('CASE WHEN spread > 1 THEN order_id END')} AS shared_orders
FROM (
  SELECT ${keys}, order_id, count(*) OVER (PARTITION BY buyer, order_id) AS spread
  FROM (
    SELECT ${keys}, order_id
    FROM dated
    WHERE ${purchase(query)} AND order_id IS NOT NULL
    GROUP BY ${keys}, order_id
  ) AS placed
) AS spreads
GROUP BY ${keys}`;
}

/** The days with a positive net, which the models of repeat buying rest on, over all dimensions together. */
function byDay(dialect: Dialect, query: RollupQuery): string {
  const least = partsOf(query).map((part) => `min(${part}) AS ${part}`);
  const value = kept(query, 'value');
  return `SELECT ${['buyer', 'period', ...least].join(', ')},
  count(*) AS net_days,
  min(day) AS first_net_day,
  max(day) AS last_net_day,
  sum(net) AS net_amount,
  ${dialect.firstBy('net', 'day')} AS first_net_amount
FROM (
  SELECT ${['buyer', 'period', 'day', ...least].join(', ')}, sum(${value}) AS net
  FROM dated
  GROUP BY buyer, period, day
  HAVING sum(${value}) > 0
) AS days
GROUP BY buyer, period`;
}

/** The parts under each other, added up. */
function finalSelect(dialect: Dialect, query: RollupQuery): string {
  const { types } = dialect;
  const figures = figuresOf(query);
  const moneyType = types.sum(query.amount.length > 1 ? 8 : 4);
  const typeOf = ({ type }: Figure): string => (type === 'money' ? moneyType : types[type]);
  const column = (figure: Figure): string => {
    const joined = `${figure.join}(${figure.name})`;
    const whole = figure.type === 'whole' || figure.type === 'money';
    return `${whole ? `CAST(${joined} AS ${typeOf(figure)})` : joined} AS ${dialect.name(figure.name)}`;
  };
  const tables = [
    'by_row',
    ...(query.order ? ['by_order'] : []),
    ...(query.period === 'day' ? [] : ['by_day']),
  ];
  const part = (table: string): string => {
    const columns = figures.map((figure) => {
      if (figure.from === table || (figure.from === 'both' && table !== 'by_day')) return figure.name;
      const nothing = figure.join === 'sum' ? '0' : dialect.nothing(typeOf(figure));
      return `${nothing} AS ${figure.name}`;
    });
    return `SELECT ${keysOf(query)},\n  ${columns.join(', ')}\nFROM ${table}`;
  };
  const columns = [
    `${textIn(dialect, kindText(query))} AS ${dialect.name(KIND_COLUMN)}`,
    `buyer AS ${dialect.name('customer')}`,
    `period AS ${dialect.name('period_start')}`,
    ...query.dimensions.map((name, i) => `part_${i} AS ${dialect.name(DIMENSION_PREFIX + name)}`),
    ...figures.map(column),
  ];
  return `SELECT
  ${columns.join(',\n  ')}
FROM (
${indent(tables.map(part).join('\nUNION ALL\n'))}
) AS parts
GROUP BY ${keysOf(query)}`;
}

function indent(sql: string): string {
  return sql.replace(/^/gm, '  ');
}
