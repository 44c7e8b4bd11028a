/** The elements of a name, each as it stands, from a text that comes by and by. They do not lie within each other. */
export async function* elements(chunks: AsyncIterable<string>, name: string): AsyncGenerator<string> {
  let text = '';
  let prefix: string | null = null;
  for await (const chunk of chunks) {
    text += chunk;
    prefix ??= prefixOf(text);
    if (prefix === null) continue;
    let from = 0;
    for (;;) {
      const begin = opening(text, `<${prefix}${name}`, from);
      if (begin < 0) break;
      const end = closing(text, `</${prefix}${name}>`, begin);
      if (end < 0) {
        from = begin;
        break;
      }
      yield text.slice(begin, end);
      from = end;
    }
    // What may be half a tag is kept.
    const kept =
      from > 0 || opening(text, `<${prefix}${name}`, 0) === 0 ? from : Math.max(0, text.length - 64);
    text = text.slice(kept);
  }
}

/** The prefix of the namespace that the root element is written with, or '' where there is none; null until it has come. */
function prefixOf(text: string): string | null {
  const root = /<(?![?!])(?:([\w.-]+):)?[\w.-]+[\s/>]/.exec(text);
  if (!root) return null;
  return root[1] ? `${root[1]}:` : '';
}

function opening(text: string, tag: string, from: number): number {
  for (let at = text.indexOf(tag, from); at >= 0; at = text.indexOf(tag, at + 1))
    if (/[\s/>]/.test(text.charAt(at + tag.length))) return at;
  return -1;
}

/** The place behind the element that begins at `begin`, or -1 where its end has not come. */
function closing(text: string, tag: string, begin: number): number {
  const bracket = text.indexOf('>', begin);
  if (bracket < 0) return -1;
  if (text.charAt(bracket - 1) === '/') return bracket + 1;
  const end = text.indexOf(tag, bracket);
  return end < 0 ? -1 : end + tag.length;
}

export function attribute(element: string, name: string): string | undefined {
  const found = new RegExp(`\\s(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(
    element.slice(0, element.indexOf('>') + 1),
  );
  const value = found?.[1] ?? found?.[2];
  return value === undefined ? undefined : plainText(value);
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text without the escapes of XML, and those that Excel puts beside them (`_x000D_`). */
export function plainText(text: string): string {
  const plain = text.includes('&')
    ? text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
        if (name) return ENTITIES[name] ?? whole;
        const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      })
    : text;
  if (!plain.includes('_x')) return plain;
  return plain.replace(/_x([\dA-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}
