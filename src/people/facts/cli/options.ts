import { parseLocalDate } from '../../../kernel/local-date.js';
import { COUNTRY, parseRegionCode, regionPrefix } from '../../../kernel/region-code.js';
import { monthNumber, parseYearMonth } from '../../../kernel/year-month.js';
import type { Coverage } from '../domain/kinds.js';

/** A day, which is its beginning in China, or an instant with its zone; null for anything else. */
export function asOfOf(text: string): Date | null {
  if (parseLocalDate(text).ok) return new Date(`${text}T00:00:00+08:00`);
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/.test(text)) return null;
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? null : at;
}

/** `370303:2024-01..2024-12`; null where it reads otherwise. */
export function coverageOf(text: string): Coverage | null {
  const [region = '', months = '', ...more] = text.split(':');
  const [from, until, ...others] = months.split('..').map(parseYearMonth);
  const code = parseRegionCode(region);
  if (!code.ok || more.length > 0 || others.length > 0 || !from?.ok || !until?.ok || until.value < from.value) return null;
  return { regionPrefix: code.value === COUNTRY ? '' : regionPrefix(code.value), fromMonth: monthNumber(from.value), untilMonth: monthNumber(until.value) };
}
