import { SaxesParser } from 'saxes';

/** What a reader of XML is told, names without their prefix. */
export interface XmlSeen {
  opened?(name: string, attributes: Readonly<Record<string, string>>): void;
  /** An element ends; `text` is what stood since the tag before. */
  closed?(name: string, text: string): void;
  /** Enough was seen: asked between pieces. */
  enough?(): boolean;
}

/** Bytes that are decoded and parsed at a time. */
const PIECE = 1 << 16;

/** Goes through a file of XML once; throws where it is none. */
export function walkXml(bytes: Uint8Array, seen: XmlSeen): void {
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
  for (let at = 0; at < bytes.length; at += PIECE) {
    parser.write(decoder.decode(bytes.subarray(at, at + PIECE), { stream: true }));
    if (seen.enough?.()) return;
  }
  parser.write(decoder.decode()).close();
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
