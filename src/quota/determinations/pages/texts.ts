import { dictionary } from '../../../kernel/texts.js';

export const verdictTexts = dictionary(
  { genuine: '是真的', superseded: '是真的，但已经更正', unknown: '查不到', changed: '内容被改过' },
  { genuine: 'Genuine', superseded: 'Genuine, and corrected since', unknown: 'Not known', changed: 'Changed' },
);

export const noticeKindTexts = dictionary(
  { review: '安排残疾人就业情况', relief: '减免缓缴情况' },
  { review: 'Disabled employment of employers', relief: 'Relief and deferral' },
);

export const noticeStateTexts = dictionary(
  { open: '公示中', closed: '公示期已满', withdrawn: '已撤回' },
  { open: 'Open', closed: 'Closed', withdrawn: 'Withdrawn' },
);

export const withdrawalReasonTexts = dictionary(
  { wrong_region: '地区不对', wrong_year: '年度不对', wrong_numbers: '数字有错', other: '其他原因' },
  { wrong_region: 'Wrong region', wrong_year: 'Wrong year', wrong_numbers: 'Wrong numbers', other: 'Another reason' },
);

export const reliefKindTexts = dictionary({ relief: '减免', deferral: '缓缴' }, { relief: 'Relief', deferral: 'Deferral' });

export const objectionPartyTexts = dictionary(
  { employer: '被公示的单位', worker: '单位的职工', other: '其他人' },
  { employer: 'The employer', worker: 'One of its workers', other: 'Somebody else' },
);

export const objectionOutcomeTexts = dictionary(
  { upheld: '成立', partly: '部分成立', rejected: '不成立' },
  { upheld: 'Upheld', partly: 'Partly upheld', rejected: 'Rejected' },
);

