import type { TextParams } from '../../kernel/domain-error.js';
import { dictionary, say, type Dictionary, type TextVariant } from '../../kernel/texts.js';
import type { NotAppliedRule, StatementLine, Warning } from './domain/result.js';
import { headcountEn, headcountZh, levyTextsOfBothSides, monthCountedEn, monthCountedZh, monthRefusedEn, monthRefusedZh, type StatementReader } from './texts-of-both-sides.js';

const kept = (params: TextParams, zh: boolean): string =>
  params['scale'] === 'exact' ? (zh ? '不取整' : 'no rounding') : params['scale'] === 0 ? (zh ? '四舍五入取整' : 'rounded half up to a whole number') : zh ? `四舍五入保留 ${params['scale']} 位小数` : `rounded half up to ${params['scale']} decimals`;

/** `0.015` as `1.5%`. */
export const percent = (rate: TextParams[string] | undefined): string => {
  const text = String(rate);
  const [whole = '0', fraction = ''] = text.split('.');
  const digits = `${whole}${fraction.padEnd(2, '0').slice(0, 2)}`.replace(/^0+(?=\d)/, '');
  const rest = fraction.slice(2).replace(/0+$/, '');
  return `${digits}${rest === '' ? '' : `.${rest}`}%`;
};

/** Sentences of the statement's lines. `{value}` is the value of the line. */
export const levyLineTexts = dictionary(
  {
    'levy.line.headcount': (p) => headcountZh(p, '您填写的'),
    'levy.line.seasonal': '季节性用工 {count} 人 × {months} 个月 ÷ 12，折合 {value} 人。',
    'levy.line.dispatch_in': '双方约定由本单位计入的派遣残疾职工 {months} 人月，职工人数加 {value} 人。',
    'levy.line.dispatch_out': '双方约定由对方单位计入的派遣残疾职工 {months} 人月，职工人数减 {value} 人。',
    'levy.line.staff': (p) => `在职职工人数 ${p['exact']} 人，${kept(p, true)}：${p['value']} 人。`,
    'levy.line.person_month_counted': (p) => monthCountedZh(p, '本单位'),
    'levy.line.person_month_refused': monthRefusedZh,
    'levy.line.arranged_given': '实际安排残疾人就业人数（您填写的）：{value} 人。',
    'levy.line.arranged': (p) => `计入的人月按权重合计 ${p['weightedMonths']}，除以 12，${kept(p, true)}：实际安排 ${p['value']} 人。`,
    'levy.line.required': (p) => `应安排人数 = 在职职工 ${p['staff']} 人 × 比例 ${percent(p['ratio'])} = ${p['value']} 人。`,
    'levy.line.gap': '差额 = 应安排 {required} 人 − 实际安排 {arranged} 人，不足 0 按 0 计：{value} 人。',
    'levy.line.average_wage': (p) => `上年在职职工年平均工资 = 工资总额 ${p['totalWages']} 元 ÷ ${p['staff']} 人，${kept(p, true)}：${p['value']} 元。`,
    'levy.line.average_wage_given': '上年在职职工年平均工资（您填写的）：{value} 元。',
    'levy.line.social_average_wage': '{year} 年当地社会平均工资：{value} 元。',
    'levy.line.wage_cap': '计征工资上限 = 社会平均工资 {socialAverageWage} 元 × {multiple} = {value} 元。',
    'levy.line.levied_wage': '计征工资用本单位年平均工资：{value} 元。',
    'levy.line.levied_wage_capped': '本单位年平均工资高于上限，计征工资用上限：{value} 元。',
    'levy.line.due': '应缴 = 差额 {gap} 人 × 计征工资 {leviedWage} 元 = {value} 元。',
    'levy.line.relief_exempt': '在职职工 {staff} 人，不超过 {maxStaff} 人的企业免缴：减免 {value} 元。仍须向税务机关零申报。',
    'levy.line.relief_tier': (p) => `安排比例 = ${p['arranged']} ÷ ${p['staff']}，不低于 ${percent(p['from'])} 这一档，减 ${percent(p['rate'])}：${p['due']} 元 × ${percent(p['rate'])} = 减免 ${p['value']} 元。`,
    'levy.line.already_paid': '已缴 {value} 元。',
    'levy.line.payable': '实缴 = 应缴 {due} 元 − 减免 {relief} 元 − 已缴 {alreadyPaid} 元，不足 0 按 0 计：{value} 元。',
    'levy.line.refund_due': '已缴多于应缴，应退 {value} 元。',
    'levy.line.trial_sum': '本结果为试算，以税务机关核定为准。',
  },
  {
    'levy.line.headcount': (p) => headcountEn(p, 'you gave it'),
    'levy.line.seasonal': 'Seasonal workers: {count} people × {months} months ÷ 12 = {value}.',
    'levy.line.dispatch_in': 'Dispatched disabled workers that both units agreed to count here: {months} person-months, staff plus {value}.',
    'levy.line.dispatch_out': 'Dispatched disabled workers that both units agreed to count at the other unit: {months} person-months, staff minus {value}.',
    'levy.line.staff': (p) => `Staff ${p['exact']}, ${kept(p, false)}: ${p['value']}.`,
    'levy.line.person_month_counted': monthCountedEn,
    'levy.line.person_month_refused': monthRefusedEn,
    'levy.line.arranged_given': 'Disabled people employed, as you gave it: {value}.',
    'levy.line.arranged': (p) => `Counted person-months by weight ${p['weightedMonths']}, divided by 12, ${kept(p, false)}: ${p['value']} employed.`,
    'levy.line.required': (p) => `Required = staff ${p['staff']} × ratio ${percent(p['ratio'])} = ${p['value']}.`,
    'levy.line.gap': 'Gap = required {required} − employed {arranged}, not below 0: {value}.',
    'levy.line.average_wage': (p) => `Average yearly wage = total wages ${p['totalWages']} yuan ÷ ${p['staff']}, ${kept(p, false)}: ${p['value']} yuan.`,
    'levy.line.average_wage_given': 'Average yearly wage as you gave it: {value} yuan.',
    'levy.line.social_average_wage': 'Social average wage of the region in {year}: {value} yuan.',
    'levy.line.wage_cap': 'Ceiling of the wage = social average wage {socialAverageWage} yuan × {multiple} = {value} yuan.',
    'levy.line.levied_wage': 'The wage used is your own average: {value} yuan.',
    'levy.line.levied_wage_capped': 'Your own average is above the ceiling, so the ceiling is used: {value} yuan.',
    'levy.line.due': 'Due = gap {gap} × wage {leviedWage} yuan = {value} yuan.',
    'levy.line.relief_exempt': 'Enterprises with at most {maxStaff} staff are exempt; you have {staff}: relief {value} yuan. A zero declaration to the tax authority is still needed.',
    'levy.line.relief_tier': (p) => `Employed ${p['arranged']} ÷ staff ${p['staff']} is in the tier from ${percent(p['from'])}, reduced by ${percent(p['rate'])}: ${p['due']} yuan × ${percent(p['rate'])} = relief ${p['value']} yuan.`,
    'levy.line.already_paid': 'Already paid: {value} yuan.',
    'levy.line.payable': 'Payable = due {due} − relief {relief} − already paid {alreadyPaid}, not below 0: {value} yuan.',
    'levy.line.refund_due': 'You paid more than is due; to be refunded: {value} yuan.',
    'levy.line.trial_sum': 'This is a trial sum; the assessment of the tax authority stands.',
  },
);

