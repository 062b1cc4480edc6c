import { Injectable } from '@nestjs/common';
import { monthNumber, monthsOfYear } from '../../../kernel/year-month.js';
import type { Scope } from '../../../platform/access/index.js';
import type { Tx } from '../../../platform/database/index.js';
import type { YearOfStaff } from '../domain/headcounts.js';

/** Staff month by month, as the employer declares it. Whoever calls has found the employer in the scope. */
@Injectable()
export class HeadcountRepository {
  async ofYear(tx: Tx, _scope: Scope, employerId: string, year: number): Promise<YearOfStaff> {
    const rows = await tx.query('SELECT month, staff FROM employer_headcount WHERE employer_id = $1 AND month BETWEEN $2 AND $3', [employerId, year * 100 + 1, year * 100 + 12]) as { month: number; staff: number }[];
    const known = new Map(rows.map(({ month, staff }) => [month, staff]));
    return monthsOfYear(year).map((month) => known.get(monthNumber(month)) ?? null);
  }

  /** What is null has no row afterwards. */
  async put(tx: Tx, _scope: Scope, employerId: string, year: number, staff: YearOfStaff, by: string | null, at: Date): Promise<void> {
    const months = monthsOfYear(year).map(monthNumber);
    const given = months.flatMap((month, index) => (staff[index] === null || staff[index] === undefined ? [] : [{ month, staff: staff[index] }]));
    await tx.query('DELETE FROM employer_headcount WHERE employer_id = $1 AND month = ANY ($2::integer[])', [employerId, months.filter((month) => !given.some((one) => one.month === month))]);
    await tx.query(
      `INSERT INTO employer_headcount AS h (employer_id, month, staff, declared_at, declared_by) SELECT $1, v.month, v.staff, $4, $5 FROM unnest($2::integer[], $3::integer[]) AS v (month, staff)
       ON CONFLICT (employer_id, month) DO UPDATE SET staff = EXCLUDED.staff, declared_at = EXCLUDED.declared_at, declared_by = EXCLUDED.declared_by WHERE h.staff <> EXCLUDED.staff`,
      [employerId, given.map(({ month }) => month), given.map((one) => one.staff), at, by],
    );
  }
}
