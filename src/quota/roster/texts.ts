import type { TextParams } from '../../kernel/domain-error.js';
import { dictionary, say, type Dictionary, type TextVariant } from '../../kernel/texts.js';
import { sheetsFileErrorTexts } from '../../platform/sheets/index.js';
import type { RosterWarning, RowError } from './domain/faults.js';
import { TEMPLATE_COLUMNS, type ColumnKey } from './domain/columns.js';
import { rosterFileErrorTexts } from './file-texts.js';
import { rosterRowErrorTexts } from './row-texts.js';

/** Sentences of every code of the room that refuses something. */
export const rosterErrorTexts: Dictionary<keyof typeof rosterRowErrorTexts.zh | keyof typeof rosterFileErrorTexts.zh> = {
  zh: { ...rosterFileErrorTexts.zh, ...rosterRowErrorTexts.zh },
  en: { ...rosterFileErrorTexts.en, ...rosterRowErrorTexts.en },
  easy: {},
};

/** With what a file as such is refused for. */
export const uploadErrorTexts: Dictionary<keyof typeof rosterErrorTexts.zh | keyof typeof sheetsFileErrorTexts.zh> = {
  zh: { ...sheetsFileErrorTexts.zh, ...rosterErrorTexts.zh },
  en: { ...sheetsFileErrorTexts.en, ...rosterErrorTexts.en },
  easy: {},
};

const more = (params: TextParams, zh: boolean): string => (params['more'] === true ? (zh ? ` 等 ${params['count']} 列` : ` and others, ${params['count']} in all`) : '');

/** Words about a file that was taken. */
export const rosterWarningTexts = dictionary(
  {
    'roster.warning.hidden_sheet': '隐藏的工作表没有读：{names}。',
    'roster.warning.hidden_rows': '有 {rows} 行是隐藏的（从第 {firstRow} 行起），也读进来了。',
    'roster.warning.merged_data_cells': '数据区有合并单元格（{ranges}）：值只在第一格，下面的行看作没有填写。',
    'roster.warning.unknown_columns': (p) => `有几列用不到，没有读：${p['names']}${more(p, true)}。`,
    'roster.warning.doubled_columns': (p) => `有几列与别的列意思相同，没有读：${p['names']}${more(p, true)}。`,
    'roster.warning.footer_rows': '表格下方的 {rows} 行合计、签字或说明（从第 {firstRow} 行起）没有当作人员。',
    'roster.warning.certificate_dates_declared': '花名册没有证件有效期，按填报的证件有效计算；审核时以残疾人人口基础数据库为准。',
    'roster.warning.formula_values': '“{column}”列有 {rows} 格是公式（从 {cell} 起），用的是文件里保存的结果，没有重新计算。',
    'roster.warning.post_category_unknown': '“{column}”列有 {rows} 格看不出是管理技术岗还是工人岗（从 {cell} 起），按没有填写处理。',
    'roster.warning.contract_kind_unknown': '“{column}”列有 {rows} 格看不出合同类型（从 {cell} 起），按合同起止日期判断。',
    'roster.warning.fixed_term_without_end': '有 {rows} 行是固定期限合同，但没有填结束日期（从第 {firstRow} 行起），按没有期限计算。',
    'roster.warning.months_all_blank': '有 {rows} 行的十二个月都空着（从第 {firstRow} 行起），按没有填写参保情况处理。',
    'roster.warning.months_of_insurance_unknown': '“{column}”列有 {rows} 格只写了参保几个月（从 {cell} 起），不知道是哪几个月。',
    'roster.warning.no_month_of_base_year': (p) => `${p['column'] === null ? '' : `“${p['column']}”列`}有 ${p['rows']} 行在基准年里没有一个月可以计入（从${p['column'] === null ? `第 ${p['firstRow']} 行` : ` ${p['cell']} `}起）。`,
    'roster.warning.name_missing': '有 {rows} 行没有姓名（从第 {firstRow} 行起）。没有姓名，名单很难逐人核对；请在文件里补上，再上传一次。',
    'roster.warning.other_unit_missing': '有 {rows} 行填了派遣协议，没有填对方单位的统一社会信用代码（从第 {firstRow} 行起）。没有代码，无法与对方的申报核对；请在文件里补上，或者在名单里逐人补填。',
    'roster.warning.other_unit_without_dispatch': '“{column}”列有 {rows} 格填了别的单位（从 {cell} 起），这些行的派遣协议没有填由哪方计入，按没有派遣协议处理。',
  },
  {
    'roster.warning.hidden_sheet': 'Hidden sheets were not read: {names}.',
    'roster.warning.hidden_rows': '{rows} rows are hidden (from row {firstRow} on) and were read all the same.',
    'roster.warning.merged_data_cells': 'Cells are merged among the data ({ranges}): the value stands in the first of them, the rows below count as not filled in.',
    'roster.warning.unknown_columns': (p) => `Columns that are not needed were not read: ${p['names']}${more(p, false)}.`,
    'roster.warning.doubled_columns': (p) => `Columns with the same meaning as another were not read: ${p['names']}${more(p, false)}.`,
    'roster.warning.footer_rows': '{rows} rows of totals, signatures or notes under the table (from row {firstRow} on) were not taken for people.',
    'roster.warning.certificate_dates_declared': 'The roster does not say how long certificates are valid; they are counted as valid, as declared. The review goes by the national register.',
    'roster.warning.formula_values': 'In “{column}” {rows} cells hold formulas (from {cell} on); the results saved in the file were used, nothing was computed.',
    'roster.warning.post_category_unknown': 'In “{column}” {rows} cells do not tell whether the post is management/technical or a worker’s (from {cell} on); they count as not filled in.',
    'roster.warning.contract_kind_unknown': 'In “{column}” {rows} cells do not tell the kind of contract (from {cell} on); the dates decide.',
    'roster.warning.fixed_term_without_end': '{rows} rows have a fixed-term contract without an end (from row {firstRow} on); they are counted as open-ended.',
    'roster.warning.months_all_blank': 'In {rows} rows all twelve months are empty (from row {firstRow} on); insurance counts as not filled in.',
    'roster.warning.months_of_insurance_unknown': 'In “{column}” {rows} cells give only a number of months (from {cell} on); which ones is not known.',
    'roster.warning.no_month_of_base_year': (p) => `${p['rows']} rows have no month in the base year that could count (${p['column'] === null ? '' : `see “${p['column']}”, `}from ${p['column'] === null ? `row ${p['firstRow']}` : p['cell']} on).`,
    'roster.warning.name_missing': '{rows} rows have no name (from row {firstRow} on). Without names a list is hard to check person by person: add them in the file and upload it again.',
    'roster.warning.other_unit_missing': '{rows} rows have a dispatch agreement and no credit code of the other unit (from row {firstRow} on). Without it they cannot be held against that unit’s filing: add it in the file, or line by line in the list.',
    'roster.warning.other_unit_without_dispatch': 'In “{column}” {rows} cells name another unit (from {cell} on), and these rows do not say who counts the worker; they count as having no dispatch agreement.',
  },
);

