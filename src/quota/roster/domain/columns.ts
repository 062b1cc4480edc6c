import { normaliseHeader } from '../../../kernel/sheet/header-text.js';

/** Columns of the template in their order (levy.md, "The roster contract"). */
export const TEMPLATE_COLUMNS = [
  'seq', 'name', 'citizenId', 'certificateKind', 'certificateNumber', 'grade', 'post', 'postCategory', 'contractKind',
  'contractStart', 'contractEnd', 'wage', 'insuredFrom', 'insuredTo', 'dispatch', 'otherUscc',
] as const;

/** Columns that other people's tables have and that we can use; none is asked for. */
const FURTHER_COLUMNS = [
  'insured', 'pensionInsured', 'medicalInsured', 'pensionFrom', 'pensionTo', 'medicalFrom', 'medicalTo',
  'insuredMonths', 'firstIssued', 'validUntil', 'pensionDrawnFrom', 'residence', 'baseYear', 'employerUscc', 'sendingUscc', 'receivingUscc',
] as const;

export type ColumnKey = (typeof TEMPLATE_COLUMNS)[number] | (typeof FURTHER_COLUMNS)[number];

export const REQUIRED_COLUMNS = ['citizenId', 'certificateNumber', 'contractStart'] as const satisfies readonly ColumnKey[];

/** Which insurance a month column speaks of. */
export type MonthFund = 'both' | 'pension' | 'medical';

export type ColumnMatch =
  /** `rank` 0 is the best name for the column; of two columns with the same meaning the lower rank wins. */
  | { readonly kind: 'column'; readonly key: ColumnKey; readonly rank: number }
  /** `year` null where the header names only the month; `month` 1–12. */
  | { readonly kind: 'month'; readonly fund: MonthFund; readonly year: number | null; readonly month: number };

const WHO = '(?:残疾人|残疾职工|残疾员工|职工|员工|人员|本人|劳动者)?';
const WHEN = '(?:日期|时间|年月日|年月|日|月份|月)?';
const BEGIN = '(?:开始|起始|起|生效)';
const END = '(?:结束|终止|截止|到期|期满|届满|止|失效)';
const CODE = '(?:统一)?(?:社会)?信用代码(?:号码?)?';

type Alias = { readonly key: ColumnKey; readonly names: readonly RegExp[] };
const alias = (key: ColumnKey, ...names: string[]): Alias => ({ key, names: names.map((name) => new RegExp(`^(?:${name})$`)) });

/**
 * Names that people's tables really have, best first: our template, the national certification platform, provincial
 * platforms, payroll exports. A later name is taken only where no better one is there.
 */
