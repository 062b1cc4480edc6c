import { inflateSync } from 'node:zlib';

/** Rows of pixels, three or four bytes each. */
export type Picture = { readonly width: number; readonly height: number; readonly channels: 3 | 4; readonly bytes: Uint8Array };

/** Reads the one kind of PNG that browsers write for screenshots: 8 bits, RGB or RGBA, not interlaced. */
export function readPng(file: Buffer): Picture {
  const width = file.readUInt32BE(16);
  const height = file.readUInt32BE(20);
  const [depth, colour, , , interlaced] = [file[24], file[25], file[26], file[27], file[28]];
  if (depth !== 8 || (colour !== 2 && colour !== 6) || interlaced !== 0) throw new Error(`not a screenshot: depth ${depth}, colour ${colour}`);
  const channels = colour === 6 ? 4 : 3;
  const parts: Buffer[] = [];
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at)) {
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
  }
  return { width, height, channels, bytes: unfiltered(inflateSync(Buffer.concat(parts)), width * channels, height, channels) };
}

function unfiltered(data: Buffer, row: number, height: number, step: number): Uint8Array {
  const bytes = new Uint8Array(row * height);
  for (let y = 0; y < height; y++) {
    const filter = data[y * (row + 1)] as number;
    for (let x = 0; x < row; x++) {
      const here = y * row + x;
      const left = x >= step ? (bytes[here - step] as number) : 0;
      const up = y > 0 ? (bytes[here - row] as number) : 0;
      const corner = x >= step && y > 0 ? (bytes[here - row - step] as number) : 0;
      bytes[here] = (data[y * (row + 1) + 1 + x] as number) + guess(filter, left, up, corner);
    }
  }
  return bytes;
}

function guess(filter: number, left: number, up: number, corner: number): number {
  switch (filter) {
    case 1: return left;
    case 2: return up;
    case 3: return (left + up) >> 1;
    case 4: {
      const estimate = left + up - corner;
      const [a, b, c] = [Math.abs(estimate - left), Math.abs(estimate - up), Math.abs(estimate - corner)];
      return a <= b && a <= c ? left : b <= c ? up : corner;
    }
    default: return 0;
  }
}

function luminance(picture: Picture, pixel: number): number {
  const [r, g, b] = [0, 1, 2].map((channel) => {
    const value = (picture.bytes[pixel * picture.channels + channel] as number) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Pixels whose colour before and after stand at 3:1 or more (WCAG 2.4.13). */
export function pixelsChanged(before: Picture, after: Picture): number {
  if (before.width !== after.width || before.height !== after.height) return before.width * before.height;
  let changed = 0;
  for (let pixel = 0; pixel < before.width * before.height; pixel++) {
    const [one, other] = [luminance(before, pixel), luminance(after, pixel)];
    if ((Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05) >= 3) changed++;
  }
  return changed;
}
