const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** The check sum that ZIP asks for (CRC-32 of ISO 3309). */
export function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = TABLE[(sum ^ byte) & 0xff]! ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}

/** A ZIP archive of texts, stored as they are in UTF-8; each dated 1 January 1980, the first day ZIP knows. */
export function zipOf(files: readonly { name: string; text: string }[]): Blob {
  const encoder = new TextEncoder();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let at = 0;
  for (const { name, text } of files) {
    const [label, content] = [encoder.encode(name), encoder.encode(text)];
    const common = [
      [2, 20],
      [2, 0x0800],
      [2, 0],
      [2, 0],
      [2, 0x0021],
      [4, crc32(content)],
      [4, content.length],
      [4, content.length],
      [2, label.length],
      [2, 0],
    ] as const;
    const header = numbers([[4, 0x04034b50], ...common]);
    directory.push(
      numbers([[4, 0x02014b50], [2, 20], ...common, [2, 0], [2, 0], [2, 0], [4, 0], [4, at]]),
      label,
    );
    parts.push(header, label, content);
    at += header.length + label.length + content.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = numbers([
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, files.length],
    [2, files.length],
    [4, size],
    [4, at],
    [2, 0],
  ]);
  return new Blob([...parts, ...directory, end], { type: 'application/zip' });
}

/** Whole numbers in two or four bytes each, the lowest first. */
function numbers(fields: readonly (readonly [bytes: number, value: number])[]): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(fields.reduce((sum, [bytes]) => sum + bytes, 0));
  const view = new DataView(out.buffer);
  let at = 0;
  for (const [bytes, value] of fields) {
    if (bytes === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += bytes;
  }
  return out;
}
