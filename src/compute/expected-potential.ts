import type { Duration } from './duration';
import { expectedPurchasesColumn } from './expected-purchases';
import { expectedSpendColumn } from './expected-spend';
import { fitGammaGamma, type GammaGammaModel } from './fit-gamma-gamma';
import type { LifetimeFitOptions } from './fit-lifetime';
import { fitMbgNbd } from './fit-mbg-nbd';
import type { LifetimeModel } from './lifetime-model';
import { pAliveColumn } from './p-alive';
import type { RepeatBuying } from './repeat-buying';

/** Histories with `z`, the mean net spend of a customer's repeat buying days (anything where x is 0). */
export interface SpendHistories extends RepeatBuying {
  z: ArrayLike<number>;
}

export interface PotentialWarning {
  code: 'model-degenerate' | 'too-few-repeaters' | 'short-history' | 'frequency-spend-correlated';
  message: string;
}

/** Figures in the order of the customers, or the reasons in `warnings` why there are none. */
export type ExpectedPotential =
  | {
      ok: true;
      model: LifetimeModel;
      spend: GammaGammaModel;
      pAlive: Float64Array;
      /** Buying days within the horizon. */
      purchases: Float64Array;
      /** Purchases times expected spend, in the currency of z, undiscounted. */
      values: Float64Array;
      warnings: PotentialWarning[];
    }
  | { ok: false; warnings: PotentialWarning[] };

/**
 * What each customer is expected to bring within `horizon`: MBG/NBD purchases times Gamma-Gamma spend.
 *
 * Refused where either model is. Throws `invalid-option` as `fitMbgNbd` and `fitGammaGamma` do. Fader, Hardie and
 * Lee (2005b), "RFM and CLV", with the MBG/NBD for the Pareto/NBD.
 */
export function expectedPotential(
  customers: SpendHistories,
  horizon: Duration,
  options: LifetimeFitOptions = {},
): ExpectedPotential {
  const lifetime = fitMbgNbd(customers, options);
  if (!lifetime.ok) return { ok: false, warnings: [warning(lifetime)] };
  const spending = fitGammaGamma(customers, options);
  if (!spending.ok) return { ok: false, warnings: [warning(spending)] };
  const { model } = lifetime;
  const { model: spend } = spending;
  const purchases = expectedPurchasesColumn(model, customers, horizon);
  const spends = expectedSpendColumn(spend, customers);
  return {
    ok: true,
    model,
    spend,
    pAlive: pAliveColumn(model, customers),
    purchases,
    values: purchases.map((expected, i) => expected * spends[i]!),
    warnings: spend.warnings,
  };
}

function warning({ code, message }: PotentialWarning): PotentialWarning {
  return { code, message };
}