export const levyNotAppliedTexts = dictionary(
  {
    'levy.not_applied.exemption_kind': '小型企业免缴：只适用于企业，本单位不是企业。',
    'levy.not_applied.exemption_staff': '小型企业免缴：在职职工 {staff} 人，超过 {maxStaff} 人，不适用。',
    'levy.not_applied.exemption_age': '小型企业免缴：登记已满 {withinYears} 年，不适用。',
    'levy.not_applied.exemption_registration_unknown': '小型企业免缴：没有填写登记日期，无法确认是否在 {withinYears} 年以内，未适用。',
    'levy.not_applied.exemption_nothing_due': '小型企业免缴：本来就没有应缴金额，不需要减免。',
    'levy.not_applied.tier_none_in_force': '分档减缴：这一天没有生效的分档减缴规定。',
    'levy.not_applied.tier_ratio_reached': '分档减缴：已达到规定比例，不需要减缴。',
    'levy.not_applied.tier_nothing_due': '分档减缴：没有应缴金额，不需要减缴。',
    'levy.not_applied.tier_exempt': '分档减缴：已经免缴，不再分档减缴。',
    'levy.not_applied.cap_none_in_force': '工资上限：这一天没有生效的工资上限规定。',
    'levy.not_applied.cap_unknown': '工资上限：按规定为社会平均工资的 {multiple} 倍，但当地社会平均工资未知，没有套用上限。',
    'levy.not_applied.cap_not_reached': '工资上限：年平均工资 {averageWage} 元没有超过上限 {wageCap} 元。',
  },
  {
    'levy.not_applied.exemption_kind': 'Exemption of small enterprises: for enterprises only.',
    'levy.not_applied.exemption_staff': 'Exemption of small enterprises: {staff} staff is more than {maxStaff}.',
    'levy.not_applied.exemption_age': 'Exemption of small enterprises: more than {withinYears} years since registration.',
    'levy.not_applied.exemption_registration_unknown': 'Exemption of small enterprises: no date of registration, so it is not known whether {withinYears} years have passed; not applied.',
    'levy.not_applied.exemption_nothing_due': 'Exemption of small enterprises: nothing is due anyway.',
    'levy.not_applied.tier_none_in_force': 'Tiered reduction: none is in force on that day.',
    'levy.not_applied.tier_ratio_reached': 'Tiered reduction: the ratio is reached, nothing to reduce.',
    'levy.not_applied.tier_nothing_due': 'Tiered reduction: nothing is due.',
    'levy.not_applied.tier_exempt': 'Tiered reduction: already exempt.',
    'levy.not_applied.cap_none_in_force': 'Ceiling of the wage: none is in force on that day.',
    'levy.not_applied.cap_unknown': 'Ceiling of the wage: {multiple} times the social average wage, which is not known for the region; no ceiling was applied.',
    'levy.not_applied.cap_not_reached': 'Ceiling of the wage: the average wage {averageWage} yuan is not above {wageCap} yuan.',
  },
);

