import { decimalUnits, divideHalfUp, INPUT_SCALE, parseDecimal, powerOfTen } from '../exact.js';
import { fen, type Fen } from '../money.js';
import { toHalfWidth } from '../normalise.js';
import { err, ok, type Result } from '../result.js';
import { CELL, type CellKind } from './sheet-row.js';

/** A value as it is compared: half-width, without any space, upper case. */
export const compact = (text: string): string => toHalfWidth(text).replace(/\s+/g, '').toUpperCase();

const beginsWithDigit = (text: string): boolean => text.charCodeAt(0) >= 48 && text.charCodeAt(0) <= 57;

/** Marks that people put where there is nothing to say. */
export const isBlank = (text: string): boolean => !beginsWithDigit(text) && /^(?:[-—–/\\]*|N\/?A|NULL|无|暂无)$/.test(compact(text));

export type WageFault = 'wage_malformed' | 'wage_negative' | 'wage_too_precise' | 'wage_over_limit';

/** Yuan a month beyond which a figure is a typing error or a yearly total. */
export const HIGHEST_WAGE = fen(1_000_000_000n);

const WAGE = /^(?:RMB|CNY|人民币)?[¥￥]?(-?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?:元|块)?(?:整)?(?:[/每]?月)?$/;
const NUMBER = /^-?\d+(?:\.\d+)?(?:E[-+]?\d+)?$/;

/** Reads yuan a month: 5000, 5,000.50, ￥5000元, full-width. A spreadsheet's own number keeps its fen, not its binary tail. */
export function readWage(text: string, kind: CellKind): Result<Fen, WageFault> {
  const plain = compact(text);
  if (kind === CELL.number) return readNumber(plain);
  const match = WAGE.exec(plain);
  if (!match) return err('wage_malformed');
  const [, minus, whole, fraction] = match;
  if (minus === '-') return err('wage_negative');
  const units = parseDecimal(`${(whole as string).replaceAll(',', '')}${fraction ?? ''}`, INPUT_SCALE);
  if (!units.ok) return err('wage_too_precise');
  if (units.value % powerOfTen(INPUT_SCALE - 2) !== 0n) return err('wage_too_precise');
  return within(fen(units.value / powerOfTen(INPUT_SCALE - 2)));
}

/** 5000.1 is stored as 5000.1000000000004: fifteen digits are what the spreadsheet shows. */
function readNumber(text: string): Result<Fen, WageFault> {
  if (!NUMBER.test(text)) return err('wage_malformed');
  const shown = Number(text);
  if (shown < 0) return err('wage_negative');
  if (shown > 1e13) return err('wage_over_limit');
  const decimal = shown.toPrecision(15);
  if (!/^\d+(?:\.\d+)?$/.test(decimal)) return shown < 1e-4 ? ok(fen(0n)) : err('wage_malformed');
  const scale = (decimal.split('.')[1] ?? '').length;
  return within(fen(divideHalfUp(decimalUnits(decimal, scale) * 100n, powerOfTen(scale))));
}

const within = (amount: Fen): Result<Fen, WageFault> => (amount > HIGHEST_WAGE ? err('wage_over_limit') : ok(amount));

const GRADE_WORDS: Readonly<Record<string, number>> = {
  一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10,
  壹: 1, 贰: 2, 叁: 3, 肆: 4, 伍: 5, 陆: 6, 柒: 7, 捌: 8, 玖: 9, 拾: 10,
  I: 1, II: 2, III: 3, IV: 4, V: 5, VI: 6, VII: 7, VIII: 8, IX: 9, X: 10,
  Ⅰ: 1, Ⅱ: 2, Ⅲ: 3, Ⅳ: 4, Ⅴ: 5, Ⅵ: 6, Ⅶ: 7, Ⅷ: 8, Ⅸ: 9, Ⅹ: 10,
};

/** Reads 三级, 3, Ⅲ级, 肢体三级; null where no grade can be read. */
export function readGrade(text: string): number | null {
  const match = /^\D*?(\d{1,2}|[一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]|[IVX]{1,4})(?:\.0)?(?:级)?$/.exec(compact(text));
  if (!match) return null;
  const word = match[1] as string;
  return GRADE_WORDS[word] ?? (/^\d+$/.test(word) ? Number(word) : null);
}

/** An identity or certificate number that went through a spreadsheet's number format and lost its last digits. */
export function lostDigits(text: string, kind: CellKind): boolean {
  const plain = compact(text);
  if (/^\d(?:\.\d+)?E\+?\d{2}$/.test(plain)) return true;
  return kind === CELL.number && plain.replace(/\D/g, '').length > 15;
}

/** `="110105…"` is how some exports keep a number from being rounded. */
export const unquoted = (text: string): string => text.replace(/^\s*=?\s*"|"\s*$/g, '');