/** Names of the template's columns. */
export const columnTexts = dictionary(
  {
    seq: '序号', name: '姓名', citizenId: '公民身份号码', certificateKind: '证件类型', certificateNumber: '证件号码', grade: '等级', post: '岗位', postCategory: '岗位类别',
    contractKind: '合同类型', contractStart: '合同开始', contractEnd: '合同结束', wage: '月工资', insuredFrom: '参保开始', insuredTo: '参保结束', dispatch: '派遣协议', otherUscc: '对方单位统一社会信用代码',
  },
  {
    seq: 'No.', name: 'Name', citizenId: 'Citizen ID number', certificateKind: 'Certificate kind', certificateNumber: 'Certificate number', grade: 'Grade', post: 'Post', postCategory: 'Post category',
    contractKind: 'Contract kind', contractStart: 'Contract start', contractEnd: 'Contract end', wage: 'Monthly wage', insuredFrom: 'Insured from', insuredTo: 'Insured to', dispatch: 'Dispatch agreement', otherUscc: 'Credit code of the other unit',
  },
);

/** The template's name of a column; columns outside it are never missed. */
export function standardTitle(key: ColumnKey, variant: TextVariant): string {
  const known = TEMPLATE_COLUMNS.find((column) => column === key);
  return known === undefined ? key : say(columnTexts, variant, known);
}

const placeTexts = dictionary(
  { cell: '第 {row} 行，“{column}”（{cell}）：', row: '第 {row} 行，“{column}”：', line: '第 {row} 行：' },
  { cell: 'Row {row}, “{column}” ({cell}): ', row: 'Row {row}, “{column}”: ', line: 'Row {row}: ' },
);

/** `第 8 行，“身份证号”（C8）：`; faults stored long ago may lack the column. */
export function rowPlace({ row, column, params }: Pick<RowError, 'row' | 'column' | 'params'>, variant: TextVariant): string {
  const isCell = /^[A-Z]+\d+$/.test(String(params['cell']));
  return say(placeTexts, variant, column === '' ? 'line' : isCell ? 'cell' : 'row', { row, column, ...params });
}

/** Where and what: `第 8 行，“身份证号”（C8）：号码的校验位不对…`. */
export const rowErrorSentence = (error: RowError, variant: TextVariant): string => rowPlace(error, variant) + say(rosterRowErrorTexts, variant, error.code, error.params);

export const rosterWarningSentence = (warning: RosterWarning, variant: TextVariant): string => say(rosterWarningTexts, variant, warning.code, warning.params);
