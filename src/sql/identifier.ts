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

/** A text as SQL writes one; DuckDB knows no escapes in it but the doubled quote, and reads up to a NUL. */
export function literal(text: string): string {
  const parts = text.split('\0').map((part) => `'${part.replaceAll("'", "''")}'`);
  return parts.length === 1 ? parts[0]! : `(${parts.join(' || chr(0) || ')})`;
}
