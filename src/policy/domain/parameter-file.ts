import type { LocalDate } from '../../kernel/local-date.js';
import type { RegionCode } from '../../kernel/region-code.js';
import type { DatedValue, ParameterKey, ParameterValues } from '../parameters.js';

/** What a parameter is counted in; `none` for choices, lists and tables that carry their own units. */
export const UNITS = ['ratio', 'ratio_per_day', 'multiple', 'persons', 'years', 'months', 'days', 'digits', 'yuan', 'yuan_per_year', 'yuan_per_month', 'month_day', 'none'] as const;
export type Unit = (typeof UNITS)[number];

export const VALUE_TYPES = ['decimal', 'integer', 'scale', 'choice', 'list', 'brackets', 'table', 'window', 'text'] as const;
export type ValueType = (typeof VALUE_TYPES)[number];

/** A value with what only its file knows: the day the document was issued and the line where it stands. */
export type FileValue<K extends ParameterKey = ParameterKey> = DatedValue<ParameterValues[K]> & {
  readonly enactedOn: LocalDate | null;
  readonly line: number;
};

/** One YAML file of `config/policy`: one parameter of one region, its values in the order of time. */
export type ParameterFile<K extends ParameterKey = ParameterKey> = {
  /** Path below the policy folder, with `/`. */
  readonly path: string;
  readonly parameter: K;
  readonly region: RegionCode;
  readonly description: { readonly zh: string; readonly en: string };
  readonly unit: Unit;
  readonly type: ValueType;
  /** The day on which a person last looked whether this is still the law. */
  readonly lastChecked: LocalDate;
  /** The day by which a person must look again. */
  readonly reviewBy: LocalDate;
  readonly values: readonly FileValue<K>[];
};
