import { addDays, yearOf, type LocalDate } from '../../kernel/local-date.js';
import type { RegionCode } from '../../kernel/region-code.js';
import type { CountedDay, Holidays, PolicySource } from '../parameters.js';

const isWeekday = (day: LocalDate): boolean => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

function isWorking(day: LocalDate, holidays: Holidays | null): boolean {
  const monthDay = day.slice(5);
  if (holidays?.work.includes(monthDay) === true) return true;
  return isWeekday(day) && holidays?.off.some(({ from, until }) => from <= monthDay && monthDay <= until) !== true;
}

/** The last of so many working days 工作日 after a day, which itself does not count. */
export function workingDaysAfter(policy: PolicySource, region: RegionCode, start: LocalDate, days: number): CountedDay {
  const assumed = new Set<number>();
  let day = start;
  for (let left = days; left > 0;) {
    day = addDays(day, 1);
    const holidays = holidaysOf(policy, region, day);
    if (holidays === null) assumed.add(yearOf(day));
    if (isWorking(day, holidays)) left -= 1;
  }
  return { day, assumed: [...assumed] };
}

/** A notice says something of its own year only: a value without an end is not next year's. */
function holidaysOf(policy: PolicySource, region: RegionCode, day: LocalDate): Holidays | null {
  const found = policy.find('calendar.holidays', region, day);
  return found !== null && yearOf(found.from) === yearOf(day) ? found.value : null;
}
