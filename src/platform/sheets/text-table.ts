import { DomainError } from '../../kernel/domain-error.js';
import { CELL, type SheetRow } from '../../kernel/sheet/sheet-row.js';
import { decodeText, encodingOf } from './decode-text.js';
import type { Sheet, SheetFile } from './workbook.js';

const DELIMITERS = [',', '\t', ';', '|', '，'] as const;
const LONGEST_RECORD = 1_048_576;

/** A header is looked for in this many rows: titles, notes and unit names stand above it. */
export const HEADER_SEARCH_ROWS = 20;

/** How much of a header the first rows of a table show; 0 for none. */
export type HeaderScore = (rows: readonly SheetRow[]) => number;

/** Opens CSV and its relatives: UTF-8, GB18030 or UTF-16, and the delimiter under which the most of a header shows. */
export function openTextTable(bytes: Buffer, scoreOf: HeaderScore): SheetFile {
  const encoding = encodingOf(bytes);
  const read = (delimiter: string): Generator<readonly SheetRow[], void, undefined> => records(decodeText(bytes, encoding), delimiter);
  let delimiter: string | null = null;
  const sheet: Sheet = {
    name: '',
    hidden: false,
    mergedCells: [],
    async *rows() {
      delimiter ??= chooseDelimiter(read, scoreOf);
      yield* read(delimiter);
    },
  };
  return { format: 'text', dateSystem: 1900, sheets: [sheet] };
}

function chooseDelimiter(read: (delimiter: string) => Generator<readonly SheetRow[], void, undefined>, scoreOf: HeaderScore): string {
  let best: string = DELIMITERS[0];
  let most = 0;
  for (const delimiter of DELIMITERS) {
    const score = scoreOf(firstRows(read(delimiter)));
    if (score > most) [best, most] = [delimiter, score];
  }
  return best;
}

function firstRows(batches: Generator<readonly SheetRow[], void, undefined>): readonly SheetRow[] {
  const rows: SheetRow[] = [];
  for (const batch of batches) {
    rows.push(...batch.slice(0, HEADER_SEARCH_ROWS + 1));
    if (rows.length > HEADER_SEARCH_ROWS) break;
  }
  return rows.slice(0, HEADER_SEARCH_ROWS + 1);
}

/** Records of RFC 4180 with any line end, one batch per chunk; a record is a row as a spreadsheet would show it. */
export function* records(chunks: Iterable<string>, delimiter: string): Generator<readonly SheetRow[], void, undefined> {
  let rest = '';
  let number = 0;
  let newline: '\n' | '\r' | null = null;
  for (const chunk of chunks) {
    rest = rest === '' ? chunk : rest + chunk;
    if (number === 0 && rest.startsWith('\ufeff')) rest = rest.slice(1);
    newline ??= rest.includes('\n') ? '\n' : /\r./.test(rest) ? '\r' : null;
    if (newline === null) continue;
    const rows: SheetRow[] = [];
    const done = takeRecords(rest, delimiter, newline, (fields) => rows.push(rowOf(++number, fields)));
    rest = rest.slice(done);
    if (rest.length > LONGEST_RECORD) throw new DomainError(rest.includes('"') ? 'sheets.file.unclosed_quote' : 'sheets.file.row_too_long', { row: number + 1 });
    if (rows.length > 0) yield rows;
  }
  if (rest === '') return;
  const rows: SheetRow[] = [];
  const done = takeRecords(`${rest}\n`, delimiter, '\n', (fields) => rows.push(rowOf(++number, fields)));
  if (done < rest.length) throw new DomainError('sheets.file.unclosed_quote', { row: number + 1 });
  yield rows;
}

/** Hands over every complete record of a text; @returns how far it read */
function takeRecords(text: string, delimiter: string, newline: '\n' | '\r', record: (fields: readonly string[]) => void): number {
  let at = 0;
  for (;;) {
    const end = text.indexOf(newline, at);
    if (end < 0) return at;
    const line = text.slice(at, text.charCodeAt(end - 1) === 13 && end > at ? end - 1 : end);
    if (!line.includes('"')) {
      record(line.split(delimiter));
      at = end + 1;
      continue;
    }
    const quoted = takeQuoted(text, at, delimiter, newline);
    if (quoted === null) return at;
    record(quoted.fields);
    at = quoted.next;
  }
}

/** One record in which a quotation mark stands; null where its end has not come. */
function takeQuoted(text: string, from: number, delimiter: string, newline: string): { readonly fields: readonly string[]; readonly next: number } | null {
  const fields: string[] = [];
  let at = from;
  for (;;) {
    if (text[at] === '"') {
      let field = '';
      let close = text.indexOf('"', at + 1);
      for (;;) {
        if (close < 0) return null;
        field += text.slice(at + 1, close);
        if (text[close + 1] !== '"') break;
        field += '"';
        at = close + 1;
        close = text.indexOf('"', at + 1);
      }
      at = close + 1;
      const rest = fieldEnd(text, at, delimiter, newline);
      if (rest === null) return null;
      fields.push(field + text.slice(at, rest).replace(/\r$/, ''));
      at = rest;
    } else {
      const rest = fieldEnd(text, at, delimiter, newline);
      if (rest === null) return null;
      fields.push(text.slice(at, rest).replace(/\r$/, ''));
      at = rest;
    }
    if (text[at] === newline) return { fields, next: at + 1 };
    at += delimiter.length;
  }
}

function fieldEnd(text: string, from: number, delimiter: string, newline: string): number | null {
  const line = text.indexOf(newline, from);
  if (line < 0) return null;
  const next = text.indexOf(delimiter, from);
  return next >= 0 && next < line ? next : line;
}

function rowOf(number: number, fields: readonly string[]): SheetRow {
  const kinds: number[] = [];
  const texts: string[] = [];
  for (const field of fields) {
    const formula = field.charCodeAt(0) === 61 && !/^="[^"]*"?$/.test(field);
    texts.push(formula ? '' : field);
    // A text file keeps a formula but never its value.
    kinds.push(formula ? CELL.unvalued : field.trim() === '' ? CELL.empty : CELL.text);
  }
  return { number, hidden: false, kinds, texts };
}
