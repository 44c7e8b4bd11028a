import { inflateSync } from 'node:zlib';

/** What can be told of a printed page without drawing it. */
export interface Printed {
  pages: number;
  /** Pieces of text that are shown. */
  texts: number;
  /** A mask that is turned round: a canvas that clears itself while printing takes what lies below with it. */
  wiped: boolean;
}

export function printed(pdf: Buffer): Printed {
  const text = pdf.toString('latin1');
  const streams = [...text.matchAll(/\/Filter \/FlateDecode[^>]*?>>\s*stream\r?\n([\s\S]*?)\r?\nendstream/g)];
  const drawn = streams.map(([, bytes]) => inflated(bytes ?? '')).join('');
  return {
    pages: text.match(/\/Type \/Page\b/g)?.length ?? 0,
    texts: drawn.match(/\bTj\b/g)?.length ?? 0,
    wiped: text.includes('1 exch sub'),
  };
}

function inflated(bytes: string): string {
  try {
    return inflateSync(Buffer.from(bytes, 'latin1')).toString('latin1');
  } catch {
    return '';
  }
}
