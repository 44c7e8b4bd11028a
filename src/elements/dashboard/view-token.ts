/**
 * A view as a short text for an address: `v`, its version, a point, and the rest of its JSON without what is empty, in
 * the base64 that addresses take.
 */
export function tokenOf(state: { kind: string; version: number }): string {
  const { kind: _, version, ...rest } = state;
  const told = Object.entries(rest).filter(([, value]) => value !== null && !isEmpty(value));
  const bytes = new TextEncoder().encode(JSON.stringify(Object.fromEntries(told)));
  // Not all bytes as arguments of one call: a filter may have thousands of values.
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return `v${version}.${text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}`;
}

/** What a token holds, of any version; null for what is none. */
export function ofToken(text: string): Record<string, unknown> | null {
  const found = /^v(\d{1,6})\.([\w-]*)$/.exec(text);
  if (!found) return null;
  try {
    const bytes = atob(found[2]!.replaceAll('-', '+').replaceAll('_', '/'));
    const json = new TextDecoder('utf-8', { fatal: true }).decode(
      Uint8Array.from(bytes, (byte) => byte.codePointAt(0)!),
    );
    const rest: unknown = JSON.parse(json);
    if (typeof rest !== 'object' || rest === null || Array.isArray(rest)) return null;
    return { ...rest, kind: 'rfm-dashboard', version: Number(found[1]) };
  } catch {
    return null;
  }
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
