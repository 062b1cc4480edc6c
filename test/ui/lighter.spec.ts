import { inflateSync, deflateSync } from 'node:zlib';
import { chunk, lighter } from '../pictures/lighter.js';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A screenshot as browsers write it, of one pixel a colour. */
function screenshotOf(width: number, colours: readonly (readonly [number, number, number])[]): Buffer {
  const height = colours.length / width;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const rows = Array.from({ length: height }, (_, y) => Buffer.from([0, ...colours.slice(y * width, (y + 1) * width).flat()]));
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.concat(rows))), chunk('IEND', Buffer.alloc(0))]);
}

const partOf = (file: Buffer, kind: string): Buffer => {
  const at = file.indexOf(kind, 8, 'latin1');
  return file.subarray(at + 4, at + 4 + file.readUInt32BE(at - 4));
};

function coloursOf(file: Buffer, width: number): readonly (readonly number[])[] {
  const palette = partOf(file, 'PLTE');
  const rows = inflateSync(partOf(file, 'IDAT'));
  return Array.from({ length: rows.length / (width + 1) }, (_, y) => [...rows.subarray(y * (width + 1) + 1, (y + 1) * (width + 1))]).flat()
    .map((entry) => [...palette.subarray(entry * 3, entry * 3 + 3)]);
}

it('keeps every colour of a picture that has few of them', () => {
  const colours = Array.from({ length: 40 }, (_, at) => [at, 255 - at, at * 2] as const);
  expect(coloursOf(lighter(screenshotOf(8, colours)), 8)).toEqual(colours);
});

it('takes a near colour where there are more than a palette holds', () => {
  const colours = Array.from({ length: 1_000 }, (_, at) => [at % 10 * 25, Math.floor(at / 10) % 10 * 25, Math.floor(at / 100) * 25] as const);
  const light = lighter(screenshotOf(50, colours));
  expect(partOf(light, 'PLTE').length).toBeLessThanOrEqual(256 * 3);
  const farthest = coloursOf(light, 50).map((colour, at) => Math.max(...colour.map((value, channel) => Math.abs(value - (colours[at]?.[channel] ?? 0)))));
  expect(Math.max(...farthest)).toBeLessThanOrEqual(50);
});
