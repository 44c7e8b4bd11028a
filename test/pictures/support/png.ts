import { inflateSync } from 'node:zlib';

/** An image as bytes: three a pixel, row by row. */
export interface Image {
  width: number;
  height: number;
  rgb: Uint8Array;
}

/** The picture in a PNG of eight bits a channel, not interlaced: what a browser's screenshot is. */
export function decodePng(file: Buffer): Image {
  const width = file.readUInt32BE(16);
  const height = file.readUInt32BE(20);
  const channels = { 2: 3, 6: 4 }[file[25] ?? 0];
  if (file[24] !== 8 || channels === undefined || file[28] !== 0) throw new Error('another kind of PNG');
  const lines = inflateSync(Buffer.concat(dataChunks(file)));
  const stride = width * channels;
  const pixels = new Uint8Array(height * stride);
  for (let y = 0; y < height; y++) unfilter(lines, pixels, y, stride, channels);
  const rgb = new Uint8Array(width * height * 3);
  for (let i = 0; i < width * height; i++) rgb.set(pixels.subarray(i * channels, i * channels + 3), i * 3);
  return { width, height, rgb };
}

function dataChunks(file: Buffer): Buffer[] {
  const chunks: Buffer[] = [];
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT')
      chunks.push(file.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return chunks;
}

/** One line by its filter (PNG specification, section 9). */
function unfilter(lines: Buffer, pixels: Uint8Array, y: number, stride: number, step: number): void {
  const filter = lines[y * (stride + 1)] ?? 0;
  const from = y * (stride + 1) + 1;
  const to = y * stride;
  for (let x = 0; x < stride; x++) {
    const left = x >= step ? (pixels[to + x - step] ?? 0) : 0;
    const up = y > 0 ? (pixels[to + x - stride] ?? 0) : 0;
    const corner = x >= step && y > 0 ? (pixels[to + x - stride - step] ?? 0) : 0;
    pixels[to + x] = (lines[from + x] ?? 0) + predicted(filter, left, up, corner);
  }
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4: {
      const guess = left + up - corner;
      const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
      if (a <= b && a <= c) return left;
      return b <= c ? up : corner;
    }
    default:
      return 0;
  }
}
