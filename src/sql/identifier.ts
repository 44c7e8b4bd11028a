/** A name as SQL writes one; whatever it holds, it stays a name. */
export function identifier(name: string): string {
  return `"${name.replaceAll('\0', '').replaceAll('"', '""')}"`;
}

/** A whole number as SQL writes one. */
export function integer(value: number): string {
  if (!Number.isSafeInteger(value)) throw new TypeError(`${value} is no whole number`);
  return String(value);
}

/** A number as SQL writes a DOUBLE. */
export function double(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`${value} is no finite number`);
  return `${value.toExponential()}::DOUBLE`;
}

/** A text as SQL writes one; DuckDB knows no escapes in it but the doubled quote. */
export function literal(text: string): string {
  return `'${text.replaceAll('\0', '').replaceAll("'", "''")}'`;
}