export const determinationPageTexts = dictionary(
  {
    faults: '有些内容需要改一改', more: '下一页', show: '查看', all: '全部', yearOf: '{year} 年', persons: '{count} 人', dash: '—',
    listTitle: '审核认定书', listNone: '没有符合条件的认定书。', named: '信用代码或编号', namedHint: '填写完整的 18 位代码或认定书编号，可以不填', year: '年度',
    number: '编号', employer: '用人单位', arranged: '认定人数', issuedOn: '出具日期', state: '状态', standing: '有效', replaced: '已更正',
    askNamed: '信用代码或编号太长，请核对后填写。', askYear: '请选择年度。',
    supersededTitle: '这份认定书已经更正', supersededText: '新的编号是 {number}，{date} 出具。',
    openLater: '打开新的认定书', pdf: '下载 PDF', copy: '下载数据副本（JSON）', statement: '看完整的计算过程', statementTitle: '认定书的计算过程', statementAbout: '{place}，{year} 年，认定 {arranged} 人',
    noStatement: '职工人数或者工资总额不全，没有试算。', backToCertificate: '回到认定书', printHint: '要纸质的，请直接打印本页。',
    verifyTitle: '核验审核认定书', verifyLead: '认定书上有 12 位核验码。填写核验码，查一查是不是真的。',
    code: '核验码', codeHint: '例如 7KQM-2XRD-9F4H，大小写都行', verify: '核验', askCode: '请填写核验码，12 位。',
    copyTitle: '用数据副本核验', copyLead: '您收到的是 JSON 文件的，可以在这里核验内容有没有改过。', file: '选择文件', fileHint: 'JSON 文件，不超过 512 KB', checkFile: '核验文件', askFile: '请选择从认定书页面下载的 JSON 文件。',
    paste: '或者粘贴文件的全部内容', checkPaste: '核验内容', askPaste: '请粘贴 JSON 文件的全部内容。', fileTooLarge: '文件超过 512 KB，不是认定书的数据副本。请换一个文件。',
    verdictTitle: '核验结果：{verdict}', genuineText: '这份认定书由本服务登记，内容如下，现在有效。', supersededVerdict: '这份认定书已被 {number} 代替，新的在 {date} 出具。请以新的为准。',
    unknownText: '没有登记过这个核验码的认定书。请核对核验码；没有抄错的，请向出具机关询问。', changedText: '这份副本与登记的内容不一致，不要采信。请向出具机关索取。', changedKnown: '登记的内容如下：',
    again: '再核验一份', result: '审核结果', issuer: '出具机关',
    noticesTitle: '公示', noticesLead: '这里公布用人单位安排残疾人就业的人数，只有单位，没有个人。', noticesNone: '没有符合条件的公示。', 
    notice: '公示内容', publishedBy: '{issuer} {day} 公布', publishedOn: '公布日期', closesOn: '异议截止日', lines: '单位数',
    noticeTitle: '{place} {year} 年{kind}公示', noticePlain: '{year} 年{kind}公示', noticeOpen: '公示期到 {closes}。有不同意见的，可以在这一天以前提出异议。', noticeClosed: '公示期已于 {closes} 结束。', noticeWithdrawn: '这份公示已经撤回，内容不再公布。',
    uscc: '统一社会信用代码', required: '应安排', missing: '还差', corrected: '公布后已更正', download: '下载表格（CSV）', place: '序号', reliefKind: '种类', reliefAmount: '减免金额（元）', deferralMonths: '缓缴月数', reliefDecision: '批准机关和文号', reliefDecisionOf: '{place}财政部门 {document}', reliefReason: '主要理由：因不可抗力受到重大直接经济损失。',
    deskTitle: '发布公示', deskLead: '把一个地区、一个年度还没有公示的审核认定一起公布。只公布单位名称、信用代码和人数。', deskYear: '年度', deskCloses: '异议截止日', deskClosesHint: '当地有规定天数的可以不填；可以更晚，不能更早', holidaysUnknown: '这个日子按周一到周五数工作日：本系统还没有 {years} 年的放假安排，期间遇到放假的，实际的期限可能更晚。',
    deskCheck: '下一步', deskReady: '将公布 {count} 个单位，异议截止日 {closes}。', deskReadyUnknown: '将公布 {count} 个单位。', publish: '公布', askDeskYear: '请填写年度，4 位数字。', askDeskCloses: '请填写截止日的年、月、日。',
    objectLink: '对公示提出异议', objected: '异议已经收到', objectLead: '公示期到 {closes}。写明哪个单位、哪里不对、有什么依据。可以不留姓名。', objectClosed: '公示期已满，不能再提异议。请直接联系公示的残联。', objectParty: '您是谁', objectPlace: '单位的序号', objectPlaceHint: '公示表里的序号；对整个公示有异议的可以不填', objectWords: '异议和依据', objectWordsHint: '10 到 2000 个字；不要写别人的身份证号', objectContact: '联系方式', objectContactHint: '想得到答复的请填写，可以不填', objectSend: '提交',
    askParty: '请选择您是谁。', askPlace: '请填写公示表里的序号，整数。', askObjection: '请写明异议和依据，10 到 2000 个字。', askContact: '联系方式太长，请写在 200 个字以内。', objectionsLink: '看收到的异议', objectionsTitle: '收到的异议', objectionsNone: '还没有收到异议。', objectionOf: '{day}，{party}', objectionWhole: '整个公示', answerOutcome: '结论', answer: '答复', answerHint: '写明怎样核实、有什么结果', answerSend: '答复', answered: '已经答复', askOutcome: '请选择结论。', askAnswer: '请填写答复，2 到 2000 个字。',
    published: '已经公布', withdrawTitle: '撤回公示', withdrawReason: '撤回的原因', withdraw: '撤回', askReason: '请选择撤回的原因。', withdrawn: '已经撤回', deskLink: '发布公示',
  },
  {
    faults: 'Some answers need a change', more: 'Next page', show: 'Show', all: 'All', yearOf: '{year}', persons: '{count}', dash: '—',
    listTitle: 'Determinations', listNone: 'No determination fits.', named: 'Credit code or number', namedHint: 'The whole code of 18 characters or the whole number; may stay empty', year: 'Year',
    number: 'Number', employer: 'Employer', arranged: 'Determined', issuedOn: 'Issued on', state: 'State', standing: 'Stands', replaced: 'Corrected',
    askNamed: 'The code or number is too long. Check it.', askYear: 'Choose the year.',
    supersededTitle: 'This determination was corrected', supersededText: 'The new one is {number}, issued on {date}.',
    openLater: 'Open the new determination', pdf: 'Download as PDF', copy: 'Download the data copy (JSON)', statement: 'See the whole computation', statementTitle: 'Computation of the determination', statementAbout: '{place}, {year}, determined {arranged}',
    noStatement: 'Staff or total wages are not complete, so no sum was tried out.', backToCertificate: 'Back to the determination', printHint: 'For paper, print this page.',
    verifyTitle: 'Verify a determination', verifyLead: 'A determination carries a code of 12 signs. Enter it to see whether it is genuine.',
    code: 'Code', codeHint: 'Such as 7KQM-2XRD-9F4H; capitals do not matter', verify: 'Verify', askCode: 'Enter the code of 12 signs.',
    copyTitle: 'Verify a data copy', copyLead: 'If you were given the JSON file, see here whether its content was changed.', file: 'Choose the file', fileHint: 'A JSON file, at most 512 KB', checkFile: 'Verify the file', askFile: 'Choose the JSON file from the page of the determination.',
    paste: 'Or paste all of the file', checkPaste: 'Verify the text', askPaste: 'Paste all of the JSON file.', fileTooLarge: 'The file is larger than 512 KB, so it is no data copy of a determination. Choose another.',
    verdictTitle: 'Result: {verdict}', genuineText: 'This determination is in our register and stands.', supersededVerdict: 'It was replaced by {number}, issued on {date}. The new one counts.',
    unknownText: 'No determination with this code is in our register. Check the code; if it is right, ask the issuing body.', changedText: 'This copy differs from the register. Do not rely on it, and ask the issuing body for one.', changedKnown: 'The register says:',
    again: 'Verify another', result: 'Result', issuer: 'Issued by',
    noticesTitle: 'Public notices', noticesLead: 'How many disabled people employers employ is published here: employers only, never persons.', noticesNone: 'No notice fits.', 
    notice: 'Notice', publishedBy: 'Published by {issuer} on {day}', publishedOn: 'Published on', closesOn: 'Objections until', lines: 'Employers',
    noticeTitle: 'Notice: {kind}, {place}, {year}', noticePlain: 'Notice: {kind}, {year}', noticeOpen: 'Open until {closes}. Until then anybody may object.', noticeClosed: 'It closed on {closes}.', noticeWithdrawn: 'This notice was withdrawn and is no longer published.',
    uscc: 'Credit code', required: 'Required', missing: 'Missing', corrected: 'corrected since', download: 'Download as a table (CSV)', place: 'No.', reliefKind: 'Kind', reliefAmount: 'Relief (yuan)', deferralMonths: 'Months deferred', reliefDecision: 'Decided by', reliefDecisionOf: 'Finance department of {place}, {document}', reliefReason: 'Main reason: heavy direct loss by force majeure.',
    deskTitle: 'Publish a notice', deskLead: 'Publishes all determinations of one region and year that are on no notice yet: names of employers, credit codes and numbers only.', deskYear: 'Year', deskCloses: 'Objections until', deskClosesHint: 'May stay empty where the region has a rule; a later day is allowed, an earlier one is not', holidaysUnknown: 'Working days were counted as Mondays to Fridays: this service does not have the days off of {years} yet. Where some fall into the term, it may end later.',
    deskCheck: 'Continue', deskReady: '{count} employers will be published; objections until {closes}.', deskReadyUnknown: '{count} employers will be published.', publish: 'Publish', askDeskYear: 'Enter the year of 4 digits.', askDeskCloses: 'Enter year, month and day of the closing day.',
    objectLink: 'Object to this notice', objected: 'Your objection was taken', objectLead: 'Open until {closes}. Say which employer, what is wrong and how you know. You need not give a name.', objectClosed: 'The notice is closed. Ask the federation that published it.', objectParty: 'Who you are', objectPlace: 'Number of the employer', objectPlaceHint: 'As in the table of the notice; may stay empty if you object to all of it', objectWords: 'Objection and grounds', objectWordsHint: '10 to 2000 characters; no identity numbers of others', objectContact: 'How to reach you', objectContactHint: 'If you would like an answer; may stay empty', objectSend: 'Send',
    askParty: 'Choose who you are.', askPlace: 'Enter the number from the table as a whole number.', askObjection: 'Say what is wrong and how you know, 10 to 2000 characters.', askContact: 'That is too long; keep it to 200 characters.', objectionsLink: 'See the objections', objectionsTitle: 'Objections', objectionsNone: 'There is no objection yet.', objectionOf: '{day}, {party}', objectionWhole: 'All of the notice', answerOutcome: 'Outcome', answer: 'Answer', answerHint: 'How it was looked into and what came of it', answerSend: 'Answer', answered: 'Answered', askOutcome: 'Choose the outcome.', askAnswer: 'Enter the answer, 2 to 2000 characters.',
    published: 'Published', withdrawTitle: 'Withdraw the notice', withdrawReason: 'Why it is withdrawn', withdraw: 'Withdraw', askReason: 'Choose why it is withdrawn.', withdrawn: 'Withdrawn', deskLink: 'Publish a notice',
  },
);

export type DeterminationText = keyof typeof determinationPageTexts.zh;
