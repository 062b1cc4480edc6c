import { dictionary, say, type TextVariant } from '../../../kernel/texts.js';
import type { ExchangeRecord } from '../domain/exchange-line.js';

export const assessmentStateTexts = dictionary(
  { pending: '等待转税务', sent: '已转税务', acknowledged: '税务已接收', declared: '已申报', arrears: '欠缴', ordered: '已责令缴纳', late_fee: '加收滞纳金', paid: '已缴', refund_due: '应退', refunded: '已退', settled: '已结清', superseded: '已被更正代替' },
  { pending: 'Waits to be sent', sent: 'Sent to tax', acknowledged: 'Received by tax', declared: 'Declared', arrears: 'In arrears', ordered: 'Ordered to pay', late_fee: 'Late fee runs', paid: 'Paid', refund_due: 'Refund due', refunded: 'Refunded', settled: 'Settled', superseded: 'Replaced by a correction' },
);

/** What comes next in each state, and from whom. */
export const assessmentNextTexts = dictionary(
  {
    pending: '等残联把认定人数转给税务机关。', sent: '等税务机关确认接收。', acknowledged: '用人单位请按当地规定的时间，向税务机关申报。', declared: '用人单位请按税务机关的要求缴费。',
    arrears: '用人单位请尽快向税务机关缴清。', ordered: '用人单位请在限缴日以前向税务机关缴清；过了限缴日，要按天加收滞纳金。', late_fee: '用人单位请尽快向税务机关缴清欠缴和滞纳金；滞纳金按天增加。',
    paid: '欠缴已经缴清。滞纳金没有缴清的，还要缴滞纳金。', refund_due: '多缴的钱由税务机关退还。', refunded: '多缴的钱已经退还，不用再做什么。', settled: '已经结清，不用再做什么。', superseded: '认定书已经更正，这里只供查看。请打开更正后的记录。',
  },
  {
    pending: 'The federation sends the number to the tax authority.', sent: 'The tax authority confirms the receipt.', acknowledged: 'The employer declares to the tax authority in the time that the place has set.', declared: 'The employer pays as the tax authority asks.',
    arrears: 'The employer pays the tax authority soon.', ordered: 'The employer pays the tax authority by the day that was set; after it a late fee runs by the day.', late_fee: 'The employer pays the arrears and the late fee soon; the fee grows by the day.',
    paid: 'The arrears are paid. A late fee that is not, still has to be.', refund_due: 'The tax authority gives back what was paid too much.', refunded: 'What was paid too much has been given back; nothing more is to be done.', settled: 'All is settled; nothing more is to be done.', superseded: 'The determination was corrected, and this is kept for reading. Open the corrected one.',
  },
);

export const reliefNextTexts = dictionary(
  { made: '材料传好以后，由残联转给财政部门。', withdrawn: '申请已经撤回。还需要的，可以重新申请。', forwarded: '等财政部门决定。', decided: '财政部门已经决定，不用再做什么。' },
  { made: 'With its papers uploaded, the federation forwards it to the finance department.', withdrawn: 'The request was withdrawn. If it is needed after all, make a new one.', forwarded: 'The finance department decides.', decided: 'The finance department has decided; nothing more is to be done.' },
);

export const creditNextTexts = dictionary(
  { noticed: '用人单位在答复截止日以前，可以缴清，也可以提出异议。', dropped: '没有记入，不用再做什么。', recorded: '用人单位缴清或者达到比例以后，由残联移出。', removed: '已经移出，不用再做什么。' },
  { noticed: 'Until the last day to answer, the employer can pay or object.', dropped: 'It was not entered; nothing more is to be done.', recorded: 'When the employer has paid or meets the quota, the federation takes it out.', removed: 'It has been taken out; nothing more is to be done.' },
);

