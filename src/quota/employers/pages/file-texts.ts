import { dictionary } from '../../../kernel/texts.js';

export const contactRoleTexts = dictionary(
  { legal_representative: '法定代表人', personnel: '人事联系人', finance: '财务联系人', other: '其他联系人' },
  { legal_representative: 'Legal representative', personnel: 'Personnel', finance: 'Finance', other: 'Other' },
);

export const establishmentLevelTexts = dictionary(
  { central: '中央', province: '省', city: '市', county: '县（区）', township: '乡镇（街道）' },
  { central: 'Central', province: 'Province', city: 'City', county: 'County', township: 'Township' },
);

export const duplicateReasonTexts = dictionary(
  { organisation_code: '信用代码里的组织机构代码相同', name_and_region: '名称和所在区县相同', by_hand: '工作人员提出' },
  { organisation_code: 'The same organisation code inside the credit codes', name_and_region: 'The same name in the same county', by_hand: 'Proposed by an officer' },
);

export const duplicateStateTexts = dictionary({ proposed: '待处理', merged: '已合并', different: '不是同一家' }, { proposed: 'To be settled', merged: 'Merged', different: 'Two employers' });

export const importStateTexts = dictionary(
  { loading: '正在导入', loaded: '已导入', refused: '整个文件没有采用', interrupted: '中断，没有保存' },
  { loading: 'Being imported', loaded: 'Imported', refused: 'The whole file was refused', interrupted: 'Broken off, nothing stored' },
);

