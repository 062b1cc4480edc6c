import { dayOf, monthOf, yearOf, type LocalDate } from '../../kernel/local-date.js';
import type { TextVariant } from '../../kernel/texts.js';

const MONTHS_EN = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const;

const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 });

/** Yuan with its thousands apart and no decimals that the law does not have; exact, because the text is never a float. */
export const amountText = (yuan: string): string => grouped.format(yuan as `${number}`);

export function dayText(day: LocalDate, variant: TextVariant): string {
  return variant === 'en' ? `${dayOf(day)} ${MONTHS_EN[monthOf(day) - 1]} ${yearOf(day)}` : `${yearOf(day)}年${monthOf(day)}月${dayOf(day)}日`;
}

/** `03-01`, a day of every year. */
export function monthDayText(monthDay: string, variant: TextVariant): string {
  const [month, day] = [Number(monthDay.slice(0, 2)), Number(monthDay.slice(3))];
  return variant === 'en' ? `${day} ${MONTHS_EN[month - 1]}` : `${month}月${day}日`;
}

/** `1965-01`. */
export function monthText(month: string, variant: TextVariant): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
  return variant === 'en' ? `${MONTHS_EN[number - 1]} ${year}` : `${year}年${number}月`;
}