const ALIASES: readonly Alias[] = [
  alias('seq', '序号|序|行号|编号|no\\.?|number|#'),
  alias('name', `${WHO}姓名|名字|name|employeename`),
  alias('citizenId', `公民身份证?号码?|${WHO}(?:居民)?身份证(?:件)?(?:号码?|编号)?|身份号码?|citizenid(?:number)?|idcard(?:number)?|idnumber`),
  alias('certificateKind', '证件(?:类型|种类|类别|名称)|残疾(?:人|军人)?证(?:件|书)?(?:类型|种类)|持证类型|证书类型|certificate(?:kind|type)'),
  alias('certificateNumber',
    `(?:第?二代)?${WHO}残疾(?:人|军人)?证(?:件|书)?(?:号码?|编号|证号)|残疾人?证或残疾军人证(?:号码?|编号)|残疾人证/残疾军人证(?:号码?|编号)|certificatenumber|certificateno\\.?`,
    '证件(?:号码?|编号)|证书(?:号码?|编号)|残疾(?:人|军人)?证'),
  alias('grade', '等级|(?:伤?残疾?|残疾人?证|证件)(?:等级|级别)|级别|grade'),
  alias('postCategory', '岗位(?:类别|类型|性质)|职工类别|人员类别|用工岗位类别|postcategory'),
  alias('post', `${WHO}(?:工作|就业|从事|所在)?(?:岗位|职位|工种|职务)(?:名称)?|post|position|jobtitle`),
  alias('contractKind', '(?:劳动|聘用|用工)?合同(?:期限)?(?:类型|种类|形式|性质)|编制类型|contract(?:kind|type)'),
  alias('contractStart', `(?:劳动|聘用|用工)?合同(?:或服务协议)?${BEGIN}${WHEN}|contract(?:start|from)(?:date)?`, `(?:劳动|聘用)?合同签订${WHEN}`, `(?:入职|到岗|参加工作|上岗|用工${BEGIN})${WHEN}|hiredate`),
  alias('contractEnd', `(?:劳动|聘用|用工)?合同(?:或服务协议)?${END}${WHEN}|contract(?:end|to)(?:date)?`, `离职${WHEN}`),
  alias('wage', '月工资(?:标准|额|收入|金额)?|monthlywage', '(?:月|月度|年度)?(?:平均|均)(?:月)?(?:应发)?工资|(?:平均)?月均工资', '(?:月)?应发(?:月)?工资(?:合计)?|税前(?:月)?工资|应发合计', '(?:实际)?工资(?:额|金额|收入)?|月薪|wage|salary', '(?:月)?实发(?:月)?工资'),
  alias('insuredFrom', `(?:社保|社会保险)?(?:参保|缴费|参保缴费|缴纳)${BEGIN}${WHEN}|(?:社保|社会保险)${BEGIN}${WHEN}|insuredfrom`, `(?:社保|社会保险)?参保(?:日期|时间|年月)`),
  alias('insuredTo', `(?:社保|社会保险)?(?:参保|缴费|参保缴费|缴纳)${END}${WHEN}|(?:社保|社会保险)${END}${WHEN}|停保${WHEN}|停缴${WHEN}|insuredto`),
  alias('pensionFrom', `(?:基本)?养老(?:保险)?(?:参保|缴费|缴纳)?${BEGIN}${WHEN}|(?:基本)?养老(?:保险)?参保(?:日期|时间|年月)`),
  alias('pensionTo', `(?:基本)?养老(?:保险)?(?:参保|缴费|缴纳)?${END}${WHEN}`),
  alias('medicalFrom', `(?:基本)?医疗(?:保险)?(?:参保|缴费|缴纳)?${BEGIN}${WHEN}|(?:基本)?医疗(?:保险)?参保(?:日期|时间|年月)`),
  alias('medicalTo', `(?:基本)?医疗(?:保险)?(?:参保|缴费|缴纳)?${END}${WHEN}`),
  alias('pensionInsured', '(?:是否)?(?:已)?(?:参加|缴纳|参缴)?(?:城镇|企业)?(?:职工)?(?:基本)?养老保险(?:是否缴纳|是否参保|缴纳情况|参保情况)?'),
  alias('medicalInsured', '(?:是否)?(?:已)?(?:参加|缴纳|参缴)?(?:城镇|企业)?(?:职工)?(?:基本)?医疗保险(?:是否缴纳|是否参保|缴纳情况|参保情况)?'),
  alias('insured', '是否(?:已)?参保|是否(?:参加|缴纳|参缴)(?:社保|社会保险)|(?:社保|社会保险)(?:缴纳|参保)?(?:情况|状态)?|参保(?:情况|状态)'),
  alias('dispatch', '(?:劳务)?派遣(?:协议|计入|约定|人员计入|协议约定)|dispatch(?:agreement)?'),
  alias('otherUscc', `(?:派遣协议)?(?:对方|另一方|派遣/用工|用工/派遣|协议)(?:单位|公司)?(?:的)?${CODE}|creditcodeoftheotherunit|otherunit(?:uscc|creditcode)`),
  alias('sendingUscc', `(?:劳务)?(?:派遣|派出)(?:单位|公司|机构|方)?(?:的)?${CODE}`),
  alias('receivingUscc', `(?:实际)?(?:用工|接受(?:劳务)?派遣的?)(?:单位|公司|方)?(?:的)?${CODE}`),
  // Without a word of another unit the code is that of the employer who files.
  alias('employerUscc', `(?:(?:用人|申报|填报|参保|所在|所属|本)?(?:单位|企业|公司)(?:的)?)?${CODE}|(?:employer)?(?:uscc|creditcode)`),
  alias('firstIssued', `(?:首次|初次|第一次)(?:发证|领证|办证|核发)${WHEN}|${WHO}残疾人?证(?:首次|初次)(?:发证|领证|办证|核发)${WHEN}|firstissued`),
  alias('validUntil', `(?:证件|残疾人?证)?有效期(?:限)?(?:至|到|${END}${WHEN})?|validuntil`),
  alias('pensionDrawnFrom', `(?:领取养老金|养老金领取|办理退休|退休)(?:开始|起始)?${WHEN}`),
  // The national platform's export: which months are paid, and for which year the list is.
  alias('insuredMonths', '(?:社保|社会保险)?(?:参保|缴费)月份'),
  alias('baseYear', '(?:申报|认定|审核|年审|所属)年度|(?:申报|认定)年份|基准年'),
  alias('residence', '是否(?:为)?本(?:地|市|省|区|县)户(?:籍|口)|本(?:地|市|省|区|县)户(?:籍|口)'),
];

const MONTH_NUMBERS: Readonly<Record<string, number>> = {
  一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10, 十一: 11, 十二: 12,
  jan: 1, feb: 2, mar: 3, apr: 4, may: 5, jun: 6, jul: 7, aug: 8, sep: 9, sept: 9, oct: 10, nov: 11, dec: 12,
};

const FUND = '(养老|医疗)?(?:保险)?(?:社保|社会保险)?(?:参保|缴费|缴纳)?';
const MONTH_HEADER = new RegExp(`^${FUND}(?:(\\d{4})(?:年|[-/.]))?(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月(?:份)?${FUND}$`);
const YEAR_AND_MONTH = /^(20\d\d)[-/.]?(1[0-2]|0[1-9]|[1-9])$/;

/** What a header means; null where we do not know it. */
export function matchHeader(text: string): ColumnMatch | null {
  const header = normaliseHeader(text);
  if (header === '' || header.length > 40) return null;
  const month = matchMonth(header);
  if (month) return month;
  for (const { key, names } of ALIASES) {
    const rank = names.findIndex((name) => name.test(header));
    if (rank >= 0) return { kind: 'column', key, rank };
  }
  return null;
}

function matchMonth(header: string): ColumnMatch | null {
  const named = MONTH_HEADER.exec(header);
  if (named) {
    const [, before, year, month, after] = named;
    return { kind: 'month', fund: fundOf(before ?? after), year: year === undefined ? null : Number(year), month: MONTH_NUMBERS[month as string] ?? Number(month) };
  }
  const numbers = YEAR_AND_MONTH.exec(header);
  if (numbers) return { kind: 'month', fund: 'both', year: Number(numbers[1]), month: Number(numbers[2]) };
  const english = MONTH_NUMBERS[header];
  return english === undefined || !/^[a-z]+$/.test(header) ? null : { kind: 'month', fund: 'both', year: null, month: english };
}

const fundOf = (word: string | undefined): MonthFund => (word === '养老' ? 'pension' : word === '医疗' ? 'medical' : 'both');
