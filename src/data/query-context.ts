import type { Table } from 'apache-arrow';
import type { Definition, Filter, Mapping, Report } from '../compute/results';
import type { CustomerTables } from '../sql/customer-tables';
import type { SourceTables } from '../sql/source-tables';

/** What an analysis works with: one source's tables as of one date, and a way to run statements on them. */
export interface QueryContext {
  tables: SourceTables;
  customers: string;
  months: CustomerTables['months'];
  /** How many customers `customers` holds. */
  customerCount: number;
  asOfDay: number;
  asOf: string;
  /** The condition that narrows the transactions to what counts here. */
  where: string;
  mapping: Mapping;
  report: Report;
  filter: Filter | null;
  /** Runs one statement and notes it for the definition. */
  run(sql: string): Promise<Table>;
  /** A name for a table that lives as long as this analysis. */
  scratch(name: string): string;
  /** The statements run so far. */
  statements: readonly string[];
}

/** What a result rests on. */
export function definitionOf(
  context: QueryContext,
  analysis: string,
  options: Record<string, unknown>,
  rules: readonly string[],
): Definition {
  const { tables, report } = context;
  return {
    analysis,
    asOf: context.asOf,
    refunds: tables.refunds,
    zeroAmounts: tables.zeroAmounts,
    mapping: context.mapping,
    currency: report.currency,
    rowsUsed: report.rowsUsed,
    rowsLeftOut: report.rowsRead - report.rowsUsed,
    filter: context.filter,
    options,
    rules,
    sql: context.statements.map((statement) => statement.trim()),
  };
}
