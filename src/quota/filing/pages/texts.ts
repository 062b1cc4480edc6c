import { dictionary } from '../../../kernel/texts.js';

/** Where a declaration stands, in the words of its employer. */
export const stateTexts = dictionary(
  {
    draft: '正在填写', nothing_to_claim: '没有安排残疾人', submitted: '已提交', checking: '正在核对', accepted: '已受理', first_check: '初审', second_check: '复核', determined: '已审定', refused: '不予认定',
    returned: '退回补正', withdrawn: '已撤回', objected: '异议处理中', corrected: '已更正', late: '已过截止日', counted_as_none: '按没有安排处理', archived: '已归档',
  },
  {
    draft: 'Being filled in', nothing_to_claim: 'Nobody was placed', submitted: 'Handed in', checking: 'Being compared', accepted: 'Accepted', first_check: 'First check', second_check: 'Second check',
    determined: 'Determined', refused: 'Refused', returned: 'Returned for correction', withdrawn: 'Withdrawn', objected: 'Objection', corrected: 'Corrected', late: 'Past the deadline',
    counted_as_none: 'Treated as nobody placed', archived: 'Archived',
  },
);

/** What happened, as the history tells it. */
export const actTexts = dictionary(
  {
    open: '建立申报', declare_nothing: '申明没有安排残疾人', reopen: '重新打开', submit: '提交', withdraw: '撤回', compare: '完成核对', accept: '受理', begin_first_check: '开始初审', pass_first_check: '初审通过，转复核',
    send_back: '退回初审', determine: '审定', refuse: '不予认定', return: '退回补正', object: '提出异议', reexamine: '重新审核', correct: '更正', pass_deadline: '过了截止日', count_as_none: '按没有安排处理', archive: '归档',
  },
  {
    open: 'Opened', declare_nothing: 'Nobody was placed', reopen: 'Opened again', submit: 'Handed in', withdraw: 'Withdrawn', compare: 'Compared', accept: 'Accepted', begin_first_check: 'First check begun',
    pass_first_check: 'Passed to the second check', send_back: 'Sent back to the first check', determine: 'Determined', refuse: 'Refused', return: 'Returned for correction', object: 'Objection made',
    reexamine: 'Taken up again', correct: 'Corrected', pass_deadline: 'The deadline passed', count_as_none: 'Treated as nobody placed', archive: 'Archived',
  },
);