/** Words of the pages about an employer's file, lists of the tax register and duplicates. */
export const employerFileTexts = dictionary(
  {
    factsTitle: '单位档案', levyLiable: '按比例就业义务', liable: '应当按比例安排', notLiable: '不属于安排范围', registeredOn: '成立日期', taxRegion: '税务登记地', industry: '行业代码', stateOwned: '国有', establishmentSize: '编制数', establishmentLevel: '机构层级', isSchool: '学校或幼儿园',
    yes: '是', no: '否', unknown: '不知道', source: '资料来源', sourceRegistration: '单位自己登记', sourceTax: '税务登记名单（{day} 的数据）', sourceOfficer: '工作人员录入',
    correct: '更正档案', contacts: '联系人', keepContacts: '登记联系人', branches: '分支机构', keepBranches: '登记分支机构', headcounts: '各月职工人数', history: '变更记录', none: '没有登记。',
    mergedInto: '这家单位已并入另一家', mergedIntoLink: '打开现在的档案', mergedIntoText: '以前的申报和记录都保留在这里，新的业务请在现在的档案办理。', merged: '并入的单位', mergedAt: '（{day} 并入）', undo: '撤销合并',
    sameAs: '这家单位是不是登记了两次', otherUscc: '另一家的统一社会信用代码', otherHint: '知道另一家其实就是它时填写。下一页对照两家，再决定是否合并', propose: '对照这两家',
    correctTitle: '更正{name}的档案', correctLead: '改动会写进变更记录，原来的内容不会丢失。', name: '单位名称', kind: '单位类型', industryHint: '门类字母 A 到 T，可再加 2 到 4 位数字，例如 C2319', 
    establishmentHint: '机关、事业单位填写', effectiveOn: '从哪一天起是这样', effectiveHint: '不晚于今天', save: '保存', choose: '不知道', saved: '已经保存',
    contactRole: '联系人类别', contactName: '姓名', contactPhone: '电话', contactHint: '姓名和电话至少填一项。同一类别再登记一次就会替换。', removeOf: '删除{role}的联系方式', contactsLead: '联系人的姓名和电话加密保存。',
    branchName: '分支机构名称', branchUscc: '分支机构的信用代码（可以不填）', branchUsccHint: '以它的名义缴纳的社会保险，算作本单位的', branchRegion: '所在地区', openedOn: '开设日期', openedOnLabel: '开设日期（可以不填）', closedOn: '关闭日期', open: '在营', closedSince: '{day} 关闭', add: '登记', closeOf: '关闭{name}',
    year: '年份', show: '查看', month: '{month} 月', headcountsLead: '填写每月末的在职职工人数。单位成立以前的月份、还没有结束的月份请留空。', declare: '保存人数', yearOf: '{year} 年',
    historyNone: '没有变更。', changed: '内容', before: '原来', after: '改为', since: '从哪天起', recorded: '登记时间', by: '登记人', byImport: '名单导入 {id}', older: '更早的变更', fieldContact: '联系人', fieldBranch: '分支机构', fieldHeadcount: '{month} 职工人数', empty: '—',
    importsTitle: '税务登记名单', importsLead: '导入税务部门的单位名单，档案会按名单新建或更新。同一份名单再导入一次不改变任何内容。', importsDone: '导入过的名单', importsNone: '还没有导入过名单。', importTitle: '名单 {id}', importAt: '导入时间', importSource: '来源', asOf: '名单的时点', file: '文件', state: '状态', rows: '行数', waiting: '正在导入另一份名单，这一份会接着导入。请过一会儿刷新本页。',
    balance: '共 {in} 行：采用 {accepted} 行，没有变化 {unchanged} 行，没有采用 {rejected} 行', upload: '导入名单', uploadFile: '名单文件', uploadHint: '.xlsx 或 .csv，最大 {megabytes} MB。需要这几列：统一社会信用代码、单位名称、单位类型、税务登记地', sourceLabel: '名单来自哪个部门', sourceHint: '例如 市税务局', asOfLabel: '名单是哪一天的', asOfHint: '例如 2025 年 3 月 1 日', start: '开始导入', more: '更早的名单',
    repeated: '这份名单以前导入过，这次没有改变任何内容。', loadingText: '正在导入。全部完成以前什么都不会改变；请过一会儿刷新本页。', refresh: '刷新', rejections: '没有采用的行', rejectionsLead: '请税务部门改正这些行，再导入一次。已经采用的行不会重复。', noRejections: '每一行都采用了，或者和原来一样。', next: '后面的行', interruptedText: '导入中断了，什么都没有保存。请重新上传。', duplicatesLink: '可能重复的单位',
    duplicatesTitle: '可能重复的单位', duplicatesLead: '每一对由工作人员决定。合并不会移动任何申报和记录，可以撤销。', duplicatesNone: '这个状态下没有单位。导入名单时发现的，会出现在“待处理”里。', pair: '两家单位', reason: '为什么可能重复', foundAt: '发现时间', settle: '处理', settled: '已经处理。', seePair: '查看', and: '和', stateLabel: '状态', morePairs: '更早的',
    pairTitle: '是不是同一家单位', because: '可能重复的原因：{reason}', one: '第一家', other: '第二家', uscc: '统一社会信用代码', region: '所在地区', decision: '处理结果', decisionHint: '合并后，两家的经办人都能看到两家的申报和记录，新的业务在保留的一家办理。可以撤销。', keep: '是同一家，保留{name}（{uscc}）', different: '不是同一家', settleYes: '提交', afterMerged: '要撤销合并，请打开保留的那一家。', afterDifferent: '如果弄错了，请打开其中一家，重新提出。', faults: '有些内容需要改一改',
    askFile: '请选择名单文件，里面至少要有一行。', askSource: '请写明名单来自哪个部门，1 到 60 个字。', askAsOf: '请填写名单的日期，例如 2025 年 3 月 1 日。', askName: '请填写名称，2 到 120 个字。', askKind: '请选择单位类型。', askIndustry: '行业代码应为 A 到 T 的字母，可再加 2 到 4 位数字。', askSize: '编制数应为 0 到 10000000 的整数。', askDay: '请填写完整的日期，例如 2025 年 3 月 1 日。',
    askContactRole: '请选择联系人类别。', askContactName: '姓名为 1 到 60 个字。', askPhone: '电话只能有数字、空格、括号和短横线，至少 5 位。', askStaff: '{month} 月的人数应为 0 到 10000000 的整数。', askDecision: '请选择处理结果。', askYear: '请填写 2000 到 2099 的年份。',
  },
  {
    factsTitle: 'The file', levyLiable: 'Quota', liable: 'Owes the quota', notLiable: 'Outside the quota', registeredOn: 'Founded', taxRegion: 'Region of tax registration', industry: 'Industry code', stateOwned: 'State-owned', establishmentSize: 'Established posts', establishmentLevel: 'Level', isSchool: 'School or kindergarten',
    yes: 'Yes', no: 'No', unknown: 'Not known', source: 'Source', sourceRegistration: 'Its own registration', sourceTax: 'A tax list (as of {day})', sourceOfficer: 'Entered by an officer',
    correct: 'Correct the file', contacts: 'Contacts', keepContacts: 'Keep contacts', branches: 'Branches', keepBranches: 'Keep branches', headcounts: 'Staff month by month', history: 'History', none: 'None on file.',
    mergedInto: 'This employer is merged into another one', mergedIntoLink: 'Open the file that goes on', mergedIntoText: 'Earlier filings and records stay here. New business is done in the file that goes on.', merged: 'Merged into this one', mergedAt: ' (merged {day})', undo: 'Undo the merging',
    sameAs: 'Is this employer on file twice?', otherUscc: 'Credit code of the other one', otherHint: 'If you know that another one is the same employer. The next page shows both, and you decide there', propose: 'Compare the two',
    correctTitle: 'Correct the file of {name}', correctLead: 'The change goes into the history; what stood there is not lost.', name: 'Name of the employer', kind: 'Kind of employer', industryHint: 'A letter from A to T, with 2 to 4 digits if known, such as C2319', 
    establishmentHint: 'Of organs and institutions', effectiveOn: 'From which day it is so', effectiveHint: 'Not after today', save: 'Save', choose: 'Not known', saved: 'Saved',
    contactRole: 'Whom', contactName: 'Name', contactPhone: 'Telephone', contactHint: 'A name or a number, or both. Another one of the same kind takes its place.', removeOf: 'Remove {role}', contactsLead: 'Names and numbers are kept encrypted.',
    branchName: 'Name of the branch', branchUscc: 'Its own credit code (may stay empty)', branchUsccHint: 'Insurance paid under it counts as paid by this employer', branchRegion: 'Region', openedOn: 'Opened on', openedOnLabel: 'Opened on (may stay empty)', closedOn: 'Closed on', open: 'Open', closedSince: 'Closed {day}', add: 'Enter', closeOf: 'Close {name}',
    year: 'Year', show: 'Show', month: 'Month {month}', headcountsLead: 'Staff at the end of each month. Leave months before the founding and months that are not over empty.', declare: 'Save the staff', yearOf: 'In {year}',
    historyNone: 'Nothing has changed.', changed: 'What', before: 'Before', after: 'After', since: 'Since', recorded: 'Recorded', by: 'By', byImport: 'List {id}', older: 'Earlier changes', fieldContact: 'Contact', fieldBranch: 'Branch', fieldHeadcount: 'Staff of {month}', empty: '—',
    importsTitle: 'Tax lists', importsLead: 'A list of employers from the tax office makes files or brings them up to date. The same list again changes nothing.', importsDone: 'Lists that were imported', importsNone: 'No list has been imported.', importTitle: 'List {id}', importAt: 'Imported', importSource: 'Source', asOf: 'As of', file: 'File', state: 'State', rows: 'Rows', waiting: 'Another list is being imported; this one follows. Reload this page in a while.',
    balance: '{in} rows: {accepted} accepted, {unchanged} unchanged, {rejected} rejected', upload: 'Import a list', uploadFile: 'The list', uploadHint: '.xlsx or .csv, at most {megabytes} MB. It needs these columns: 统一社会信用代码, 单位名称, 单位类型, 税务登记地', sourceLabel: 'Whose list it is', sourceHint: 'Such as 市税务局', asOfLabel: 'Of which day the list speaks', asOfHint: 'Such as 1 3 2025', start: 'Import', more: 'Earlier lists',
    repeated: 'This list was imported before; nothing was changed now.', loadingText: 'It is being imported. Nothing changes before all of it is done; reload this page in a while.', refresh: 'Reload', rejections: 'Rows that were not taken', rejectionsLead: 'Have the tax office correct these rows, and import them again. Rows that were taken are not counted twice.', noRejections: 'Every row was taken, or is as it was.', next: 'Further rows', interruptedText: 'The import broke off and nothing was stored. Upload the list again.', duplicatesLink: 'Possible duplicates',
    duplicatesTitle: 'Possible duplicates', duplicatesLead: 'A person decides on each pair. A merging moves no filing and no record, and can be undone.', duplicatesNone: 'There are none in this state. What an import finds waits under “To be settled”.', pair: 'The two', reason: 'Why', foundAt: 'Found', settle: 'Settle', settled: 'It is settled.', seePair: 'See both', and: ' and ', stateLabel: 'State', morePairs: 'Earlier ones',
    pairTitle: 'Are these one employer?', because: 'Why they may be one: {reason}', one: 'The first', other: 'The second', uscc: 'Credit code', region: 'Region', decision: 'Decision', decisionHint: 'The clerks of both then see the filings and records of both; new business is done in the one that goes on. It can be undone.', keep: 'They are one; {name} ({uscc}) goes on', different: 'They are two', settleYes: 'Send', afterMerged: 'To undo the merging, open the one that goes on.', afterDifferent: 'If that was a mistake, open one of them and compare the two again.', faults: 'Some answers need a change',
    askFile: 'Choose the file of the list, with at least one row.', askSource: 'Say whose list it is, 1 to 60 characters.', askAsOf: 'Enter the day of the list, such as 1 3 2025.', askName: 'Enter the name, 2 to 120 characters.', askKind: 'Choose the kind of employer.', askIndustry: 'The industry is a letter from A to T, with 2 to 4 digits if known.', askSize: 'Established posts are a whole number from 0 to 10000000.', askDay: 'Enter a whole date, such as 1 3 2025.',
    askContactRole: 'Choose whom to call.', askContactName: 'A name has 1 to 60 characters.', askPhone: 'A telephone number has digits, spaces, brackets and dashes, at least 5.', askStaff: 'Staff of month {month} is a whole number from 0 to 10000000.', askDecision: 'Choose whether they are one.', askYear: 'Enter a year from 2000 to 2099.',
  },
);

export type FileText = keyof typeof employerFileTexts.zh;
