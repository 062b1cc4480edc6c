import { decimalUnits, INPUT_SCALE } from '../../kernel/exact.js';
import { parseLocalDate } from '../../kernel/local-date.js';
import type { CountingCondition, Festival, Holidays, ParameterKey, ParameterValues, ReliefTier, RetirementStep, Scale, SignalThresholds, Window } from '../parameters.js';
import type { Unit, ValueType } from '../domain/parameter-file.js';
import type { Cursor } from './cursor.js';

/** How one parameter stands in YAML: its unit, its kind, and the reader that refuses everything else. */
export type ValueSchema<K extends ParameterKey> = {
  readonly unit: Unit;
  readonly type: ValueType;
  /** Values belong to calendar years: they begin on 1 January. */
  readonly byYear: boolean;
  read(at: Cursor): ParameterValues[K];
};

const CONDITIONS: readonly CountingCondition[] = [
  'certificate_valid', 'certificate_issued', 'contract', 'wage_at_least_minimum', 'pension_insurance', 'medical_insurance', 'working_age', 'residence',
];
const RETIREMENT_GROUPS = ['men', 'women_management', 'women_worker'] as const;

const scale = (at: Cursor): Scale => (at.isText('exact') ? 'exact' : at.integer(0, 6));

function grades(at: Cursor, most: number): readonly number[] {
  const read = at.items().map((item) => item.integer(1, most));
  if (new Set(read).size !== read.length) at.fail('policy.value.repeated');
  return read;
}

function counted(at: Cursor, most: number): { grades: readonly number[]; double: readonly number[] } {
  const fields = at.fields(['grades', 'double']);
  const all = grades(fields.grades, most);
  const double = grades(fields.double, most);
  for (const grade of double) if (!all.includes(grade)) fields.double.fail('policy.value.double_without_grade', { grade });
  return { grades: all, double };
}

function reliefTiers(at: Cursor): readonly ReliefTier[] {
  const tiers = at.items().map((item) => {
    const fields = item.fields(['from', 'pay']);
    return { from: fields.from.decimal('0', '1'), pay: fields.pay.decimal('0', '1') };
  });
  tiers.forEach((tier, index) => {
    const before = tiers[index - 1];
    if (before && decimalUnits(before.from, INPUT_SCALE) <= decimalUnits(tier.from, INPUT_SCALE)) at.fail('policy.value.tiers_not_descending');
  });
  return tiers;
}

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
/** Any leap year: 29 February is a day of the year. */
const isMonthDay = (text: string): boolean => /^\d\d-\d\d$/.test(text) && parseLocalDate(`2024-${text}`).ok;

function retirement(at: Cursor): readonly RetirementStep[] {
  const steps = at.items().map((item): RetirementStep => {
    const fields = item.fields(['group', 'age_years', 'delay']);
    return {
      group: fields.group.choice(RETIREMENT_GROUPS),
      ageYears: fields.age_years.integer(45, 70),
      delay: fields.delay.isNull() ? null : delay(fields.delay),
    };
  });
  for (const group of RETIREMENT_GROUPS) if (steps.filter((step) => step.group === group).length !== 1) at.fail('policy.value.group_once', { group });
  return steps;
}

function delay(at: Cursor): NonNullable<RetirementStep['delay']> {
  const fields = at.fields(['born_from', 'every_months', 'max_months']);
  const bornFrom = fields.born_from.text();
  if (!MONTH.test(bornFrom)) fields.born_from.fail('policy.value.not_a_month', { value: bornFrom });
  return { bornFrom, everyMonths: fields.every_months.integer(1, 12), maxMonths: fields.max_months.integer(1, 120) };
}

function window(at: Cursor): Window {
  const fields = at.fields(['opens', 'closes']);
  const end = (field: Cursor): string | null => {
    const text = field.textOrNull();
    if (text !== null && !isMonthDay(text)) field.fail('policy.value.not_a_month_day', { value: text });
    return text;
  };
  const [opens, closes] = [end(fields.opens), end(fields.closes)];
  if (opens === null && closes === null) at.fail('policy.value.empty_window');
  if (opens !== null && closes !== null && opens > closes) at.fail('policy.value.window_reversed', { opens, closes });
  return { opens, closes };
}

const FESTIVALS: readonly Festival[] = ['new_year', 'spring', 'qingming', 'labour', 'dragon_boat', 'mid_autumn', 'national', 'national_and_mid_autumn'];