export const levyWarningTexts = dictionary(
  {
    'levy.warning.social_average_wage_unknown': '我们没有 {year} 年当地社会平均工资的可靠数值，所以没有套用工资上限。如果您知道这个数值，可以填写后重新计算。',
    'levy.warning.registration_unknown': '没有填写登记日期，无法判断是否登记不满 {years} 年，所以没有按免缴计算。',
    'levy.warning.more_people_than_staff': '名单上有 {people} 名残疾职工，多于在职职工 {staff} 人，请核对。',
    'levy.warning.dispatch_beside_given_count': '您直接填写了实际安排人数 {arranged} 人，派遣到本单位的人员没有再加一次。请确认这个人数已经包括他们。',
  },
  {
    'levy.warning.social_average_wage_unknown': 'We have no reliable social average wage of the region for {year}, so no ceiling was applied to the wage. If you know it, enter it and calculate again.',
    'levy.warning.registration_unknown': 'Without a date of registration we cannot tell whether {years} years have passed, so the exemption was not applied.',
    'levy.warning.more_people_than_staff': 'The list has {people} disabled employees but staff is {staff}. Please check.',
    'levy.warning.dispatch_beside_given_count': 'You gave the number employed ({arranged}) directly; dispatched workers were not added again. Please make sure it holds them.',
  },
);

