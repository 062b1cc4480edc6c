import type { LineParams, StatementLine } from '../../domain/result.js';

/**
 * Exact decimals as people read them: digits in groups of three, `12,000.00`. The text never becomes a float.
 * @param decimals least number of decimals; those of the text are all kept.
 */
export function grouped(decimal: string, decimals: number): string {
  return new Intl.NumberFormat('en', { minimumFractionDigits: decimals, maximumFractionDigits: 20 }).format(decimal as `${number}`);
}

/** `12,000.00`. */
export const groupedYuan = (decimal: string): string => grouped(decimal, 2);

/** Parameters of sentences that are sums of money. */
const MONEY: ReadonlySet<string> = new Set(['totalWages', 'averageWage', 'socialAverageWage', 'wageCap', 'leviedWage', 'due', 'relief', 'alreadyPaid']);

/** Sums in groups of three digits: 217,412.94. */
export function groupMoney(params: LineParams): LineParams {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, MONEY.has(name) && typeof value === 'string' ? groupedYuan(value) : value]));
}

/** A line of a statement as its sentence tells it to people, on a page or on paper. */
export const readableLine = (line: StatementLine): StatementLine =>
  ({ ...line, params: groupMoney(line.params), value: line.unit === 'yuan' && line.value !== null ? groupedYuan(line.value) : line.value });
