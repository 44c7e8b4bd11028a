#!/usr/bin/env node
import { type RollupOptions, rollupSql } from './data/rollup-sql';
import { RfmError } from './util/rfm-error';

const HELP = `Usage: rfm-kit rollup --dialect <name> --table <name> --customer <column> --date <column> --amount <column> [options]

Prints one SELECT that reduces a table of transactions to the rollup the charts read. Run it in your own engine.

  --dialect <name>     duckdb, clickhouse, postgres, spark, trino, bigquery or snowflake
  --table <name>       with dots between catalogue, schema and table
  --customer <column>  who bought
  --date <column>      when: a date or a timestamp
  --amount <column>    for how much: a column, or a product such as "Quantity*UnitPrice"
  --order <column>     order number; without it each row is an order
  --refund <column>    refunded amounts, where they stand in a column of their own
  --profit <column>    profit
  --dimensions <list>  columns to break figures down by, with commas between
  --period <name>      what a row spans: month (default), week or day
  --where <condition>  which rows, in your engine's SQL; taken as it stands
  --refunds <rule>     net (default), exclude or as-orders
  --zero-amounts <rule>  keep (default) or drop
  --sample <share>     of customers, by a hash of their ids: 0.1 takes a tenth, and the charts say so
  --help               this text

Names are quoted, so write them as your engine keeps them: in Snowflake in capitals, unless they were made otherwise.
`;

const TEXT = { type: 'string' } as const;
const OPTIONS = {
  dialect: TEXT,
  table: TEXT,
  customer: TEXT,
  date: TEXT,
  amount: TEXT,
  order: TEXT,
  refund: TEXT,
  profit: TEXT,
  dimensions: TEXT,
  period: TEXT,
  where: TEXT,
  refunds: TEXT,
  'zero-amounts': TEXT,
  sample: TEXT,
  help: { type: 'boolean', short: 'h' },
} as const;

/** What a command line prints, where, and how the process ends. */
interface Answer {
  text: string;
  failed: boolean;
}

function answer(args: string[]): Answer {
  try {
    const { parseArgs } = process.getBuiltinModule('node:util');
    const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
    if (values.help || args.length === 0) return { text: HELP, failed: false };
    if (positionals.length !== 1 || positionals[0] !== 'rollup')
      return refusal(`Unknown command "${positionals.join(' ')}": there is only rollup.`);
    return { text: `${rollupSql(optionsOf(values))}\n`, failed: false };
  } catch (error) {
    const known = error instanceof RfmError || (error instanceof TypeError && 'code' in error);
    if (!known) throw error;
    return refusal(error.message);
  }
}

function refusal(message: string): Answer {
  return { text: `${message}\nSee rfm-kit --help.\n`, failed: true };
}

/** The options as `rollupSql` takes them; it checks them. */
function optionsOf(values: { [K in keyof typeof OPTIONS]?: string | boolean | undefined }): RollupOptions {
  const {
    dialect,
    table,
    where,
    period,
    refunds,
    'zero-amounts': zeroAmounts,
    dimensions,
    sample,
    ...columns
  } = values;
  const list = String(dimensions ?? '').split(',');
  return {
    dialect,
    table,
    where,
    period,
    refunds,
    zeroAmounts,
    sample,
    columns: { ...columns, dimensions: list.map((name) => name.trim()).filter(Boolean) },
  } as RollupOptions;
}

const { text, failed } = answer(process.argv.slice(2));
(failed ? process.stderr : process.stdout).write(text);
process.exitCode = failed ? 1 : 0;
