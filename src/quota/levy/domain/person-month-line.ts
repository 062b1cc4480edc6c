import type { CertificateKind } from '../../../kernel/ids/service-certificate.js';
import type { ArrangedEntry } from './case.js';
import type { MonthRule } from './resolved-policy.js';
import type { StatementLine } from './result.js';

const WEIGHT_TEXT = ['0', '1', '2'] as const;

/** More grades than any certificate has. */
const GRADES = 11;
const KINDS: Readonly<Record<CertificateKind, number>> = { disability: 0, military: 1, police: 2 };
/** The first persons of a statement without a `ref` differ in nothing but month, certificate and grade; further ones are rarer than the memory they would take. */
const REMEMBERED_PERSONS = 8;

/** The line of one person in one month with the weight that the law gives it; weight 0 is a refusal. Frozen where statements share it. */
export function personMonthLine(person: number, entry: ArrangedEntry, rule: MonthRule, dispatched: boolean): StatementLine {
  if (entry.ref !== undefined || dispatched || person > REMEMBERED_PERSONS) return made(person, entry, rule, dispatched);
  const at = ((person - 1) * 3 + KINDS[entry.certificate]) * GRADES + entry.grade;
  return (rule.told[at] ??= Object.freeze(made(person, entry, rule, dispatched)));
}

function made(person: number, { ref, certificate, grade }: ArrangedEntry, { month, weights, rule }: MonthRule, dispatched: boolean): StatementLine {
  const weight = weights[certificate][grade] as number;
  return {
    code: weight > 0 ? 'levy.line.person_month_counted' : 'levy.line.person_month_refused',
    params: Object.freeze({ person, ref: ref ?? null, month, certificate, grade, dispatched }),
    value: WEIGHT_TEXT[weight] ?? String(weight),
    unit: 'months',
    rule,
  };
}
