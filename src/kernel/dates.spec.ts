import fc from 'fast-check';
import { fixedClock } from './clock.js';
import { addDays, addMonths, addYears, daysBetween, localDate, parseLocalDate } from './local-date.js';
import { addToMonth, lastDayOf, monthIndex, monthsOfYear, parseYearMonth, yearMonth } from './year-month.js';

describe('LocalDate', () => {
  it.each(['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('reads %s', (text) => {
    expect(parseLocalDate(text)).toEqual({ ok: true, value: text });
  });

  it.each(['2023-02-29', '1900-02-29', '2024-13-01', '2024-00-10', '2024-04-31', '2024-1-1', '20240101', '', '2024-01-01T00:00'])('refuses %s', (text) => {
    expect(parseLocalDate(text).ok).toBe(false);
  });

  it('adds months without inventing days', () => {
    expect(addMonths(localDate('2024-01-31'), 1)).toBe('2024-02-29');
    expect(addMonths(localDate('2023-01-31'), 1)).toBe('2023-02-28');
    expect(addMonths(localDate('2024-03-31'), -1)).toBe('2024-02-29');
    expect(addYears(localDate('2024-02-29'), 3)).toBe('2027-02-28');
  });

  it('counts days as the calendar does', () => {
    fc.assert(fc.property(fc.integer({ min: -200_000, max: 200_000 }), (days) => {
      const start = localDate('2001-03-01');
      expect(daysBetween(start, addDays(start, days))).toBe(days);
    }));
  });
});

describe('YearMonth', () => {
  it('has twelve months a year, in order', () => {
    expect(monthsOfYear(2024)).toHaveLength(12);
    expect(monthsOfYear(2024)[0]).toBe('2024-01');
    expect(monthsOfYear(2024)[11]).toBe('2024-12');
  });

  it.each(['2024-13', '2024-0', '2024-1', '24-01', '2024/01', '2024-01-01'])('refuses %s', (text) => {
    expect(parseYearMonth(text).ok).toBe(false);
  });

  it('adds across years and knows the last day', () => {
    expect(addToMonth(yearMonth('2024-11'), 3)).toBe('2025-02');
    expect(addToMonth(yearMonth('2024-01'), -1)).toBe('2023-12');
    expect(lastDayOf(yearMonth('2024-02'))).toBe('2024-02-29');
    expect(monthIndex(yearMonth('2025-01')) - monthIndex(yearMonth('2024-12'))).toBe(1);
  });
});

describe('Clock', () => {
  it('gives the day of China, not of Greenwich', () => {
    expect(fixedClock('2024-12-31T15:59:59Z').today()).toBe('2024-12-31');
    expect(fixedClock('2024-12-31T16:00:00Z').today()).toBe('2025-01-01');
  });
});