export const filingPageTexts = dictionary(
  {
    faults: '有些内容需要改一改',
    back: '返回申报',
    yuan: '{sum} 元', people: '{count} 人', months: '{count} 个月', none: '没有', unknown: '还不知道',

    listTitle: '年审申报',
    listLead: '每年申报一次上一年安排残疾人就业的情况。每个年度一份申报，随时可以离开，填过的内容都会保留。',
    listNone: '还没有申报。', listUnverified: '本单位的登记正在等当地残联核实。核实以后会给您发消息，那时就可以建立申报。', listRefused: '本单位的登记没有通过核实，不能申报。请看原因，改正后重新登记。', listRegistration: '查看本单位的登记', year: '年度', yearOf: '{year} 年', ofMerged: '（{name}，已合并）', state: '办理情况', deadline: '截止日', number: '申报编号', more: '更早的年度',
    openTitle: '建立一份申报', openYear: '申报哪一年', openHint: '选择已经结束的年度。今年申报的是 {year} 年。', openButton: '建立申报', choose: '请选择',

    title: '{year} 年度年审申报',
    windowKnown: '当地申报时间：{opens} 至 {closes}。', windowHalf: '当地申报时间没有收集完整：开始 {opens}，截止 {closes}。请以当地残联通告为准。', windowUnknown: '当地的申报时间没有收集到，请以当地残联通告为准。',
    modeCompanion: '当地的正式申报在全国联网认证平台办理。这里帮您准备名单、提前核对，再导出到平台。', modeNative: '当地在这里办理正式申报。',
    lateCounted: '申报时间已经过了。按规定，逾期没有申报的视为没有安排残疾人就业。您可以补报并写明原因，是否认可由当地残联决定。', lateAccepted: '申报时间已经过了。您可以补报，写明原因后照常受理。', lateUnknown: '申报时间已经过了。当地怎样对待补报没有收集到，请咨询当地残联。',
    returnedNote: '这份申报退回补正，请在 {due} 前改好再提交。哪些内容要改，见补正要求。', returnedNoDay: '这份申报退回补正，请改好再提交。哪些内容要改，见补正要求。',

    taskFacts: '填写单位情况', taskFactsHint: '各月人数、季节工、派遣工、工资总额',
    taskPeople: '填写残疾人职工名单', taskPeopleHint: '上传花名册，或逐人填写',
    taskTrial: '查看试算结果', taskCommit: '作出承诺', taskCheck: '核对并提交',
    statusMissing: '未填写', statusNotMade: '还没有作出', statusDone: '已完成', statusLater: '还不能办', statusSum: '{sum} 元', statusReady: '可以办理', statusPeople: '{count} 人',
    otherWays: '其他办理', wayNothing: '没有安排残疾人', wayWithdraw: '撤回申报', wayReopen: '重新打开申报', wayHistory: '查看办理记录', wayCorrections: '查看补正要求', wayPapers: '上传证明材料', wayStatement: '查看审核结果、提出异议', wayDetermination: '查看、下载认定书', wayLevy: '查看残保金缴费', wayExport: '导出全国平台格式的名单', wayPrefill: '从上年名单预填',
    wayPeople: '查看名单', wayResults: '查看比对结果', wayTrial: '查看试算结果', wayPlatform: '与全国平台核对',
    nothingDone: '已经申明这一年没有安排残疾人就业。这是合法的，也不算逾期。请记得按时向税务机关申报缴纳残疾人就业保障金。',

    doubtsTitle: '预填时留意的事', doubtsLead: '名单按上年申报、就业记录和登记预填。下面几件事请逐条看过；看过一条就点“看过了”，不看也可以提交。', doubtsNone: '没有需要留意的事。', doubtsMore: '后面的',
    doubtWho: '姓名', doubtWhat: '留意什么', doubtDo: '办理', doubtOpen: '打开这一行', doubtAdd: '逐人添加', doubtSettle: '看过了', doubtSettled: '已看过',
    doubtsWaiting: '预填时有 {waiting} 件事请您留意', prefilledFrom: '这份名单是预填的，请逐项确认。',
    prefillTitle: '预填名单', prefillText: '把上年申报的名单、经就业服务到本单位就业的人员带入这份申报。名单里已经有的人保持不变，已经离职的不带入。', prefillButton: '预填', prefillDone: '带入 {taken} 人，{left} 人没有带入。', prefillStaff: '各月人数取自单位档案，请核对。', prefillNothing: '没有可以带入的内容。',

    platformTitle: '与全国平台核对', platformLead: '当地的正式申报在全国残疾人按比例就业情况联网认证平台办理。在这里导出名单到平台，再把平台的回执、审定结果导入，两边逐人核对，不用重复填写。',
    platformExport: '第一步：导出名单', platformExportText: '文件里有完整的身份证号和证件号，请妥善保管，用完删除。每次导出都有记录。', platformTitles: '平台自己的文件格式没有收集到，列名是按各地通告整理的。平台不认某一列时，请改列名后再导入平台，并告诉当地残联。', platformDownload: '下载名单（.xlsx，{lines} 行）',
    platformTold: '平台告知的情况', platformReceipt: '受理编号', platformReceivedOn: '受理日期', platformDetermined: '审定安排人数', platformUntold: '平台文件里没有', platformFileOf: '最近一次导入', platformAccepted: '新的或有改动的', platformRemoved: '上次有、这次没有的人',
    platformYearUntold: '这份文件没有写年度，无法核对是不是同一年度的。', platformNumbers: '安排人数不一致：这里试算 {ours} 人，平台审定 {theirs} 人。以平台审定为准；不认可的，可以在平台或向当地残联提出异议。',
    platformDifferences: '两边不一致的地方', platformSame: '两边逐人一致。', platformDiffer: '有 {all} 人两边不一致。', platformOurs: '这里计入', platformTheirs: '平台计入', platformWhat: '说明', platformReason: '平台的说明：{reason}',
    differsOnlyHere: '名单里有，平台文件里没有。请核对平台上是否漏报。', differsOnlyThere: '平台文件里有，名单里没有。请核对名单是否漏填。', differsRefused: '这里计入，平台不予认定。', differsAdmitted: '平台认定，这里一个月都不计入。请打开这一行看原因。', differsMonths: '两边计入的月数不同。',
    platformImport: '第二步：导入平台的结果', platformImportText: '平台导出的回执、审定结果或人员明细都可以，可以分几次。同一份文件导入两次不会重复。其他年度的文件不会导入。', platformFile: '平台导出的文件', platformButton: '导入并核对', platformNone: '请选择平台导出的文件。', platformRead: '文件已经导入',

    factsTitle: '单位情况', factsLead: '以下由单位自行申报。人数和工资总额与向税务机关申报的一致。',
    staffLegend: '各月在职职工人数', staffOf: '{months} 月 {count} 人', staffBlank: '{months} 月没有填', staffHint: '每个月的在职职工人数；没有职工填 0，登记以前的月份留空。', month: '{month} 月', sameForAll: '十二个月人数相同', sameHint: '填了这一格，就不用逐月填写',
    registered: '本单位登记日期：{day}', seasonalLegend: '季节性用工', seasonalHint: '没有可以不填。月数不同的，分组填写。', seasonalGroup: '第 {group} 组', seasonalAdd: '再加一组季节性用工', seasonalDrop: '删去第 {group} 组', seasonalCountOf: '请填写第 {group} 组的人数，例如 24；不要这一组，就勾选“删去”。', seasonalMonthsOf: '请填写第 {group} 组做了几个月，1 到 12。', seasonalCount: '人数', seasonalMonths: '做了几个月',
    dispatched: '接受劳务派遣的人数', dispatchedHint: '他们计入派遣单位的职工人数；没有可以不填。', wages: '上年在职职工工资总额（元）', wagesHint: '例如 12000000 或 12000000.50', paid: '本年度已经缴纳的残疾人就业保障金（元）', paidHint: '没有可以不填。',
    save: '保存', saved: '已经保存', savedText: '单位情况已经保存。',
    staleTitle: '这份申报刚刚有了改动', staleText: '另一位经办人改过。您填的内容还在下面的表里，没有丢。现在保存的内容是：', staleAgain: '看过以后，再保存一次，就以您填的为准。',
    declaredByEmployer: '由用人单位申报',

    peopleTitle: '残疾人职工名单', peopleLead: '名单里每个人、每个月是否计入，按现在填写的内容判断；审核时以残联、社保的数据为准。',
    peopleNone: '名单还是空的。', name: '姓名', citizenId: '公民身份号码', certificate: '证件', contract: '合同', counted: '计入', actions: '办理', change: '修改', remove: '删去', addByHand: '添加一人', nextPeople: '后面的人',
    countedMonths: '{count} 个月', provisional: '其中 {count} 个月待核实', notCounted: '不计入', openEnded: '无固定期限', sumPeople: '共 {lines} 行，{people} 人；计入 {months} 个月，折合 {arranged} 人。',
    uploadTitle: '上传花名册', uploadLead: '上传后先读一遍，告诉您哪些行可以用、哪些行有问题；您确认以后才写进申报。文件本身不保存。', uploadFile: '花名册文件', uploadNone: '请选择要上传的花名册文件。', uploadHint: '.xlsx 或 .csv，最多 {rows} 行、{megabytes} MB', uploadButton: '上传并检查', uploads: '上传记录', uploadAt: '{day} 上传', template: '下载模板（.xlsx）',
    uploadReplaces: '以文件为准：名单里有、文件里没有的人会删去。确认之前会列出是哪些人。',

    importTitle: '花名册检查结果', importReading: '正在读取，已读 {rows} 行。', importRefresh: '刷新', importReady: '已经读完。', importSee: '查看结果', importKeep: '可以离开这一页，稍后从名单页的上传记录回来。',
    uploadIs: '：{state}', uploadRows: '：{state}（{count} 行）', uploadReading: '正在读取', uploadChecked: '已经检查，等您确认', uploadFailed: '读取中断', uploadDiscarded: '已经作废',
    importDone: '已经写进申报', importAllWritten: '文件里的每一行都在名单里了。', importSomeWritten: '有问题的 {rejected} 行没有写入，怎么改见下面。', importDiscarded: '这次上传已经作废。', importFailed: '读取中断了，申报没有任何改动。请再上传一次。', importRefused: '文件没有接收', importRefusedText: '申报没有任何改动。改好文件以后，请在下面再上传一次。',
    leavingTitle: '确认以后从名单删去的 {lines} 行', leavingCaption: '将从名单删去的人', leavingText: '这些在名单里，文件里没有。不该删去的，请在文件里补上，再整份上传。', leavingWhy: '说明', leavingPerson: '文件里没有这个人', leavingContract: '文件里有这个人的另一份合同', leavingBeyond: '还有 {beyond} 行没有列出。',
    rowsIn: '读到的行', accepted: '将写入（新的或有改动的）', unchanged: '没有变化', rejected: '有问题，不写入', removed: '名单里有、文件里没有，将删去',
    acceptedDone: '已写入', unchangedDone: '没有变化', rejectedDone: '有问题，没有写入', removedDone: '已删去',
    faultsTitle: '有问题的行', faultsMore: '后面的问题',
    warningsTitle: '读取时注意到', takeButton: '确认，写进申报', takeNothing: '文件与名单相同，不需要写入。', discardButton: '不用这份文件', correctHint: '可以在文件里改好有问题的行，再整份上传；已经写进的人不会重复。', allRejected: '没有一行可以写入。请改好文件后再上传。',

    lineAddTitle: '添加一名残疾人职工', lineChangeTitle: '修改一名残疾人职工', lineName: '姓名', lineCitizenId: '公民身份号码', lineCitizenIdHint: '18 位', lineKeep: '不修改可以留空，现在是 {masked}',
    kind: '证件类型', kindDisability: '残疾人证', kindMilitary: '残疾军人证', kindPolice: '伤残人民警察证', certificateNumber: '证件号码', certificateHint: '残疾人证为 20 位', grade: '等级', gradeHint: '残疾军人证、伤残人民警察证填写 1 到 10；残疾人证不用填',
    post: '岗位', postCategory: '岗位类别', management: '管理技术', worker: '工人', notSaid: '不填', contractKind: '合同类型', contractContract: '合同或服务协议', contractEstablishment: '在编',
    contractStart: '合同开始日期', contractStartHint: '例如 2024-03-01', contractEnd: '合同结束日期', contractEndHint: '无固定期限的留空', wage: '月工资（元）', insured: '哪些月份缴纳了基本养老和基本医疗保险', insuredHint: '不清楚的可以一个都不勾选，以社保登记的数据为准。',
    dispatch: '派遣协议', dispatchNone: '没有', dispatchIn: '我方计入', dispatchOut: '对方计入', otherUscc: '对方单位的统一社会信用代码', otherUsccHint: '有派遣协议的填写',
    pensionDrawn: '已领取养老金的，从哪天起', lineSave: '保存', removeTitle: '把这个人从名单里删去？', removeText: '删去 {name}（{citizenId}）。', removeButton: '删去', verdictTitle: '按现在填写的内容', verdictCounted: '{months}：计入', verdictRefused: '{months}：不计入', verdictProvisional: '{months}：计入，待核实',

    commitTitle: '承诺', commitText: '本单位承诺：所申报的在职职工人数、工资总额和残疾人职工名单真实、准确、完整；名单中的残疾人确实在本单位工作，劳动合同、工资、社会保险情况属实；如有虚假，愿意承担相应责任。',
    commitNote: '承诺以后再改动名单或单位情况，需要重新承诺。', commitBox: '我已看过全部内容，代表本单位作出承诺', commitRequired: '请勾选承诺。不同意的可以先不提交。', commitButton: '作出承诺', commitDone: '已经作出承诺（{day}）。',

    checkTitle: '提交前核对', checkFacts: '单位情况', checkPeople: '名单', checkTrial: '试算结果', checkCommit: '承诺', checkCommitted: '已作出', checkNotCommitted: '还没有作出', changeIt: '修改',
    payable: '试算实缴', averageWage: '每人每年平均工资', arranged: '折合安排人数', required: '应安排人数', staff: '在职职工人数', withProvisional: '有 {months} 个月待核实：都计入时实缴 {with} 元，都不计入时实缴 {without} 元。', trialNote: '试算，以税务机关核定为准。',
    lateReason: '补报的原因', lateReasonHint: '审核人员会看到这段话', submitButton: '提交申报', submitNote: '提交以后不能再改；在审定以前可以撤回。', notReady: '还有内容没有完成，暂时不能提交。',
    nextCompared: '已经收到您的申报，正在与登记数据比对。可以补充材料的，会发站内信告诉您。', nextAccepted: '已经与登记数据比对过，等残联受理。可以补充材料的，现在就能上传。', nextChecked: '残联正在审核，现在不用您做什么。有了结果，或者需要补正，会发站内信。', nextDecided: '审核结果已经出来。请看结果；有不同意见的，可以在期限以前提出异议。', nextObjected: '异议已经收到，残联会重新审核，结果会发站内信。', nextWithdrawn: '申报已经撤回。改好以后请重新打开，再提交一次。',
    submittedTitle: '申报已提交', submittedNumber: '申报编号', nextNative: '接下来会与残联、社保的数据核对，再由当地残联审核。结果会在站内信里告诉您。', nextCompanion: '接下来会先核对一遍并告诉您结果。正式申报还要在全国联网认证平台办理：请导出名单，在平台上导入。',
    printIt: '请记下编号，或打印这一页。',

    trialTitle: '申报的试算结果', trialIncomplete: '单位情况还没有填完，暂时算不出来。', trialFailed: '单位情况里的数字互相矛盾，算不出结果。', trialAbout: '{region}，{year} 年，{kind}', onePerson: '再多安排一个人，会少缴多少？', openWhatIf: '去试算',

    historyTitle: '办理记录', historyAct: '办理', historyAt: '时间', historyBy: '办理人', historyWhy: '说明', historyService: '系统', historyMore: '后面的记录', historyStep: '{act}（第 {number} 版）', historyDue: '{day} 前',
    nothingTitle: '没有安排残疾人', nothingText: '如果 {year} 年本单位没有安排残疾人就业，就不用填写名单。这是合法的，也不算逾期。残疾人就业保障金仍要按时向税务机关申报缴纳。', nothingButton: '申明没有安排残疾人', nothingPeople: '名单里还有 {lines} 行。请先把名单清空。',
    withdrawTitle: '撤回申报', withdrawText: '撤回以后可以修改再提交。已经提交的内容会原样保留。过了截止日再提交的，按补报处理。', withdrawWords: '撤回的原因（可以不填）', withdrawButton: '撤回申报',
    reopenTitle: '重新打开申报', reopenText: '重新打开以后可以继续填写。过了截止日的，按补报处理。', reopenButton: '重新打开', notPossible: '这份申报现在的状态下不能这样办理。',
  },
  {
    faults: 'Some answers need a change',
    back: 'Back to the filing',
    yuan: '{sum} yuan', people: '{count} people', months: '{count} months', none: 'None', unknown: 'not known',

    listTitle: 'Annual review',
    listLead: 'Once a year an employer declares whom it employed in the year before. Each year has one filing; you can leave it at any time, everything is kept.',
    listNone: 'There is no filing yet.', listUnverified: 'The registration of this employer waits for the local federation to verify it. You get a message when that is done; then you can open a filing.', listRefused: 'The registration of this employer was not verified, so it cannot file. See why, and register again once it is put right.', listRegistration: 'See the registration of this employer', year: 'Year', yearOf: '{year}', ofMerged: ' ({name}, merged)', state: 'Status', deadline: 'Deadline', number: 'Number', more: 'Earlier years',
    openTitle: 'Open a filing', openYear: 'Which year', openHint: 'A year that is over. This year’s filing is about {year}.', openButton: 'Open the filing', choose: 'Choose',

    title: 'Annual review of {year}',
    windowKnown: 'Filing at this place: {opens} to {closes}.', windowHalf: 'The filing days of this place are not fully known: from {opens}, to {closes}. The local notice decides.', windowUnknown: 'The filing days of this place are not known. The local notice decides.',
    modeCompanion: 'At this place the legal filing is made on the national platform. This service helps you to prepare and check the list and to export it.', modeNative: 'At this place the legal filing is made here.',
    lateCounted: 'The deadline has passed. Whoever has not filed counts as employing nobody. You can still file and say why; the federation decides whether to accept it.', lateAccepted: 'The deadline has passed. You can still file; with its reason it is taken like any other.', lateUnknown: 'The deadline has passed. How this place treats a late filing is not known; ask the local federation.',
    returnedNote: 'This filing was returned for correction. Correct it and hand it in again by {due}. What needs a change stands under “See what is to be corrected”.', returnedNoDay: 'This filing was returned for correction. Correct it and hand it in again. What needs a change stands under “See what is to be corrected”.',

    taskFacts: 'Give the facts of the employer', taskFactsHint: 'Monthly staff, seasonal and dispatched workers, wages',
    taskPeople: 'Give the list of disabled employees', taskPeopleHint: 'Upload a roster, or person by person',
    taskTrial: 'See the trial sum', taskCommit: 'Make the statement of truth', taskCheck: 'Check and submit',
    statusMissing: 'Not given', statusNotMade: 'Not made yet', statusDone: 'Done', statusLater: 'Not yet', statusSum: '{sum} yuan', statusReady: 'Ready', statusPeople: '{count} people',
    otherWays: 'Other steps', wayNothing: 'Nobody was placed', wayWithdraw: 'Withdraw the filing', wayReopen: 'Open the filing again', wayCorrections: 'See what is to be corrected', wayPapers: 'Upload papers', wayStatement: 'See the result, object', wayDetermination: 'See and download the determination', wayLevy: 'See what is owed and paid', wayHistory: 'See the history', wayExport: 'Export the list in the national platform’s format', wayPrefill: 'Prefill from last year',
    wayPeople: 'See the list', wayResults: 'See what was compared', wayTrial: 'See the trial sum', wayPlatform: 'Compare with the national platform',
    nothingDone: 'You have said that nobody was placed that year. That is lawful and not late. Remember to declare and pay the levy to the tax authority in time.',

    doubtsTitle: 'What the prefill noted', doubtsLead: 'The list was begun with last year’s filing, employment records and registers. Look at each of the following; say “Seen” for each. The filing can be handed in without it.', doubtsNone: 'There is nothing to look at.', doubtsMore: 'More',
    doubtWho: 'Name', doubtWhat: 'What to look at', doubtDo: 'Actions', doubtOpen: 'Open the line', doubtAdd: 'Add by hand', doubtSettle: 'Seen', doubtSettled: 'Seen',
    doubtsWaiting: 'The prefill noted {waiting} things to look at', prefilledFrom: 'This list was prefilled: confirm each part.',
    prefillTitle: 'Prefill the list', prefillText: 'Last year’s list and the people whom the employment service placed here are taken over. Whoever is on the list stays as entered; whoever has left is not taken over.', prefillButton: 'Prefill', prefillDone: '{taken} people were taken over, {left} were left out.', prefillStaff: 'The monthly staff comes from the employer’s file; check it.', prefillNothing: 'There is nothing to take over.',

    platformTitle: 'Held against the national platform', platformLead: 'The legal filing is made on the national platform. Export the list for it here, then import its receipt and result: both sides are compared person by person, and nothing is typed twice.',
    platformExport: 'First: export the list', platformExportText: 'The file holds whole identity and certificate numbers: keep it safe and delete it after use. Every export is recorded.', platformTitles: 'The platform’s own file was never seen; the titles of the columns come from local notices. If the platform does not take a column, rename it there and tell the local federation.', platformDownload: 'Download the list (.xlsx, {lines} lines)',
    platformTold: 'What the platform has told', platformReceipt: 'Receipt number', platformReceivedOn: 'Received on', platformDetermined: 'Persons determined', platformUntold: 'Not in its files', platformFileOf: 'Last import', platformAccepted: 'New or changed', platformRemoved: 'Named before and not now',
    platformYearUntold: 'This file does not say its year, so it could not be checked.', platformNumbers: 'The numbers differ: {ours} persons on trial here, {theirs} determined on the platform. The platform’s stands; to dispute it, object there or with the local federation.',
    platformDifferences: 'Where the two sides differ', platformSame: 'Both sides agree on everybody.', platformDiffer: 'They differ in {all} people.', platformOurs: 'Counts here', platformTheirs: 'Counts there', platformWhat: 'What', platformReason: ' The platform says: {reason}',
    differsOnlyHere: 'On the list and not in the platform’s file. Check whether the platform has everybody.', differsOnlyThere: 'In the platform’s file and not on the list. Check whether the list has everybody.', differsRefused: 'Counts here; refused on the platform.', differsAdmitted: 'Accepted on the platform; no month counts here. Open the line to see why.', differsMonths: 'The numbers of months differ.',
    platformImport: 'Then: import the result', platformImportText: 'Receipts, determinations or lists that the platform exports, all at once or one after the other. The same file twice changes nothing. A file of another year is not taken.', platformFile: 'File of the platform', platformButton: 'Import and compare', platformNone: 'Choose the file that the platform has exported.', platformRead: 'The file was imported',

    factsTitle: 'Facts of the employer', factsLead: 'Declared by the employer itself. Staff and wages are those that you declare to the tax authority.',
    staffLegend: 'Staff of each month', staffOf: 'month {months}: {count} people', staffBlank: 'month {months}: blank', staffHint: '0 where there was nobody; leave months before the registration empty.', month: 'Month {month}', sameForAll: 'The same in all twelve months', sameHint: 'With this, the months need not be filled in',
    registered: 'Registered on {day}', seasonalLegend: 'Seasonal workers', seasonalHint: 'Leave empty if there were none. People who worked for different numbers of months are different groups.', seasonalGroup: 'Group {group}', seasonalAdd: 'Add another group of seasonal workers', seasonalDrop: 'Remove group {group}', seasonalCountOf: 'Give the number of people of group {group}, such as 24, or tick that the group is to be removed.', seasonalMonthsOf: 'Give the months that group {group} worked, 1 to 12.', seasonalCount: 'People', seasonalMonths: 'Months worked',
    dispatched: 'Workers whom other units sent', dispatchedHint: 'They belong to the staff of those units. Leave empty if there were none.', wages: 'Total wages of the year (yuan)', wagesHint: 'Such as 12000000 or 12000000.50', paid: 'Levy paid already for the year (yuan)', paidHint: 'Leave empty if none.',
    save: 'Save', saved: 'Saved', savedText: 'The facts of the employer are saved.',
    staleTitle: 'This filing has just been changed', staleText: 'Another clerk changed it. What you typed is still in the form below. What is saved now:', staleAgain: 'Look at it, then save once more: what you typed will stand.',
    declaredByEmployer: 'Declared by the employer',

    peopleTitle: 'Disabled employees', peopleLead: 'Whether a person counts in a month is judged by what is filled in now; the review goes by the registers.',
    peopleNone: 'The list is empty.', name: 'Name', citizenId: 'Citizen ID', certificate: 'Certificate', contract: 'Contract', counted: 'Counts', actions: 'Actions', change: 'Change', remove: 'Remove', addByHand: 'Add a person', nextPeople: 'More people',
    countedMonths: '{count} months', provisional: '{count} of them to be confirmed', notCounted: 'Does not count', openEnded: 'open-ended', sumPeople: '{lines} lines, {people} people; {months} months count, {arranged} persons on average.',
    uploadTitle: 'Upload a roster', uploadLead: 'The file is read first and you are told which rows can be used and which not; it enters the filing only when you say so. The file itself is not kept.', uploadFile: 'Roster file', uploadNone: 'Choose the roster file to upload.', uploadHint: '.xlsx or .csv, at most {rows} rows and {megabytes} MB', uploadButton: 'Upload and check', uploads: 'Uploads', uploadAt: 'Uploaded {day}', template: 'Download the template (.xlsx)',
    uploadReplaces: 'The file decides: people on the list who are not in the file are removed. You are shown who they are before you confirm.',

    importTitle: 'Result of the roster check', importReading: 'Being read, {rows} rows so far.', importRefresh: 'Refresh', importReady: 'The file is read.', importSee: 'See the result', importKeep: 'You can leave this page and come back from the list of uploads.',
    uploadIs: ': {state}', uploadRows: ': {state} (rows: {count})', uploadReading: 'Being read', uploadChecked: 'Checked, waits for your word', uploadFailed: 'Interrupted', uploadDiscarded: 'No longer counts',
    importDone: 'In the filing', importAllWritten: 'Every row of the file is on the list.', importSomeWritten: 'Rows at fault that were not written: {rejected}. How to correct them stands below.', importDiscarded: 'This upload no longer counts.', importFailed: 'Reading was interrupted and the filing is unchanged. Upload the file again.', importRefused: 'The file was not taken', importRefusedText: 'The filing is unchanged. Correct the file and upload it again below.',
    leavingTitle: 'Lines taken off the list when you confirm: {lines}', leavingCaption: 'Who is taken off the list', leavingText: 'They are on the list and not in the file. Add to the file who should stay, and upload the whole of it again.', leavingWhy: 'Why', leavingPerson: 'The person is not in the file', leavingContract: 'The file has another contract of this person', leavingBeyond: '{beyond} more lines are not shown.',
    rowsIn: 'Rows read', accepted: 'To be written (new or changed)', unchanged: 'No change', rejected: 'At fault, not written', removed: 'On the list and not in the file, to be removed',
    acceptedDone: 'Written', unchangedDone: 'No change', rejectedDone: 'At fault, not written', removedDone: 'Removed',
    faultsTitle: 'Rows at fault', faultsMore: 'More faults',
    warningsTitle: 'Noticed while reading', takeButton: 'Confirm, write into the filing', takeNothing: 'The file says what the list says; nothing needs to be written.', discardButton: 'Do not use this file', correctHint: 'You can correct the rows in the file and upload the whole of it again; nobody is entered twice.', allRejected: 'No row can be written. Correct the file and upload it again.',

    lineAddTitle: 'Add a disabled employee', lineChangeTitle: 'Change a disabled employee', lineName: 'Name', lineCitizenId: 'Citizen ID number', lineCitizenIdHint: '18 characters', lineKeep: 'Leave empty to keep it; now {masked}',
    kind: 'Certificate', kindDisability: 'Disability certificate', kindMilitary: 'Military disability certificate', kindPolice: 'Police disability certificate', certificateNumber: 'Certificate number', certificateHint: 'A disability certificate has 20 characters', grade: 'Grade', gradeHint: '1 to 10 for a military or police certificate; leave empty for a disability certificate',
    post: 'Post', postCategory: 'Kind of post', management: 'Management or technical', worker: 'Worker', notSaid: 'Not said', contractKind: 'Kind of contract', contractContract: 'Contract or service agreement', contractEstablishment: 'In establishment',
    contractStart: 'Contract begins', contractStartHint: 'Such as 2024-03-01', contractEnd: 'Contract ends', contractEndHint: 'Leave empty if open-ended', wage: 'Monthly wage (yuan)', insured: 'Months with basic pension and medical insurance paid', insuredHint: 'If you are not sure, tick none: the register of insurance decides.',
    dispatch: 'Dispatch agreement', dispatchNone: 'None', dispatchIn: 'Counted here', dispatchOut: 'Counted by the other unit', otherUscc: 'Credit code of the other unit', otherUsccHint: 'Where there is a dispatch agreement',
    pensionDrawn: 'First day of a pension already drawn', lineSave: 'Save', removeTitle: 'Remove this person from the list?', removeText: 'Remove {name} ({citizenId}).', removeButton: 'Remove', verdictTitle: 'By what is filled in now', verdictCounted: '{months}: counts', verdictRefused: '{months}: does not count', verdictProvisional: '{months}: counts, to be confirmed',

    commitTitle: 'Statement of truth', commitText: 'This employer states that the staff, wages and list of disabled employees declared are true, exact and complete; that the people on the list really work here; and that their contracts, wages and insurance are as stated. It answers for any falsehood.',
    commitNote: 'After a later change of the list or the facts the statement must be made again.', commitBox: 'I have looked at everything and make this statement for the employer', commitRequired: 'Tick the statement. If you do not agree, do not submit yet.', commitButton: 'Make the statement', commitDone: 'The statement was made ({day}).',

    checkTitle: 'Check before you submit', checkFacts: 'Facts of the employer', checkPeople: 'List', checkTrial: 'Trial sum', checkCommit: 'Statement of truth', checkCommitted: 'Made', checkNotCommitted: 'Not made yet', changeIt: 'Change',
    payable: 'Payable, on trial', averageWage: 'Average wage of a person in the year', arranged: 'Persons employed on average', required: 'Persons required', staff: 'Staff', withProvisional: '{months} months are to be confirmed: with all of them {with} yuan are payable, with none {without} yuan.', trialNote: 'A trial sum: the tax authority’s assessment stands.',
    lateReason: 'Why it comes late', lateReasonHint: 'The reviewers read it', submitButton: 'Submit the filing', submitNote: 'It cannot be changed afterwards; until it is decided you can withdraw it.', notReady: 'Something is still missing, so it cannot be submitted yet.',
    nextCompared: 'Your filing is in and is now compared with register data. You get a message where papers may help.', nextAccepted: 'It was compared with register data and waits to be accepted. Where papers may help, you can upload them now.', nextChecked: 'The federation is checking it; there is nothing for you to do now. You get a message when there is a result or something is to be corrected.', nextDecided: 'The result is there. Read it; if you disagree, you can object until the last day.', nextObjected: 'The objection is in. The federation checks again and sends you a message.', nextWithdrawn: 'The filing is withdrawn. Open it again, correct it and hand it in once more.',
    submittedTitle: 'The filing is handed in', submittedNumber: 'Number', nextNative: 'It is now compared with the registers and then reviewed by the local federation. You are told the result in your inbox.', nextCompanion: 'It is compared first and you are told the result. The legal filing is still to be made on the national platform: export the list and import it there.',
    printIt: 'Write the number down or print this page.',

    trialTitle: 'Trial sum of the filing', trialIncomplete: 'The facts of the employer are not complete, so nothing can be worked out yet.', trialFailed: 'The figures of the employer contradict each other and give no result.', trialAbout: '{region}, {year}, {kind}', onePerson: 'What would one more person save?', openWhatIf: 'Work it out',

    historyTitle: 'History', historyAct: 'Step', historyAt: 'Time', historyBy: 'By', historyWhy: 'Remark', historyService: 'The service', historyMore: 'Later steps', historyStep: '{act} (version {number})', historyDue: 'by {day}',
    nothingTitle: 'Nobody was placed', nothingText: 'If the employer placed no disabled person in {year}, no list is needed. That is lawful and not late. The levy is still to be declared and paid to the tax authority in time.', nothingButton: 'Say that nobody was placed', nothingPeople: 'There are still {lines} lines on the list. Empty it first.',
    withdrawTitle: 'Withdraw the filing', withdrawText: 'After that it can be changed and handed in again. What was handed in stays as it was. Handed in after the deadline, it is late.', withdrawWords: 'Why (may stay empty)', withdrawButton: 'Withdraw the filing',
    reopenTitle: 'Open the filing again', reopenText: 'After that it can be filled in further. After the deadline it is late.', reopenButton: 'Open again', notPossible: 'This cannot be done with the filing as it stands.',
  },
);