export const assessmentActTexts = dictionary(
  { open: '认定书出具', send: '转税务', acknowledge: '税务确认接收', declare: '用人单位申报', fall_behind: '税务告知欠缴', order: '财政责令缴纳', withdraw_order: '撤回责令', expire_order: '责令期限已过', pay: '缴清', reopen: '记录更正，重新打开', find_refund: '发现应退', refund: '退还', settle: '结清', supersede: '被更正后的认定代替' },
  { open: 'Determination issued', send: 'Sent to tax', acknowledge: 'Receipt confirmed', declare: 'Declared by the employer', fall_behind: 'Arrears told', order: 'Ordered to pay', withdraw_order: 'Order withdrawn', expire_order: 'Term of the order over', pay: 'Paid', reopen: 'Opened again by a corrected record', find_refund: 'Refund found', refund: 'Refunded', settle: 'Settled', supersede: 'Replaced by a corrected determination' },
);

export const undoTexts = dictionary(
  { record: '由发送方的更正记录改变', withdraw_order: '由财政部门撤回文书', correction: '由更正后的认定代替', nothing: '不能撤销' },
  { record: 'By a corrected record of its sender', withdraw_order: 'By withdrawal of the document', correction: 'By a corrected determination', nothing: 'Not at all' },
);

export const recordKindTexts = dictionary(
  { declaration: '申报', payment: '缴款', refund: '退款', late_fee: '滞纳金缴款', arrears: '欠缴', warning: '警告', order: '责令限期缴纳', decision: '减免缓缴决定' },
  { declaration: 'Declaration', payment: 'Payment', refund: 'Refund', late_fee: 'Payment of late fee', arrears: 'Arrears', warning: 'Warning', order: 'Order to pay', decision: 'Decision on relief' },
);

/** What a field of a batch says, beside the name by which its sender knows it. */
const fieldTexts = dictionary(
  {
    kind: '种类', record: '记录编号', uscc: '统一社会信用代码', baseYear: '年度', on: '日期', until: '截止日', amount: '金额', document: '文号', staff: '职工人数', arranged: '安排人数', wages: '工资总额', due: '应缴', relief: '减免',
    payable: '实缴', request: '申请种类', outcome: '决定', replaces: '代替的记录',
  } satisfies Readonly<Record<keyof ExchangeRecord, string>>,
  {
    kind: 'Kind', record: 'Record', uscc: 'Credit code', baseYear: 'Year', on: 'Day', until: 'Last day', amount: 'Sum', document: 'Document', staff: 'Staff', arranged: 'Number employed', wages: 'Total wages', due: 'Due', relief: 'Relief',
    payable: 'Payable', request: 'Request', outcome: 'Decision', replaces: 'Record replaced',
  },
);

const characterTexts = dictionary({ at: '第 {at} 个字符' }, { at: 'Character {at}' });

/** `实缴（payable）`, or the character from which a line is no record; a field that no batch has stays as its sender wrote it. */
export function fieldWords(field: string, variant: TextVariant): string {
  if (/^\d+$/.test(field)) return say(characterTexts, variant, 'at', { at: field });
  if (!Object.hasOwn(fieldTexts.zh, field)) return field;
  const words = say(fieldTexts, variant, field as keyof typeof fieldTexts.zh);
  return variant === 'en' ? `${words} (${field})` : `${words}（${field}）`;
}

export const differenceTexts = dictionary(
  { not_declared: '还没有申报', arranged: '安排人数不同', staff: '职工人数不同', due: '应缴不同', relief: '减免不同', payable: '实缴不同', no_trial: '这里没有试算', unpaid: '没有缴清', overpaid: '多缴没有退', paid_undeclared: '有缴款，没有申报' },
  { not_declared: 'Not declared yet', arranged: 'Number employed differs', staff: 'Staff differs', due: 'Due differs', relief: 'Relief differs', payable: 'Payable differs', no_trial: 'No trial sum here', unpaid: 'Not fully paid', overpaid: 'Overpaid and not refunded', paid_undeclared: 'Paid and not declared' },
);

