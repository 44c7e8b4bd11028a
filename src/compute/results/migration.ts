import type { Analysis, IsoDate } from './analysis';

export interface MigrationRow {
  /** Null: the customer had bought nothing in the earlier window. */
  from_class: string | null;
  /** Null: the customer has bought nothing in the later window. */
  to_class: string | null;
  customers: number;
  /** Net amount in the later window; of those who left, in the earlier. */
  amount: number;
}

export interface MigrationSummary {
  from: IsoDate;
  to: IsoDate;
  window: number;
  by: 'tier' | 'segment';
  upgraded: number;
  downgraded: number;
  stable: number;
  entered: number;
  left: number;
  /** Of those who were iron, the share that is gold or platinum now; null where nobody was, and by segment. */
  ironRiseRate: number | null;
}

export type MigrationResult = Analysis<MigrationRow, MigrationSummary>;
