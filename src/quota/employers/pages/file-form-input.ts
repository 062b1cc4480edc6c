import { normaliseCode, toHalfWidth } from '../../../kernel/normalise.js';
import type { LocalDate } from '../../../kernel/local-date.js';
import { placeCodeTyped, type RegionRegister } from '../../../policy/index.js';
import { dayTyped } from '../../../ui/index.js';
import type { EmployerFile } from '../app/read-employer-file.query.js';
import type { YearOfStaff } from '../domain/headcounts.js';
import { staffFields, type FactsForm, type HeadcountsForm } from './forms.js';

const orNull = (text: string | undefined): string | null => (text === undefined || text.trim() === '' ? null : text.trim());
/** A whole number as typed; what is none stays a text, so that the rule of its field tells it. */
const numberOr = (text: string): number | string => (/^\d{1,9}$/.test(text) ? Number(text) : text);
const yesOr = (text: string | undefined): boolean | string | null => (text === 'yes' ? true : text === 'no' ? false : orNull(text));

/** The typed file as the API takes it. @throws DomainError policy.place.unknown, policy.place.several, policy.place.many */
export const factsInput = (form: FactsForm, regions: RegionRegister): object => {
  const size = toHalfWidth(form.establishmentSize ?? '').replace(/[\s,，]/g, '');
  return {
    version: Number(form.version), name: form.name, kind: form.kind, registeredOn: orNull(dayTyped(form, 'registeredOn')), taxRegionCode: placeCodeTyped(form.taxRegionCode, regions) ?? null, industry: orNull(normaliseCode(form.industry ?? '')),
    stateOwned: yesOr(form.stateOwned), establishmentSize: size === '' ? null : numberOr(size), establishmentLevel: orNull(form.establishmentLevel), isSchool: yesOr(form.isSchool), effectiveOn: dayTyped(form, 'effectiveOn'),
  };
};

const yesNo = (value: boolean | null): string => (value === null ? '' : value ? 'yes' : 'no');
const boxes = (name: string, day: LocalDate | null): Readonly<Record<string, string>> => (day === null ? {} : { [`${name}-year`]: day.slice(0, 4), [`${name}-month`]: String(Number(day.slice(5, 7))), [`${name}-day`]: String(Number(day.slice(8))) });

/** The file as its form shows it. */
export const factsForm = (file: EmployerFile): FactsForm => ({
  version: String(file.version), name: file.name, kind: file.kind, taxRegionCode: file.taxRegionCode ?? '', industry: file.industry ?? '', stateOwned: yesNo(file.stateOwned), establishmentSize: file.establishmentSize?.toString() ?? '',
  establishmentLevel: file.establishmentLevel ?? '', isSchool: yesNo(file.isSchool), ...boxes('registeredOn', file.registeredOn),
});

export const staffInput = (form: HeadcountsForm): readonly (number | string | null)[] => staffFields.map((name) => {
  const text = toHalfWidth(form[name] ?? '').replace(/[\s,，]/g, '');
  return text === '' ? null : numberOr(text);
});

export const staffForm = (year: string, staff: YearOfStaff): HeadcountsForm => ({ year, ...Object.fromEntries(staffFields.map((name, at) => [name, staff[at]?.toString() ?? ''])) });
