import type { CitizenIdText } from '../../../kernel/ids/citizen-id.js';
import type { UsccText } from '../../../kernel/ids/uscc.js';
import type { RowReader, TableColumn } from '../../../kernel/sheet/row-reader.js';

export const INSURANCE_COLUMNS = [
  { key: 'citizenId', title: '公民身份号码', names: /^(?:公民身份证?号码?|(?:居民)?身份证(?:件)?(?:号码?)?|证件号码|aac147|citizenid)$/, required: true },
  { key: 'uscc', title: '统一社会信用代码', names: /^(?:(?:单位|用人单位|参保单位)?统一社会信用代码|社会信用代码|信用代码|aab003|uscc)$/, required: true },
  { key: 'month', title: '费款所属期', names: /^(?:(?:费款)?所属期|缴费(?:年月|月份)|(?:参保)?月份|年月|aae003|month)$/, required: true },
  { key: 'kind', title: '险种', names: /^(?:险种(?:类型|名称)?|保险(?:种类|类型)|aae140|kind)$/, required: true },
] as const satisfies readonly TableColumn<string>[];

export const WAGE_COLUMNS = [
  { key: 'citizenId', title: '公民身份号码', names: /^(?:公民身份证?号码?|(?:居民)?身份证(?:件)?(?:号码?)?|证件号码|citizenid)$/, required: true },
  { key: 'uscc', title: '统一社会信用代码', names: /^(?:(?:单位|用人单位|扣缴义务人)?统一社会信用代码|社会信用代码|信用代码|纳税人识别号|uscc)$/, required: true },
  { key: 'month', title: '所属月份', names: /^(?:(?:税款)?所属(?:期|月份)|工资(?:月份|年月)|月份|年月|month)$/, required: true },
  { key: 'wage', title: '工资', names: /^(?:(?:月|应发)?工资(?:薪金)?(?:额|收入|所得)?|收入(?:额)?|wage)$/, required: true },
] as const satisfies readonly TableColumn<string>[];

type Key<C extends readonly TableColumn<string>[]> = C[number]['key'];
export type InsuranceKey = Key<typeof INSURANCE_COLUMNS>;
export type WageKey = Key<typeof WAGE_COLUMNS>;

type MonthRow = { readonly line: number; readonly citizenId: CitizenIdText; /** yyyymm */ readonly month: number; readonly uscc: UsccText };
export type InsuranceRow = MonthRow & { readonly kind: 'pension' | 'medical' };
export type WageRow = MonthRow & { readonly fen: bigint };

function readFund(text: string): 'pension' | 'medical' | null {
  if (text === '110' || text === 'pension' || /养老/.test(text)) return 'pension';
  return text === '310' || text === 'medical' || /医疗/.test(text) ? 'medical' : null;
}

/** Null after a fault was collected. @param lastMonth of the register: what it says of later months is a typing error */
export function readInsuranceRow(reader: RowReader<InsuranceKey>, lastMonth: number): InsuranceRow | null {
  const common = readMonthRow(reader, lastMonth);
  const kind = reader.required('kind', reader.word('kind', readFund, '养老、医疗'));
  return common === null || kind === null ? null : { ...common, kind };
}

export function readWageRow(reader: RowReader<WageKey>, lastMonth: number): WageRow | null {
  const common = readMonthRow(reader, lastMonth);
  const fen = reader.required('wage', reader.amount('wage'));
  return common === null || fen === null ? null : { ...common, fen };
}

/** What both tables share of their readers. */
type MonthReader = Pick<RowReader<'citizenId' | 'uscc' | 'month'>, 'citizenId' | 'uscc' | 'month' | 'required' | 'fault' | 'line'>;

function readMonthRow(reader: MonthReader, lastMonth: number): MonthRow | null {
  const citizenId = reader.required('citizenId', reader.citizenId('citizenId'));
  const uscc = reader.required('uscc', reader.uscc('uscc'));
  const month = reader.required('month', reader.month('month'));
  if (month !== null && month > lastMonth) return reader.fault('month', 'facts.row.month_in_future');
  return citizenId === null || uscc === null || month === null ? null : { line: reader.line, citizenId, month, uscc };
}
