import { html, type TemplateResult } from 'lit';

/** CDNOW as attributes: 69,659 purchases, served beside the stories. */
export const CDNOW = {
  src: 'data/cdnow_master.csv',
  customer: 'customer_id',
  date: 'date',
  amount: 'amount',
  currency: 'USD',
} as const;

/** Columns of a handful of orders: what a picture looks like when there is next to nothing. */
export const THREE_CUSTOMERS = {
  customer: ['Ada', 'Ada', 'Ada', 'Ben', 'Ben', 'Cai'],
  date: ['2024-01-08', '2024-03-04', '2024-06-17', '2024-02-12', '2024-05-20', '2024-04-01'],
  amount: [120, 80, 240, 45, 30, 60],
} as const;

/** A box of `width` pixels, as a host's column would be. */
export function box(width: number, content: TemplateResult): TemplateResult {
  return html`<div style="inline-size: min(${width}px, 100%)">${content}</div>`;
}
