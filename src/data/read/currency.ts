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
  zl: 'PLN',
  zł: 'PLN',
  '₺': 'TRY',
  '฿': 'THB',
  '₫': 'VND',
  圆: 'CNY',
  円: 'JPY',
  원: 'KRW',
  kč: 'CZK',
  kc: 'CZK',
  ft: 'HUF',
  лв: 'BGN',
  руб: 'RUB',
  р: 'RUB',
  rm: 'MYR',
  rp: 'IDR',
  lei: 'RON',
  sfr: 'CHF',
  fr: 'CHF',
  a$: 'AUD',
  au$: 'AUD',
  c$: 'CAD',
  ca$: 'CAD',
  hk$: 'HKD',
  nt$: 'TWD',
  s$: 'SGD',
  nz$: 'NZD',
  mx$: 'MXN',
};

/** Units that several currencies share: an amount all the same. */
const SHARED = new Set(['¥', '￥', 'kr', 'p', '¤']);

const known = new Map<string, boolean>();

/** Whether a word or sign beside a number is a currency's. */
export function isMoneyUnit(unit: string): boolean {
  let answer = known.get(unit);
  if (answer === undefined) {
    const plain = plainUnit(unit);
    answer =
      Object.hasOwn(SIGNS, plain) ||
      SHARED.has(plain) ||
      /^\p{Sc}$/u.test(plain) ||
      (/^[a-z]{3}$/.test(plain) && isCurrency(plain.toUpperCase()));
    // Files hold few units; what is no unit can be any word.
    if (known.size < 1000) known.set(unit, answer);
  }
  return answer;
}

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
  const plain = plainUnit(unit);
  if (plain === '¥' || plain === '￥') return /[\u3040-\u30ff]/.test(sampleText) ? 'JPY' : 'CNY';
  if (Object.hasOwn(SIGNS, plain)) return SIGNS[plain]!;
  return /^[a-z]{3}$/.test(plain) && isCurrency(plain.toUpperCase()) ? plain.toUpperCase() : null;
}

function plainUnit(unit: string): string {
  return unit.trim().toLowerCase().replace(/\.$/, '');
}

let currencies: ReadonlySet<string> | undefined;

function isCurrency(code: string): boolean {
  currencies ??= new Set(Intl.supportedValuesOf('currency'));
  return currencies.has(code);
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
