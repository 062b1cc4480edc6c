import { DomainError } from '../../../kernel/domain-error.js';
import type { Award } from '../domain/settlement.js';
import type { ConflictDetail } from '../infra/conflict-view.repository.js';
import type { SettleForm } from './forms.js';

const MONTHS = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8', 'm9', 'm10', 'm11', 'm12'] as const;
const required = (...fields: readonly string[]): DomainError => new DomainError('input.invalid', {}, fields.map((field) => ({ pointer: `/${field}`, code: 'input.required' })));

/** What somebody chose, as awards; null where the months are given up. @throws DomainError input.invalid with what is missing */
export function awardsTyped(form: SettleForm, { overlapping, unagreed, sides }: ConflictDetail): readonly Award[] | null {
  const contested = overlapping | unagreed;
  const { choice = '' } = form;
  if (choice === 'yield') return null;
  if (choice === 'none') return [];
  if (choice === 'by_month') {
    const asked = MONTHS.filter((_, bit) => contested & (1 << bit));
    const missing = asked.filter((name) => (form[name] ?? '') === '');
    if (missing.length > 0) throw required(...missing);
    return asked.flatMap((name) => (form[name] === 'none' ? [] : [{ uscc: form[name] ?? '', months: 1 << MONTHS.indexOf(name) }]));
  }
  if (!sides.some(({ uscc }) => uscc === choice)) throw required('choice');
  return [{ uscc: choice, months: contested }];
}
