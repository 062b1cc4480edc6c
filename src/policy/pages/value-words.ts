import { decimalUnits, formatTrimmed, INPUT_SCALE } from '../../kernel/exact.js';
import { say, type TextVariant } from '../../kernel/texts.js';
import type { ParameterKey, ParameterValues, RetirementStep, Scale, Window } from '../parameters.js';
import { amountText, monthDayText, monthText } from './formats.js';
import { valueTexts } from './value-texts.js';

type Tell = (key: keyof typeof valueTexts.zh, params?: Parameters<typeof say>[3]) => string;
type Teller<K extends ParameterKey> = (value: ParameterValues[K], tell: Tell, variant: TextVariant) => readonly string[];

/** A share as people write it: `0.015` is `1.5%`. */
export const percent = (ratio: string): string => `${formatTrimmed(decimalUnits(ratio, INPUT_SCALE), INPUT_SCALE - 2)}%`;

/** 1, 2, 3, 5 → `1–3, 5` */
export function gradeRanges(grades: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const grade of [...grades].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && grade === run[1] + 1) run[1] = grade;
    else runs.push([grade, grade]);
  }
  return runs.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join(', ');
}

const scale = (value: Scale, tell: Tell): readonly string[] =>
  [value === 'exact' ? tell('scale_exact') : value === 0 ? tell('scale_whole') : tell('scale_digits', { digits: value })];

function window({ opens, closes }: Window, tell: Tell, variant: TextVariant): readonly string[] {
  if (opens === null) return [tell('window_open_start', { closes: monthDayText(closes ?? '', variant) })];
  const from = monthDayText(opens, variant);
  return [closes === null ? tell('window_open_end', { opens: from }) : tell('window', { opens: from, closes: monthDayText(closes, variant) })];
}

function retirement(step: RetirementStep, tell: Tell, variant: TextVariant): string {
  if (step.delay === null) return tell('retirement', { group: step.group, years: step.ageYears });
  const { bornFrom, everyMonths, maxMonths } = step.delay;
  return tell('retirement_rising', {
    group: step.group, years: step.ageYears, born: monthText(bornFrom, variant), every: everyMonths,
    lastYears: step.ageYears + Math.floor(maxMonths / 12), lastMonths: maxMonths % 12,
  });
}

function tiers(value: ParameterValues['levy.relief.tiers'], tell: Tell): readonly string[] {
  if (value.length === 0) return [tell('tiers_none')];
  return value.map((tier, index) => {
    const above = value[index - 1];
    const pay = percent(tier.pay);
    if (!above) return tell('tier_top', { from: percent(tier.from), pay });
    const to = percent(above.from);
    return decimalUnits(tier.from, INPUT_SCALE) === 0n ? tell('tier_bottom', { to, pay }) : tell('tier_between', { from: percent(tier.from), to, pay });
  });
}

