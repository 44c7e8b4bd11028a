import { dayOfIso } from '../util/calendar';
import { exactSum } from './exact-sum';
import { kpiChanges } from './kpi-changes';
import type {
  CohortRow,
  FlowRow,
  FlowSummary,
  IsoDate,
  KpiSummary,
  MigrationSummary,
  SegmentSummary,
  Tier,
  TierSummary,
} from './results';

/** Days without a purchase from which on somebody who brings much is missed: those of the active customers. */
const MISSED_DAYS = 90;
/** Complete months that are counted together. */
const RECENT = 3;
/** How many may bring as much as the last of those who bring half, by how many those are. */
const TIED = 0.01;
/** A cohort, or a group, of fewer says nothing. */
const FEWEST = 30;

/** Customers a finding speaks of, as `source.select` takes them. */
export interface FindingCustomers {
  analysis: 'rfm' | 'quadrant';
  where: Readonly<Record<string, string | number | readonly string[] | { min?: number; max?: number }>>;
}

/** Of what they brought where they fade, of what is expected where they grow. */
interface OfTier {
  shown: 'quadrant';
  tier: Tier;
  count: number;
  valueShare: number | null;
}

/** What stands out in the data, with the element (`rfm-` left out) that shows it. Shares are 0 to 1. */
export type Finding = { customers?: FindingCustomers } & (
  | {
      /** What the last months brought against as many before, up to the day looked back from, as `rfm-kpis` says it. */
      kind: 'trend';
      shown: 'kpis';
      months: number;
      amount: number;
      orders: number | null;
      averageOrder: number | null;
    }
  | {
      /** The fewest customers who bring half of the amount, and those of them who are missed. */
      kind: 'half';
      shown: 'pareto';
      count: number;
      share: number;
      missed: number;
      missedShare: number;
      days: number;
    }
  | { kind: 'leaving'; shown: 'segments'; count: number; amountShare: number | null }
  | { kind: 'once'; shown: 'scatter'; count: number; share: number; amountShare: number | null }
  | (OfTier & { kind: 'fading' })
  | (OfTier & { kind: 'growing' })
  | {
      /** Who came (new and reactivated) and left in the last complete months. */
      kind: 'door';
      shown: 'flow';
      months: number;
      came: number;
      left: number;
      existing: number | null;
    }
  | {
      /** Who buys again in the month after the first, on average and in the best and worst month. */
      kind: 'again';
      shown: 'cohorts';
      retention: number;
      best: { cohort: IsoDate; retention: number };
      worst: { cohort: IsoDate; retention: number };
    }
  | { kind: 'moved'; shown: 'migration'; from: IsoDate; up: number; down: number; left: number }
);

/** Results that findings are drawn from; null where an analysis could not answer. */
export interface FindingGrounds {
  customers: {
    monetary: ArrayLike<number>;
    recencyDays: ArrayLike<number>;
    frequency: ArrayLike<number>;
  } | null;
  segments: readonly SegmentSummary[] | null;
  tiers: readonly TierSummary[] | null;
  kpis: { months: number; now: KpiSummary; before: KpiSummary | null; earlier: KpiSummary | null } | null;
  flow: { rows: readonly FlowRow[]; summary: FlowSummary } | null;
  cohorts: readonly CohortRow[] | null;
  /** With the first day of the data: who had no time to show cannot have moved. */
  migration: { summary: MigrationSummary; begins: IsoDate } | null;
}

/** What stands out across the analyses of one source, the most pressing first; empty where nothing is known. */
export function findingsOf(grounds: FindingGrounds): Finding[] {
  const { customers, segments, tiers, kpis, flow, cohorts, migration } = grounds;
  return [
    kpis && trend(kpis),
    customers && half(customers),
    segments && leaving(segments),
    tiers && ofTier(tiers, 'fading', 'gold'),
    customers && once(customers),
    flow && door(flow),
    cohorts && again(cohorts),
    migration && moved(migration),
    tiers && ofTier(tiers, 'growing', 'iron'),
  ].filter((finding) => finding !== null);
}

function trend({ months, now, before, earlier }: NonNullable<FindingGrounds['kpis']>): Finding | null {
  if (!before || !earlier) return null;
  const { amount, orders } = kpiChanges(now, before, earlier);
  if (amount.value === null || orders.value === null) return null;
  const averageOrder = orders.value > -1 ? (1 + amount.value) / (1 + orders.value) - 1 : null;
  return { kind: 'trend', shown: 'kpis', months, amount: amount.value, orders: orders.value, averageOrder };
}

