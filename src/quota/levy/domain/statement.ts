import { formatTrimmed, INPUT_SCALE } from '../../../kernel/exact.js';
import { formatYuan } from '../../../kernel/money.js';
import type { Assessment } from './assess.js';
import type { ArrangedEntry, LevyCase } from './case.js';
import { countsDispatched, ruleOfMonth, type LevyFacts } from './facts.js';
import { personMonthLine } from './person-month-line.js';
import type { ResolvedPolicy } from './resolved-policy.js';
import type { LineParams, NotAppliedRule, RuleUsed, StatementLine, Warning } from './result.js';
import { showNumber, showYuan } from './show.js';

/** The sums as text, made once for the result and the lines. */
export type Shown = {
  readonly staff: string;
  readonly arranged: string;
  readonly required: string;
  readonly gap: string;
  readonly averageWage: string;
  readonly wageCap: string | null;
  readonly leviedWage: string;
  readonly due: string;
  readonly reliefRate: string;
  readonly relief: string;
  readonly alreadyPaid: string;
  readonly payable: string;
  readonly refundDue: string;
};

export function showAssessment(sums: Assessment, policy: ResolvedPolicy): Shown {
  const averageWage = showYuan(sums.averageWage);
  const wageCap = policy.wageCap === null ? null : policy.wageCap.shown;
  return {
    staff: showNumber(sums.staff),
    arranged: showNumber(sums.arranged),
    required: showNumber(sums.required),
    gap: showNumber(sums.gap),
    averageWage,
    wageCap,
    leviedWage: sums.capped && wageCap !== null ? wageCap : averageWage,
    due: formatYuan(sums.due),
    reliefRate: formatTrimmed(sums.reliefRate, INPUT_SCALE),
    relief: formatYuan(sums.relief),
    alreadyPaid: formatYuan(sums.alreadyPaid),
    payable: formatYuan(sums.payable),
    refundDue: formatYuan(sums.refundDue),
  };
}

const NO_PARAMS: LineParams = Object.freeze({});
/** Every statement says that it is a trial sum and that the tax authority assesses. */
const TRIAL_SUM: StatementLine = Object.freeze({ code: 'levy.line.trial_sum', params: NO_PARAMS, value: null, unit: null, rule: null });

const line = (code: string, params: LineParams, value: string | null, unit: StatementLine['unit'], rule: RuleUsed | null): StatementLine => ({ code, params, value, unit, rule });

/** The statement in the order of computation: the same for employer, reviewer, certificate and replay. */
export function statementLines(levyCase: LevyCase, facts: LevyFacts, sums: Assessment, policy: ResolvedPolicy, shown: Shown): readonly StatementLine[] {
  const lines: StatementLine[] = [];
  const headcount = showNumber(facts.headcount);
  const exactStaff = sums.staffExact === facts.headcount ? headcount : showNumber(sums.staffExact);
  lines.push(line('levy.line.headcount', facts.headcountParams, headcount, 'persons', facts.headcountParams['given'] === 'monthly' ? policy.newEmployerDivisor.rule : null));
  if (levyCase.seasonal) {
    for (const { count, months } of levyCase.seasonal) {
      lines.push(line('levy.line.seasonal', { count, months }, showNumber({ num: BigInt(count * months), den: 12n }), 'persons', null));
    }
  }
  if (facts.dispatchedInMonths > 0n) lines.push(dispatchLine('levy.line.dispatch_in', facts.dispatchedInMonths));
  if (facts.dispatchedOutMonths > 0n) lines.push(dispatchLine('levy.line.dispatch_out', facts.dispatchedOutMonths));
  lines.push(line('levy.line.staff', { exact: exactStaff, scale: policy.staffScale.value }, shown.staff, 'persons', policy.staffScale.rule));

  const people = pushPersonMonths(levyCase.arranged, 0, policy, lines, false);
  if (levyCase.dispatch && countsDispatched(levyCase)) pushPersonMonths(levyCase.dispatch.filter(({ direction }) => direction === 'in'), people, policy, lines, true);
  if (facts.weightedMonths === null) lines.push(line('levy.line.arranged_given', NO_PARAMS, shown.arranged, 'persons', null));
  else {
    lines.push(line('levy.line.arranged', { weightedMonths: Number(facts.weightedMonths), people: facts.people, scale: policy.arrangedScale.value }, shown.arranged, 'persons', policy.arrangedScale.rule));
  }

  lines.push(line('levy.line.required', { staff: shown.staff, ratio: policy.ratio.text }, shown.required, 'persons', policy.ratio.rule));
  lines.push(line('levy.line.gap', { required: shown.required, arranged: shown.arranged }, shown.gap, 'persons', null));
  if (facts.wages.kind === 'total') {
    lines.push(line('levy.line.average_wage', { totalWages: showYuan(facts.wages.value), staff: shown.staff, scale: policy.averageWageScale.value }, shown.averageWage, 'yuan', policy.averageWageScale.rule));
  } else lines.push(line('levy.line.average_wage_given', NO_PARAMS, shown.averageWage, 'yuan', null));
  const capLines = capLinesOf(policy, levyCase.baseYear);
  if (capLines) lines.push(capLines.socialAverageWage, capLines.wageCap);
  lines.push(capLines && sums.capped ? capLines.leviedWage : line('levy.line.levied_wage', NO_PARAMS, shown.leviedWage, 'yuan', null));
  lines.push(line('levy.line.due', { gap: shown.gap, leviedWage: shown.leviedWage }, shown.due, 'yuan', null));
  if (sums.reliefKind === 'exempt') {
    lines.push(line('levy.line.relief_exempt', { staff: shown.staff, maxStaff: policy.exemption.value.maxStaff }, shown.relief, 'yuan', policy.exemption.rule));
  } else if (sums.reliefKind === 'tier' && sums.tier.kind === 'applied') {
    lines.push(line('levy.line.relief_tier', { rate: shown.reliefRate, from: sums.tier.tier.fromText, arranged: shown.arranged, staff: shown.staff, due: shown.due }, shown.relief, 'yuan', policy.tiers.rule));
  }
  if (sums.alreadyPaid > 0n) lines.push(line('levy.line.already_paid', NO_PARAMS, shown.alreadyPaid, 'yuan', null));
  lines.push(line('levy.line.payable', { due: shown.due, relief: shown.relief, alreadyPaid: shown.alreadyPaid }, shown.payable, 'yuan', null));
  if (sums.refundDue > 0n) lines.push(line('levy.line.refund_due', NO_PARAMS, shown.refundDue, 'yuan', null));
  lines.push(TRIAL_SUM);
  return lines;
}

