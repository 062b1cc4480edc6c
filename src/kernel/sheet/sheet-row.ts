/** What stands in a cell, before anyone asks what it means. */
export const CELL = {
  empty: 0,
  text: 1,
  /** `text` is the number as the file holds it, never rounded by us. */
  number: 2,
  /** `text` is `1` or `0`. */
  boolean: 3,
  /** `text` is the spreadsheet's own error, such as `#N/A`. */
  error: 4,
  /** A formula that was saved without its value. */
  unvalued: 5,
} as const;
export type CellKind = (typeof CELL)[keyof typeof CELL];

/** Added to the kind of a cell whose value was computed by a formula when the file was saved. */
export const FORMULA = 8;

/** One row of a sheet as the user sees it; both lists have one entry per column, from column A on. */
export type SheetRow = {
  /** One-based, as the spreadsheet shows it. */
  readonly number: number;
  readonly hidden: boolean;
  readonly kinds: readonly number[];
  readonly texts: readonly string[];
};

export const kindAt = (row: SheetRow, column: number): CellKind => ((row.kinds[column] ?? CELL.empty) & ~FORMULA) as CellKind;
export const textAt = (row: SheetRow, column: number): string => row.texts[column] ?? '';
export const isFormula = (row: SheetRow, column: number): boolean => ((row.kinds[column] ?? 0) & FORMULA) !== 0;

/** Day 1 of the file's serial numbers: Excel for Windows, or old Excel for Macintosh. */
export type DateSystem = 1900 | 1904;

/** `A`, `Z`, `AA` … of a zero-based column. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}
