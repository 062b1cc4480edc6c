import { dictionary } from '../../../kernel/texts.js';

/** What an employer can show, and where it is got. */
export const paperTexts = dictionary(
  {
    certificate: '残疾人证（残疾军人证、伤残人民警察证）的照片或复印件', contract: '当月有效的劳动合同或续签合同', wage: '当月工资的银行发放记录或工资单', pension: '当月养老保险的个人缴费证明', medical: '当月医疗保险的个人缴费证明',
    identity: '身份证的照片或复印件', post: '写明岗位类别的劳动合同或岗位说明', pension_status: '社保机构出具的未领取养老金证明', household: '户口簿或居住证明',
  },
  {
    certificate: 'a photo or copy of the certificate', contract: 'the contract, or its renewal, that held in that month', wage: 'the bank record of the wage or the payslip of that month', pension: 'proof of pension contributions for that month', medical: 'proof of medical insurance contributions for that month',
    identity: 'a photo or copy of the identity card', post: 'a contract or job description that names the category of the post', pension_status: 'a statement of the insurance office that no pension is drawn', household: 'the household register or proof of residence',
  },
);

export const settlementReasonTexts = dictionary(
  {
    insurance_here: '由这家单位参保缴费', contract_here: '与这家单位有有效的劳动合同', agreement_shown: '双方提供了一致的派遣协议', employer_gave_up: '单位同意放弃', nobody_proved: '各方都没有证明', not_the_same_person: '核实后不是同一个人', other: '其他（请写明）',
  },
  {
    insurance_here: 'Insurance was paid by this employer', contract_here: 'There is a valid contract with this employer', agreement_shown: 'Both showed the same dispatch agreement', employer_gave_up: 'The employer gave the months up', nobody_proved: 'Nobody proved it',
    not_the_same_person: 'On checking, not the same person', other: 'Other (write why)',
  },
);

export const signalTexts = dictionary(
  {
    floor_wage: '所有人的工资都正好等于最低工资', late_insurance: '参保集中在年底开始', shared_contact: '多家单位共用同一个电话或住址', far_workplace: '工作地点离住处太远', short_spells: '一年里换了很多家单位',
  },
  {
    floor_wage: 'Everybody is paid exactly the minimum wage', late_insurance: 'Insurance begins at the end of the year', shared_contact: 'One phone or address behind many employers', far_workplace: 'The workplace is far from home', short_spells: 'Many employers in one year',
  },
);

/** The ground in numbers that a person can check. */
export const groundTexts = dictionary(
  {
    floor_wage: '{of} 人中，工资已知的 {persons} 人每个月都正好是当月最低工资。', late_insurance: '{of} 人中，有 {persons} 人的参保在基准年最后 {months} 个月才开始。',
    employersWithPhone: '单位联系电话同时登记在 {count} 家单位名下。', employersOfPhone: '名单中有人的电话同时是 {count} 家单位的职工的电话。', employersOfAddress: '名单中有人的住址同时是 {count} 家单位的职工的住址。',
    far_province: '{of} 人中，有 {persons} 人住在别的省，岗位也不是远程工作。', far_city: '{of} 人中，有 {persons} 人住在别的市，岗位也不是远程工作。', short_spells: '{of} 人中，有 {persons} 人一年里由 {employers} 家以上的单位参保。',
  },
  {
    floor_wage: 'Of {of} people, the {persons} whose wages are known were paid exactly the minimum wage in every month.', late_insurance: 'Of {of} people, insurance of {persons} begins in the last {months} months of the base year.',
    employersWithPhone: 'The telephone of the employer is that of {count} employers.', employersOfPhone: 'Somebody of the list shares a telephone with staff of {count} employers.', employersOfAddress: 'Somebody of the list shares an address with staff of {count} employers.',
    far_province: 'Of {of} people, {persons} live in another province and their posts are not remote.', far_city: 'Of {of} people, {persons} live in another city and their posts are not remote.', short_spells: 'Of {of} people, {persons} were insured by {employers} or more employers in the year.',
  },
);

