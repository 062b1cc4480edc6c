import { isUtf8 } from 'node:buffer';
import { DomainError } from '../../kernel/domain-error.js';

export type TextEncoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

const CHUNK_BYTES = 262_144;

/** Tells the encoding of a text by its bytes. @throws DomainError sheets.file.not_a_table for bytes of no text */
export function encodingOf(bytes: Buffer): TextEncoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes.includes(0)) throw new DomainError('sheets.file.not_a_table');
  if (isUtf8(bytes) || mostlyUtf8(bytes)) return 'utf-8';
  return 'gb18030';
}

/** The text of a file, chunk by chunk. @throws DomainError sheets.file.broken_byte, naming encoding, line, character of the line and byte */
export function* decodeText(bytes: Buffer, encoding: TextEncoding): Generator<string, void, undefined> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let at = 0;
  try {
    for (; at < bytes.length; at += CHUNK_BYTES) yield decoder.decode(bytes.subarray(at, at + CHUNK_BYTES), { stream: true });
    const last = decoder.decode();
    if (last !== '') yield last;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw error;
    const place = brokenByte(bytes, encoding);
    throw new DomainError('sheets.file.broken_byte', { encoding: encoding.toUpperCase(), ...placeInText(bytes, place, encoding), position: place + 1, byte: `0x${(bytes[place] ?? 0).toString(16).padStart(2, '0').toUpperCase()}` });
  }
}

/**
 * A UTF-8 file with a broken byte is not GB18030: its mark at the beginning says so, or many more well-formed sequences of
 * three bytes than broken ones.
 */
function mostlyUtf8(bytes: Buffer): boolean {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return true;
  let [good, bad] = [0, 0];
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] as number;
    if (lead < 0x80) continue;
    const length = lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
    let follow = 1;
    while (follow < length && ((bytes[at + follow] ?? 0) & 0xc0) === 0x80) follow++;
    if (length > 0 && follow === length) good++;
    else bad++;
    at += Math.max(follow, 1) - 1;
  }
  return good > 8 * bad;
}

/** Place of the first byte that does not belong, counted from 0. */
function brokenByte(bytes: Buffer, encoding: TextEncoding): number {
  if (encoding === 'gb18030') return brokenGb18030(bytes);
  // The decoder only says yes or no: halve the stretch until the byte is found.
  let [good, bad] = [0, bytes.length];
  const decodes = (length: number): boolean => {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodes(middle)) good = middle;
    else bad = middle;
  }
  return Math.min(good, bytes.length - 1);
}

/** GB 18030: one byte below 0x80, two bytes 81–FE 40–FE (not 7F), or four bytes 81–FE 30–39 81–FE 30–39. */
function brokenGb18030(bytes: Buffer): number {
  const single = new TextDecoder('gb18030', { fatal: true });
  for (let at = 0; at < bytes.length;) {
    const lead = bytes[at] as number;
    if (lead < 0x80) {
      at++;
      continue;
    }
    const length = sequenceLength(bytes, at);
    if (length === 0) return at;
    try {
      single.decode(bytes.subarray(at, at + length));
    } catch {
      return at;
    }
    at += length;
  }
  return bytes.length - 1;
}

function sequenceLength(bytes: Buffer, at: number): 0 | 1 | 2 | 4 {
  const within = (offset: number, low: number, high: number): boolean => {
    const byte = bytes[at + offset];
    return byte !== undefined && byte >= low && byte <= high;
  };
  if (bytes[at] === 0x80) return 1;
  if (!within(0, 0x81, 0xfe)) return 0;
  if (within(1, 0x40, 0x7e) || within(1, 0x80, 0xfe)) return 2;
  return within(1, 0x30, 0x39) && within(2, 0x81, 0xfe) && within(3, 0x30, 0x39) ? 4 : 0;
}

function placeInText(bytes: Buffer, place: number, encoding: TextEncoding): { readonly line: number; readonly column: number } {
  let [line, start] = [1, 0];
  for (let at = bytes.indexOf(0x0a); at >= 0 && at < place; at = bytes.indexOf(0x0a, at + 1)) [line, start] = [line + 1, at + 1];
  return { line, column: [...new TextDecoder(encoding).decode(bytes.subarray(start, place))].length + 1 };
}
