import type { TextParams } from '../../kernel/domain-error.js';
import { dictionary } from '../../kernel/texts.js';

/** Who reads a statement: whoever typed the figures, or the employer and the federation alike. */
export type StatementReader = 'author' | 'both_sides';

type Certificates = Readonly<Record<string, string>>;
const CERTIFICATES_ZH: Certificates = { disability: '残疾人证', military: '残疾军人证', police: '伤残人民警察证' };
const CERTIFICATES_EN: Certificates = { disability: 'disability certificate', military: 'military disability certificate', police: 'police disability certificate' };

const person = (params: TextParams, zh: boolean): string => (params['ref'] === null ? (zh ? `第 ${params['person']} 人` : `Person ${params['person']}`) : String(params['ref']));

/** @param unit the unit that counts a dispatched worker */
export const monthCountedZh = (p: TextParams, unit: string): string =>
  `${person(p, true)}，${p['month']}，${CERTIFICATES_ZH[String(p['certificate'])]} ${p['grade']} 级：计入，按 ${p['value']} 人计${p['dispatched'] === true ? `（派遣，约定由${unit}计入）` : ''}。`;
export const monthRefusedZh = (p: TextParams): string => `${person(p, true)}，${p['month']}，${CERTIFICATES_ZH[String(p['certificate'])]} ${p['grade']} 级：不计入，这类证件或等级在当地不计入。`;
export const monthCountedEn = (p: TextParams): string =>
  `${person(p, false)}, ${p['month']}, ${CERTIFICATES_EN[String(p['certificate'])]}, grade ${p['grade']}: counted, as ${p['value']}${p['dispatched'] === true ? ' (dispatched, agreed to count here)' : ''}.`;
export const monthRefusedEn = (p: TextParams): string => `${person(p, false)}, ${p['month']}, ${CERTIFICATES_EN[String(p['certificate'])]}, grade ${p['grade']}: not counted; this certificate or grade does not count here.`;

/** @param by whose word the average is */
export const headcountZh = (p: TextParams, by: string): string => (p['given'] === 'average' ? `在职职工年平均人数（${by}）：${p['value']} 人。` : `各月职工人数合计 ${p['sum']}，除以 ${p['divisor']}：${p['value']} 人。`);
export const headcountEn = (p: TextParams, by: string): string => (p['given'] === 'average' ? `Yearly average staff as ${by}: ${p['value']}.` : `Monthly head-counts add up to ${p['sum']}; divided by ${p['divisor']}: ${p['value']}.`);

/**
 * Sentences that say "you" to whoever typed the figures, said of the employer: a determination and the statement of a review
 * are read by both sides. The same lines and the same figures.
 */
export const levyTextsOfBothSides = dictionary(
  {
    'levy.line.headcount': (p) => headcountZh(p, '用人单位申报'),
    'levy.line.dispatch_in': '双方约定由申报单位计入的派遣残疾职工 {months} 人月，职工人数加 {value} 人。',
    'levy.line.person_month_counted': (p) => monthCountedZh(p, '申报单位'),
    'levy.line.arranged_given': '实际安排残疾人就业人数（用人单位申报）：{value} 人。',
    'levy.line.average_wage_given': '上年在职职工年平均工资（用人单位申报）：{value} 元。',
    'levy.line.levied_wage': '计征工资采用用人单位年平均工资：{value} 元。',
    'levy.line.levied_wage_capped': '用人单位年平均工资高于上限，计征工资用上限：{value} 元。',
    'levy.line.relief_exempt': '在职职工 {staff} 人，不超过 {maxStaff} 人的企业免缴：减免 {value} 元。仍须向税务机关零申报。',
    'levy.line.refund_due': '已缴多于应缴，应退 {value} 元。',
    'levy.not_applied.exemption_kind': '小型企业免缴：只适用于企业，用人单位不是企业。',
    'levy.warning.social_average_wage_unknown': '没有 {year} 年当地社会平均工资的可靠数值，所以没有套用工资上限。',
    'levy.warning.registration_unknown': '没有登记日期，无法判断是否登记不满 {years} 年，所以没有按免缴计算。',
    'levy.warning.dispatch_beside_given_count': '用人单位直接申报了实际安排人数 {arranged} 人，派遣来的人员没有再加一次。',
  },
  {
    'levy.line.headcount': (p) => headcountEn(p, 'the employer declared it'),
    'levy.line.dispatch_in': 'Dispatched disabled workers that both units agreed to count for this employer: {months} person-months, staff plus {value}.',
    'levy.line.person_month_counted': monthCountedEn,
    'levy.line.arranged_given': 'Disabled people employed, as the employer declared it: {value}.',
    'levy.line.average_wage_given': 'Average yearly wage as the employer declared it: {value} yuan.',
    'levy.line.levied_wage': 'The wage used is the employer’s own average: {value} yuan.',
    'levy.line.levied_wage_capped': 'The employer’s own average is above the ceiling, so the ceiling is used: {value} yuan.',
    'levy.line.relief_exempt': 'Enterprises with at most {maxStaff} staff are exempt; this one has {staff}: relief {value} yuan. A zero declaration to the tax authority is still needed.',
    'levy.line.refund_due': 'More was paid than is due; to be refunded: {value} yuan.',
    'levy.not_applied.exemption_kind': 'Exemption of small enterprises: for enterprises only.',
    'levy.warning.social_average_wage_unknown': 'There is no reliable social average wage of the region for {year}, so no ceiling was applied to the wage.',
    'levy.warning.registration_unknown': 'Without a date of registration nobody can tell whether {years} years have passed, so the exemption was not applied.',
    'levy.warning.dispatch_beside_given_count': 'The employer declared the number employed ({arranged}) directly; dispatched workers were not added again.',
  },
);
