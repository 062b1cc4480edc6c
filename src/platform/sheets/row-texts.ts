import { dictionary, say, type Dictionary, type TextVariant } from '../../kernel/texts.js';
import type { CellErrorCode, RowFault } from '../../kernel/sheet/row-reader.js';

const zh: Readonly<Record<CellErrorCode, string>> = {
  'sheets.row.required': '这一格必须填写。',
  'sheets.row.cell_error': '单元格里是表格软件的错误值 {value}，请改成实际内容。',
  'sheets.row.formula_without_value': '单元格里是公式，文件里没有保存它的结果。请把公式改成数值后再导入。',
  'sheets.row.number_precision_lost': '号码被表格软件改成了数字，后几位已经丢失。请把这一列的格式设为“文本”，再重新导出。',
  'sheets.row.text_too_long': '内容超过 {limit} 个字，请缩短。',
  'sheets.row.word_unknown': '“{value}”不在可选的内容里。请填写：{words}。',
  'sheets.row.number_malformed': '“{value}”不是整数。请只写数字。',
  'sheets.row.number_out_of_range': '“{value}”不在 {least} 到 {most} 之间，请核对。',
  'sheets.row.citizen_id.length': '公民身份号码应为 18 位，请核对是否多了或少了。',
  'sheets.row.citizen_id.old_format': '这是 15 位的旧号码，请填写 18 位公民身份号码。',
  'sheets.row.citizen_id.malformed': '公民身份号码只能有数字，最后一位可以是 X。',
  'sheets.row.citizen_id.birth_date': '号码中的出生日期不存在，请核对第 7 到 14 位。',
  'sheets.row.citizen_id.check_digit': '公民身份号码的校验位不对，有一位填错了，请核对。',
  'sheets.row.uscc.length': '统一社会信用代码应为 18 位，请核对是否多了或少了。',
  'sheets.row.uscc.malformed': '统一社会信用代码里有不该出现的字符，请对照登记证书核对。',
  'sheets.row.uscc.check_digit': '统一社会信用代码的最后一位不对，有一位填错了，请核对。',
  'sheets.row.day_malformed': '“{value}”不是能识别的日期。请写成 2024-03-01；月份写成 2024-03。',
  'sheets.row.day_out_of_range': '“{value}”的年份不在 1900 到 2100 之间，请核对。',
  'sheets.row.wage_malformed': '“{value}”不是能识别的金额。请写成 5000 或 5,000.00。',
  'sheets.row.wage_negative': '金额不能是负数，这里是“{value}”。',
  'sheets.row.wage_too_precise': '“{value}”的小数超过两位，请写到分。',
  'sheets.row.wage_over_limit': '“{value}”超过一个月 1000 万元，请核对是否多写了几位。',
};

const en: Readonly<Record<CellErrorCode, string>> = {
  'sheets.row.required': 'This cell must be filled in.',
  'sheets.row.cell_error': 'The cell holds the spreadsheet’s error {value}; enter what it should be.',
  'sheets.row.formula_without_value': 'The cell holds a formula whose result was not saved in the file. Paste it as a value and import again.',
  'sheets.row.number_precision_lost': 'The spreadsheet has turned this number into a rounded figure and its last digits are lost. Set the column’s format to “Text” and export again.',
  'sheets.row.text_too_long': 'This is longer than {limit} characters; shorten it.',
  'sheets.row.word_unknown': '“{value}” is none of the words that can stand here: {words}.',
  'sheets.row.number_malformed': '“{value}” is no whole number. Write digits only.',
  'sheets.row.number_out_of_range': '“{value}” is not between {least} and {most}; please check.',
  'sheets.row.citizen_id.length': 'A citizen ID number has 18 characters; check whether one is missing or one too many.',
  'sheets.row.citizen_id.old_format': 'This is an old number of 15 digits; enter the citizen ID number of 18 characters.',
  'sheets.row.citizen_id.malformed': 'A citizen ID number has digits only; the last character may be X.',
  'sheets.row.citizen_id.birth_date': 'The date of birth in the number does not exist; check characters 7 to 14.',
  'sheets.row.citizen_id.check_digit': 'The check digit of the citizen ID number does not fit, so one character is wrong; please check.',
  'sheets.row.uscc.length': 'A unified social credit code has 18 characters; check whether one is missing or one too many.',
  'sheets.row.uscc.malformed': 'The unified social credit code holds characters that cannot stand in it; compare with the licence.',
  'sheets.row.uscc.check_digit': 'The last character of the unified social credit code does not fit, so one is wrong; please check.',
  'sheets.row.day_malformed': '“{value}” cannot be read as a day. Write it as 2024-03-01, a month as 2024-03.',
  'sheets.row.day_out_of_range': 'The year in “{value}” is not between 1900 and 2100; please check.',
  'sheets.row.wage_malformed': '“{value}” cannot be read as an amount. Write it as 5000 or 5,000.00.',
  'sheets.row.wage_negative': 'An amount cannot be negative; this says “{value}”.',
  'sheets.row.wage_too_precise': '“{value}” has more than two decimals; write it to the fen.',
  'sheets.row.wage_over_limit': '“{value}” is above 10 million yuan a month; has it digits too many?',
};

