import { SaxesParser } from 'saxes';

/** What a reader of XML is told, names without their prefix. */
export interface XmlSeen {
  opened?(name: string, attributes: Readonly<Record<string, string>>): void;
  /** An element ends; `text` is what stood since the tag before. */
  closed?(name: string, text: string): void;
  /** Enough was seen: asked between pieces. */
  enough?(): boolean;
}

/** Goes through a file of XML once, piece by piece; rejects where it is none. */
export async function walkXml(pieces: AsyncIterable<Uint8Array>, seen: XmlSeen): Promise<void> {
  const parser = new SaxesParser();
  let text = '';
  const read = (piece: string): void => {
    text += piece;
  };
  parser.on('text', read);
  parser.on('cdata', read);
  parser.on('opentag', ({ name, attributes }) => {
    text = '';
    seen.opened?.(localName(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    seen.closed?.(localName(name), text);
    text = '';
  });
  const decoder = new TextDecoder();
  for await (const piece of pieces) {
    parser.write(decoder.decode(piece, { stream: true }));
    if (seen.enough?.()) return;
  }
  parser.write(decoder.decode()).close();
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
