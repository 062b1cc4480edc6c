import type { Severity, WhatIfKind } from '../../domain/what-if.js';
import type { WhatIfQuestion } from '../../app/explore-what-if.query.js';
import { decimal } from '../../dto/rules.js';
import { LIMITS } from '../../domain/case.js';
import { faultAt, type FormFault } from './faults.js';
import { dateDigits, plainNumber } from './typed-number.js';
import { textOf, type Typed } from './typed.js';

export const WHAT_IF_KINDS: readonly WhatIfKind[] = ['new_hire', 'recognised'];
export const SEVERITIES: readonly Severity[] = ['ordinary', 'severe'];

/** The question of the form, with the month that the answer speaks of; null while nothing is asked. */
export type AskedWhatIf = { readonly question: WhatIfQuestion; readonly month: number };

/** Yuan a month; as the case takes sums of money. */
const wageRule = decimal(LIMITS.money);

export function readWhatIf(typed: Typed): AskedWhatIf | { readonly faults: readonly FormFault[] } {
  const kind = WHAT_IF_KINDS.find((known) => known === textOf(typed, 'kind'));
  const severity = SEVERITIES.find((known) => known === textOf(typed, 'severity'));
  const monthText = textOf(typed, 'month');
  const month = Number(dateDigits(monthText));
  const wage = plainNumber(textOf(typed, 'wage'));
  const faults: FormFault[] = [];
  if (kind === undefined) faults.push(faultAt({ field: 'kind', label: 'whatIfKind' }, 'levy.page.choose'));
  if (severity === undefined) faults.push(faultAt({ field: 'severity', label: 'severity' }, 'levy.page.choose'));
  if (monthText === '') faults.push(faultAt({ field: 'month', label: 'month' }, 'levy.case.required'));
  else if (!Number.isInteger(month) || month < 1 || month > 12) faults.push(faultAt({ field: 'month', label: 'month' }, 'levy.page.month'));
  const [fault] = wage === '' ? [] : (wageRule.faults(wage) ?? []);
  if (fault) faults.push(faultAt({ field: 'wage', label: 'wage' }, fault.code, fault.params));
  if (faults.length > 0 || kind === undefined || severity === undefined) return { faults };
  return { question: { kind, severity, ...(wage === '' || kind !== 'new_hire' ? {} : { monthlyWage: wage }) }, month };
}

