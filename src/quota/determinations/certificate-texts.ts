import { dictionary } from '../../kernel/texts.js';

export const outcomeTexts = dictionary(
  { determined: '认定', refused: '不予认定', corrected: '更正后认定' },
  { determined: 'Determined', refused: 'Not determined', corrected: 'Determined after correction' },
);

/** What a determination says, on the page and on paper. */
export const certificateTexts = dictionary(
  {
    title: '审核认定书',
    titleCompanion: '审核结果单',
    heading: '按比例安排残疾人就业审核认定书',
    headingCompanion: '按比例安排残疾人就业审核结果单',
    companion: '本单位的法定申报在全国残疾人按比例就业情况联网认证平台办理，以平台出具的认定书为准。本结果单供核对。',
    number: '编号', employer: '用人单位', uscc: '统一社会信用代码', region: '审核地区', year: '年度', yearValue: '{year} 年',
    outcome: '审核结果', arranged: '认定的实际安排残疾人就业人数', persons: '{count} 人',
    staff: '在职职工人数（用人单位申报）', required: '应安排人数（按用人单位申报的职工人数计算）', unknown: '未能计算',
    decidedOn: '审核日期', issuedOn: '出具日期', issuer: '出具机关', supersedes: '代替的认定书',
    summary: '计算摘要', summaryNone: '职工人数或者工资总额不全，没有试算应缴金额。', trial: '金额为试算，以税务机关核定为准。',
    remedies: '不服怎么办', remediesLead: '不服本认定的，可以用下面的途径：', remediesUnknown: '途径和期限请向出具机关询问。',
    reconsiderationDays: '自知道之日起 {within} 日内，可以向有管辖权的机关申请行政复议。', reconsiderationMonths: '自知道之日起 {within} 个月内，可以向有管辖权的机关申请行政复议。',
    courtDays: '自知道之日起 {within} 日内，可以向人民法院提起行政诉讼。', courtMonths: '自知道之日起 {within} 个月内，可以向人民法院提起行政诉讼。',
    remediesSource: '依据：{title} {article}', unconfirmed: '这项数据还没有核对原文。',
    verify: '怎样核验', verifyAt: '核验网址', code: '核验码', verifyText: '打开网址或者输入核验码，可以查到本认定书是不是真的、有没有被更正。',
    footer: '编号 {number}　核验码 {code}　{verifyAt}',
  },
  {
    title: 'Determination',
    titleCompanion: 'Result of the review',
    heading: 'Determination of the annual review of disabled employment',
    headingCompanion: 'Result of the annual review of disabled employment',
    companion: 'The legal filing of this employer is made on the national platform, and the determination issued there stands. This copy is for comparison.',
    number: 'Number', employer: 'Employer', uscc: 'Unified social credit code', region: 'Region', year: 'Year', yearValue: '{year}',
    outcome: 'Result', arranged: 'Determined number of employed disabled people', persons: '{count}',
    staff: 'Staff (declared by the employer)', required: 'Required number (from the staff that the employer declared)', unknown: 'Could not be worked out',
    decidedOn: 'Decided on', issuedOn: 'Issued on', issuer: 'Issued by', supersedes: 'Takes the place of',
    summary: 'Summary of the computation', summaryNone: 'Staff or total wages are not complete, so no sum was tried out.', trial: 'Sums are trial sums; the assessment of the tax authority stands.',
    remedies: 'If you disagree', remediesLead: 'Against this determination there is:', remediesUnknown: 'Ask the issuing body for remedies and terms.',
    reconsiderationDays: 'Administrative reconsideration, within {within} days of knowing of it.', reconsiderationMonths: 'Administrative reconsideration, within {within} months of knowing of it.',
    courtDays: 'An action in a people’s court, within {within} days of knowing of it.', courtMonths: 'An action in a people’s court, within {within} months of knowing of it.',
    remediesSource: 'Source: {title} {article}', unconfirmed: 'This has not yet been held against the original text.',
    verify: 'How to verify it', verifyAt: 'Address', code: 'Code', verifyText: 'Open the address or enter the code to see whether this is genuine and whether it was corrected.',
    footer: 'No. {number}  code {code}  {verifyAt}',
  },
);
