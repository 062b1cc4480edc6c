import type { FactsForm } from './forms.js';

/** A group of seasonal workers as it stands on the page. */
export type TypedGroup = { readonly count: string; readonly months: string; readonly dropped: boolean };

const EMPTY: TypedGroup = { count: '', months: '', dropped: false };

/** The groups as they were typed; where there are none, one to be filled in. */
export function typedGroups({ 'seasonalCount[]': counts = [], 'seasonalMonths[]': months = [], 'seasonalDrop[]': drop = [] }: FactsForm): readonly TypedGroup[] {
  const groups = Array.from({ length: Math.max(counts.length, months.length) }, (_, at): TypedGroup => ({ count: counts[at] ?? '', months: months[at] ?? '', dropped: drop.includes(String(at + 1)) }));
  return groups.length === 0 ? [EMPTY] : groups;
}

/** The groups that stay, and a new one behind them. */
export const groupsWithAnother = (form: FactsForm): readonly TypedGroup[] => [...typedGroups(form).filter(({ dropped }) => !dropped), EMPTY];

const isFilled = ({ count, months, dropped }: TypedGroup): boolean => !dropped && (count.trim() !== '' || months.trim() !== '');

/** The groups that are to be saved; what is dropped or left empty is none. */
export const filledGroups = (form: FactsForm): readonly TypedGroup[] => typedGroups(form).filter(isFilled);

/** The id of a box of a group. @param number counted from 1 */
export const groupBox = (of: 'seasonalCount' | 'seasonalMonths' | 'seasonalDrop', number: number): string => (number === 1 ? of : `${of}-${number}`);

/** Where a fault of a saved group (`/seasonal/1/months`) stands on the page, empty and dropped groups counted too. */
export function groupField(pointer: string, form: FactsForm): string {
  const saved = Number(/^\/seasonal\/(\d+)/.exec(pointer)?.[1] ?? 0);
  const numbers = typedGroups(form).flatMap((group, at) => (isFilled(group) ? [at + 1] : []));
  return groupBox(pointer.endsWith('/months') ? 'seasonalMonths' : 'seasonalCount', numbers[saved] ?? 1);
}
