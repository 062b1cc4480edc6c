import { DomainError } from '../../kernel/domain-error.js';
import { CELL, FORMULA, type SheetRow } from '../../kernel/sheet/sheet-row.js';
import type { SharedStrings } from './shared-strings.js';
import { decodeEntities, decodeEscapes, decodeUtf8, textOfItem } from './xml.js';

const LONGEST_ROW = 8_388_608;
const HIGHEST_ROW = 1_048_576;
const WIDEST_ROW = 16_384;
/** Beyond the last row only the merged cells are of interest. */
const TAIL_BYTES = 2_097_152;

/**
 * Reads the rows of a worksheet while it is being unpacked. Rows come in batches, one per chunk; nothing else is kept.
 * After the last batch `mergedCells` holds the ranges.
 */
export class SheetXmlReader {
  mergedCells: readonly string[] = [];
  private prefix: string | null = null;
  private lastRow = 0;
  private tail = '';
  private ended = false;

  constructor(private readonly strings: SharedStrings) {}

  /** @throws DomainError sheets.file.damaged, sheets.file.row_too_long */
  async *read(chunks: AsyncIterable<Buffer>): AsyncGenerator<readonly SheetRow[], void, undefined> {
    let rest: Buffer = Buffer.alloc(0);
    for await (const chunk of chunks) {
      const open = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      const { rows, done } = this.take(open);
      rest = open.subarray(done);
      if (rest.length > LONGEST_ROW) throw new DomainError('sheets.file.row_too_long', { row: this.lastRow + 1 });
      if (rows.length > 0) yield rows;
    }
    this.mergedCells = [...this.tail.matchAll(/<(?:\w+:)?mergeCell\s[^<>]*?ref\s*=\s*["']([A-Z]+\d+:[A-Z]+\d+)["']/g)].map((match) => match[1] as string);
    if (!this.ended) throw new DomainError('sheets.file.damaged');
  }

  private take(open: Buffer): { readonly rows: readonly SheetRow[]; readonly done: number } {
    if (this.ended) {
      if (this.tail.length < TAIL_BYTES) this.tail += open.toString('latin1');
      return { rows: [], done: open.length };
    }
    const start = this.prefix === null ? this.begin(open) : 0;
    if (start < 0) return { rows: [], done: 0 };
    const closing = `</${this.prefix}row>`;
    const finish = open.indexOf(`</${this.prefix}sheetData>`, start, 'latin1');
    const until = finish < 0 ? open.lastIndexOf(closing, undefined, 'latin1') + closing.length : finish;
    const rows: SheetRow[] = [];
    let done = start;
    if (finish >= 0 || until >= closing.length) {
      this.readRows(open.toString('latin1', start, until), closing, rows);
      done = Math.max(start, until);
    } else if (open.length > LONGEST_ROW / 2) {
      // Nothing but empty formatted rows so far: `<row …/>` has no end tag to wait for.
      done = Math.max(start, open.lastIndexOf(`<${this.prefix}row`, undefined, 'latin1'));
      this.readRows(open.toString('latin1', start, done), closing, rows);
    }
    if (finish >= 0) {
      this.ended = true;
      this.tail = open.toString('latin1', finish);
      done = open.length;
    }
    return { rows, done };
  }

  /** Finds `<sheetData>`; @returns the place behind it, or -1 while it has not come */
  private begin(open: Buffer): number {
    const head = open.toString('latin1');
    if (/<!(?:DOCTYPE|ENTITY)/i.test(head)) throw new DomainError('sheets.file.damaged');
    const match = /<(\w+:)?sheetData\s*(\/?)>/.exec(head);
    if (match === null) return -1;
    this.prefix = match[1] ?? '';
    if (match[2] === '/') {
      this.ended = true;
      return open.length;
    }
    return match.index + match[0].length;
  }

  private readRows(text: string, closing: string, into: SheetRow[]): void {
    // Comments and CDATA sections are lawful XML that no spreadsheet writes; they would hide cells from this reader.
    if (text.includes('<!')) throw new DomainError('sheets.file.damaged');
    const opening = `<${this.prefix}row`;
    let at = 0;
    for (;;) {
      const open = text.indexOf(opening, at);
      if (open < 0) return;
      const end = text.indexOf('>', open);
      if (end < 0) return;
      at = end + 1;
      const attributes = text.slice(open + opening.length, end);
      const number = this.numberOf(attributes);
      this.lastRow = number;
      if (attributes.endsWith('/')) continue;
      const close = text.indexOf(closing, at);
      const cells = text.slice(at, close < 0 ? undefined : close);
      at = close < 0 ? text.length : close + closing.length;
      into.push(this.readCells(cells, number, /\shidden\s*=\s*["'](?:1|true)["']/.test(attributes)));
    }
  }

  private numberOf(attributes: string): number {
    const match = /\sr\s*=\s*["'](\d{1,7})["']/.exec(attributes);
    const number = match === null ? this.lastRow + 1 : Number(match[1]);
    if (number < 1 || number > HIGHEST_ROW) throw new DomainError('sheets.file.damaged');
    return number;
  }

  private readCells(text: string, number: number, hidden: boolean): SheetRow {
    const opening = `<${this.prefix}c`;
    const closing = `</${this.prefix}c>`;
    const kinds: number[] = [];
    const texts: string[] = [];
    let at = 0;
    let column = -1;
    for (;;) {
      const open = text.indexOf(opening, at);
      if (open < 0) break;
      const end = text.indexOf('>', open);
      if (end < 0) break;
      const attributes = text.slice(open + opening.length, end);
      at = end + 1;
      column = columnOf(attributes, column + 1);
      if (column >= WIDEST_ROW) throw new DomainError('sheets.file.damaged');
      while (kinds.length < column) {
        kinds.push(CELL.empty);
        texts.push('');
      }
      if (attributes.endsWith('/')) continue;
      const close = text.indexOf(closing, at);
      if (close < 0) break;
      this.readCell(attributes, text.slice(at, close), column, kinds, texts);
      at = close + closing.length;
    }
    return { number, hidden, kinds, texts };
  }

  private readCell(attributes: string, body: string, column: number, kinds: number[], texts: string[]): void {
    const type = attributeT(attributes);
    const formula = body.includes(this.prefix === '' ? '<f' : `<${this.prefix}f`);
    let kind: number;
    let text: string;
    if (type === 'inlineStr') {
      kind = CELL.text;
      text = textFrom(textOfItem(body));
    } else {
      const value = valueOf(body, this.prefix as string);
      if (value === null || (value === '' && type !== 'str')) [kind, text] = [formula ? CELL.unvalued : CELL.empty, ''];
      else if (type === 's') [kind, text] = [CELL.text, this.shared(value)];
      else if (type === 'str' || type === 'd') [kind, text] = [CELL.text, textFrom(value)];
      else if (type === 'b') [kind, text] = [CELL.boolean, value === '1' || value === 'true' ? '1' : '0'];
      else if (type === 'e') [kind, text] = [CELL.error, textFrom(value)];
      else [kind, text] = [CELL.number, value.trim()];
    }
    if (kind === CELL.text && text === '') kind = CELL.empty;
    kinds[column] = formula && kind !== CELL.unvalued ? kind | FORMULA : kind;
    texts[column] = text;
  }

  private shared(value: string): string {
    const text = this.strings.at(Number(value));
    if (text === null) throw new DomainError('sheets.file.damaged');
    return text;
  }
}

const textFrom = (bytes: string): string => decodeEscapes(decodeEntities(decodeUtf8(bytes)));

/** Zero-based column of `r="AB12"`, or the next one where the cell does not say. */
function columnOf(attributes: string, next: number): number {
  let at = attributes.indexOf(' r="');
  if (at < 0) at = attributes.indexOf(" r='");
  if (at < 0) return next;
  let column = 0;
  for (let index = at + 4; index < attributes.length; index++) {
    const sign = attributes.charCodeAt(index);
    if (sign < 65 || sign > 90) break;
    column = column * 26 + sign - 64;
  }
  return column === 0 ? next : column - 1;
}

function attributeT(attributes: string): string {
  let at = attributes.indexOf(' t="');
  if (at < 0) at = attributes.indexOf(" t='");
  if (at < 0) return '';
  const quote = attributes.charAt(at + 3);
  return attributes.slice(at + 4, attributes.indexOf(quote, at + 4));
}

/** The text of `<v>`, still encoded; null where there is none. */
function valueOf(body: string, prefix: string): string | null {
  const open = body.indexOf(`<${prefix}v`);
  if (open < 0) return null;
  const end = body.indexOf('>', open);
  if (end < 0 || body.charAt(end - 1) === '/') return '';
  const close = body.indexOf('<', end);
  return body.slice(end + 1, close < 0 ? undefined : close);
}