export type FilingText = keyof typeof filingPageTexts.zh;

/** What to enter, by field; said where a general rule found a fault. */
export const filingAskTexts = dictionary(
  {
    baseYear: '请选择申报哪一年。', same: '请填写人数：0 到 10000000 的整数。', staff: '请填写人数：0 到 10000000 的整数；登记以前的月份留空。', seasonalCount: '请填写季节工人数，例如 24。', seasonalMonths: '请填写做了几个月，1 到 12。',
    dispatchedStaff: '请填写接受派遣的人数，例如 5；没有可以不填。', totalWages: '请填写工资总额，例如 12000000 或 12000000.50。', alreadyPaid: '请填写已经缴纳的金额；没有可以不填。',
    citizenId: '请填写 18 位公民身份号码。', certificateNumber: '请填写证件号码。', certificateKind: '请选择证件类型。', contractStart: '请填写合同开始日期，例如 2024-03-01。', contractKind: '请选择合同类型。', postCategory: '请选择岗位类别。',
    insuredMonths: '请勾选缴纳了保险的月份。', dispatch: '请选择派遣协议由哪一方计入。', lateReason: '请写明补报的原因，最多 500 字。', words: '请简单写明原因，最多 500 字。', agreed: '请勾选承诺。不同意的可以先不提交。',
  },
  {
    baseYear: 'Choose the year of the filing.', same: 'Give a whole number from 0 to 10000000.', staff: 'Give a whole number from 0 to 10000000; leave months before the registration empty.', seasonalCount: 'Give the number of seasonal workers, such as 24.', seasonalMonths: 'Give the months worked, 1 to 12.',
    dispatchedStaff: 'Give the number of workers sent to you, such as 5; leave empty if none.', totalWages: 'Give the total wages, such as 12000000 or 12000000.50.', alreadyPaid: 'Give the amount paid already; leave empty if none.',
    citizenId: 'Give the citizen ID number of 18 characters.', certificateNumber: 'Give the number of the certificate.', certificateKind: 'Choose the certificate.', contractStart: 'Give the day on which the contract begins, such as 2024-03-01.', contractKind: 'Choose the kind of contract.', postCategory: 'Choose the kind of post.',
    insuredMonths: 'Tick the months for which insurance was paid.', dispatch: 'Choose who counts the person under the dispatch agreement.', lateReason: 'Say why it comes late, in at most 500 characters.', words: 'Say why in a few words, at most 500 characters.', agreed: 'Tick the statement. If you do not agree, do not submit yet.',
  },
);
