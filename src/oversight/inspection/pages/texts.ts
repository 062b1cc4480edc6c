import { dictionary } from '../../../kernel/texts.js';

export const caseStateTexts = dictionary(
  { drawn: '已抽中，还没有通知', asked: '已通知，等待材料', answered: '已提交材料', proposed: '已告知拟认定意见', defended: '已陈述申辩', clear: '没有问题，已结案', found: '认定有问题，已结案' },
  { drawn: 'Drawn, not asked yet', asked: 'Asked, waiting for proofs', answered: 'Proofs handed in', proposed: 'Finding proposed', defended: 'Defence stated', clear: 'Closed, nothing found', found: 'Closed, finding confirmed' },
);

/** What comes next, and from whom. `found` is told by the correction. */
export const caseNextTexts = dictionary(
  {
    drawn: '等核查人员通知用人单位。', asked: '用人单位请在截止日以前上传材料，传好了再提交。', answered: '用人单位的材料已经提交，等核查人员核对。',
    proposed: '用人单位可以在截止日以前陈述申辩。以后由另一人作决定。', defended: '用人单位已经陈述申辩，等另一人作决定。', clear: '这次抽查已经结束，不用再做什么。',
  },
  {
    drawn: 'An inspector tells the employer.', asked: 'The employer uploads its proofs until the last day and then hands them in.', answered: 'The proofs are handed in; an inspector looks at them.',
    proposed: 'The employer may state its defence until the last day. Then somebody else decides.', defended: 'The defence is stated; somebody else decides now.', clear: 'This inspection is over; nothing more is to be done.',
  },
);

export const caseActTexts = dictionary(
  { ask: '通知提供材料', answer: '提交材料', clear: '没有问题，结案', propose: '告知拟认定意见', defend: '陈述申辩', confirm: '确认认定意见', drop: '不采纳认定意见' },
  { ask: 'Asked for proofs', answer: 'Proofs handed in', clear: 'Closed without a finding', propose: 'Finding proposed', defend: 'Defence stated', confirm: 'Finding confirmed', drop: 'Finding dropped' },
);

export const findingTexts = dictionary({ confirmed: '确认', partly: '部分月份不确认', not_confirmed: '不确认' }, { confirmed: 'Confirmed', partly: 'Some months not confirmed', not_confirmed: 'Not confirmed' });

export const findingReasonTexts = dictionary(
  { not_at_work: '没有在岗工作', no_wage: '没有发工资', no_insurance: '没有缴社会保险', no_contract: '没有劳动合同', certificate: '证件不符', no_proof: '没有提供证明', other: '其他原因' },
  { not_at_work: 'Not at work', no_wage: 'No wage paid', no_insurance: 'No insurance paid', no_contract: 'No contract', certificate: 'Certificate does not fit', no_proof: 'No proof given', other: 'Another reason' },
);

export const certificateTexts = dictionary({ disability: '残疾人证', military: '残疾军人证', police: '伤残警察证' }, { disability: 'Disability certificate', military: 'Military certificate', police: 'Police certificate' });

