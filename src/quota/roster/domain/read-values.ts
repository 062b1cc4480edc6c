import type { CertificateKind } from '../../../kernel/ids/service-certificate.js';
import { compact } from '../../../kernel/sheet/read-cells.js';

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
