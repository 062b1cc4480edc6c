import { decimalUnits, divideHalfUp, INPUT_SCALE, parseDecimal, powerOfTen } from '../../../kernel/exact.js';
import type { CertificateKind } from '../../../kernel/ids/service-certificate.js';
import { fen, type Fen } from '../../../kernel/money.js';
import { toHalfWidth } from '../../../kernel/normalise.js';
import { err, ok, type Result } from '../../../kernel/result.js';
import { CELL, type CellKind } from './sheet-row.js';

/** A value as it is compared: half-width, without any space, upper case. */
const compact = (text: string): string => toHalfWidth(text).replace(/\s+/g, '').toUpperCase();

/** Marks that people put where there is nothing to say. */
export const isBlank = (text: string): boolean => /^(?:[-—–/\\]*|N\/?A|NULL|无|暂无)$/.test(compact(text));

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

const YES = /^(?:[✓✔√☑●VY1]|YES|TRUE|T|是|有|已?缴(?:纳|费)?|已?参(?:保|加)|正常(?:参保|缴费|缴纳)?|在保)$/;
const NO = /^(?:[-—–/\\×✗✕✘☒○0XNF]|NO|FALSE|否|无|没有|未(?:缴(?:纳|费)?|参(?:保|加))|停(?:保|缴)|断(?:保|缴)|欠(?:费|缴))?$/;

const AMOUNT = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?元?$/;

/** Reads a mark in a month column or a yes-or-no column; a sum paid is a yes. Null where it is neither. */
export function readMark(text: string): boolean | null {
  const plain = compact(text);
  if (NO.test(plain)) return false;
  if (YES.test(plain)) return true;
  return AMOUNT.test(plain) ? Number(plain.replace(/[,元]/g, '')) > 0 : null;
}

/** Kind of certificate by its name; null where the words name none of the three. */
export function readCertificateKind(text: string): CertificateKind | null {
  const plain = compact(text);
  if (/警/.test(plain)) return 'police';
  if (/军/.test(plain)) return 'military';
  return /残疾(?:人)?证|二代证|^残疾人?$|DISABILITY/.test(plain) ? 'disability' : null;
}

/** The number's own shape tells where nobody said it; null where it does not. */
export function kindOfNumber(number: string): CertificateKind | null {
  const plain = compact(number);
  if (/^\d{15,}/.test(plain)) return 'disability';
  if (/警/.test(plain)) return 'police';
  return /军/.test(plain) ? 'military' : null;
}

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

export type PostCategory = 'management' | 'worker';

export function readPostCategory(text: string): PostCategory | null {
  const plain = compact(text);
  if (/工人|工勤|操作|生产|普工|一线|^WORKER$/.test(plain)) return 'worker';
  return /管理|技术|专技|干部|^MANAGEMENT$/.test(plain) ? 'management' : null;
}

export type ContractKind = 'establishment' | 'fixed' | 'open' | 'other';

export function readContractKind(text: string): ContractKind | null {
  const plain = compact(text);
  if (/^(?:非在?编|编外|无编)/.test(plain)) return 'other';
  if (/在编|编制|编内|公务员|ESTABLISHMENT/.test(plain)) return 'establishment';
  if (/无固定|长期|OPEN/.test(plain)) return 'open';
  if (/固定|FIXED/.test(plain)) return 'fixed';
  return /合同|协议|任务|聘|CONTRACT|AGREEMENT/.test(plain) ? 'other' : null;
}

/** Words in an end date that mean there is none. */
export const isOpenEnd = (text: string): boolean => /^(?:无固定期限?|长期|至今|在职|永久|不限|无期限|9999[-/.年]?\d{0,2}[-/.月]?\d{0,2}日?)$/.test(compact(text));

export type Dispatch = 'none' | 'in' | 'out';

export function readDispatch(text: string): Dispatch | null {
  const plain = compact(text);
  if (plain === '' || NO.test(plain) || /^(?:NONE|非派遣|未派遣|无协议)$/.test(plain)) return 'none';
  if (/^(?:我方|本方|我单位|本单位|本公司|我司|由我方|由本单位)(?:计入)?$|^计入(?:我方|本方|本单位|我单位)$|^(?:IN|OURSIDE|COUNTEDHERE)$/.test(plain)) return 'in';
  return /^(?:对方|对方单位|由对方)(?:计入)?$|^计入对方(?:单位)?$|^(?:OUT|THEIRSIDE|COUNTEDTHERE)$/.test(plain) ? 'out' : null;
}

export function readResidence(text: string): 'local' | 'elsewhere' | null {
  const mark = readMark(text);
  return mark === null ? null : mark ? 'local' : 'elsewhere';
}

/** An identity or certificate number that went through a spreadsheet's number format and lost its last digits. */
export function lostDigits(text: string, kind: CellKind): boolean {
  const plain = compact(text);
  if (/^\d(?:\.\d+)?E\+?\d{2}$/.test(plain)) return true;
  return kind === CELL.number && plain.replace(/\D/g, '').length > 15;
}
