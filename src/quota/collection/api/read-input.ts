import { DomainError } from '../../../kernel/domain-error.js';
import { parseLocalDate, type LocalDate } from '../../../kernel/local-date.js';
import { parseYuan, type Fen } from '../../../kernel/money.js';

const wrong = (field: string): DomainError => new DomainError('input.invalid', {}, [{ pointer: `/${field}`, code: 'input.wrong_format' }]);

/** A day of the calendar. @throws DomainError input.invalid */
export function dayAt(field: string, text: string): LocalDate {
  const day = parseLocalDate(text);
  if (!day.ok) throw wrong(field);
  return day.value;
}

export const dayOrNull = (field: string, text: string | undefined): LocalDate | null => (text === undefined ? null : dayAt(field, text));

/** Yuan as text. @throws DomainError input.invalid */
export function moneyOrNull(field: string, text: string | undefined): Fen | null {
  if (text === undefined) return null;
  const sum = parseYuan(text);
  if (!sum.ok) throw wrong(field);
  return sum.value;
}