/** What is wrong with a cell of an imported table, and what to do. The place stands before the sentence (`rowFaultSentence`). */
export const sheetsRowErrorTexts = dictionary(zh, en);

/** Why a table is refused although its file can be read. */
export const sheetsTableErrorTexts = dictionary(
  {
    'sheets.table.header_not_found': '前 {rows} 行里没有找到表头。表头要有这几列：{names}。',
    'sheets.table.header_in_hidden_sheet': '要导入的表在隐藏的工作表“{name}”里。请取消隐藏后再导入。',
    'sheets.table.columns_missing': '第 {row} 行的表头缺少：{names}。请补上这几列再导入。',
    'sheets.table.several_sheets': '有几张工作表都像要导入的表：{names}。请只留一张。',
    'sheets.table.no_rows': '表头下面没有一行数据。请核对文件。',
    'sheets.table.too_many_rows': (p) => `这个文件超过 ${p['limit']} 行${p['row'] === undefined ? '' : `，从第 ${p['row']} 行起是多出来的`}。请分成几份，分别导入。`,
    'sheets.table.too_large': '这个文件超过 {limit} MB。请分成几份，分别导入。',
  },
  {
    'sheets.table.header_not_found': 'No header was found in the first {rows} rows. It needs these columns: {names}.',
    'sheets.table.header_in_hidden_sheet': 'The table is in the hidden sheet “{name}”. Unhide it and import again.',
    'sheets.table.columns_missing': 'The header in row {row} lacks: {names}. Add these columns and import again.',
    'sheets.table.several_sheets': 'Several sheets look like the table to be imported: {names}. Keep one.',
    'sheets.table.no_rows': 'No row of data follows the header. Check the file.',
    'sheets.table.too_many_rows': (p) => `This file has more than ${p['limit']} rows${p['row'] === undefined ? '' : `; from row ${p['row']} on they are too many`}. Divide it and import the parts.`,
    'sheets.table.too_large': 'This file is larger than {limit} MB. Divide it and import the parts.',
  },
);

const placeTexts = dictionary({ cell: '第 {line} 行，“{column}”：', row: '第 {line} 行：' }, { cell: 'Line {line}, “{column}”: ', row: 'Line {line}: ' });

/** Where and what: `第 8 行，“身份证号”：公民身份号码的校验位不对…`. @param texts of the room whose codes stand beside the common ones */
export function rowFaultSentence(texts: Dictionary, { line, column, code, params }: RowFault, variant: TextVariant): string {
  const source: Dictionary = Object.hasOwn(sheetsRowErrorTexts.zh, code) ? sheetsRowErrorTexts : texts;
  return say(placeTexts, variant, column === '' ? 'row' : 'cell', { line, column }) + say(source, variant, code, params);
}
