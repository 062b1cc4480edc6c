import { dictionary, say, type TextVariant } from '../../kernel/texts.js';
import type { Finding, JudgedCondition } from './domain/verdict.js';

const KINDS_ZH: Readonly<Record<string, string>> = { disability: '残疾人证', military: '残疾军人证', police: '伤残人民警察证' };
const KINDS_EN: Readonly<Record<string, string>> = { disability: 'disability certificate', military: 'military disability certificate', police: 'police disability certificate' };

/** Sentences of counting: conditions, answers, reasons, sources. */
export const countingTexts = dictionary(
  {
    'counting.condition.certificate_counts': '证件种类和等级可以计入',
    'counting.condition.certificate_valid': '申报时证件有效',
    'counting.condition.certificate_issued': '当月已经领证',
    'counting.condition.contract': '在编，或劳动合同（服务协议）一年以上且当月有效',
    'counting.condition.working_age': '当月在法定劳动年龄内',
    'counting.condition.wage_at_least_minimum': '月工资不低于当地最低工资标准',
    'counting.condition.pension_insurance': '当月缴纳养老保险',
    'counting.condition.medical_insurance': '当月缴纳医疗保险',
    'counting.condition.residence': '户籍符合当地要求',

    'counting.answer.met': '符合',
    'counting.answer.unmet': '不符合',
    'counting.answer.unknown_fact': '事实未知，暂计',
    'counting.answer.unknown_parameter': '标准未收录，暂计',

    'counting.source.employer': '单位填报',
    'counting.source.number': '由号码读出',
    'counting.source.registry': '登记数据',

    'counting.line.counted': '{months}：计入，每月 {weight} 人',
    'counting.line.provisional': '{months}：暂计入，每月 {weight} 人',
    'counting.line.refused': '{months}：不计入',

    'counting.finding.certificate_grade_not_counted': ({ kind, grade }) => `${KINDS_ZH[String(kind)] ?? kind}${grade}级不计入安排人数`,
    'counting.finding.certificate_table_unknown': '本地哪些证件计入，本系统尚未收录，先按普通等级暂计',
    'counting.finding.certificate_expired': '证件有效期到 {validUntil}，申报日 {submittedOn} 时已过期',
    'counting.finding.certificate_validity_unknown': '不知道证件有效期',
    'counting.finding.certificate_not_yet_issued': '首次领证是 {firstIssued}，当月还没有领证',
    'counting.finding.certificate_issue_unknown': '不知道首次领证日期',
    'counting.finding.certificate_not_registered': '证件登记库里没有这本证件',
    'counting.finding.contract_unknown': '不知道合同开始日期',
    'counting.finding.contract_too_short': '合同从 {start} 到 {end}，不满一年',
    'counting.finding.contract_not_begun': '合同 {start} 才开始',
    'counting.finding.contract_ended': '合同 {end} 已经结束',
    'counting.finding.wage_unknown': '没有填月工资',
    'counting.finding.wage_below_minimum': '月工资 {wage} 元，低于当月最低工资标准 {minimum} 元',
    'counting.finding.minimum_wage_unknown': '当月的最低工资标准本系统尚未收录，无法比较',
    'counting.finding.pension_insurance_unpaid': '当月没有缴纳养老保险',
    'counting.finding.pension_insurance_unknown': '不知道当月是否缴纳养老保险',
    'counting.finding.medical_insurance_unpaid': '当月没有缴纳医疗保险',
    'counting.finding.medical_insurance_unknown': '不知道当月是否缴纳医疗保险',
    'counting.finding.birth_unknown': '不知道出生日期或性别，无法判断劳动年龄',
    'counting.finding.below_sixteen': '{month} 才满 16 周岁',
    'counting.finding.retirement_age_reached': '{month} 已到法定退休年龄',
    'counting.finding.pension_drawn': '从 {from} 起已经领取养老金',
    'counting.finding.post_category_unknown': '没有填岗位类别：工人岗 {worker} 退休，管理技术岗 {management} 退休，当月无法判断',
    'counting.finding.working_age_unknown': '当月的法定劳动年龄表本系统尚未收录',
    'counting.finding.residence_elsewhere': '户籍不在本地，当时的本地规定不计入',
    'counting.finding.residence_unknown': '不知道户籍所在地',
    'counting.finding.condition_list_unknown': '当月的计入条件本系统尚未收录',
  },
  {
    'counting.condition.certificate_counts': 'the kind and grade of certificate count',
    'counting.condition.certificate_valid': 'the certificate is valid when submitted',
    'counting.condition.certificate_issued': 'the certificate had been issued by that month',
    'counting.condition.contract': 'in establishment, or a contract (service agreement) of at least one year that covers the month',
    'counting.condition.working_age': 'of statutory working age in that month',
    'counting.condition.wage_at_least_minimum': 'monthly wage at least the local minimum wage',
    'counting.condition.pension_insurance': 'pension insurance paid that month',
    'counting.condition.medical_insurance': 'medical insurance paid that month',
    'counting.condition.residence': 'residence meets the local rule',

    'counting.answer.met': 'met',
    'counting.answer.unmet': 'not met',
    'counting.answer.unknown_fact': 'fact not known, counted for now',
    'counting.answer.unknown_parameter': 'legal value not held here, counted for now',

    'counting.source.employer': 'declared by the employer',
    'counting.source.number': 'read from the number',
    'counting.source.registry': 'registry data',

    'counting.line.counted': '{months}: counted, {weight} a month',
    'counting.line.provisional': '{months}: counted for now, {weight} a month',
    'counting.line.refused': '{months}: not counted',

    'counting.finding.certificate_grade_not_counted': ({ kind, grade }) => `a ${KINDS_EN[String(kind)] ?? kind} of grade ${grade} does not count`,
    'counting.finding.certificate_table_unknown': 'which certificates count here is not in our data; counted with the ordinary weight for now',
    'counting.finding.certificate_expired': 'the certificate is valid until {validUntil} and has expired on the filing day {submittedOn}',
    'counting.finding.certificate_validity_unknown': 'how long the certificate is valid is not known',
    'counting.finding.certificate_not_yet_issued': 'the certificate was first issued on {firstIssued}, after this month',
    'counting.finding.certificate_issue_unknown': 'the date of first issue is not known',
    'counting.finding.certificate_not_registered': 'the register of certificates holds no such certificate',
    'counting.finding.contract_unknown': 'the first day of the contract is not known',
    'counting.finding.contract_too_short': 'the contract runs from {start} to {end}, less than one year',
    'counting.finding.contract_not_begun': 'the contract begins on {start}',
    'counting.finding.contract_ended': 'the contract ended on {end}',
    'counting.finding.wage_unknown': 'no monthly wage was given',
    'counting.finding.wage_below_minimum': 'the monthly wage of {wage} yuan is below that month’s minimum wage of {minimum} yuan',
    'counting.finding.minimum_wage_unknown': 'that month’s minimum wage is not in our data, so it could not be compared',
    'counting.finding.pension_insurance_unpaid': 'no pension insurance was paid that month',
    'counting.finding.pension_insurance_unknown': 'whether pension insurance was paid that month is not known',
    'counting.finding.medical_insurance_unpaid': 'no medical insurance was paid that month',
    'counting.finding.medical_insurance_unknown': 'whether medical insurance was paid that month is not known',
    'counting.finding.birth_unknown': 'date of birth or sex is not known, so working age cannot be judged',
    'counting.finding.below_sixteen': 'reaches the age of 16 only in {month}',
    'counting.finding.retirement_age_reached': 'reached the statutory retirement age in {month}',
    'counting.finding.pension_drawn': 'has drawn a pension since {from}',
    'counting.finding.post_category_unknown': 'no post category was given: retirement in {worker} for a worker’s post, in {management} for a management or technical post, so this month is open',
    'counting.finding.working_age_unknown': 'the table of statutory working age for that month is not in our data',
    'counting.finding.residence_elsewhere': 'registered residence elsewhere, which the local rule of that time did not count',
    'counting.finding.residence_unknown': 'registered residence is not known',
    'counting.finding.condition_list_unknown': 'the conditions for counting in that month are not in our data',
  },
  {
    'counting.answer.unknown_fact': '还不清楚，先算上',
    'counting.answer.unknown_parameter': '标准还没有录入，先算上',
    'counting.finding.contract_too_short': '合同不满一年：{start} 到 {end}',
    'counting.finding.wage_below_minimum': '工资 {wage} 元，比最低工资 {minimum} 元少',
  },
);

/** The sentence of one reason. */
export const sayFinding = (variant: TextVariant, finding: Pick<Finding, 'code' | 'params'>): string => say(countingTexts, variant, finding.code, finding.params);

export const sayCondition = (variant: TextVariant, condition: JudgedCondition): string => say(countingTexts, variant, `counting.condition.${condition}`);