/** Faults that need other fields, law or the calendar; those of single fields stand beside the DTO. */
export const levyErrorTexts = dictionary(
  {
    'levy.case.invalid': '有些内容需要更正，请看每一处的说明。',
    'levy.employer_not_liable': '这类单位（个体工商户、农民专业合作社、村民委员会）没有安排残疾人就业的法定比例义务，不需要计算残保金。',
    'levy.policy.gap': '我们的数据里没有 {date} 这一天的“{parameter}”，无法计算。请换一个年度，或联系运营单位补充。',
    'levy.policy.unknown': '“{parameter}”在 {date} 的数值我们还不知道，不能猜测。可以在“自行指定”里填写这个数值后再算。',
    'levy.case.region_unknown': '没有找到行政区划代码 {region}。请填写六位代码，例如 370303。',
    'levy.case.base_year_too_early': '基准年不能早于 {first} 年：更早年度的规定不在数据里。',
    'levy.case.base_year_in_future': '基准年不能晚于 {last} 年。',
    'levy.case.filing_year': '申报年应在 {first} 到 {last} 之间。',
    'levy.case.filing_date': '申报日期应在 {first} 年到 {last} 年之间。',
    'levy.case.date_malformed': '请填写真实存在的日期，格式为 2024-05-01。',
    'levy.case.registered_after_base_year': '登记日期晚于基准年 {baseYear}，这一年单位还没有成立。',
    'levy.case.ratio_above_one': '比例不能大于 1。1.5% 请填写 0.015。',
    'levy.case.zero_social_average_wage': '社会平均工资不能为 0；不知道时请不要填写。',
    'levy.case.staff_zero': '在职职工人数为 0，不能用工资总额计算平均工资。请检查职工人数，或直接填写年平均工资。',
    'levy.case.grade': '等级应在 1 到 {highest} 之间。',
    'levy.case.month_outside_base_year': '{month} 不在基准年 {baseYear} 之内。',
    'levy.case.month_repeated': '同一个人的 {month} 写了两次，一个人一个月只计一次。',
    'levy.case.duplicate_ref_month': '“{ref}”在 {month} 已经出现过，一个人一个月只计一次。',
  },
  {
    'levy.case.invalid': 'Some entries need correction; see the note at each.',
    'levy.employer_not_liable': 'Employers of this kind (sole traders, farmers’ co-operatives, village committees) owe no quota, so there is no levy to calculate.',
    'levy.policy.gap': 'Our data has no “{parameter}” for {date}, so nothing can be calculated. Choose another year or ask the operator to add it.',
    'levy.policy.unknown': 'The value of “{parameter}” on {date} is not known to us and is never guessed. You can enter it as your own value and calculate again.',
    'levy.case.region_unknown': 'There is no region with code {region}. Enter six digits, for example 370303.',
    'levy.case.base_year_too_early': 'The base year cannot be before {first}: earlier rules are not in the data.',
    'levy.case.base_year_in_future': 'The base year cannot be after {last}.',
    'levy.case.filing_year': 'The filing year must be between {first} and {last}.',
    'levy.case.filing_date': 'The filing date must lie between {first} and {last}.',
    'levy.case.date_malformed': 'Enter a day that exists, as 2024-05-01.',
    'levy.case.registered_after_base_year': 'The date of registration is after the base year {baseYear}: the employer did not exist then.',
    'levy.case.ratio_above_one': 'The ratio cannot be above 1. For 1.5 % enter 0.015.',
    'levy.case.zero_social_average_wage': 'The social average wage cannot be 0; leave it out if you do not know it.',
    'levy.case.staff_zero': 'Staff is 0, so no average can be made from total wages. Check the head-counts or enter the average wage itself.',
    'levy.case.grade': 'The grade must be between 1 and {highest}.',
    'levy.case.month_outside_base_year': '{month} is not in the base year {baseYear}.',
    'levy.case.month_repeated': '{month} stands twice for one person; one person counts once a month.',
    'levy.case.duplicate_ref_month': '“{ref}” already stands in {month}; one person counts once a month.',
  },
);

const isOfBothSides = (code: string): code is keyof typeof levyTextsOfBothSides.zh => code in levyTextsOfBothSides.zh;

/** An unknown code is a bug and throws. */
function sentence(texts: Dictionary, variant: TextVariant, reader: StatementReader, code: string, params: TextParams): string {
  return reader === 'both_sides' && isOfBothSides(code) ? say(levyTextsOfBothSides, variant, code, params) : say(texts, variant, code, params);
}

/** The sentence of a line. */
export const lineSentence = ({ code, params, value }: StatementLine, variant: TextVariant, reader: StatementReader): string => sentence(levyLineTexts, variant, reader, code, { ...params, value });

export const notAppliedSentence = ({ code, params }: NotAppliedRule, variant: TextVariant, reader: StatementReader): string => sentence(levyNotAppliedTexts, variant, reader, code, params);

export const warningSentence = ({ code, params }: Warning, variant: TextVariant, reader: StatementReader): string => sentence(levyWarningTexts, variant, reader, code, params);
