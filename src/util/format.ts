/** Numbers, money, shares and dates as people read them, in one language. */
export interface Formats {
  readonly locale: string;
  /** `23,570`. */
  count(value: number): string;
  /** At most `digits` decimals, none that are not needed: `12.5`. */
  decimal(value: number, digits?: number): string;
  /** `12k`, `1.2M`: for axes. */
  short(value: number): string;
  /** 0.678 as `67.8%`; one decimal at most, more only below 0.1 %. */
  share(value: number): string;
  /** An amount in full, with its currency where that is known: `€1,234.50`. */
  money(value: number): string;
  /** A sum for reading, without decimals once it has four digits. */
  sum(value: number): string;
  /** An amount for axes: `€12k`. */
  moneyShort(value: number): string;
  /** 0.15 as `15.0%`: for columns of figures. */
  shareFixed(value: number): string;
  /** As many decimals as `digits`, needed or not: `15.0`. */
  fixed(value: number, digits: number): string;
  /** `2011-12-01` as `Dec 2011`. */
  month(iso: string): string;
  /** The shortest way to write a month: `12/11`. */
  monthShort(iso: string): string;
  /** `2011-12-09` as `9 December 2011`. */
  date(iso: string): string;
  /** `2011-12` days, the shorter way: `9 Dec 2011`. */
  dateShort(iso: string): string;
  /** `3.4 MB`. */
  bytes(value: number): string;
}

/** The formats of a language; money shows `currency` only where it is known. */
export function formats(locale: string, currency: string | null): Formats {
  const key = `${locale}|${currency ?? ''}`;
  const known = cache.get(key);
  if (known) return known;
  const made = make(locale, currency);
  cache.set(key, made);
  return made;
}

const cache = new Map<string, Formats>();

function make(asked: string, currency: string | null): Formats {
  const locale = supported(asked);
  const number = (options: Intl.NumberFormatOptions): ((value: number) => string) => {
    // To make one takes a millisecond, and no page needs all.
    let format: Intl.NumberFormat | undefined;
    return (value) => {
      format ??= new Intl.NumberFormat(locale, options);
      return format.format(value);
    };
  };
  const date = (options: Intl.DateTimeFormatOptions): ((iso: string) => string) => {
    let format: Intl.DateTimeFormat | undefined;
    return (iso) => {
      format ??= new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
      const time = Date.parse(`${iso}T00:00:00Z`);
      return Number.isNaN(time) ? iso : format.format(time);
    };
  };
  const unit = moneyOptions(locale, currency);
  const decimals = [0, 1, 2, 3, 4].map((digits) => number({ maximumFractionDigits: digits }));
  const fixed = [0, 1, 2].map((digits) =>
    number({ minimumFractionDigits: digits, maximumFractionDigits: digits }),
  );
  const fine = number({ style: 'percent', maximumSignificantDigits: 2 });
  const coarse = number({ style: 'percent', maximumFractionDigits: 1 });
  const money = number({ ...unit, minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const moneyWhole = number({ ...unit, minimumFractionDigits: 0, maximumFractionDigits: 0 });
  const compact = { notation: 'compact', maximumSignificantDigits: 3, minimumFractionDigits: 0 } as const;
  return {
    locale,
    count: number({ maximumFractionDigits: 0 }),
    decimal: (value, digits = 2) => (decimals[digits] ?? decimals[4]!)(value),
    short: number(compact),
    share: (value) => (value !== 0 && Math.abs(value) < 0.001 ? fine(value) : coarse(value)),
    shareFixed: number({ style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }),
    fixed: (value, digits) => (fixed[digits] ?? fixed[2]!)(value),
    money,
    sum: (value) => (Math.abs(value) >= 1000 ? moneyWhole(value) : money(value)),
    moneyShort: number({ ...unit, ...compact }),
    month: date({ month: 'short', year: 'numeric' }),
    monthShort: date({ month: 'numeric', year: '2-digit' }),
    date: date({ dateStyle: 'long' }),
    dateShort: date({ dateStyle: 'medium' }),
    bytes: (value) => {
      const [size, name] = value < 1e6 ? [value / 1e3, 'kilobyte'] : [value / 1e6, 'megabyte'];
      return new Intl.NumberFormat(locale, {
        style: 'unit',
        unit: name,
        maximumFractionDigits: size < 10 ? 1 : 0,
      }).format(size);
    },
  };
}

function moneyOptions(locale: string, currency: string | null): Intl.NumberFormatOptions {
  if (!currency) return {};
  const options = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;
  try {
    new Intl.NumberFormat(locale, options);
    return options;
  } catch {
    // Not an ISO code: a figure without a sign is right, an error is not.
    return {};
  }
}

function supported(locale: string): string {
  try {
    return Intl.NumberFormat.supportedLocalesOf([locale])[0] ?? 'en';
  } catch {
    return 'en';
  }
}