function monthDay(at: Cursor): string {
  const text = at.text();
  return isMonthDay(text) ? text : at.fail('policy.value.not_a_month_day', { value: text });
}

/** A day stands once: off, or worked. */
function holidays(at: Cursor): Holidays {
  const fields = at.fields(['off', 'work']);
  const off = fields.off.items().map((item) => {
    const span = item.fields(['name', 'from', 'until']);
    const [from, until] = [monthDay(span.from), monthDay(span.until)];
    if (from > until) item.fail('policy.value.window_reversed', { opens: from, closes: until });
    return { name: span.name.choice(FESTIVALS), from, until };
  });
  const work = fields.work.items().map(monthDay);
  const spans = [...off, ...work.map((day) => ({ from: day, until: day }))].sort((one, other) => (one.from < other.from ? -1 : 1));
  if (spans.some(({ from }, index) => from <= (spans[index - 1]?.until ?? ''))) at.fail('policy.value.repeated');
  return { off, work };
}

/** Names of tiers as the provinces write them; 全市 where one standard holds everywhere. */
const TIERS = ['全市', '一类', '二类', '三类', '四类'] as const;

function minimumWages(at: Cursor): Readonly<Record<string, string | null>> {
  const wages: Record<string, string | null> = {};
  for (const [tier, amount] of at.entries()) {
    if (!TIERS.some((known) => known === tier)) amount.fail('policy.file.unknown_key', { key: tier, known: TIERS.join(', ') });
    wages[tier] = amount.isNull() ? null : amount.decimal('500', '10000');
  }
  if (Object.keys(wages).length === 0) at.fail('policy.file.not_a_mapping');
  return wages;
}

function award(at: Cursor): ParameterValues['award.over_quota'] {
  const fields = at.fields(['severe_weight', 'whole_persons', 'minimum_persons', 'monthly_minimum_wages']);
  return {
    severeWeight: fields.severe_weight.decimal('1', '2'),
    wholePersons: fields.whole_persons.flag(),
    minimumPersons: fields.minimum_persons.decimal('0', '10'),
    monthlyMinimumWages: fields.monthly_minimum_wages.decimal('0.5', '24'),
  };
}

function remedies(at: Cursor): ParameterValues['review.remedies'] {
  const read = at.items().map((item) => {
    const fields = item.fields(['kind', 'within', 'unit']);
    return { kind: fields.kind.choice(['reconsideration', 'court']), within: fields.within.integer(1, 365), unit: fields.unit.choice(['days', 'months']) };
  });
  if (new Set(read.map(({ kind }) => kind)).size !== read.length) at.fail('policy.value.repeated');
  return read;
}

function wageCapMultiple(at: Cursor): string {
  return at.isText('none') ? 'none' : at.decimal('1', '5');
}

const schema = <K extends ParameterKey>(unit: Unit, type: ValueType, read: (at: Cursor) => ParameterValues[K]): ValueSchema<K> =>
  ({ unit, type, byYear: false, read });

const days = (most: number): { readonly unit: Unit; readonly type: ValueType; readonly byYear: false; read(at: Cursor): number } =>
  ({ unit: 'days', type: 'integer', byYear: false, read: (at) => at.integer(1, most) });

function signals(at: Cursor): SignalThresholds {
  const fields = at.fields([
    'floor_wage_persons', 'late_insurance_months', 'late_insurance_persons', 'shared_contact_employers', 'far_persons', 'far_beyond', 'short_spell_employers', 'short_spell_persons',
  ]);
  return {
    floorWagePersons: fields.floor_wage_persons.integer(1, 1000), lateInsuranceMonths: fields.late_insurance_months.integer(1, 6), lateInsurancePersons: fields.late_insurance_persons.integer(1, 1000),
    sharedContactEmployers: fields.shared_contact_employers.integer(2, 1000), farPersons: fields.far_persons.integer(1, 1000), farBeyond: fields.far_beyond.choice(['province', 'city']),
    shortSpellEmployers: fields.short_spell_employers.integer(2, 12), shortSpellPersons: fields.short_spell_persons.integer(1, 1000),
  };
}

