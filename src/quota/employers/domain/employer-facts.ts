import type { LocalDate } from '../../../kernel/local-date.js';
import type { RegionCode } from '../../../kernel/region-code.js';
import type { EmployerKind } from './employer-kinds.js';

/** 编制所属层级: whose establishment it is decides which duty of public bodies holds. */
export const establishmentLevels = ['central', 'province', 'city', 'county', 'township'] as const;
export type EstablishmentLevel = (typeof establishmentLevels)[number];

/** What the file says of an employer. Null is not known. */
export type EmployerFacts = {
  readonly name: string;
  readonly kind: EmployerKind;
  /** Decides the exemption of young enterprises. */
  readonly registeredOn: LocalDate | null;
  readonly taxRegionCode: RegionCode | null;
  /** GB/T 4754: a letter, or with 2 to 4 digits. */
  readonly industry: string | null;
  readonly stateOwned: boolean | null;
  /** 编制数 of organs and institutions. */
  readonly establishmentSize: number | null;
  readonly establishmentLevel: EstablishmentLevel | null;
  /** Schools and kindergartens stand outside the duty of institutions (残联发〔2021〕51号). */
  readonly isSchool: boolean | null;
};

export const factFields = ['name', 'kind', 'registeredOn', 'taxRegionCode', 'industry', 'stateOwned', 'establishmentSize', 'establishmentLevel', 'isSchool'] as const satisfies readonly (keyof EmployerFacts)[];
export type FactField = (typeof factFields)[number];

/** A value as the history keeps it. */
export const factText = (value: EmployerFacts[FactField]): string | null => (value === null ? null : String(value));

export type FactChange = { readonly field: FactField; readonly before: string | null; readonly after: string | null };

/** What differs, in the order of the fields. */
export const changesBetween = (before: EmployerFacts, after: EmployerFacts): readonly FactChange[] =>
  factFields.flatMap((field) => (before[field] === after[field] ? [] : [{ field, before: factText(before[field]), after: factText(after[field]) }]));
