import { dictionary } from '../../../kernel/texts.js';

export const verdictTexts = dictionary(
  { nobody: '低于比例，没有安排人', below: '低于比例，安排了人', small: '低于比例，编制没满规定人数', meets: '达到比例', pooled: '县乡合并计算', school: '中小学、幼儿园，除外', unknown: '数据不全，不能判断' },
  { nobody: 'Below, nobody placed', below: 'Below, somebody placed', small: 'Below, with fewer posts than the rule names', meets: 'Meets the ratio', pooled: 'Counts with its county', school: 'School, excepted', unknown: 'Cannot be told' },
);

export const missingTexts = dictionary(
  { establishment: '缺编制数', level: '缺编制层级', placed: '还没有审核认定', required: '缺职工人数', law: '缺当地规定' },
  { establishment: 'establishment missing', level: 'level missing', placed: 'nothing determined yet', required: 'staff missing', law: 'rule of the place missing' },
);

export const kindTexts = dictionary({ organ: '机关', institution: '事业单位', state_enterprise: '国有企业' }, { organ: 'Organ', institution: 'Institution', state_enterprise: 'State-owned enterprise' });

export const levelTexts = dictionary(
  { central: '中央', province: '省级', city: '市级', county: '县级', township: '乡级' },
  { central: 'Central', province: 'Province', city: 'City', county: 'County', township: 'Township' },
);

export const sourceTexts = dictionary(
  { determined: '审核认定', declared_nobody: '申报没有安排', not_filed: '没有申报，按没有安排计' },
  { determined: 'determined', declared_nobody: 'declared that it placed nobody', not_filed: 'did not file, so counted as nobody' },
);

export const poolVerdictTexts = dictionary({ meets: '达到', below: '没有达到', unknown: '数据不全' }, { meets: 'Meets', below: 'Below', unknown: 'Cannot be told' });

export const leadingPageTexts = dictionary(
  {
    faults: '有些内容需要改一改', more: '下一页', show: '查看', all: '全部', back: '返回', done: '已经登记', dash: '—', none: '没有', people: '{count} 人',
    title: '带头安置', lead: '看哪些机关、事业单位、国有企业没有达到比例，哪些一个人也没有安排。这里只有单位和人数，没有个人。',
    year: '年度', askYear: '请填写年度，4 位数字，2015 到 2035。', askVerdict: '请选择情况。',
    lawTitle: '依据', ratio: '比例', organLine: '机关编制满多少人要安排', institutionLine: '事业单位编制满多少人要安排', minimum: '至少安排', deadline: '期限', officialsShare: '残联干部中残疾人比例', unknownLaw: '当地规定还没有收集', unconfirmed: '（没有核对原文）', standingIs: '{standing}：{missing}',
    deadlineIs: '{day}（{left}）', leftDays: '还有 {days} 天', passed: '已经过了',
    countsTitle: '单位情况', verdict: '情况', count: '单位数', planned: '其中有计划的 {count} 个。', listLink: '看单位名单',
    poolsTitle: '县乡合并', poolsNone: '没有县、乡的机关和事业单位。', place: '地区', bodies: '单位数', establishment: '编制数', missingEstablishment: '缺编制数的单位', required: '应安排', placed: '已安排', missingPlaced: '没有认定的单位',
    officialsTitle: '残联机关干部', officialsNone: '还没有登记。', officials: '干部数', disabled: '其中残疾人', share: '占比', enough: '达到', notEnough: '没有达到', officialsLink: '登记残联干部人数', officialsFormTitle: '登记残联机关干部人数', officialsLead: '只登记人数，不登记姓名。', officialsAsk: '请填写干部总数，整数。', disabledAsk: '请填写残疾人干部数，整数，可以是 0。', save: '登记',
    listTitle: '带头安置单位', listNone: '没有符合条件的单位。可以换一个地区、年度或情况再看。', employer: '单位', uscc: '统一社会信用代码', kind: '性质', level: '层级', missing: '缺什么', from: '人数来源', plan: '计划', planNone: '还没有计划', bodyOne: '一个带头安置单位（{year} 年）', planIs: '{due} 前安排 {persons} 人', download: '下载表格（CSV）', unknown: '不知道',
    bodyTitle: '{name}（{year} 年）', planTitle: '登记计划', planLead: '这个单位打算安排几个人，什么时候以前安排好？请照它报来的计划填写。', persons: '安排人数', dueOn: '什么时候以前安排好', fileLink: '看这个单位的档案', personsAsk: '请填写人数，1 到 1000 的整数。', dueAsk: '请填写日期的年、月、日。',
  },
  {
    faults: 'Some answers need a change', more: 'Next page', show: 'Show', all: 'All', back: 'Back', done: 'Kept', dash: '—', none: 'None', people: '{count}',
    title: 'Public bodies lead', lead: 'Which organs, institutions and state-owned enterprises are below the ratio with nobody placed: bodies and numbers only, never persons.',
    year: 'Year', askYear: 'Enter the year of 4 digits, 2015 to 2035.', askVerdict: 'Choose what to show.',
    lawTitle: 'Rules', ratio: 'Ratio', organLine: 'Organs must place somebody from this many posts on', institutionLine: 'Institutions must place somebody from this many posts on', minimum: 'At least to be placed', deadline: 'By when', officialsShare: 'Disabled officials in federations', unknownLaw: 'the rule of this place is not in our data', unconfirmed: ' (not checked against the original)', standingIs: '{standing}: {missing}',
    deadlineIs: '{day} ({left})', leftDays: '{days} days left', passed: 'has passed',
    countsTitle: 'Bodies', verdict: 'Standing', count: 'Bodies', planned: '{count} of them have a plan.', listLink: 'See the list',
    poolsTitle: 'Counties with their townships', poolsNone: 'There are no county or township bodies.', place: 'Place', bodies: 'Bodies', establishment: 'Establishment', missingEstablishment: 'Without establishment', required: 'Required', placed: 'Placed', missingPlaced: 'Not determined',
    officialsTitle: 'Officials of federations', officialsNone: 'Nothing has been entered.', officials: 'Officials', disabled: 'Disabled', share: 'Share', enough: 'Enough', notEnough: 'Too few', officialsLink: 'Enter officials of a federation', officialsFormTitle: 'Enter officials of a federation', officialsLead: 'Numbers only, no names.', officialsAsk: 'Enter the number of officials as a whole number.', disabledAsk: 'Enter the number of disabled officials as a whole number; it may be 0.', save: 'Keep',
    listTitle: 'Public bodies', listNone: 'No body fits. Try another region, year or standing.', employer: 'Body', uscc: 'Credit code', kind: 'Kind', level: 'Level', missing: 'Missing', from: 'Source', plan: 'Plan', planIs: '{persons} by {due}', download: 'Download as a table (CSV)', unknown: 'Not known',
    bodyTitle: '{name} ({year})', planTitle: 'Enter its plan', planLead: 'What a body below the ratio means to do: how many people, by when.', persons: 'People to place', dueOn: 'By when', fileLink: 'See the file of this body', planNone: 'No plan yet', bodyOne: 'One public body ({year})', personsAsk: 'Enter a whole number from 1 to 1000.', dueAsk: 'Enter year, month and day.',
  },
);

export type LeadingText = keyof typeof leadingPageTexts.zh;
