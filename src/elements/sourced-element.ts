import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { RefundRule, ZeroRule } from '../compute/results';
import type { OpenRequest } from '../controllers/source-registry';
import type { SourceInput, SourceOptions } from '../data/source-options';

/** Attributes and properties that say which data to open and how; shared by `rfm-source` and every chart. */
export abstract class SourcedElement extends LitElement {
  /** Names of the properties of this class: a change of any of them is another load. */
  static readonly sourceProperties: readonly string[] = [
    'src',
    'data',
    'fetchOptions',
    'format',
    'customer',
    'date',
    'amount',
    'order',
    'profit',
    'dimensions',
    'asOf',
    'refunds',
    'refund',
    'zeroAmounts',
    'exclude',
    'header',
    'dateFormat',
    'encoding',
    'delimiter',
    'decimal',
    'sheet',
    'currency',
    'yearStart',
    'grain',
  ];

  /** Address of the data, relative to the page. */
  @property() src: string | null | undefined;
  /** The data itself, in any form that `openSource` takes; goes before `src`. */
  @property({ attribute: false }) data: SourceInput | readonly SourceInput[] | null | undefined;
  /** Headers, credentials and mode of the request for `src`. */
  @property({ attribute: false }) fetchOptions: RequestInit | null | undefined;
  /** Format of the data, where its content does not tell. */
  @property() format: string | null | undefined;
  /** Column of the customer; detected where left out, like all columns. */
  @property() customer: string | null | undefined;
  /** Column of the date of purchase. */
  @property() date: string | null | undefined;
  /** Column of the amount, or a product of two: `Quantity*UnitPrice`. */
  @property() amount: string | null | undefined;
  /** Column of the order number, guessed where left out; empty: each row is an order. */
  @property() order: string | null | undefined;
  /** Column of the profit. */
  @property() profit: string | null | undefined;
  /** Columns to break figures down by, comma-separated. */
  @property() dimensions: string | readonly string[] | null | undefined;
  /** Date that recency is counted to, `YYYY-MM-DD`; the last date of the data where left out. */
  @property({ attribute: 'as-of' }) asOf: string | null | undefined;
  /** What negative amounts do: `net`, `exclude` or `as-orders`. @default 'net' */
  @property() refunds: RefundRule | null | undefined;
  /** Column of refunded amounts. */
  @property() refund: string | null | undefined;
  /** Whether rows of amount zero are purchases: `keep` or `drop`. @default 'keep' */
  @property({ attribute: 'zero-amounts' }) zeroAmounts: ZeroRule | null | undefined;
  /** Rows to leave out: `column=value, …`. */
  @property() exclude: string | null | undefined;
  /** Whether the first line names the columns: `auto`, `yes` or `no`. @default 'auto' */
  @property() header: 'auto' | 'yes' | 'no' | null | undefined;
  /** How dates are written, where it cannot be told from them. */
  @property({ attribute: 'date-format' }) dateFormat: string | null | undefined;
  /** Character encoding, where the bytes do not tell. */
  @property() encoding: string | null | undefined;
  /** Character between fields. */
  @property() delimiter: string | null | undefined;
  /** Decimal sign of amounts, `.` or `,`. */
  @property() decimal: string | null | undefined;
  /** Sheet of a workbook. */
  @property() sheet: string | null | undefined;
  /** ISO code of the currency, where the data do not name it. */
  @property() currency: string | null | undefined;
  /** Month in which a year begins, 1 to 12. @default 1 */
  @property({ attribute: 'year-start', type: Number }) yearStart: number | null | undefined;
  /** Whether the data are transactions (`rows`) or sums per customer and period (`rollup`). @default 'rows' */
  @property() grain: 'rows' | 'rollup' | null | undefined;

  /** What this element wants opened, or null where it has no data of its own. */
  protected openRequest(): OpenRequest | null {
    const input = this.data ?? (this.src ? resolved(this.src, this.baseURI) : null);
    if (input === null) return null;
    const dimensions =
      typeof this.dimensions === 'string'
        ? this.dimensions
            .split(',')
            .map((name) => name.trim())
            .filter(Boolean)
        : this.dimensions;
    const { customer, date, amount, order, profit } = this;
    return {
      input,
      mapping: {
        ...given({ customer, date, amount, order, profit, dimensions }),
        // Empty where they could be guessed: there is none.
        ...(order === '' && { order }),
        ...(profit === '' && { profit }),
      },
      options: given({
        ...this.#options(),
        fetchOptions: this.fetchOptions,
      }),
    };
  }

  #options(): { [K in keyof SourceOptions]: SourceOptions[K] | null } {
    const { asOf, refunds, refund, zeroAmounts, exclude, header, format, yearStart, grain } = this;
    const { dateFormat, encoding, delimiter, decimal, sheet, currency } = this;
    const rules = { asOf, refunds, refund, zeroAmounts, exclude, yearStart, grain };
    return { ...rules, header, format, dateFormat, encoding, delimiter, decimal, sheet, currency };
  }
}

/** Whether the property `name` of `element`, until now `before`, makes another load necessary. */
export function isAnotherLoad(
  element: SourcedElement,
  name: PropertyKey | undefined,
  before: unknown,
  more: readonly string[] = [],
): boolean {
  if (typeof name !== 'string') return false;
  if (!SourcedElement.sourceProperties.includes(name) && !more.includes(name)) return false;
  return !Object.is(Reflect.get(element, name), before);
}

function resolved(address: string, base: string): string {
  // An address that is none is for `openSource` to refuse, in words.
  return URL.canParse(address, base) ? new URL(address, base).href : address;
}

/** The entries of `record` that say something: an absent or empty attribute is no option. */
function given<T extends object>(record: T): { [K in keyof T]: NonNullable<T[K]> | undefined } {
  const entries = Object.entries(record).filter(
    ([, value]) => value !== null && value !== undefined && value !== '',
  );
  return Object.fromEntries(entries) as { [K in keyof T]: NonNullable<T[K]> | undefined };
}