function half({ monetary, recencyDays }: NonNullable<FindingGrounds['customers']>): Finding | null {
  const total = exactSum(monetary);
  const customers = monetary.length;
  if (!(total > 0) || customers < 2) return null;
  const ascending = Float64Array.from(monetary).sort();
  let [count, so] = [0, 0];
  while (so < total / 2 && count < customers) {
    count += 1;
    so += ascending[customers - count]!;
  }
  const least = ascending[customers - count]!;
  const missed: number[] = [];
  let within = 0;
  for (let i = 0; i < customers; i++) {
    if (monetary[i]! < least) continue;
    within += 1;
    if (recencyDays[i]! >= MISSED_DAYS) missed.push(monetary[i]!);
  }
  // Those who bring as much as the last of them belong to them, unless they are many: then nobody can be named.
  const named = within - count <= TIED * count;
  return {
    kind: 'half',
    shown: 'pareto',
    count: named ? within : count,
    share: (named ? within : count) / customers,
    missed: named ? missed.length : 0,
    missedShare: named ? exactSum(missed) / total : 0,
    days: MISSED_DAYS,
    ...(named &&
      missed.length > 0 && {
        customers: {
          analysis: 'rfm',
          where: { monetary: { min: least }, recency_days: { min: MISSED_DAYS } },
        },
      }),
  };
}

const LEAVING = ['at-risk', 'cant-lose'] as const;

function leaving(segments: readonly SegmentSummary[]): Finding | null {
  const found = segments.filter(({ segment }) => LEAVING.some((one) => one === segment));
  const count = found.reduce((sum, { customers }) => sum + customers, 0);
  if (count === 0) return null;
  const shares = found.map(({ amountShare }) => amountShare);
  return {
    kind: 'leaving',
    shown: 'segments',
    count,
    amountShare: shares.reduce((sum, one) => (sum === null || one === null ? null : sum + one), 0),
    customers: { analysis: 'rfm', where: { segment: LEAVING } },
  };
}

function once({ monetary, frequency }: NonNullable<FindingGrounds['customers']>): Finding | null {
  const customers = monetary.length;
  const amounts: number[] = [];
  for (let i = 0; i < customers; i++) if (frequency[i] === 1) amounts.push(monetary[i]!);
  if (amounts.length === 0) return null;
  const total = exactSum(monetary);
  return {
    kind: 'once',
    shown: 'scatter',
    count: amounts.length,
    share: amounts.length / customers,
    amountShare: total > 0 ? exactSum(amounts) / total : null,
    customers: { analysis: 'rfm', where: { frequency: 1 } },
  };
}

function ofTier(tiers: readonly TierSummary[], kind: 'fading' | 'growing', tier: Tier): Finding | null {
  const found = tiers.find((one) => one.tier === tier);
  if (!found || found.customers === 0) return null;
  const potential = exactSum(tiers.map(({ potentialValue }) => potentialValue));
  return {
    kind,
    shown: 'quadrant',
    tier,
    count: found.customers,
    valueShare:
      kind === 'fading' ? found.valueShare : potential > 0 ? found.potentialValue / potential : null,
    customers: { analysis: 'quadrant', where: { tier } },
  };
}

function door({ rows, summary }: NonNullable<FindingGrounds['flow']>): Finding | null {
  const { lastComplete, shareFromExisting: existing } = summary;
  // In the first month nobody can leave.
  const complete = rows.filter(({ period }, i) => i > 0 && lastComplete !== null && period <= lastComplete);
  const recent = complete.slice(-RECENT);
  if (recent.length === 0) return null;
  return {
    kind: 'door',
    shown: 'flow',
    months: recent.length,
    came: recent.reduce((sum, row) => sum + row.new + row.reactivated, 0),
    left: recent.reduce((sum, row) => sum + row.lost, 0),
    existing,
  };
}

function again(rows: readonly CohortRow[]): Finding | null {
  const next = rows.filter(
    ({ period, complete, cohort_size }) => period === 1 && complete && cohort_size >= FEWEST,
  );
  if (next.length < 2) return null;
  const size = next.reduce((sum, { cohort_size }) => sum + cohort_size, 0);
  const ordered = [...next].sort((a, b) => a.retention - b.retention);
  const [worst, best] = [ordered[0]!, ordered.at(-1)!];
  return {
    kind: 'again',
    shown: 'cohorts',
    retention: next.reduce((sum, { customers }) => sum + customers, 0) / size,
    best: { cohort: best.cohort, retention: best.retention },
    worst: { cohort: worst.cohort, retention: worst.retention },
  };
}

function moved({ summary, begins }: NonNullable<FindingGrounds['migration']>): Finding | null {
  const { from, window, upgraded: up, downgraded: down, stable, left } = summary;
  // The whole of the earlier window has to lie within the data.
  if (dayOfIso(from)! - dayOfIso(begins)! < window - 1 || up + down + stable + left === 0) return null;
  return { kind: 'moved', shown: 'migration', from, up, down, left };
}
