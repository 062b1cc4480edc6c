/**
 * CSV that a spreadsheet opens as it is meant: UTF-8 with its mark, CRLF, every cell in quotes. A cell that a spreadsheet
 * would run as a formula gets an apostrophe in front (security.md, "Bad input").
 */
export function csv(rows: readonly (readonly (string | number | null)[])[]): string {
  return `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