export const inspectionPageTexts = dictionary(
  {
    faults: '有些内容需要改一改', more: '下一页', back: '返回', done: '已经办理', dash: '—', people: '{count} 人', months: '{months} 月', comma: '、', stateCount: '{state}：{cases} 个', semicolon: '；', period: '{from} 到 {to}', openEnd: '{from} 起，没有写截止日', allMonths: '1 到 12 月', none: '没有',
    listTitle: '抽查', listLead: '从已经审核认定的申报里抽一些单位，再从每个单位抽几个人，核对材料。', listNone: '还没有抽查。由核查人员抽取样本。', drawLink: '抽取新的样本', casesLink: '看已经通知的单位', name: '名称', region: '地区', year: '年度', cases: '单位数', drawnAt: '抽取时间',
    drawTitle: '抽取样本', drawName: '这次抽查的名称', drawLead: '抽哪些单位、哪些人，由一个号码决定，这个号码叫种子。谁拿到种子和可抽名单，都能抽出同样的结果。', casesWanted: '抽多少个单位', linesEach: '每个单位抽多少人', seed: '种子', seedHint: '事先公布的号码，6 到 64 个字母或数字；不填由系统随机产生', draw: '抽取',
    askName: '请填写名称，2 到 60 个字。', askYear: '请填写年度，4 位数字，2015 到 2035。', askCases: '请填写单位数，1 到 5000 的整数。', askLines: '请填写人数，1 到 100 的整数。', askSeed: '种子是 6 到 64 个字母、数字或符号，不带空格。',
    population: '可抽的申报', populationDigest: '可抽名单的摘要（SHA-256）', checkTitle: '怎样核对抽取', checkText: '抽到谁，只由种子和可抽名单决定。谁都可以按下面的办法重新抽一遍，结果应当一样。', checkGone: '这次抽取没有保存可抽名单，不能重新抽一遍。', checkList: '下载可抽名单（.csv）', checkDigest: '名单每行是一份申报：申报编号、逗号、可抽的人数。整个文件的 SHA-256 应当等于上面的摘要。', checkFilings: '对每份申报，把“种子:申报编号”做 SHA-256。按结果从小到大排，取前 {cases} 份。冒号用英文的，中间没有空格。', checkPeople: '对抽中的每份申报，把“种子:申报编号:序号”做 SHA-256，序号从 1 到可抽的人数。按结果从小到大排，取前 {lines} 个；不足的，都取。', checkSame: '与下面的表比较：申报编号和名单里的序号，都按抽中的先后排列。序号按申报名单的顺序数，没有申报月份的人不数。', number: '申报编号', ordinals: '名单里的序号', askTitle: '通知用人单位', askLead: '还没有通知的单位都会收到通知，按名单提供材料。', dueOn: '截止日', askDue: '请填写截止日的年、月、日。', ask: '通知',
    employer: '用人单位', uscc: '统一社会信用代码', state: '状态', place: '顺序', due: '截止日', casesTitle: '抽查的单位', casesNone: '没有被抽查的单位，现在不用做什么。', campaign: '抽查', campaignOne: '一次抽查（{year} 年度）', version: '申报版次', corrected: '更正后的认定书',
    caseTitle: '{year} 年度申报抽查', linesTitle: '抽中的人员', person: '姓名', certificate: '证件', contract: '合同', claimed: '申报的月份', finding: '核查结果', reason: '原因', refused: '不确认的月份', refusedHint: '哪些月份不确认，就选哪些；都确认的不用选', reasonHint: '确认的不用选', notJudged: '还没有核查', foundOf: '{finding}（{months}）',
    papersTitle: '证明材料', papersNone: '还没有材料。', paperAdd: '上传材料', paperHint: 'PDF、JPG 或 PNG，不超过 5 MB，最多 50 个', paperFor: '证明哪一个人', paperAll: '整个单位', upload: '上传', askFile: '请选择文件。', fileTooLarge: '文件太大。请换一个小一些的文件。', askLine: '请选择人员。',
    answerTitle: '提交', answerLead: '材料都传好了，再提交。提交以后不能再加。', answer: '提交材料', clearTitle: '结案', clearLead: '每个人都核查过，月份都确认，就可以结案。', clear: '没有问题，结案', proposeTitle: '提出拟认定意见', proposeLead: '有月份不确认的，把意见告知用人单位。用人单位可以在截止日以前陈述申辩，再由另一人作决定。', grounds: '意见和理由', groundsAsk: '请填写意见和理由，10 到 2000 个字。', groundsHint: '不要写个人的姓名和证件号码', propose: '告知用人单位',
    defenceTitle: '陈述申辩', defenceLead: '对拟认定意见有不同看法的，请在截止日以前写明。只能提交一次；新的材料请先上传。', defence: '陈述申辩的内容', defenceAsk: '请填写内容，2 到 4000 个字。', defend: '提交陈述申辩', noDefence: '没有陈述申辩。',
    decideTitle: '作出决定', outcome: '决定', confirm: '确认拟认定意见', drop: '不采纳，结案', decision: '决定的理由', decisionHint: '写明怎样看待用人单位的陈述申辩', decisionAsk: '请填写理由，2 到 2000 个字。', outcomeAsk: '请选择决定。', decide: '决定',
    stepsTitle: '经过', act: '办理', at: '时间', foundText: '有月份不予确认。请由审核人员更正认定书，更正后按新的认定书转税务。', correctedText: '认定书已经更正：{number}。', toReview: '打开审核', paperOf: '（{line}）', judgeTitle: '核查第 {place} 人', askFinding: '请选择核查结果。', askMonths: '请选出不确认的月份。', save: '保存', stale: '这份抽查刚刚有了改动，请看过后再办理。', maskedNote: '姓名只显示第一个字。',
  },
  {
    faults: 'Some answers need a change', more: 'Next page', back: 'Back', done: 'Done', dash: '—', people: '{count}', months: '{months}', comma: ', ', stateCount: '{state}: {cases}', semicolon: '; ', period: '{from} to {to}', openEnd: 'from {from}, no end given', allMonths: '1 to 12', none: 'None',
    listTitle: 'Inspections', listLead: 'Of determined filings some employers are drawn, and of each some people, whose proofs are looked at.', listNone: 'There is no inspection yet. An inspector draws the sample.', drawLink: 'Draw a new sample', casesLink: 'See employers that were asked', name: 'Name', region: 'Region', year: 'Year', cases: 'Employers', drawnAt: 'Drawn at',
    drawTitle: 'Draw a sample', drawName: 'Name of this inspection', drawLead: 'Drawn by a seed: whoever has the seed and the list of what could be drawn finds the same.', casesWanted: 'How many employers', linesEach: 'How many people of each', seed: 'Seed', seedHint: 'A number published beforehand, 6 to 64 letters or digits; left empty, the service throws the dice', draw: 'Draw',
    askName: 'Enter a name of 2 to 60 characters.', askYear: 'Enter the year of 4 digits, 2015 to 2035.', askCases: 'Enter a whole number from 1 to 5000.', askLines: 'Enter a whole number from 1 to 100.', askSeed: 'A seed is 6 to 64 letters, digits or signs without blanks.',
    population: 'Filings that could be drawn', populationDigest: 'Digest of their list (SHA-256)', checkTitle: 'How to check the draw', checkText: 'Who is drawn follows from the seed and the list of what could be drawn, and from nothing else. Anybody can draw again and must find the same.', checkGone: 'The list of what could be drawn was not kept for this draw, so nobody can draw again.', checkList: 'Download the list (.csv)', checkDigest: 'Each line of the list is a filing: its number, a comma, how many people could be drawn. SHA-256 of the whole file must be the digest above.', checkFilings: 'Of each filing take SHA-256 of “seed:number of the filing”. Sort by the results, the smallest first, and take the first {cases}. There are no blanks.', checkPeople: 'Of each filing drawn take SHA-256 of “seed:number of the filing:person”, persons counted from 1. Sort by the results, the smallest first, and take the first {lines}, or all where there are fewer.', checkSame: 'Compare with the table below: filings and persons stand in the order of the draw. Persons are counted on the list of the filing; whoever claims no month is left out.', number: 'Number of the filing', ordinals: 'Persons on its list', askTitle: 'Ask the employers', askLead: 'All that were not asked yet are told to hand in proofs.', dueOn: 'Last day', askDue: 'Enter year, month and day of the last day.', ask: 'Ask them',
    employer: 'Employer', uscc: 'Credit code', state: 'State', place: 'No.', due: 'Last day', casesTitle: 'Inspected employers', casesNone: 'No employer is inspected; there is nothing to do now.', campaign: 'Inspection', campaignOne: 'One inspection ({year})', version: 'Version of the filing', corrected: 'Corrected determination',
    caseTitle: 'Inspection of the filing for {year}', linesTitle: 'People that were drawn', person: 'Name', certificate: 'Certificate', contract: 'Contract', claimed: 'Months claimed', finding: 'Finding', reason: 'Reason', refused: 'Months not confirmed', refusedHint: 'Choose those that you do not confirm; none where you confirm all', reasonHint: 'Leave it where you confirm', notJudged: 'Not judged yet', foundOf: '{finding} (months {months})',
    papersTitle: 'Proofs', papersNone: 'No proofs yet.', paperAdd: 'Upload a proof', paperHint: 'PDF, JPEG or PNG, at most 5 MB each and fifty in all', paperFor: 'Whom it is about', paperAll: 'The whole employer', upload: 'Upload', askFile: 'Choose a file.', fileTooLarge: 'The file is too large. Choose a smaller one.', askLine: 'Choose the person.',
    answerTitle: 'Hand in', answerLead: 'Hand in when everything is uploaded; nothing can be added after that.', answer: 'Hand in the proofs', clearTitle: 'Close', clearLead: 'When everybody is judged and all months are confirmed, close it.', clear: 'Nothing found, close it', proposeTitle: 'Propose a finding', proposeLead: 'The employer is told, can state its defence until the last day, and somebody else decides.', grounds: 'Finding and grounds', groundsAsk: 'Enter the finding and its grounds, 10 to 2000 characters.', groundsHint: 'No names and numbers of persons', propose: 'Tell the employer',
    defenceTitle: 'Statement and defence', defenceLead: 'If you disagree with the proposed finding, say so until the last day. It can be sent once; upload new proofs first.', defence: 'Your statement', defenceAsk: 'Enter 2 to 4000 characters.', defend: 'Send the statement', noDefence: 'No defence was stated.',
    decideTitle: 'Decide', outcome: 'Decision', confirm: 'Confirm the finding', drop: 'Drop it and close', decision: 'Grounds of the decision', decisionHint: 'How the employer’s defence was weighed', decisionAsk: 'Enter the grounds, 2 to 2000 characters.', outcomeAsk: 'Choose the decision.', decide: 'Decide',
    stepsTitle: 'What happened', act: 'Step', at: 'Time', foundText: 'Some months are not confirmed. A reviewer corrects the determination; the corrected one goes to the tax authority.', correctedText: 'The determination was corrected: {number}.', toReview: 'Open the review', paperOf: ' ({line})', judgeTitle: 'Judge person no. {place}', askFinding: 'Choose what you found.', askMonths: 'Choose the months that are not confirmed.', save: 'Save', stale: 'This inspection has just been changed. Look at it, then go on.', maskedNote: 'Names show their first sign only.',
  },
);

export type InspectionText = keyof typeof inspectionPageTexts.zh;
