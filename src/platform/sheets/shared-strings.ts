import { DomainError } from '../../kernel/domain-error.js';
import { decodeEntities, decodeEscapes, decodeUtf8, textOfItem } from './xml.js';

const FIRST_BYTES = 1_048_576;
/** Far above any roster; a table beyond it is an attack on memory. */
const MOST_BYTES = 134_217_728;
const LONGEST_ITEM = 1_048_576;

/**
 * The table of shared strings as one run of UTF-8 bytes: half a million names and numbers take some 15 MB instead of the
 * hundreds that a list of strings or a DOM takes. Each string is made when a cell asks for it.
 */
export class SharedStrings {
  private bytes = Buffer.allocUnsafe(FIRST_BYTES);
  private ends = new Uint32Array(1024);
  private count = 0;
  private used = 0;
  private prefix: string | null = null;

  /** @throws DomainError sheets.file.damaged, sheets.file.zip_bomb */
  static async read(chunks: AsyncIterable<Buffer>): Promise<SharedStrings> {
    const strings = new SharedStrings();
    let rest: Buffer = Buffer.alloc(0);
    for await (const chunk of chunks) {
      const open = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      const text = open.toString('latin1');
      const done = strings.take(text);
      rest = open.subarray(done);
      if (rest.length > LONGEST_ITEM) throw new DomainError('sheets.file.damaged');
    }
    return strings;
  }

  get size(): number {
    return this.count;
  }

  /** The string with this number; null where the table has none. */
  at(index: number): string | null {
    if (!(index >= 0 && index < this.count)) return null;
    return this.bytes.toString('utf8', index === 0 ? 0 : this.ends[index - 1], this.ends[index]);
  }

  /** Takes every complete item; @returns how far it read */
  private take(text: string): number {
    this.prefix ??= /<(\w+:)?sst[\s>]/.exec(text)?.[1] ?? (/<sst[\s>/]/.test(text) ? '' : null);
    if (this.prefix === null) return 0;
    const opening = `<${this.prefix}si`;
    const closing = `</${this.prefix}si>`;
    let at = 0;
    for (;;) {
      const open = text.indexOf(opening, at);
      const end = open < 0 ? -1 : text.indexOf('>', open);
      if (end < 0) return Math.max(at, open < 0 ? text.length - opening.length : at);
      if (!/[\s/>]/.test(text.charAt(open + opening.length))) {
        at = end + 1;
        continue;
      }
      if (text.charAt(end - 1) === '/') {
        this.add('');
        at = end + 1;
        continue;
      }
      const close = text.indexOf(closing, end);
      if (close < 0) return open;
      this.addItem(text.slice(end + 1, close));
      at = close + closing.length;
    }
  }

  private addItem(bytes: string): void {
    const plain = bytes.startsWith('<t>') && bytes.indexOf('<', 3) === bytes.length - 4;
    const raw = plain ? bytes.slice(3, -4) : textOfItem(bytes);
    if (!raw.includes('&') && !raw.includes('_x')) return this.add(raw);
    this.add(Buffer.from(decodeEscapes(decodeEntities(decodeUtf8(raw))), 'utf8').toString('latin1'));
  }

  private add(latin1: string): void {
    if (this.used + latin1.length > this.bytes.length) this.grow(this.used + latin1.length);
    if (this.count === this.ends.length) {
      const longer = new Uint32Array(this.ends.length * 2);
      longer.set(this.ends);
      this.ends = longer;
    }
    this.used += this.bytes.write(latin1, this.used, 'latin1');
    this.ends[this.count++] = this.used;
  }

  private grow(needed: number): void {
    if (needed > MOST_BYTES) throw new DomainError('sheets.file.zip_bomb');
    const larger = Buffer.allocUnsafe(Math.max(needed, this.bytes.length * 2));
    this.bytes.copy(larger, 0, 0, this.used);
    this.bytes = larger;
  }
}