type CapLines = { readonly socialAverageWage: StatementLine; readonly wageCap: StatementLine; /** Of a capped case. */ readonly leviedWage: StatementLine };

const capLines = new WeakMap<ResolvedPolicy, CapLines>();

/** The lines about the cap rest on the law alone, so each state of the law has them once; null where there is no cap or it is not known. */
function capLinesOf(policy: ResolvedPolicy, baseYear: number): CapLines | null {
  const { socialAverageWage: social, wageCap, capMultiple } = policy;
  if (social === null || wageCap === null) return null;
  let made = capLines.get(policy);
  if (made === undefined) {
    made = {
      socialAverageWage: shared('levy.line.social_average_wage', { year: baseYear }, social.shown, social.rule),
      wageCap: shared('levy.line.wage_cap', { multiple: capMultiple.text, socialAverageWage: social.shown }, wageCap.shown, capMultiple.rule),
      leviedWage: shared('levy.line.levied_wage_capped', NO_PARAMS, wageCap.shown, null),
    };
    capLines.set(policy, made);
  }
  return made;
}

const shared = (code: string, params: LineParams, yuan: string, rule: RuleUsed | null): StatementLine =>
  Object.freeze({ code, params: Object.freeze(params), value: yuan, unit: 'yuan', rule });

const dispatchLine = (code: string, months: bigint): StatementLine =>
  line(code, { months: Number(months) }, showNumber({ num: months, den: 12n }), 'persons', null);

/** @returns the number of the last person told */
function pushPersonMonths(entries: readonly ArrangedEntry[] | undefined, before: number, policy: ResolvedPolicy, lines: StatementLine[], dispatched: boolean): number {
  let person = before;
  if (entries) {
    for (const entry of entries) {
      person++;
      for (const month of entry.months) lines.push(personMonthLine(person, entry, ruleOfMonth(policy, month), dispatched));
    }
  }
  return person;
}

/** Rules that were looked at and did not apply, each with its reason. */
export function notAppliedRules(sums: Assessment, policy: ResolvedPolicy, shown: Shown): readonly NotAppliedRule[] {
  const rules: NotAppliedRule[] = [];
  const { maxStaff, withinYears } = policy.exemption.value;
  if (sums.exemption !== 'exempt') {
    rules.push({ code: `levy.not_applied.exemption_${sums.exemption}`, params: { staff: shown.staff, maxStaff, withinYears }, rule: policy.exemption.rule });
  } else if (sums.due === 0n) rules.push({ code: 'levy.not_applied.exemption_nothing_due', params: NO_PARAMS, rule: policy.exemption.rule });
  if (sums.tier.kind !== 'applied') rules.push({ code: `levy.not_applied.tier_${sums.tier.kind}`, params: NO_PARAMS, rule: policy.tiers.rule });
  if (policy.capMultiple.value === null) rules.push({ code: 'levy.not_applied.cap_none_in_force', params: NO_PARAMS, rule: policy.capMultiple.rule });
  else if (shown.wageCap === null) rules.push({ code: 'levy.not_applied.cap_unknown', params: { multiple: policy.capMultiple.text }, rule: policy.capMultiple.rule });
  else if (!sums.capped) rules.push({ code: 'levy.not_applied.cap_not_reached', params: { averageWage: shown.averageWage, wageCap: shown.wageCap }, rule: policy.capMultiple.rule });
  return rules;
}

export function warningsOf(levyCase: LevyCase, facts: LevyFacts, sums: Assessment, policy: ResolvedPolicy, shown: Shown): readonly Warning[] {
  const warnings: Warning[] = [];
  if (policy.capMultiple.value !== null && policy.socialAverageWage === null) {
    warnings.push({ code: 'levy.warning.social_average_wage_unknown', params: { region: levyCase.region, year: levyCase.baseYear } });
  }
  if (sums.exemption === 'registration_unknown') {
    warnings.push({ code: 'levy.warning.registration_unknown', params: { years: policy.exemption.value.withinYears } });
  }
  if (BigInt(facts.people) * sums.staff.den > sums.staff.num) {
    warnings.push({ code: 'levy.warning.more_people_than_staff', params: { people: facts.people, staff: shown.staff } });
  }
  if (levyCase.arrangedCount !== undefined && facts.dispatchedInMonths > 0n) {
    warnings.push({ code: 'levy.warning.dispatch_beside_given_count', params: { arranged: shown.arranged } });
  }
  return warnings;
}
