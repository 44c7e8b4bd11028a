import type { RollupPeriod } from './rollup-schema';

/** The SQL that a rollup can be written in. */
export const DIALECTS = [
  'duckdb',
  'clickhouse',
  'postgres',
  'spark',
  'trino',
  'bigquery',
  'snowflake',
] as const;
export type DialectName = (typeof DIALECTS)[number];

/** In what the engines differ, as far as the rollup needs it. */
export interface Dialect {
  /** A name; whatever it holds, it stays a name. */
  name(name: string): string;
  /** Whether a backslash in a text escapes what follows. */
  backslash: boolean;
  types: { text: string; date: string; whole: string; money: string; sum: (places: number) => string };
  /** Goes behind a name in WITH, where the engine would otherwise keep all rows on disk. */
  inline: string;
  /** Between ids; U+001F. */
  separator: string;
  text(value: string): string;
  /** The MD5 of a text in small hexadecimal digits, the same on every engine. */
  digest(text: string): string;
  day(value: string): string;
  money(value: string): string;
  /** The first day of the month or the ISO week of a day. */
  startOf(unit: 'week' | 'month', day: string): string;
  daysBetween(from: string, to: string): string;
  nothing(type: string): string;
  bitOr(value: string): string;
  /** The value where `by` is smallest. */
  firstBy(value: string, by: string): string;
  /** The texts that are there, with the separator between; in order where the engine sorts within an aggregate. */
  joined(text: string): string;
}

const doubled =
  (quote: '"' | '`') =>
  (name: string): string =>
    `${quote}${name.replaceAll(quote, quote + quote)}${quote}`;

const PLAIN: Dialect = {
  name: doubled('"'),
  backslash: false,
  types: {
    text: 'VARCHAR',
    date: 'DATE',
    whole: 'BIGINT',
    money: 'DECIMAL(18, 4)',
    sum: (places) => `DECIMAL(38, ${places})`,
  },
  inline: '',
  separator: 'chr(31)',
  text(value) {
    return `CAST(${value} AS ${this.types.text})`;
  },
  digest: (text) => `md5(${text})`,
  day(value) {
    return `CAST(${value} AS ${this.types.date})`;
  },
  money(value) {
    return `CAST(${value} AS ${this.types.money})`;
  },
  startOf: (unit, day) => `date_trunc('${unit}', ${day})`,
  daysBetween: (from, to) => `date_diff('day', ${from}, ${to})`,
  nothing: (type) => `CAST(NULL AS ${type})`,
  bitOr: (value) => `bit_or(${value})`,
  firstBy: (value, by) => `min_by(${value}, ${by})`,
  joined(text) {
    return `string_agg(${text}, ${this.separator} ORDER BY ${text})`;
  },
};

/** Each dialect as it differs from plain SQL. */
export const DIALECT: Record<DialectName, Dialect> = {
  duckdb: {
    ...PLAIN,
    startOf: (unit, day) => `CAST(date_trunc('${unit}', ${day}) AS DATE)`,
    firstBy: (value, by) => `arg_min(${value}, ${by})`,
  },
  clickhouse: {
    ...PLAIN,
    // Names know escapes, as texts do.
    name: (name) => doubled('"')(name.replaceAll('\\', '\\\\')),
    backslash: true,
    types: { ...PLAIN.types, text: 'String', date: 'Date32', whole: 'Int64' },
    separator: 'char(31)',
    // These keep NULL where the column has it; CAST would refuse.
    text: (value) => `toString(${value})`,
    digest: (text) => `lower(hex(MD5(${text})))`,
    day: (value) => `toDate32(${value})`,
    // By its text: a Float64 cast to a decimal loses its last digit.
    money: (value) => `toDecimal64(toString(${value}), 4)`,
    startOf: (unit, day) => `toDate32(${unit === 'week' ? 'toMonday' : 'toStartOfMonth'}(${day}))`,
    nothing: (type) => `CAST(NULL AS Nullable(${type}))`,
    bitOr: (value) => `groupBitOr(${value})`,
    firstBy: (value, by) => `argMin(${value}, ${by})`,
    joined(text) {
      return `arrayStringConcat(arraySort(groupUniqArray(${text})), ${this.separator})`;
    },
  },
  postgres: {
    ...PLAIN,
    types: { ...PLAIN.types, text: 'text', date: 'date', whole: 'bigint' },
    inline: 'NOT MATERIALIZED ',
    startOf: (unit, day) => `CAST(date_trunc('${unit}', CAST(${day} AS timestamp)) AS date)`,
    daysBetween: (from, to) => `(${to} - ${from})`,
    firstBy: (value, by) => `(array_agg(${value} ORDER BY ${by}))[1]`,
    joined(text) {
      return `string_agg(${text}, ${this.separator} ORDER BY ${text} COLLATE "C")`;
    },
  },
  spark: {
    ...PLAIN,
    name: doubled('`'),
    backslash: true,
    types: { ...PLAIN.types, text: 'STRING' },
    startOf: (unit, day) => `trunc(${day}, '${unit.toUpperCase()}')`,
    daysBetween: (from, to) => `datediff(${to}, ${from})`,
    joined(text) {
      return `array_join(array_sort(collect_list(${text})), ${this.separator})`;
    },
  },
  trino: {
    ...PLAIN,
    digest: (text) => `lower(to_hex(md5(to_utf8(${text}))))`,
    bitOr: (value) => `bitwise_or_agg(${value})`,
    joined(text) {
      return `array_join(array_sort(array_agg(${text})), ${this.separator})`;
    },
  },
  bigquery: {
    ...PLAIN,
    name: (name) => `\`${name.replace(/[\\`]/g, '\\$&')}\``,
    backslash: true,
    types: { text: 'STRING', date: 'DATE', whole: 'INT64', money: 'NUMERIC', sum: () => 'NUMERIC' },
    separator: "'\\x1f'",
    digest: (text) => `TO_HEX(MD5(${text}))`,
    joined(text) {
      return `STRING_AGG(${text}, ${this.separator})`;
    },
    startOf: (unit, day) => `DATE_TRUNC(${day}, ${unit === 'week' ? 'ISOWEEK' : 'MONTH'})`,
    daysBetween: (from, to) => `DATE_DIFF(${to}, ${from}, DAY)`,
  },
  snowflake: {
    ...PLAIN,
    backslash: true,
    separator: "'\\x1f'",
    // By the day of the week: WEEK_START is the session's to set.
    startOf: (unit, day) =>
      unit === 'week' ? `DATEADD(day, 1 - DAYOFWEEKISO(${day}), ${day})` : `DATE_TRUNC('month', ${day})`,
    daysBetween: (from, to) => `DATEDIFF('day', ${from}, ${to})`,
    bitOr: (value) => `BITOR_AGG(${value})`,
    joined(text) {
      return `ARRAY_TO_STRING(ARRAY_SORT(ARRAY_AGG(${text})), ${this.separator})`;
    },
  },
};

/** A text as the dialect writes one. */
export function textIn({ backslash }: Dialect, text: string): string {
  return `'${backslash ? text.replace(/[\\']/g, '\\$&') : text.replaceAll("'", "''")}'`;
}

/** The first day of the period a day lies in. */
export function periodOf(dialect: Dialect, period: RollupPeriod, day: string): string {
  if (period === 'day') return day;
  const month = dialect.startOf('month', day);
  return period === 'month' ? month : `greatest(${dialect.startOf('week', day)}, ${month})`;
}