export const comparisonPageTexts = dictionary(
  {
    faults: '有些内容需要改一改', more: '下一页', none: '没有', nobody: '无', list: '、', comma: '，',

    resultsTitle: '比对结果', resultsOf: '{name} {year} 年度', back: '返回申报', notCompared: '还没有比对。提交以后系统会自动比对，完成后会发消息告诉您。',
    resultsLead: '申报的内容已经与登记数据和其他单位的申报比对（{day}）。这不是审核决定，决定由审核人员作出。',
    linesAll: '申报人数', linesClear: '不需要补充的', linesPaper: '可以补充材料的', monthsCounted: '比对后计入的月份', ofMonths: '{counted} 个月，共申报 {all} 个月', people: '{count} 人',
    choicePaper: '只看需要处理的', choiceDoubtful: '只看有疑点的', choiceAll: '看全部', choiceNow: '现在显示：{choice}',
    nothingToDo: '没有需要处理的人员。', personTitle: '{name}（{number}）',
    counted: '{months}：计入', provisional: '{months}：暂时计入，还有事项没有查到', refused: '{months}：暂不计入', noFault: '各项都符合', papers: '可以提供', noPaper: '补充材料不能改变这个结果', papersLead: '有这些材料的，现在就可以上传。', papersUpload: '上传材料',
    reviewersMatter: '（规定的数值没有收录，由审核人员核实）',
    wageNotRegistered: '没有查到当月工资的登记数据', wageNone: '登记数据里，当月没有发工资的记录',
    sources: '依据', source_certificate: '证件：{source}，截至 {day}', source_insurance: '参保：{source}，截至 {day}', source_wage: '工资：{source}，截至 {day}', noSource: '没有查到登记数据',
    note_grade_differs: '填报的等级是 {declared} 级，登记数据是 {registered} 级。', note_number_differs: '填报的证件号码与登记数据不一致。', note_wage_differs: '填报的月工资是 {declared} 元，登记的工资最低一个月是 {registered} 元。', notes: '与登记数据不同',
    contested: '{months} 别的单位也申报了，或派遣协议双方说法不一致。审核人员会核实后裁定，请备好合同、参保和工资材料。', settledFor: '{months} 有争议，已经裁定：{awarded} 计入本单位。', settledNone: '{months} 有争议，已经裁定不计入本单位。', seeConflict: '查看这条冲突',

    conflictsTitle: '重复申报', conflictsLead: '同一个人的同一个月，有几家单位都申报了，或派遣协议只有一方确认。由您核实后裁定，系统不会自动决定。', conflictsNone: '没有待裁定的冲突。', conflictsNoneSettled: '还没有裁定过的冲突。',
    stateOpen: '待裁定', stateSettled: '已裁定', showOpen: '看待裁定的', showSettled: '看已裁定的', employers: '单位', monthsAtIssue: '有争议的月份', foundAt: '发现日期', year: '年度', open: '查看',
    conflictTitle: '{year} 年度重复申报', person: '人员', state: '状态', overlapping: '重复申报的月份', unagreed: '派遣协议对不上的月份',
    sidesTitle: '各方的说法和依据', side: '单位', claimed: '申报计入', countedBefore: '已经审定计入', givenAway: '派遣给对方', insured: '参保记录', contracted: '合同覆盖', awarded: '裁定计入', noFiling: '{uscc}（没有申报）', elsewhere: '不在您负责的地区',
    hint: '{months}：只有{name}有参保或合同记录。', hintsTitle: '供参考', hintsNone: '按参保和合同看不出应当计入哪一方。',
    settleTitle: '裁定', choice: '有争议的月份计入哪家单位', choiceHint: '核实合同、参保和工资以后再选择。', chooseNone: '都不计入', chooseYield: '不计入本地区的单位', chooseByMonth: '按月分别裁定', month: '{month} 月计入', reason: '裁定的理由', words: '说明', wordsHint: '只有审核人员能看到，最多 500 字。', settle: '作出裁定',
    beyond: '另一方不在您负责的地区。您可以裁定不计入本地区的单位；要计入本地区的单位，请交由管辖双方的上级残联裁定。', settledAt: '裁定日期', done: '已经裁定', doneText: '裁定已经保存，各方的经办人会收到消息。',
    askChoice: '请选择有争议的月份计入哪家单位', askMonth: '请选择 {month} 月计入哪家单位', askReason: '请选择裁定的理由', askWords: '请用不超过 500 个字说明',

    signalsTitle: '挂证线索', signalsLead: '这些情况值得看一看，但不能说明一定有问题，也不能作为不予计入的理由。请核实后写明结果。', signalsNone: '没有线索。', signal: '线索', ground: '依据',
    stateSignalOpen: '待查看', stateNoConcern: '没有问题', stateToInspect: '转核查', showSignals: '查看', employer: '单位', seeResults: '查看这份申报的比对结果', seeReview: '打开这份申报的审核',
    lookTitle: '查看结果', look: '核实以后的结论', lookHint: '这里的结论不改变任何月份的认定。', lookNoConcern: '没有问题', lookToInspect: '需要进一步核查', lookSave: '保存', lookedAt: '查看日期', lookDone: '已经保存', lookDoneText: '您的结论已经保存。', askState: '请选择核实以后的结论',
  },
  {
    faults: 'Some things need a correction', more: 'Next page', none: 'none', nobody: 'none', list: ', ', comma: ', ',

    resultsTitle: 'What was compared', resultsOf: '{name}, {year}', back: 'Back to the filing', notCompared: 'Nothing has been compared yet. It happens by itself after you hand the filing in, and a message tells you when it is done.',
    resultsLead: 'The filing was compared with the registers and with other filings ({day}). This is no decision; people decide.',
    linesAll: 'People declared', linesClear: 'Nothing to add', linesPaper: 'Papers may help', monthsCounted: 'Months that count after comparing', ofMonths: '{counted} of {all} months declared', people: '{count} people',
    choicePaper: 'Only those with something to do', choiceDoubtful: 'Only those in doubt', choiceAll: 'Everybody', choiceNow: 'Shown now: {choice}',
    nothingToDo: 'There is nothing to do.', personTitle: '{name} ({number})',
    counted: '{months}: counted', provisional: '{months}: counted for now, something is not known', refused: '{months}: not counted for now', noFault: 'Everything is met', papers: 'You can show', noPaper: 'No paper changes this', papersLead: 'If you have these papers, you can upload them now.', papersUpload: 'Upload papers',
    reviewersMatter: ' (a value of law is not in our data; a reviewer looks at it)',
    wageNotRegistered: 'no register has told that month’s wage', wageNone: 'the register holds no wage paid for that month',
    sources: 'Told by', source_certificate: 'certificate: {source}, as of {day}', source_insurance: 'insurance: {source}, as of {day}', source_wage: 'wage: {source}, as of {day}', noSource: 'no register has told anything',
    note_grade_differs: 'Declared grade {declared}, registered grade {registered}.', note_number_differs: 'The certificate number declared is not the registered one.', note_wage_differs: 'Declared wage {declared} yuan, the lowest registered month {registered} yuan.', notes: 'Different in the registers',
    contested: '{months}: claimed by another unit too, or the dispatch is not told alike by both. A reviewer will look and decide; keep contract, insurance and wage papers ready.', settledFor: '{months} were contested and are settled: {awarded} count with you.', settledNone: '{months} were contested and are settled: they do not count with you.', seeConflict: 'See this conflict',

    conflictsTitle: 'Claimed twice', conflictsLead: 'Months of one person that several employers claim, or of a dispatch that one side only confirms. You look and settle; the machine never does.', conflictsNone: 'No conflict waits.', conflictsNoneSettled: 'No conflict has been settled.',
    stateOpen: 'Open', stateSettled: 'Settled', showOpen: 'Show open ones', showSettled: 'Show settled ones', employers: 'Employers', monthsAtIssue: 'Months in question', foundAt: 'Found on', year: 'Year', open: 'See',
    conflictTitle: 'Claimed twice in {year}', person: 'Person', state: 'State', overlapping: 'Claimed more than once', unagreed: 'Dispatch not told alike',
    sidesTitle: 'What each side says and can show', side: 'Unit', claimed: 'Claims', countedBefore: 'Determined before', givenAway: 'Dispatched to the other', insured: 'Insured', contracted: 'Contract', awarded: 'Awarded', noFiling: '{uscc} (has not filed)', elsewhere: 'outside your area',
    hint: '{months}: only {name} has insurance or a contract.', hintsTitle: 'For your orientation', hintsNone: 'Insurance and contracts do not tell one side from the other.',
    settleTitle: 'Settle', choice: 'With whom do the months in question count?', choiceHint: 'Choose after looking at contract, insurance and wages.', chooseNone: 'With nobody', chooseYield: 'Not with the employer of my area', chooseByMonth: 'Month by month', month: 'Month {month} counts with', reason: 'Why', words: 'In your words', wordsHint: 'Only reviewers see it; at most 500 characters.', settle: 'Settle',
    beyond: 'The other side lies outside your area. You can decide that the months do not count with the employer of your area; to count them there, leave it to the federation above both.', settledAt: 'Settled on', done: 'Settled', doneText: 'It is kept, and the clerks of every side are told.',
    askChoice: 'Choose with whom the months in question count', askMonth: 'Choose with whom month {month} counts', askReason: 'Choose why', askWords: 'Use at most 500 characters',

    signalsTitle: 'Signals of pretended employment', signalsLead: 'Worth a look. None of this proves anything, and none of it is a reason to refuse. Look, and write what came of it.', signalsNone: 'No signals.', signal: 'Signal', ground: 'Ground',
    stateSignalOpen: 'To be looked at', stateNoConcern: 'No concern', stateToInspect: 'For inspection', showSignals: 'Show', employer: 'Employer', seeResults: 'See what was compared of this filing', seeReview: 'Open the review of this filing',
    lookTitle: 'What you found', look: 'What looking into it came to', lookHint: 'It changes no month.', lookNoConcern: 'No concern', lookToInspect: 'Needs inspection', lookSave: 'Save', lookedAt: 'Looked at on', lookDone: 'Saved', lookDoneText: 'What you found is kept.', askState: 'Choose what looking into it came to',
  },
);

export type ComparisonText = keyof typeof comparisonPageTexts.zh;