export const partyTexts = dictionary({ tax: '税务', finance: '财政' }, { tax: 'Tax authority', finance: 'Finance department' });
export const reliefKindTexts = dictionary({ relief: '减免', deferral: '缓缴' }, { relief: 'Relief', deferral: 'Deferral' });
export const reliefStateTexts = dictionary({ made: '已申请', withdrawn: '已撤回', forwarded: '已转财政', decided: '已有决定' }, { made: 'Made', withdrawn: 'Withdrawn', forwarded: 'Forwarded', decided: 'Decided' });
export const reliefOutcomeTexts = dictionary({ granted: '批准', partly: '部分批准', refused: '不批准' }, { granted: 'Granted', partly: 'Partly granted', refused: 'Refused' });
export const creditStateTexts = dictionary({ noticed: '已告知', dropped: '没有记入', recorded: '已记入', removed: '已移出' }, { noticed: 'Told', dropped: 'Not entered', recorded: 'Entered', removed: 'Taken out' });
export const creditOutcomeTexts = dictionary({ upheld: '异议成立', rejected: '异议不成立' }, { upheld: 'Upheld', rejected: 'Rejected' });
export const endReasonTexts = dictionary(
  { paid: '已经缴清', met: '已经达到比例', objection_upheld: '异议成立', corrected: '认定已更正', mistake: '办理有误' },
  { paid: 'Paid', met: 'The quota is met', objection_upheld: 'The objection was upheld', corrected: 'The determination was corrected', mistake: 'A mistake' },
);
export const withdrawalTexts = dictionary({ mistake: '登记有误', settled: '已经缴清', reconsideration: '复议撤销', other: '其他原因' }, { mistake: 'Entered by mistake', settled: 'Paid meanwhile', reconsideration: 'Annulled on reconsideration', other: 'Another reason' });
export const awardChoiceTexts = dictionary({ claimed: '申领', waived: '放弃' }, { claimed: 'Claimed', waived: 'Waived' });

