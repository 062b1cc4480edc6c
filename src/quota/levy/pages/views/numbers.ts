/**
 * Exact decimals as people read them: digits in groups of three, `12,000.00`. The text never becomes a float.
 * @param decimals least number of decimals; those of the text are all kept.
 */
export function grouped(decimal: string, decimals: number): string {
  return new Intl.NumberFormat('en', { minimumFractionDigits: decimals, maximumFractionDigits: 20 }).format(decimal as `${number}`);
}

/** `12,000.00`. */
export const groupedYuan = (decimal: string): string => grouped(decimal, 2);
