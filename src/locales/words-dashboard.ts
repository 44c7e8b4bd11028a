import type { Formats } from '../util/format';

/** Why a part of a saved view could not be restored. */
export type LeftOut =
  | { what: 'part'; name: string }
  | { what: 'option'; name: string; part: string }
  | { what: 'dates' }
  | { what: 'asOf'; date: string }
  | { what: 'dimension'; name: string }
  | { what: 'values'; name: string; values: readonly string[] }
  | { what: 'weights' }
  | { what: 'selection' };

/** Of the dashboard. */
export interface DashboardWords {
  name: string;
  about(p: { customers: number; from: string; to: string }, f: Formats): string;
  print: string;
  /** Shows all parts by their numbers, and back. */
  asTables: string;
  asCharts: string;
  exportAll: string;
  exporting: string;
  file: string;
  /** Before what could not be restored: the view was of other data, of another version, or neither. */
  restored(p: { otherData: boolean; otherVersion: boolean }): string;
  leftOut(one: LeftOut): string;
  unknownParts(names: readonly string[]): string;
  /** Parts whose figures the archive lacks. */
  notExported(names: readonly string[]): string;
}