export const collectionPageTexts = dictionary(
  {
    faults: '有些内容需要改一改', more: '下一页', show: '查看', all: '全部', none: '没有', unknown: '不知道', yuan: '{sum} 元', persons: '{count} 人', yearOf: '{year} 年', done: '已经办理', days: '{days} 天',
    listTitle: '残保金缴费', listNone: '没有符合条件的单位。可以换一个年度或状态再看。', year: '年度', state: '状态', uscc: '统一社会信用代码', usccHint: '填写完整的 18 位，可以不填', employer: '用人单位', arranged: '认定人数', trialPayable: '试算实缴', since: '从哪天起',
    askUscc: '信用代码太长，请核对后填写。', askYear: '请选择年度。', askState: '请选择状态。',
    detailTitle: '{year} 年残保金缴费', determination: '审核认定书', trialNote: '“我方试算”由本系统按认定人数计算；实际应缴以税务机关核定为准。',
    bothTitle: '两边的数字', item: '项目', ours: '我方试算', theirs: '税务机关', staff: '职工人数', due: '应缴', relief: '减免', payable: '实缴', paid: '已缴', paidOn: '最后缴款日', refunded: '已退', reliefGranted: '困难减免', outstanding: '还要缴', overpaid: '多缴',
    noTrial: '职工人数或者工资总额不全，没有试算。', notDeclared: '税务机关还没有告知申报。', differencesTitle: '两边不同的地方', noDifference: '两边一致。', correctionTitle: '更正前后', correctionMore: '更正后试算多缴 {sum} 元。', correctionLess: '更正后试算少缴 {sum} 元。', correctionSame: '更正前后试算相同。', correctionUnknown: '更正前后不能比较：有一次没有试算。', openBefore: '看更正前的记录（{number}）', openAfter: '看更正后的记录',
    arrearsTitle: '欠缴与滞纳金', arrearsFrom: '欠缴从 {since} 开始，欠 {sum} 元。', arrearsLeft: '欠缴从 {since} 开始，当时欠 {sum} 元，现在还欠 {left} 元。', arrearsCleared: '欠缴从 {since} 开始，当时欠 {sum} 元，现在已经缴清。', noArrears: '没有欠缴。', deferred: '已批准缓缴到 {until}。', orderUntil: '财政部门责令在 {until} 以前缴纳 {sum} 元。', noOrder: '财政部门还没有责令缴纳，不加收滞纳金。',
    feeRuns: '从 {from} 到 {until} 共 {days} 天，每天 {rate}，最多为本金的 {ceiling} 倍。滞纳金 {fee} 元，已缴 {paid} 元。', feeNotYet: '责令的期限还没有过，不加收滞纳金。',
    orderTitle: '登记财政文书', orderKind: '文书种类', document: '文书编号', issuedOn: '文书日期', expiresOn: '限缴日', amount: '金额（元）', enter: '登记', withdrawOrder: '撤回 {document}', withdrawTitle: '撤回登记错的文书', withdrawReason: '撤回 {document} 的原因', withdraw: '撤回',
    askKind: '请选择种类。', askDocument: '请填写文书编号，1 到 120 个字。', askIssued: '请填写文书日期的年、月、日。', askExpires: '请填写限缴日的年、月、日。', askAmount: '请填写金额，数字，最多两位小数。', askReason: '请选择原因。',
    recordsTitle: '收到的记录', recordsNone: '还没有收到记录。', kind: '种类', on: '日期', until: '截止', from: '来源', entered: '手工登记', replaced: '已被代替', withdrawn: '已撤回', valid: '有效',
    stepsTitle: '经过', act: '办理', at: '时间', by: '依据', undo: '怎样改变',
    awardTitle: '超比例奖励', awardUnknownLaw: '当地超比例奖励的标准还没有收集，不能估算。请向当地残联询问。', awardUnknownWage: '当地最低工资还没有收集，不能估算奖励。', awardUnknownRequired: '没有应安排人数，不能估算奖励。', awardNone: '没有超过应安排人数，没有奖励。', awardTrial: '超出 {persons} 人，估算奖励 {sum} 元，以当地批准为准。', awardBefore: '当地要求在转税务以前选定。', awardChosen: '已选定：{choice}，{day}。', awardAsk: '申领还是放弃', claim: '申领', waive: '放弃', choose: '确定', askChoice: '请选择申领或放弃。',
    reliefTitle: '减免缓缴', reliefNone: '没有申请。', applyLink: '申请减免或缓缴', applyNone: '这个年度现在没有要缴的钱，不用申请。', reliefListTitle: '减免缓缴申请', reliefListNone: '没有符合条件的申请。可以换一个状态再看。', applyTitle: '申请减免或缓缴残保金', applyLead: '遇到不可抗力、损失很大的单位可以申请。申请由残联转给财政部门决定。', wishKind: '申请什么', wishAmount: '申请减免的金额（元）', wishMonths: '申请缓缴的月数', grounds: '理由', groundsHint: '写明遇到了什么、损失多大；不要写个人的姓名和证件号码', apply: '提交申请', askGrounds: '请填写理由，10 到 2000 个字。', askMonths: '请填写月数，整数。',
    requestTitle: '{kind}申请', asked: '申请的', madeOn: '申请日', forwardedOn: '转送日', monthsCount: '{count} 个月', decision: '决定', decidedOn: '决定日期', decisionUntil: '缓缴到', evidenceTitle: '证明材料', evidenceNone: '还没有材料。', evidenceAdd: '上传材料', evidenceHint: 'PDF、JPG 或 PNG，不超过 5 MB，最多 10 个', upload: '上传', askFile: '请选择文件。', fileTooLarge: '文件太大。请换一个小一些的文件。', withdrawRequest: '撤回申请', forward: '转给财政部门', decideTitle: '登记财政部门的决定', grantedAmount: '批准减免的金额（元）', grantedHint: '不批准的不用填', outcome: '结果', decide: '登记决定', askOutcome: '请选择结果。', askDecided: '请填写决定日期的年、月、日。', askUntil: '请填写缓缴截止日的年、月、日。', stale: '这份申请刚刚有了改动，请看过后再办理。',
    publicationTitle: '公布减免缓缴名单', publicationLead: '每年公布一次批准减免、缓缴的单位。只公布单位名称、信用代码、金额和月数。', publicationYear: '决定的年份', publicationLink: '公布减免缓缴名单', publish: '公布', place: '地区', closes: '异议截止日', closesHint: '当地有规定天数的可以不填', askYearNumber: '请填写年份，4 位数字。', askCloses: '请填写截止日的年、月、日。',
    taxTitle: '转税务', taxLead: '把审核认定的人数成批转给税务机关。只转认定的人数，不转试算金额。', make: '生成批次', makeTitle: '生成新的批次', batchesTitle: '转出的批次', batchesNone: '还没有批次。有了审核认定，就可以生成。', batch: '批次', lines: '条数', madeAt: '生成时间', acknowledged: '税务确认', notYet: '还没有', batchTitle: '转出的批次 {number}', batchNext: '请税务机关下载文件，核对摘要，再登记确认。', digest: '摘要（SHA-256）', download: '下载批次文件（JSONL）', acknowledgeTitle: '登记税务机关的确认', acknowledgeText: '税务机关收到的文件摘要与这里的一致，才登记。', digestTyped: '税务机关告知的摘要', acknowledge: '登记确认', askDigest: '请填写摘要，64 位数字和字母。', exchangeLink: '收到的批次', reconcileLink: '对账',
    exchangeTitle: '收到的批次', exchangeLead: '税务机关的申报、缴款、退款、欠缴，财政部门的文书和决定，成批收到这里。', exchangeNone: '还没有收到批次。', party: '发送方', sender: '地区', taken: '接收情况', receivedAt: '收到时间', uploadTax: '上传税务机关的批次', uploadFinance: '上传财政部门的批次', batchFile: '批次文件', batchFileHint: 'JSONL 文件，不超过 32 MB、5 万条', batchYear: '年度', batchYearHint: '写您要发送的年度，文件不是这一年的就不接收；可以不填', send: '上传',
    importTitle: '收到的批次 {batch}', balance: '收到 {rows} 条：接收 {accepted}，没有变化 {unchanged}，没有接收 {rejected}', repeated: '这个批次以前收到过，没有任何变化。', sealed: '签名', sealGood: '已核对，密钥 {key}', sealNone: '发送方没有登记公钥，没有签名', rejectionsTitle: '没有接收的行', rejectionsNone: '没有这样的行，不用再做什么。', rejectionsNext: '请发送方改好这些行，换一个批号再发。其他行已经办好，不用重发。', line: '行', column: '栏目', why: '原因和办法',
    reconcileTitle: '对账', reconcileLead: '一边是审核认定和试算，一边是税务机关的申报和缴款。只列出不同，由人核对。', showWhich: '显示哪些单位', onlyDiffering: '只看两边不同的', everything: '全部单位', totalsTitle: '合计', assessments: '认定的单位', declared: '已申报的单位', differing: '两边不同的单位', taxPayable: '税务实缴合计', difference: '不同的地方', undeterminedTitle: '税务有记录、这里没有认定的单位', undeterminedNone: '没有这样的单位。', records: '记录数', reconcileNone: '没有两边不同的单位。想看全部，请选“全部单位”。', reconcileEmpty: '这个地区和年度没有认定的单位。请核对地区和年度。', askShow: '请选择显示哪些单位。',
    objectTitle: '提出异议', objectionTitle: '单位的异议', objectWords: '异议内容', objectWordsHint: '写明哪里不对、有什么证据，不超过 2000 个字。不要写个人的姓名和证件号码。每条告知只能提一次，答复以前不会记入。', objectSend: '提交异议', objectedOn: '提出日', objectionWaits: '等待答复', objectionMade: '有异议，等待答复', objectionFirst: '单位的异议还没有答复，答复以后才能记入。', answerTitle: '异议是否成立', answerHint: '成立的，不记入；不成立的，期限过后可以记入。', answerWords: '答复理由', answerWordsHint: '单位会看到，不超过 2000 个字。', answerSend: '答复', answeredOn: '答复日', askObjection: '请填写异议内容，不超过 2000 个字。', askAnswer: '请填写答复理由，不超过 2000 个字。',
    creditTitle: '信用记录', creditListTitle: '信用记录', creditNone: '没有符合条件的记录。可以换一个状态再看。', creditOne: '{name} {year} 年的信用记录', creditAny: '一个单位 {year} 年的信用记录', creditNoticeTitle: '拟记入信用记录，事先告知', creditGround: '这个单位没有达到比例，也没有缴清。可以告知后记入信用记录。', respondBy: '答复截止日', respondHint: '用人单位在这一天以前缴清或者提出异议', giveNotice: '告知', askRespond: '请填写截止日的年、月、日。', noticedOn: '告知日', recordedOn: '记入日', removedOn: '移出日', levyState: '缴费状态', recordIt: '记入', dropIt: '不记入', removeIt: '移出', endReason: '原因', dropReason: '不记入的原因', removeReason: '移出的原因', termRuns: '期限到 {until}，过了才能记入。', repaired: '这个单位已经缴清，请移出。', exportLink: '下载给信用平台的文件（JSONL）',
    itemOf: '{kind}，{day}，{state}', back: '返回', none0: '—',
  },
  {
    faults: 'Some answers need a change', more: 'Next page', show: 'Show', all: 'All', none: 'None', unknown: 'Not known', yuan: '{sum} yuan', persons: '{count}', yearOf: '{year}', done: 'Done', days: '{days} days',
    listTitle: 'Levy after the review', listNone: 'No employer fits. Try another year or state.', year: 'Year', state: 'State', uscc: 'Credit code', usccHint: 'The whole code of 18 characters; may stay empty', employer: 'Employer', arranged: 'Determined', trialPayable: 'Trial sum', since: 'Since',
    askUscc: 'The credit code is too long. Check it.', askYear: 'Choose the year.', askState: 'Choose the state.',
    detailTitle: 'Levy for {year}', determination: 'Determination', trialNote: '“Our trial sum” is worked out here from the number determined; the assessment of the tax authority stands.',
    bothTitle: 'Both sides', item: 'Item', ours: 'Our trial sum', theirs: 'Tax authority', staff: 'Staff', due: 'Due', relief: 'Relief', payable: 'Payable', paid: 'Paid', paidOn: 'Last payment', refunded: 'Refunded', reliefGranted: 'Hardship relief', outstanding: 'Still to pay', overpaid: 'Overpaid',
    noTrial: 'Staff or total wages are not complete, so no sum was tried out.', notDeclared: 'The tax authority has told of no declaration yet.', differencesTitle: 'Where the sides differ', noDifference: 'Both sides agree.', correctionTitle: 'Before and after the correction', correctionMore: 'By the trial sum {sum} yuan more are to be paid.', correctionLess: 'By the trial sum {sum} yuan less are to be paid.', correctionSame: 'The trial sum is the same.', correctionUnknown: 'They cannot be compared: one has no trial sum.', openBefore: 'See the one before ({number})', openAfter: 'See the corrected one',
    arrearsTitle: 'Arrears and late fee', arrearsFrom: 'In arrears since {since}, with {sum} yuan.', arrearsLeft: 'In arrears since {since}, at first with {sum} yuan and now with {left}.', arrearsCleared: 'In arrears since {since}, with {sum} yuan, which have been paid.', noArrears: 'No arrears.', deferred: 'Deferred until {until}.', orderUntil: 'The finance department has ordered {sum} yuan to be paid by {until}.', noOrder: 'The finance department has given no order to pay, so no late fee runs.',
    feeRuns: 'From {from} to {until}, {days} days at {rate} a day, at most {ceiling} times the principal: late fee {fee} yuan, {paid} paid.', feeNotYet: 'The term of the order is not over, so no late fee is owed.',
    orderTitle: 'Enter a document of the finance department', orderKind: 'Kind of document', document: 'Number of the document', issuedOn: 'Its date', expiresOn: 'Pay by', amount: 'Sum (yuan)', enter: 'Enter', withdrawOrder: 'Withdraw {document}', withdrawTitle: 'Withdraw a document', withdrawReason: 'Why {document} is withdrawn', withdraw: 'Withdraw',
    askKind: 'Choose the kind.', askDocument: 'Enter the number of the document, 1 to 120 characters.', askIssued: 'Enter year, month and day of the document.', askExpires: 'Enter year, month and day by which to pay.', askAmount: 'Enter the sum in digits, with two decimals at most.', askReason: 'Choose the reason.',
    recordsTitle: 'What was told', recordsNone: 'Nothing was told yet.', kind: 'Kind', on: 'Date', until: 'Until', from: 'Source', entered: 'entered by hand', replaced: 'replaced', withdrawn: 'withdrawn', valid: 'valid',
    stepsTitle: 'What happened', act: 'Step', at: 'Time', by: 'By', undo: 'Changed how',
    awardTitle: 'Over-quota award', awardUnknownLaw: 'The rules of the award of this place are not in our data, so nothing can be worked out. Ask the federation.', awardUnknownWage: 'The minimum wage of this place is not in our data, so the award cannot be worked out.', awardUnknownRequired: 'Without a required number the award cannot be worked out.', awardNone: 'Not above the required number, so there is no award.', awardTrial: 'Above by {persons}; about {sum} yuan, as the place decides.', awardBefore: 'Here the choice comes before the tax step.', awardChosen: 'Chosen: {choice}, {day}.', awardAsk: 'Claim or waive', claim: 'Claim', waive: 'Waive', choose: 'Choose', askChoice: 'Choose whether to claim or to waive.',
    reliefTitle: 'Relief and deferral', reliefNone: 'No request.', applyLink: 'Ask for relief or deferral', applyNone: 'Nothing is owed for this year now, so there is nothing to ask for.', reliefListTitle: 'Requests for relief and deferral', reliefListNone: 'No request fits. Try another state.', applyTitle: 'Ask for relief or deferral', applyLead: 'For employers with heavy losses by force majeure. The federation forwards the request; the finance department decides.', wishKind: 'What you ask for', wishAmount: 'Relief asked for (yuan)', wishMonths: 'Months of deferral asked for', grounds: 'Grounds', groundsHint: 'What happened and how large the loss is; no names and numbers of persons', apply: 'Send the request', askGrounds: 'Enter the grounds, 10 to 2000 characters.', askMonths: 'Enter the months as a whole number.',
    requestTitle: 'Request: {kind}', asked: 'Asked for', madeOn: 'Made on', forwardedOn: 'Forwarded on', monthsCount: '{count} months', decision: 'Decision', decidedOn: 'Decided on', decisionUntil: 'Deferred until', evidenceTitle: 'Papers', evidenceNone: 'No papers yet.', evidenceAdd: 'Upload a paper', evidenceHint: 'PDF, JPEG or PNG, at most 5 MB each and ten in all', upload: 'Upload', askFile: 'Choose a file.', fileTooLarge: 'The file is too large. Choose a smaller one.', withdrawRequest: 'Withdraw the request', forward: 'Forward to the finance department', decideTitle: 'Enter the decision of the finance department', grantedAmount: 'Relief granted (yuan)', grantedHint: 'Leave it empty where it is refused', outcome: 'Outcome', decide: 'Enter the decision', askOutcome: 'Choose the outcome.', askDecided: 'Enter year, month and day of the decision.', askUntil: 'Enter year, month and day until which it is deferred.', stale: 'This request has just been changed. Look at it, then go on.',
    publicationTitle: 'Publish reliefs and deferrals', publicationLead: 'Once a year those who were granted relief or deferral are published: employers, credit codes, sums and months only.', publicationYear: 'Year of the decisions', publicationLink: 'Publish reliefs and deferrals', publish: 'Publish', place: 'Region', closes: 'Objections until', closesHint: 'May stay empty where the region has a rule', askYearNumber: 'Enter the year of 4 digits.', askCloses: 'Enter year, month and day of the closing day.',
    taxTitle: 'To the tax authority', taxLead: 'Determined numbers go to the tax authority in batches. No trial sum goes with them.', make: 'Make the batch', makeTitle: 'Make a new batch', batchesTitle: 'Batches that went out', batchesNone: 'No batch yet. One can be made when something is determined.', batch: 'Batch', lines: 'Records', madeAt: 'Made', acknowledged: 'Receipt', notYet: 'Not yet', batchTitle: 'Batch {number} that went out', batchNext: 'The tax authority downloads the file, compares the digest and enters its receipt.', digest: 'Digest (SHA-256)', download: 'Download the batch (JSON lines)', acknowledgeTitle: 'Enter the receipt of the tax authority', acknowledgeText: 'Only where the digest that it tells is the one here.', digestTyped: 'Digest told by the tax authority', acknowledge: 'Enter the receipt', askDigest: 'Enter the digest of 64 signs.', exchangeLink: 'Batches that came in', reconcileLink: 'Reconciliation',
    exchangeTitle: 'Batches that came in', exchangeLead: 'Declarations, payments, refunds and arrears of the tax authority, documents and decisions of the finance department.', exchangeNone: 'No batch has come yet.', party: 'From', sender: 'Region', taken: 'How it was taken', receivedAt: 'Received', uploadTax: 'Upload a batch of the tax authority', uploadFinance: 'Upload a batch of the finance department', batchFile: 'Batch file', batchFileHint: 'JSON lines, at most 32 MB and 50,000 records', batchYear: 'Year', batchYearHint: 'The year that you mean to send: a file of another one is refused; may stay empty', send: 'Upload',
    importTitle: 'Batch {batch} that came in', balance: '{rows} came: {accepted} taken, {unchanged} unchanged, {rejected} refused', repeated: 'This batch came before; nothing has changed.', sealed: 'Seal', sealGood: 'Checked, key {key}', sealNone: 'The sender has no registered key and no seal', rejectionsTitle: 'Lines that were refused', rejectionsNone: 'There are none; nothing more is to be done.', rejectionsNext: 'The sender corrects these lines and sends them under a new batch number. The others are done and need not be sent again.', line: 'Line', column: 'Field', why: 'Why, and what to do',
    reconcileTitle: 'Reconciliation', reconcileLead: 'Determinations and trial sums on one side, declarations and payments on the other. Only differences are listed; people find out which side is right.', showWhich: 'Which employers', onlyDiffering: 'Only those that differ', everything: 'All employers', totalsTitle: 'Totals', assessments: 'Employers determined', declared: 'Employers that declared', differing: 'Employers that differ', taxPayable: 'Payable by the tax authority', difference: 'Where they differ', undeterminedTitle: 'Employers that the tax authority tells of and that were not determined here', undeterminedNone: 'None.', records: 'Records', reconcileNone: 'The sides differ for no employer. To see all, choose “All employers”.', reconcileEmpty: 'No employer of this region and year is determined. Check both.', askShow: 'Choose which employers to show.',
    objectTitle: 'Object', objectionTitle: 'The employer’s objection', objectWords: 'What the objection says', objectWordsHint: 'Say what is wrong and what shows it, in at most 2000 characters. Leave out names and numbers of people. There is one objection to a notice; nothing is entered before it is answered.', objectSend: 'Send the objection', objectedOn: 'Made on', objectionWaits: 'Waits for an answer', objectionMade: 'an objection waits for its answer', objectionFirst: 'The objection is not answered yet; the record can be entered after that.', answerTitle: 'Is the objection right?', answerHint: 'If it is upheld, nothing is entered; if not, the record can be entered when the term is over.', answerWords: 'Reason of the answer', answerWordsHint: 'The employer reads it; at most 2000 characters.', answerSend: 'Answer', answeredOn: 'Answered on', askObjection: 'Say what the objection is, in at most 2000 characters.', askAnswer: 'Give the reason, in at most 2000 characters.',
    creditTitle: 'Credit record', creditListTitle: 'Credit records', creditNone: 'No record fits. Try another state.', creditOne: 'Credit record of {name} for {year}', creditAny: 'Credit record of one employer for {year}', creditNoticeTitle: 'Tell the employer before an entry', creditGround: 'This employer has neither met the quota nor paid. After a notice it can be entered.', respondBy: 'Answer by', respondHint: 'Until this day the employer can pay or object', giveNotice: 'Tell the employer', askRespond: 'Enter year, month and day of the last day.', noticedOn: 'Told on', recordedOn: 'Entered on', removedOn: 'Taken out on', levyState: 'State of the levy', recordIt: 'Enter it', dropIt: 'Do not enter it', removeIt: 'Take it out', endReason: 'Reason', dropReason: 'Why it is not entered', removeReason: 'Why it is taken out', termRuns: 'The term runs until {until}; enter it after that.', repaired: 'This employer has paid: take it out.', exportLink: 'Download the file for the credit platform (JSON lines)',
    itemOf: '{kind}, {day}, {state}', back: 'Back', none0: '—',
  },
);

export type CollectionText = keyof typeof collectionPageTexts.zh;
