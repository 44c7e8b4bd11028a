const encoders = new Map<string, (text: string) => Uint8Array>();

/** Writes text in an encoding of one or two bytes a character, which browsers only read. */
export function encoder(encoding: string): (text: string) => Uint8Array {
  const known = encoders.get(encoding) ?? make(encoding);
  encoders.set(encoding, known);
  return known;
}

function make(encoding: string): (text: string) => Uint8Array {
  const bytesOf = new Map<string, readonly number[]>();
  const put = (...bytes: number[]): void => {
    // As a stream: Node reads windows-1252 as Latin 1 otherwise.
    const text = new TextDecoder(encoding).decode(Uint8Array.from(bytes), { stream: true });
    if ([...text].length === 1 && text !== '\ufffd' && !bytesOf.has(text)) bytesOf.set(text, bytes);
  };
  for (let lead = 0; lead < 0x100; lead += 1) put(lead);
  for (let lead = 0x81; lead < 0xff; lead += 1)
    for (let trail = 0x40; trail < 0xff; trail += 1) put(lead, trail);
  return (text) =>
    Uint8Array.from(
      [...text].flatMap((sign) => {
        const bytes = bytesOf.get(sign);
        if (!bytes) throw new Error(`${encoding} has no ${sign}`);
        return [...bytes];
      }),
    );
}
