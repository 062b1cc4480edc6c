import { matchHeader, type ColumnKey } from './columns.js';

const keyOf = (header: string): string | null => {
  const match = matchHeader(header);
  if (match === null) return null;
  return match.kind === 'column' ? match.key : `${match.fund} ${match.year ?? '-'} ${match.month}`;
};

const NAMES: Readonly<Partial<Record<ColumnKey, readonly string[]>>> = {
  seq: ['序号', '编号', 'No.', '＃'],
  name: ['姓名', '姓 名', '员工姓名', '残疾人姓名', '姓名*', 'Name'],
  citizenId: ['公民身份号码', '公民身份号码*', '身份证号', '身份证号码', '身份证', '居民身份证号码', '残疾人身份证号', '身份证号（18位）', '身份证\n号码', '公民身份证号码', 'Citizen ID number'],
  certificateKind: ['证件类型', '证件种类', '残疾证类型', '证件类型（残疾人证/残疾军人证）'],
  certificateNumber: ['证件号码', '证件号码*', '残疾证号', '残疾证号码', '残疾人证号', '残疾人证号码', '残疾人证编号', '残疾军人证号', '残疾证件号码', '第二代残疾人证号码', '证件号', 'Certificate number'],
  grade: ['等级', '残疾等级', '伤残等级', '残疾级别'],
  post: ['岗位', '工种', '岗位名称', '工作岗位', '职务', '从事岗位'],
  postCategory: ['岗位类别', '岗位类型', '岗位性质', '岗位类别（管理技术/工人）'],
  contractKind: ['合同类型', '劳动合同类型', '合同期限类型'],
  contractStart: ['合同开始', '合同开始*', '合同开始日期', '合同起始日期', '劳动合同开始时间', '劳动合同起始日期', '合同起', '合同生效日期', '入职日期', '合同签订日期', 'Contract start'],
  contractEnd: ['合同结束', '合同结束日期', '合同终止日期', '合同到期日', '劳动合同截止时间', '合同止', '劳动合同期满日期', '离职时间'],
  wage: ['月工资', '月工资（元）', '月平均工资', '应发工资', '月应发工资', '平均工资', '月均工资', '工资', '实发工资', '月工资标准'],
  insuredFrom: ['参保开始', '参保开始时间', '参保时间', '社保缴纳开始时间', '社保开始年月', '缴费起始年月', '社会保险参保时间'],
  insuredTo: ['参保结束', '参保终止时间', '社保缴纳结束时间', '停保时间', '缴费截止年月'],
  pensionInsured: ['养老保险', '是否缴纳养老保险', '基本养老保险', '养老保险缴纳情况'],
  medicalInsured: ['医疗保险', '是否参加医疗保险', '职工基本医疗保险'],
  pensionFrom: ['养老保险参保时间', '养老保险开始时间'],
  medicalTo: ['医疗保险结束时间'],
  dispatch: ['派遣协议', '劳务派遣协议', '派遣计入'],
  otherUscc: ['对方单位统一社会信用代码', '对方单位的统一社会信用代码', '对方信用代码', '派遣协议对方单位统一社会信用代码', 'Credit code of the other unit'],
  sendingUscc: ['派遣单位统一社会信用代码', '劳务派遣单位统一社会信用代码', '劳务派遣公司社会信用代码', '派遣机构统一社会信用代码（18位）'],
  receivingUscc: ['用工单位统一社会信用代码', '实际用工单位统一社会信用代码', '用工单位信用代码', '接受派遣单位统一社会信用代码'],
  employerUscc: ['统一社会信用代码', '用人单位统一社会信用代码', '单位统一社会信用代码*', '申报单位信用代码', 'USCC'],
  validUntil: ['有效期至', '残疾证有效期', '证件有效期至'],
  firstIssued: ['首次发证日期', '首次领证时间'],
};

describe('column names that people really have', () => {
  it.each(Object.entries(NAMES).flatMap(([key, headers]) => (headers ?? []).map((header) => [header, key])))('%j is %s', (header, key) => {
    expect(keyOf(header)).toBe(key);
  });

  it.each([
    ['1月', 'both - 1'], ['十二月', 'both - 12'], ['01月', 'both - 1'], ['１０月', 'both - 10'], ['2024年3月', 'both 2024 3'], ['2024-03', 'both 2024 3'], ['202412', 'both 2024 12'],
    ['养老保险1月', 'pension - 1'], ['1月医疗', 'medical - 1'], ['1月份', 'both - 1'], ['Jan', 'both - 1'], ['12月参保', 'both - 12'],
  ])('%j is a month column', (header, expected) => {
    expect(keyOf(header)).toBe(expected);
  });

  it.each(['', '13月', '0月', '备注', '联系电话', '发证日期', '出生年月', '年龄', '一二三', '单位名称', '工资卡号', '用工单位', '派遣单位名称'])('%j means nothing to us', (header) => {
    expect(keyOf(header)).toBeNull();
  });

  it('prefers the better of two names', () => {
    expect(matchHeader('残疾证号')).toMatchObject({ rank: 0 });
    expect(matchHeader('证件号码')).toMatchObject({ rank: 1 });
    expect(matchHeader('月工资')).toMatchObject({ rank: 0 });
    expect(matchHeader('实发工资')).toMatchObject({ rank: 4 });
  });
});
