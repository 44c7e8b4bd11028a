/** The columns behind an amount: one, or the two factors of `"Quantity*UnitPrice"`. */
export function amountColumns(amount: string, columns: readonly string[]): string[] {
  if (columns.includes(amount) || !amount.includes('*')) return [amount];
  return amount.split('*').map((name) => name.trim());
}
