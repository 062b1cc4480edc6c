import type { StatementLine } from '../../domain/result.js';

export type MonthMark = { readonly kind: 'counted'; readonly weight: string } | { readonly kind: 'refused' } | { readonly kind: 'none' };

/** The person-months of a statement, a row for each person. */
export type PersonRow = {
  readonly person: number;
  readonly ref: string | null;
  readonly certificate: string;
  readonly grade: number;
  readonly dispatched: boolean;
  /** January first. */
  readonly months: readonly MonthMark[];
};

const COUNTED = 'levy.line.person_month_counted';
const REFUSED = 'levy.line.person_month_refused';
const NONE: MonthMark = { kind: 'none' };

export const isPersonMonth = ({ code }: StatementLine): boolean => code === COUNTED || code === REFUSED;

export function personRows(statement: readonly StatementLine[]): readonly PersonRow[] {
  const rows = new Map<number, PersonRow & { readonly months: MonthMark[] }>();
  for (const { code, params, value } of statement.filter(isPersonMonth)) {
    const person = Number(params['person']);
    const row = rows.get(person) ?? {
      person, ref: params['ref'] === null ? null : String(params['ref']), certificate: String(params['certificate']), grade: Number(params['grade']),
      dispatched: params['dispatched'] === true, months: Array.from({ length: 12 }, () => NONE),
    };
    row.months[Number(String(params['month']).slice(5)) - 1] = code === COUNTED ? { kind: 'counted', weight: value ?? '1' } : { kind: 'refused' };
    rows.set(person, row);
  }
  return [...rows.values()];
}
