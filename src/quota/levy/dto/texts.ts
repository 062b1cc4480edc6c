import type { TextParams } from '../../../kernel/domain-error.js';
import { dictionary } from '../../../kernel/texts.js';
import type { levyErrorTexts } from '../texts.js';

const ZH_EXPECTED: Readonly<Record<string, string>> = {
  text: '请填写带引号的文字。',
  decimal: '请把金额或人数写成带引号的数字，例如 "12000.00"。',
  integer: '请填写不带引号的整数，例如 200。',
  list: '请填写列表（用方括号）。',
  object: '请填写对象（用花括号）。',
  month: '请把月份写成带引号的“年-月”，例如 "2024-08"。',
  day: '请把日期写成带引号的“年-月-日”，例如 "2025-09-10"。',
};

const EN_EXPECTED: Readonly<Record<string, string>> = {
  text: 'Enter text in quotation marks.',
  decimal: 'Enter the amount or number as text in quotation marks, for example "12000.00".',
  integer: 'Enter a whole number without quotation marks, for example 200.',
  list: 'Enter a list (in square brackets).',
  object: 'Enter an object (in braces).',
  month: 'Enter the month as text, year and month, for example "2024-08".',
  day: 'Enter the date as text, year, month and day, for example "2025-09-10".',
};

const expected = (sentences: Readonly<Record<string, string>>) => (params: TextParams): string => {
  const sentence = sentences[String(params['expected'])];
  if (sentence === undefined) throw new Error(`no sentence for a value expected to be ${params['expected']}`);
  return sentence;
};

/**
 * What is wrong with one key of a levy case or with one line of the command's input, and what to do.
 * Codes that the domain gives as well have their sentences in `../texts.ts`.
 */
export const levyCaseErrorTexts = dictionary(
  {
    'levy.case.json_malformed': '这一行不是完整的 JSON。请检查引号、逗号和括号，每行只写一份测算数据。',
    'levy.case.line_too_long': '这一行超过 {max} 个字节。请把数据拆成几份，或者改用 arrangedCount 填写安排人数。',
    'levy.case.not_utf8': '这一行不是 UTF-8 编码。请把文件另存为 UTF-8 后重试。',
    'levy.case.more_errors': '错误较多，这里只列出前 {shown} 处。请先改正这些，再重新提交。',
    'levy.case.required': '缺少必填项。请补上这一项。',
    'levy.case.unknown_key': '不认识这一项。请核对名称的拼写和大小写，或者删去这一项。',
    'levy.case.type': expected(ZH_EXPECTED),
    'levy.case.empty': '这一项不能为空。请填写内容。',
    'levy.case.too_long': '内容太长。请控制在 {max} 个字符以内。',
    'levy.case.negative': '不能是负数。请填写 0 或更大的数。',
    'levy.case.too_small': '数值太小。请填写 {min} 或更大的数。',
    'levy.case.too_large': '数值太大。请填写不超过 {max} 的数。',
    'levy.case.not_integer': '请填写整数，不要带小数。',
    'levy.case.not_a_number': '这不是一个确定的数。请填写数字；没有数字时删去这一项。',
    'levy.case.exponent': '请不要使用科学计数法。例如 "1e5" 请写成 "100000"。',
    'levy.case.malformed_number': '看不懂这个数。请只用半角数字和一个小数点，例如 "12000.50"，不要写千分位逗号、加号或单位。',
    'levy.case.too_many_decimals': '小数位太多。请最多保留 {decimals} 位小数。',
    'levy.case.month_count': '需要 12 个月的人数，现在有 {given} 个。请按 1 月到 12 月各填一个，没有职工的月份填 0。',
    'levy.case.month_malformed': '月份写法不对。请写成四位年份加两位月份，例如 "2024-08"。',
    'levy.case.too_many_months': '一个人一年最多 12 个月，现在有 {given} 个。请删去多余的月份。',
    'levy.case.too_many_entries': '条数太多。请控制在 {max} 条以内。',
    'levy.case.region_malformed': '行政区划代码写法不对。请填写 6 位数字，例如淄博市张店区 "370303"。',
    'levy.case.employer_kind': '没有这种用人单位类型。请从这些当中选一个：{allowed}。',
    'levy.case.fee_period': '没有这种缴费期。请填写 year（按年）或 quarter（按季）。',
    'levy.case.certificate': '没有这种证件。请填写 disability（残疾人证）、military（残疾军人证）或 police（伤残人民警察证）。',
    'levy.case.direction': '派遣方向不对。请填写 in（我方计入）或 out（对方计入）。',
    'levy.case.one_of_missing': '以下几项必须填写一项：{keys}。请补上其中一项。',
    'levy.case.one_of_several': '以下几项只能填写一项：{keys}。请只留一项。',
  },
  {
    'levy.case.json_malformed': 'This line is not complete JSON. Check quotation marks, commas and brackets, and write one case on each line.',
    'levy.case.line_too_long': 'This line is longer than {max} bytes. Split the data into several cases, or give the number of people as arrangedCount.',
    'levy.case.not_utf8': 'This line is not UTF-8. Save the file as UTF-8 and try again.',
    'levy.case.more_errors': 'There are many mistakes; only the first {shown} are listed. Correct these and send the case again.',
    'levy.case.required': 'This is missing. Add it.',
    'levy.case.unknown_key': 'This name is not known. Check its spelling and capital letters, or remove it.',
    'levy.case.type': expected(EN_EXPECTED),
    'levy.case.empty': 'This cannot be empty. Enter a value.',
    'levy.case.too_long': 'This is too long. Use at most {max} characters.',
    'levy.case.negative': 'This cannot be negative. Enter 0 or more.',
    'levy.case.too_small': 'This is too small. Enter {min} or more.',
    'levy.case.too_large': 'This is too large. Enter at most {max}.',
    'levy.case.not_integer': 'Enter a whole number without decimals.',
    'levy.case.not_a_number': 'This is not a definite number. Enter digits, or remove the key if there is no number.',
    'levy.case.exponent': 'Do not use scientific notation. Write "100000", not "1e5".',
    'levy.case.malformed_number': 'This cannot be read as a number. Use digits and one point only, for example "12000.50": no grouping commas, plus sign or unit.',
    'levy.case.too_many_decimals': 'There are too many decimals. Use at most {decimals}.',
    'levy.case.month_count': 'Twelve monthly numbers are needed, but {given} were given. Enter one for each month from January to December, 0 for a month without staff.',
    'levy.case.month_malformed': 'This is not a month. Write a four-digit year and a two-digit month, for example "2024-08".',
    'levy.case.too_many_months': 'One person has at most 12 months in a year, but {given} were given. Remove the surplus.',
    'levy.case.too_many_entries': 'There are too many entries. Use at most {max}.',
    'levy.case.region_malformed': 'This is not a region code. Enter six digits, for example "370303" for Zhangdian district of Zibo.',
    'levy.case.employer_kind': 'There is no such kind of employer. Choose one of: {allowed}.',
    'levy.case.fee_period': 'There is no such period. Enter year or quarter.',
    'levy.case.certificate': 'There is no such certificate. Enter disability, military or police.',
    'levy.case.direction': 'There is no such direction. Enter in (counted here) or out (counted at the other unit).',
    'levy.case.one_of_missing': 'One of these is needed: {keys}. Add one of them.',
    'levy.case.one_of_several': 'Only one of these can be given: {keys}. Keep one.',
  },
);

export type CaseErrorCode = keyof typeof levyCaseErrorTexts.zh | keyof typeof levyErrorTexts.zh;
