import { localDate } from '../../src/kernel/local-date.js';
import { COUNTRY } from '../../src/kernel/region-code.js';
import { addToMonth, monthIndex, yearMonth } from '../../src/kernel/year-month.js';
import { PolicyBook } from '../../src/policy/index.js';
import { ageRows } from '../../src/policy/pages/working-age.js';
import { retirementMonth } from '../../src/quota/counting/index.js';

/** The table that readers see and the rule that counts must never part. */
describe('table of retirement ages', () => {
  const steps = PolicyBook.load('config/policy').at('counting.working_age', COUNTRY, localDate('2025-01-01')).value ?? [];

  it.each(steps.map((step) => [step.group, step] as const))('%s: each month of birth as counting has it', (_, step) => {
    const rows = ageRows(step);
    expect(rows.length).toBe(step.delay?.maxMonths);
    for (const row of rows) {
      const last = row.bornTo ?? addToMonth(row.bornFrom, 120);
      for (let birth = row.bornFrom; birth <= last; birth = addToMonth(birth, 1)) {
        expect(retirementMonth(monthIndex(birth), step) - monthIndex(birth)).toBe(row.years * 12 + row.months);
      }
      expect(monthIndex(row.reachedFrom)).toBe(retirementMonth(monthIndex(row.bornFrom), step));
      if (row.bornTo !== null && row.reachedTo !== null) expect(monthIndex(row.reachedTo)).toBe(retirementMonth(monthIndex(row.bornTo), step));
    }
    // Rows follow each other without a month left out.
    rows.slice(1).forEach((row, index) => expect(row.bornFrom).toBe(addToMonth(rows[index]?.bornTo ?? yearMonth('0001-01'), 1)));
  });

  it('says what the annex of the decision says', () => {
    const table = Object.fromEntries(steps.map((step) => [step.group, ageRows(step)]));
    expect(table['men']?.[0]).toEqual({ bornFrom: '1965-01', bornTo: '1965-04', years: 60, months: 1, reachedFrom: '2025-02', reachedTo: '2025-05' });
    expect(table['men']?.at(-1)).toMatchObject({ bornFrom: '1976-09', bornTo: null, years: 63, months: 0 });
    expect(table['women_worker']?.[0]).toMatchObject({ bornFrom: '1975-01', bornTo: '1975-02', years: 50, months: 1 });
    expect(table['women_worker']?.at(-1)).toMatchObject({ years: 55, months: 0 });
    expect(table['women_management']?.at(-1)).toMatchObject({ years: 58, months: 0 });
  });
});
