import { dictionary } from '../../kernel/texts.js';
import type { FactKind } from './domain/kinds.js';

/** What this room refuses, and what the person can do. */
export const factsErrorTexts = dictionary(
  {
    'facts.file.line_malformed': ({ line, field, character }) => (field === undefined ? `第 ${line} 行从第 ${character ?? 1} 个字符起不是一个 JSON 对象。请每行写一个对象。` : `第 ${line} 行的字段“${field}”不认识，或者不是文字、数字。请按数据接口的字段名写。`),
    'facts.batch.not_found': '找不到这个批次。请核对编号后重试。',
    'facts.row.newer_known': '同一事实已有更晚时点的数据，这一行较旧，没有采用。请核对数据的时点。',
    'facts.row.contradicts_line': '与第 {line} 行是同一事实，但内容不同，无法判断以哪一行为准。请在来源处核对后重新导出。',
    'facts.row.month_in_future': '所属月份晚于这批数据的时点。请核对月份，或核对导入时填写的数据时点。',
    'facts.row.certificate_number': '证件号码的格式不对。请在来源处核对。',
    'facts.row.certificate_of_someone_else': '残疾人证号与公民身份号码不是同一个人的。请核对两个号码。',
    'facts.row.grade_contradicts_number': '等级与残疾人证号第 20 位不一致。请核对证件。',
    'facts.row.grade_start_unknown': '不知道这个等级从哪一天开始。请补上首次发证日期、有效期起或等级开始。',
    'facts.row.grade_overlap': '这个等级的起止日期与已知的另一个等级重叠。请核对等级开始和等级结束。',
    'facts.row.period': '结束日期早于开始日期。请核对。',
    'facts.row.number_of_someone_else': '这个证件号码已经登记在另一个人名下。请在来源处核对。',
    'facts.http.not_configured': '没有设置数据接口的地址和密钥。请设置 ZHUJIU_FACTS_URL 和 ZHUJIU_FACTS_KEY。',
    'facts.http.refused': '数据接口拒绝了请求（状态 {status}）。请核对地址、密钥和权限。',
    'facts.http.unreachable': '试了 {attempts} 次，数据接口都没有正常答复（{reason}）。已取得的页都已保存，稍后再运行会从中断处继续。',
    'facts.http.page_malformed': '数据接口第 {page} 页的格式不对（{reason}）。请联系接口的运营单位。',
    'facts.http.page_too_large': '数据接口的一页超过 {limit} MB。请联系接口的运营单位减少每页行数。',
    'facts.http.cursor_repeats': '数据接口的第 {page} 页又指回了读过的位置，会没有尽头。请联系接口的运营单位。',
    'facts.http.busy': '这类数据正在从接口读取。请等它完成后再试。',
  },
  {
    'facts.file.line_malformed': ({ line, field, character }) => (field === undefined ? `Line ${line} is no JSON object from character ${character ?? 1} on. Write one object a line.` : `In line ${line}, the field “${field}” is not known or is no plain text or number. Use the field names of the data service.`),
    'facts.batch.not_found': 'There is no such batch. Check its number and try again.',
    'facts.row.newer_known': 'A later state of the same fact is known already; this row is older and was not taken. Check the moment of which the data speaks.',
    'facts.row.contradicts_line': 'This is the same fact as in line {line} with another content, and nothing tells which holds. Check it at the source and export again.',
    'facts.row.month_in_future': 'The month lies after the moment of which this data speaks. Check the month, or the moment given for the import.',
    'facts.row.certificate_number': 'The certificate number has the wrong form. Check it at the source.',
    'facts.row.certificate_of_someone_else': 'The certificate number and the citizen ID number belong to different people. Check both.',
    'facts.row.grade_contradicts_number': 'The grade differs from character 20 of the certificate number. Check the certificate.',
    'facts.row.grade_start_unknown': 'Nothing tells from which day this grade holds. Add the first issue, the begin of validity or the begin of the grade.',
    'facts.row.grade_overlap': 'The days of this grade overlap with those of another grade that is known. Check where the grades begin and end.',
    'facts.row.period': 'The end lies before the beginning. Check both days.',
    'facts.row.number_of_someone_else': 'This certificate number is registered for somebody else. Check it at the source.',
    'facts.http.not_configured': 'The address and the key of the data service are not set. Set ZHUJIU_FACTS_URL and ZHUJIU_FACTS_KEY.',
    'facts.http.refused': 'The data service refused the call (status {status}). Check address, key and rights.',
    'facts.http.unreachable': 'The data service did not answer properly in {attempts} tries ({reason}). The pages that came are kept; the next run goes on where this one stopped.',
    'facts.http.page_malformed': 'Page {page} of the data service has the wrong form ({reason}). Tell whoever runs the service.',
    'facts.http.page_too_large': 'A page of the data service is larger than {limit} MB. Ask whoever runs it for smaller pages.',
    'facts.http.cursor_repeats': 'Page {page} of the data service leads back to where we have been and would never end. Tell whoever runs the service.',
    'facts.http.busy': 'This kind of data is being read from the service right now. Wait until that is done.',
  },
);

const kindsZh: Readonly<Record<FactKind, string>> = { disability: '残疾人证', military: '残疾军人证', police: '伤残人民警察证', insurance: '社会保险缴费', wage: '工资', graduate: '高校毕业生' };
const kindsEn: Readonly<Record<FactKind, string>> = { disability: 'Disability certificates', military: 'Military disability certificates', police: 'Police disability certificates', insurance: 'Insurance months', wage: 'Wages', graduate: 'Graduates' };
export const factKindTexts = dictionary(kindsZh, kindsEn);
