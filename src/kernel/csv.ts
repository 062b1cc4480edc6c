/**
 * CSV that a spreadsheet opens as it is meant: UTF-8 with its mark, CRLF, every cell in quotes. A cell that a spreadsheet
 * would run as a formula gets an apostrophe in front (security.md, "Bad input").
 */
export const csv = (rows: CsvRows): string => CSV_MARK + csvLines(rows);

export type CsvRows = readonly (readonly (string | number | null)[])[];

/** What a file begins with that is written in pieces of `csvLines`. */
export const CSV_MARK = '\ufeff';

export const csvLines = (rows: CsvRows): string => rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');

function cell(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  // East Asian editions of spreadsheets take the full-width signs for the same.
  const safe = /^[=+\-@＝＋－＠\t\r\n]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
