import { crc32, deflateSync } from 'node:zlib';
import { readPng, type Picture } from '../browser/support/png.js';

/** Entries of a palette of one byte a pixel. */
const ENTRIES = 256;

const colourAt = ({ bytes, channels }: Picture, pixel: number): number => {
  const at = pixel * channels;
  return ((bytes[at] as number) << 16) | ((bytes[at + 1] as number) << 8) | (bytes[at + 2] as number);
};

const apart = (one: number, other: number): number =>
  Math.max(Math.abs((one >> 16) - (other >> 16)), Math.abs(((one >> 8) & 255) - ((other >> 8) & 255)), Math.abs((one & 255) - (other & 255)));

const nearest = (palette: readonly number[], colour: number): number =>
  palette.reduce((best, candidate, index) => (apart(candidate, colour) < apart(palette[best] as number, colour) ? index : best), 0);

/** The most frequent colours, none closer to another than the smallest step with which they fit the palette. */
function paletteOf(counts: ReadonlyMap<number, number>): readonly number[] {
  const frequent = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([colour]) => colour);
  for (let step = 1; ; step++) {
    const palette: number[] = [];
    for (const colour of frequent) {
      if (palette.length > ENTRIES) break;
      if (palette.every((taken) => apart(taken, colour) >= step)) palette.push(colour);
    }
    if (palette.length <= ENTRIES) return palette;
  }
}

/** One part of a PNG file, with its length and its sum. */
export function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

/** The same screenshot with a palette: a third of the bytes, letters as sharp as before. Transparency is not kept. */
export function lighter(file: Buffer): Buffer {
  const picture = readPng(file);
  const { width, height } = picture;
  const counts = new Map<number, number>();
  for (let pixel = 0; pixel < width * height; pixel++) counts.set(colourAt(picture, pixel), (counts.get(colourAt(picture, pixel)) ?? 0) + 1);
  const palette = paletteOf(counts);
  const places = new Map([...counts.keys()].map((colour) => [colour, nearest(palette, colour)]));
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) rows[y * (width + 1) + 1 + x] = places.get(colourAt(picture, y * width + x)) as number;
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  return Buffer.concat([file.subarray(0, 8), chunk('IHDR', header), chunk('PLTE', colours), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}
