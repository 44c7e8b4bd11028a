import { RfmError } from '../../util/rfm-error';

const SIGNS: Record<string, string> = {
  $: 'USD',
  us$: 'USD',
  '€': 'EUR',
  eur: 'EUR',
  euro: 'EUR',
  '£': 'GBP',
  r$: 'BRL',
  '₹': 'INR',
  rs: 'INR',
  '₩': 'KRW',
  '₽': 'RUB',
  元: 'CNY',
  rmb: 'CNY',
  円: 'JPY',
  zl: 'PLN',
  zł: 'PLN',
  '₺': 'TRY',
  '฿': 'THB',
  '₫': 'VND',
};

/**
 * The currency of a column by the signs and codes met in its cells, else by its header. One column holds one currency:
 * several are never added up.
 */
export function currencyOf(
  units: ReadonlyMap<string, number>,
  header: string,
  sampleText: string,
): string | null {
  const counts = new Map<string, number>();
  for (const [unit, count] of units) {
    const code = codeOf(unit, sampleText);
    if (code) counts.set(code, (counts.get(code) ?? 0) + count);
  }
  if (counts.size > 1) {
    const list = [...counts].map(([code, count]) => `${code} in ${count} rows`).join(', ');
    throw new RfmError(
      'mapping-needed',
      `The amounts are in several currencies (${list}), which cannot be added up. Convert them, or load one currency at a time.`,
      { details: { currencies: Object.fromEntries(counts), missing: ['currency'] } },
    );
  }
  const [code] = counts.keys();
  return code ?? headerCurrency(header, sampleText);
}

function codeOf(unit: string, sampleText: string): string | null {
  const plain = unit.trim().toLowerCase().replace(/\.$/, '');
  if (plain === '¥') return /[\u3040-\u30ff]/.test(sampleText) ? 'JPY' : 'CNY';
  const known = SIGNS[plain];
  if (known) return known;
  return /^[a-z]{3}$/.test(plain) && isCurrency(plain.toUpperCase()) ? plain.toUpperCase() : null;
}

function isCurrency(code: string): boolean {
  return Intl.supportedValuesOf('currency').includes(code);
}

/** `Umsatz (€)`, `金额(元)`, `amount_usd` */
function headerCurrency(header: string, sampleText: string): string | null {
  const inBrackets = /[(（[]([^)）\]]{1,4})[)）\]]/.exec(header)?.[1];
  const suffix = /[_\s]([A-Za-z]{3})$/.exec(header)?.[1];
  for (const unit of [inBrackets, suffix]) {
    const code = unit && codeOf(unit, sampleText);
    if (code) return code;
  }
  return null;
}
