import { isAscii, isUtf8 } from 'node:buffer';

/** A line without its end, numbered from one. Why it has no text: it is longer than allowed, or not UTF-8. */
export type Line = { readonly number: number; readonly text: string } | { readonly number: number; readonly fault: 'too_long' | 'not_utf8' };

const NEWLINE = 10;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** Bytes that may stand beside the longest line before it is judged: a byte order mark and a CR. */
const NOT_OF_THE_LINE = BYTE_ORDER_MARK.length + 1;

/**
 * Cuts a stream of bytes into lines. Ends are LF or CRLF; a byte order mark at the beginning is dropped. Holds at most one
 * unfinished line of `maxBytes`: what is longer is dropped as it comes and told as `too_long`.
 */
export class LineSplitter {
  #unfinished: Buffer[] = [];
  #unfinishedBytes = 0;
  #overlong = false;
  #number: number;

  /** @param linesBefore lines that another splitter has cut: the first one here is the next */
  constructor(private readonly maxBytes: number, linesBefore: number) {
    this.#number = linesBefore;
  }

  /** Lines cut or skipped so far. */
  get lines(): number {
    return this.#number;
  }

  /** The bytes so far end within a line. */
  get isWithinLine(): boolean {
    return this.#unfinishedBytes > 0;
  }

  /** Counts whole lines that somebody else cuts; only between lines. */
  skip(wholeLines: Buffer): void {
    for (let at = wholeLines.indexOf(NEWLINE); at >= 0; at = wholeLines.indexOf(NEWLINE, at + 1)) this.#number++;
  }

  /** The lines that the chunk completes. They may share memory with the chunk's text, so use them before the next chunk. */
  push(chunk: Buffer): readonly Line[] {
    const last = chunk.lastIndexOf(NEWLINE);
    if (last < 0) {
      this.#keep(chunk);
      return [];
    }
    const lines: Line[] = [];
    let from = 0;
    if (this.#unfinishedBytes > 0) {
      const first = chunk.indexOf(NEWLINE);
      this.#keep(chunk.subarray(0, first));
      this.#finish(lines);
      from = first + 1;
    }
    if (from <= last) this.#cut(chunk.subarray(from, last + 1), lines);
    this.#keep(chunk.subarray(last + 1));
    return lines;
  }

  /** The last line, where the input does not end with a line end. */
  end(): readonly Line[] {
    const lines: Line[] = [];
    if (this.#unfinishedBytes > 0) this.#finish(lines);
    return lines;
  }

  #keep(part: Buffer): void {
    if (part.length === 0) return;
    this.#unfinishedBytes += part.length;
    if (this.#unfinishedBytes > this.maxBytes + NOT_OF_THE_LINE) {
      this.#overlong = true;
      this.#unfinished = [];
    } else this.#unfinished.push(part);
  }

  #finish(lines: Line[]): void {
    if (this.#overlong) lines.push({ number: ++this.#number, fault: 'too_long' });
    else lines.push(this.#line(Buffer.concat(this.#unfinished)));
    this.#unfinished = [];
    this.#unfinishedBytes = 0;
    this.#overlong = false;
  }

  /** Whole lines at once: decoding them one by one costs more than reading them. */
  #cut(block: Buffer, lines: Line[]): void {
    const ascii = isAscii(block);
    if (this.#number === 0 || block.length > this.maxBytes || !(ascii || isUtf8(block))) return this.#cutByBytes(block, lines);
    const text = block.toString(ascii ? 'latin1' : 'utf8');
    let from = 0;
    for (let to = text.indexOf('\n'); to >= 0; to = text.indexOf('\n', from)) {
      lines.push({ number: ++this.#number, text: text.substring(from, text.charCodeAt(to - 1) === 13 ? to - 1 : to) });
      from = to + 1;
    }
  }

  #cutByBytes(block: Buffer, lines: Line[]): void {
    let from = 0;
    for (let to = block.indexOf(NEWLINE); to >= 0; to = block.indexOf(NEWLINE, from)) {
      lines.push(this.#line(block.subarray(from, to)));
      from = to + 1;
    }
  }

  #line(whole: Buffer): Line {
    const number = ++this.#number;
    const from = number === 1 && whole.subarray(0, 3).equals(BYTE_ORDER_MARK) ? 3 : 0;
    const bytes = whole.subarray(from, whole.at(-1) === 13 ? whole.length - 1 : whole.length);
    if (bytes.length > this.maxBytes) return { number, fault: 'too_long' };
    return isUtf8(bytes) ? { number, text: bytes.toString('utf8') } : { number, fault: 'not_utf8' };
  }
}