const TELLERS: { readonly [K in ParameterKey]: Teller<K> } = {
  'quota.ratio': (value, tell) => [tell('share', { percent: percent(value) })],
  'levy.exemption.enterprise': ({ maxStaff, withinYears }, tell) =>
    [withinYears === null ? tell('exemption', { staff: maxStaff }) : tell('exemption_young', { staff: maxStaff, years: withinYears })],
  'levy.wage_cap.multiple': (value, tell) => [value === 'none' ? tell('none') : tell('cap', { multiple: value })],
  'levy.relief.tiers': tiers,
  'levy.relief.basis': (value, tell) => [tell(`basis_${value}`)],
  'counting.certificates': (value, tell) => (['disability', 'military', 'police'] as const).map((kind) => {
    const { grades, double } = value[kind];
    return grades.length === 0 ? tell('certificate_none', { kind }) : tell('certificate_counts', { kind, grades: gradeRanges(grades), double: gradeRanges(double) });
  }),
  'counting.conditions': (conditions, tell) => conditions.map((condition) => tell(`condition.${condition}`)),
  'counting.method': (value, tell) => [tell(`method_${value}`)],
  'counting.working_age': (steps, tell, variant) => steps.map((step) => retirement(step, tell, variant)),
  'staff.new_employer_divisor': (value, tell) => [tell(`divisor_${value}`)],
  'staff.scale': scale,
  'arranged.scale': scale,
  'average_wage.scale': scale,
  social_average_wage: (value, tell) => [tell('yuan_year', { yuan: amountText(value) })],
  minimum_wage: (wages, tell) => Object.entries(wages).map(([tier, yuan]) =>
    (yuan === null ? tell('yuan_month_unknown', { tier }) : tell('yuan_month', { tier, yuan: amountText(yuan) }))),
  'minimum_wage.tier': (tier, tell) => [tell('tier_name', { tier })],
  'late_fee.daily': (value, tell) => [tell('late_daily', { percent: percent(value) })],
  'late_fee.ceiling': (value, tell) => [tell('late_ceiling', { multiple: value })],
  'hardship.relief_max': (value, tell) => [tell('relief_years', { years: value })],
  'hardship.deferral_max': (value, tell) => [tell('deferral_months', { months: value })],
  'award.over_quota': (value, tell) => [tell('award', { weight: value.severeWeight, whole: value.wholePersons, least: value.minimumPersons, wages: value.monthlyMinimumWages })],
  'award.choice': (value, tell) => [tell(`award_choice_${value}`)],
  'calendar.certification': window,
  'calendar.payment': window,
  'calendar.holidays': ({ off, work }, tell, variant) => [
    ...off.map(({ name, from, until }) => tell(from === until ? 'holiday' : 'holidays', { festival: tell(`festival_${name}`), from: monthDayText(from, variant), until: monthDayText(until, variant) })),
    ...(work.length === 0 ? [] : [tell('worked', { days: work.map((day) => monthDayText(day, variant)).join(variant === 'en' ? ', ' : '、') })]),
  ],
  'review.mode': (value, tell) => [tell(`review_mode_${value}`)],
  'review.late': (value, tell) => [tell(`review_late_${value}`)],
  'review.notice_days': ({ days, kind }, tell) => [tell(`notice_${kind}`, { days })],
  'review.remedies': (remedies, tell) => remedies.map(({ kind, within, unit }) => tell(`remedy_${kind}_${unit}`, { within })),
  'review.steps': (value, tell) => [tell(value === 1 ? 'review_one_step' : 'review_two_steps')],
  'review.refusal_two_steps_above': (value, tell) => [tell('refusal_two_steps', { yuan: amountText(value) })],
  'review.correction_days': (value, tell) => [tell('days', { days: value })],
  'review.objection_days': (value, tell) => [tell('days', { days: value })],
  'review.objection_answer_days': (value, tell) => [tell('days', { days: value })],
  'review.signals': (value, tell) => [
    tell('signal_floor_wage', { persons: value.floorWagePersons }),
    tell('signal_late_insurance', { months: value.lateInsuranceMonths, persons: value.lateInsurancePersons }),
    tell('signal_shared_contact', { employers: value.sharedContactEmployers }),
    tell(`signal_far_${value.farBeyond}`, { persons: value.farPersons }),
    tell('signal_short_spells', { employers: value.shortSpellEmployers, persons: value.shortSpellPersons }),
  ],
  'public_bodies.organ_establishment': (value, tell) => [tell('establishment', { persons: value })],
  'public_bodies.institution_establishment': (value, tell) => [tell('establishment', { persons: value })],
  'public_bodies.minimum_persons': (value, tell) => [tell('persons', { persons: value })],
  'public_bodies.federation_officials': (value, tell) => [tell('at_least', { percent: percent(value) })],
  'public_bodies.deadline_year': (value, tell) => [tell('end_of_year', { year: String(value) })],
};

/** A value in words, one sentence for each of its parts; "not known" for null. */
export function valueWords<K extends ParameterKey>(parameter: K, value: ParameterValues[K] | null, variant: TextVariant): readonly string[] {
  const tell: Tell = (key, params) => say(valueTexts, variant, key, params);
  return value === null ? [tell('unknown')] : TELLERS[parameter](value, tell, variant);
}
