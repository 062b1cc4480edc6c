import { dictionary } from '../../../../kernel/texts.js';

/**
 * What is wrong with one field of a form, in the words of the form. Codes of the contract stand here where its own
 * sentence speaks to programmers; the others are said with the contract's sentence. `{label}` is the field.
 */
export const levyPageErrorTexts = dictionary(
  {
    'levy.case.required': '请填写{label}。',
    'levy.case.type': '{label}请填数字，例如 200。',
    'levy.case.malformed_number': '{label}请填数字，例如 12000.50。',
    'levy.case.not_a_number': '{label}请填数字，例如 12000.50。',
    'levy.case.exponent': '{label}请写成完整的数字，例如 100000。',
    'levy.case.too_long': '{label}太长了。请检查是不是多打了数字。',
    'levy.case.negative': '{label}不能是负数。',
    'levy.case.too_small': '{label}要填 {min} 或更大的数。',
    'levy.case.too_large': '{label}不能超过 {max}。',
    'levy.case.not_integer': '{label}要填整数，不带小数。',
    'levy.case.too_many_decimals': '{label}最多 {decimals} 位小数。',
    'levy.case.date_malformed': '{label}要填真实存在的年、月、日，例如 2010 5 1。',
    'levy.case.ratio_above_one': '{label}不能超过 100%。百分之一点五请填 1.5% 或 0.015。',

    'levy.page.choose': '请选择{label}。',
    'levy.page.month': '{label}要填 1 到 12。',
    'levy.page.months_reversed': '最后一个月不能早于开始的月份。',
    'levy.page.region_empty': '请填写区县的名称或代码。',
    'levy.page.region_not_found': '没有找到“{query}”。请只写区县的名字，例如“张店”，或者写六位代码。',
    'levy.page.region_several': '“{query}”不止一个，请在下面选一个。',
    'levy.page.draft_full': '填的条数太多，浏览器里存不下了。残疾职工较多时，请改用花名册上传。',
    'levy.page.nobody_entered': '请先加一个人，或者回到上一页选“没有”。',
  },
  {
    'levy.case.required': 'Enter {label}.',
    'levy.case.type': 'Enter {label} in digits, for example 200.',
    'levy.case.malformed_number': 'Enter {label} in digits, for example 12000.50.',
    'levy.case.not_a_number': 'Enter {label} in digits, for example 12000.50.',
    'levy.case.exponent': 'Write {label} in full, for example 100000.',
    'levy.case.too_long': 'This is too long for {label}. Check for surplus digits.',
    'levy.case.negative': 'This cannot be negative: {label}.',
    'levy.case.too_small': 'Enter {min} or more for {label}.',
    'levy.case.too_large': 'Enter at most {max} for {label}.',
    'levy.case.not_integer': 'Enter {label} as a whole number, without decimals.',
    'levy.case.too_many_decimals': 'Use at most {decimals} decimals for {label}.',
    'levy.case.date_malformed': 'Enter year, month and day of a day that exists for {label}, for example 2010 5 1.',
    'levy.case.ratio_above_one': 'This cannot be above 100%: {label}. For one and a half per cent enter 1.5% or 0.015.',

    'levy.page.choose': 'Choose {label}.',
    'levy.page.month': 'Enter 1 to 12 for {label}.',
    'levy.page.months_reversed': 'The last month cannot be before the first.',
    'levy.page.region_empty': 'Enter the name or code of a county or district.',
    'levy.page.region_not_found': 'Nothing found for “{query}”. Write only the Chinese name of the county, for example 张店, or its six digits.',
    'levy.page.region_several': 'There is more than one “{query}”. Choose one below.',
    'levy.page.draft_full': 'These are too many entries to keep in the browser. For many disabled employees upload a roster instead.',
    'levy.page.nobody_entered': 'Add a person first, or go back and answer “No”.',
  },
);

/** Names of fields inside those sentences. */
export const labelTexts = dictionary(
  {
    region: '地区', baseYear: '年份', filingDate: '申报日期', employerKind: '单位类型', registeredOn: '成立日期',
    how: '一种填法', staffSame: '每个月的人数', staffMonth: '{month} 月的人数', staffAverage: '全年平均人数',
    seasonal: '有还是没有', seasonalCount: '季节性用工的人数', seasonalMonths: '每人做的月数',
    totalWages: '全年工资总额', averageWage: '职工年平均工资', disabled: '有没有残疾职工', arrangedCount: '实际安排残疾人就业人数',
    certificate: '证件', grade: '证件上的等级', from: '开始的月份', to: '最后的月份', dispatch: '是不是劳务派遣',
    alreadyPaid: '已缴金额', ratio: '安排比例', socialAverageWage: '当地社会平均工资', scale: '取整的办法',
    whatIfKind: '哪一种情况', severity: '残疾程度', month: '开始的月份', wage: '月工资',
  },
  {
    region: 'a place', baseYear: 'the year', filingDate: 'the day of filing', employerKind: 'the kind of employer', registeredOn: 'the day of registration',
    how: 'how you want to answer', staffSame: 'the staff of each month', staffMonth: (p) => `the staff of ${MONTHS[Number(p['month']) - 1] ?? String(p['month'])}`, staffAverage: 'the average staff',
    seasonal: 'yes or no', seasonalCount: 'the number of seasonal workers', seasonalMonths: 'the months that each of them worked',
    totalWages: 'the total wages', averageWage: 'the average wage', disabled: 'whether disabled people were employed', arrangedCount: 'the number of disabled people employed',
    certificate: 'the certificate', grade: 'the grade', from: 'the first month', to: 'the last month', dispatch: 'whether this is a dispatched worker',
    alreadyPaid: 'the levy already paid', ratio: 'the ratio', socialAverageWage: 'the social average wage', scale: 'how to round',
    whatIfKind: 'which of the two it is', severity: 'the severity', month: 'the first month', wage: 'the monthly wage',
  },
);

const MONTHS: readonly string[] = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

export type LabelText = keyof typeof labelTexts.zh & string;