/** The bounds are sanity, not law: they catch 1.5 for 0.015 and a monthly wage in a yearly field. */
export const VALUE_SCHEMAS: { readonly [K in ParameterKey]: ValueSchema<K> } = {
  'quota.ratio': schema('ratio', 'decimal', (at) => at.decimal('0.005', '0.05')),
  'levy.exemption.enterprise': schema('persons', 'table', (at) => {
    const fields = at.fields(['max_staff', 'within_years']);
    return { maxStaff: fields.max_staff.integer(1, 200), withinYears: fields.within_years.isNull() ? null : fields.within_years.integer(1, 30) };
  }),
  'levy.wage_cap.multiple': schema('multiple', 'decimal', wageCapMultiple),
  'levy.relief.tiers': schema('ratio', 'brackets', reliefTiers),
  'levy.relief.basis': schema('none', 'choice', (at) => at.choice(['filing_date', 'base_year'])),
  'counting.certificates': schema('none', 'table', (at) => {
    const fields = at.fields(['disability', 'military', 'police']);
    return { disability: counted(fields.disability, 4), military: counted(fields.military, 10), police: counted(fields.police, 10) };
  }),
  'counting.conditions': schema('none', 'list', (at) => {
    const conditions = at.items().map((item) => item.choice(CONDITIONS));
    if (new Set(conditions).size !== conditions.length) at.fail('policy.value.repeated');
    return conditions;
  }),
  'counting.method': schema('none', 'choice', (at) => at.choice(['monthly_over_twelve'])),
  'counting.working_age': schema('years', 'table', retirement),
  'staff.new_employer_divisor': schema('none', 'choice', (at) => at.choice(['twelve', 'months_in_operation'])),
  'staff.scale': schema('digits', 'scale', scale),
  'arranged.scale': schema('digits', 'scale', scale),
  'average_wage.scale': schema('digits', 'scale', scale),
  social_average_wage: { unit: 'yuan_per_year', type: 'decimal', byYear: true, read: (at) => at.decimal('20000', '500000') },
  minimum_wage: schema('yuan_per_month', 'table', minimumWages),
  'minimum_wage.tier': schema('none', 'text', (at) => at.choice(TIERS)),
  'late_fee.daily': schema('ratio_per_day', 'decimal', (at) => at.decimal('0', '0.01')),
  'late_fee.ceiling': schema('multiple', 'decimal', (at) => at.decimal('0', '1')),
  'hardship.relief_max': schema('years', 'decimal', (at) => at.decimal('0', '5')),
  'hardship.deferral_max': schema('months', 'integer', (at) => at.integer(0, 36)),
  'award.over_quota': schema('none', 'table', award),
  'award.choice': schema('none', 'choice', (at) => at.choice(['before_tax', 'any_time'])),
  'calendar.certification': schema('month_day', 'window', window),
  'calendar.payment': schema('month_day', 'window', window),
  'calendar.holidays': { unit: 'month_day', type: 'table', byYear: true, read: holidays },
  'review.mode': schema('none', 'choice', (at) => at.choice(['companion', 'native'])),
  'review.late': schema('none', 'choice', (at) => at.choice(['counted_as_none', 'accepted'])),
  'review.notice_days': schema('none', 'table', (at) => {
    const fields = at.fields(['days', 'kind']);
    return { days: fields.days.integer(1, 90), kind: fields.kind.choice(['working', 'calendar']) };
  }),
  'review.remedies': schema('none', 'list', remedies),
  'review.steps': schema('none', 'integer', (at) => (at.integer(1, 2) === 1 ? 1 : 2)),
  'review.refusal_two_steps_above': schema('yuan', 'decimal', (at) => at.decimal('0', '100000000')),
  'review.correction_days': days(90),
  'review.objection_days': days(180),
  'review.objection_answer_days': days(180),
  'review.signals': schema('none', 'table', signals),
  'public_bodies.organ_establishment': schema('persons', 'integer', (at) => at.integer(1, 1000)),
  'public_bodies.institution_establishment': schema('persons', 'integer', (at) => at.integer(1, 1000)),
  'public_bodies.minimum_persons': schema('persons', 'integer', (at) => at.integer(0, 100)),
  'public_bodies.federation_officials': schema('ratio', 'decimal', (at) => at.decimal('0.01', '1')),
  'public_bodies.deadline_year': schema('none', 'integer', (at) => at.integer(2015, 2060)),
};

export const PARAMETER_KEYS = Object.keys(VALUE_SCHEMAS) as readonly ParameterKey[];

export const isParameterKey = (text: string): text is ParameterKey => Object.hasOwn(VALUE_SCHEMAS, text);
