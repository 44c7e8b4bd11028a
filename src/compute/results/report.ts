import type { IsoDate } from './analysis';

export type RejectReason =
  | 'malformed-row'
  | 'excluded'
  | 'missing-customer'
  | 'bad-date'
  | 'bad-amount'
  | 'after-as-of';

/** Rows left out for one reason, with up to five samples as they stood in the file. */
export interface Rejected {
  reason: RejectReason;
  rows: number;
  /** Sum of the amounts that could be read in those rows. */
  amount?: number;
  /** `input` is the file, where several were read together. */
  samples: { input?: string; line: number; text: string }[];
}

/** What became of every row: `rowsUsed` plus all `rejected` is `rowsRead`, always. */
export interface Report {
  rowsRead: number;
  rowsUsed: number;
  rejected: Rejected[];
  amount: { read: number; used: number; refunds: number; rejected: number };
  encoding: string | null;
  delimiter: string | null;
  dateFormat: string | null;
  decimal: string | null;
  currency: string | null;
  /** How sure each part of the mapping is, 0 to 1; 1 where it was named. */
  confidence: Readonly<Record<string, number>>;
  from: IsoDate;
  to: IsoDate;
  customers: number;
  refundRows: number;
  zeroRows: number;
  duplicateRows: number;
  refundOnlyCustomers: number;
  /** `details` holds what the message tells of, for words in another language. */
  notes: { code: string; message: string; details?: Readonly<Record<string, unknown>> }[];
}
