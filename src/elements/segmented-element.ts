import { property } from 'lit/decorators.js';
import type { RfmResult } from '../compute/results';
import type { RfmOptions } from '../data/source-options';
import { ChartElement } from './chart-element';

/** A chart of customers in segments: how they are scored and grouped. */
export abstract class SegmentedElement<E = null, R extends RfmResult = RfmResult> extends ChartElement<R, E> {
  static override readonly analysisProperties: readonly string[] = [
    'scheme',
    'bins',
    'scoring',
    'rBreaks',
    'fBreaks',
    'mBreaks',
    'weights',
    'k',
    'rules',
  ];

  /** How customers are put in segments: `rfm`, `mean8` or `kmeans`. @default 'rfm' */
  @property() scheme: RfmOptions['scheme'] | null;
  /** Scores per measure, 2 to 10. @default 5 */
  @property({ type: Number }) bins: number | null | undefined;
  /** How values become scores: `quantile`, or `r-rfm` as the R package rfm does. @default 'quantile' */
  @property() scoring: RfmOptions['scoring'] | null;
  /** Own breaks of recency in days, rising, comma-separated. */
  @property({ attribute: 'r-breaks' }) rBreaks: RfmOptions['rBreaks'] | null;
  /** Own breaks of frequency. */
  @property({ attribute: 'f-breaks' }) fBreaks: RfmOptions['fBreaks'] | null;
  /** Own breaks of monetary value. */
  @property({ attribute: 'm-breaks' }) mBreaks: RfmOptions['mBreaks'] | null;
  /** Weights of recency, frequency and monetary value in the score: `1,1,1`. @default '1,1,1' */
  @property() weights: RfmOptions['weights'] | null;
  /** Number of clusters of `kmeans`, or `auto`. @default 5 */
  @property({ converter: (value) => (value === null || value === 'auto' ? value : Number(value)) })
  k: number | 'auto' | null | undefined;
  /** Own segments by scores, in the place of the scheme's. */
  @property({ attribute: false }) rules: RfmOptions['rules'] | null;

  /** How customers are scored and grouped here; a choice made here goes by the same. */
  protected get options(): RfmOptions {
    return {
      scheme: this.scheme ?? undefined,
      bins: this.bins ?? undefined,
      scoring: this.scoring ?? undefined,
      rBreaks: this.rBreaks ?? undefined,
      fBreaks: this.fBreaks ?? undefined,
      mBreaks: this.mBreaks ?? undefined,
      weights: this.weights ?? undefined,
      k: this.k ?? undefined,
      rules: this.rules ?? undefined,
      asOf: this.asOf ?? undefined,
    };
  }
}
