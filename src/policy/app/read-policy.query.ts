import { DomainError } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { parseRegionCode, type RegionCode } from '../../kernel/region-code.js';
import type { FileValue, ParameterFile, Unit, ValueType } from '../domain/parameter-file.js';
import { END_OF_TIME } from '../domain/timeline.js';
import type { DatedValue, ParameterKey, ParameterValues } from '../parameters.js';
import type { PolicyBook } from '../policy-book.js';
import { isParameterKey, PARAMETER_KEYS } from '../reading/value-schemas.js';

/** One line of the list of parameters. */
export type ParameterSummary = {
  readonly parameter: ParameterKey;
  readonly description: ParameterFile['description'];
  readonly unit: Unit;
  readonly type: ValueType;
  /** Regions with a file of their own; the country among them. */
  readonly regions: readonly RegionCode[];
  readonly counts: ValueCounts;
};

export type ValueCounts = { readonly confirmed: number; readonly unconfirmed: number; readonly unknown: number };

/** Every parameter with what is sure and what is open in it. */
export function listParameters(book: PolicyBook): readonly ParameterSummary[] {
  return PARAMETER_KEYS.flatMap((parameter) => {
    const regions = book.regionsOf(parameter);
    const [first] = regions;
    const main = first === undefined ? null : book.file(parameter, first);
    if (!main) return [];
    const files = regions.map((region) => book.file(parameter, region) as ParameterFile);
    return [{ parameter, description: main.description, unit: main.unit, type: main.type, regions, counts: countValues(files) }];
  });
}

export function countValues(files: readonly ParameterFile[]): ValueCounts {
  let confirmed = 0;
  let unconfirmed = 0;
  let unknown = 0;
  for (const { values } of files) {
    for (const { value, confirmed: sure } of values) {
      if (value === null) unknown++;
      else if (sure) confirmed++;
      else unconfirmed++;
    }
  }
  return { confirmed, unconfirmed, unknown };
}

/** One parameter in one place on one day; `value` null where no file covers the day. */
export type ParameterOnDay = { readonly parameter: ParameterKey; readonly value: DatedValue<ParameterValues[ParameterKey]> | null };

/** Everything the law says in a place on a day. */
export function policyOn(book: PolicyBook, region: RegionCode, date: LocalDate): readonly ParameterOnDay[] {
  return PARAMETER_KEYS.map((parameter) => ({ parameter, value: book.find(parameter, region, date) }));
}

export type ParameterHistory = {
  readonly parameter: ParameterKey;
  readonly region: RegionCode;
  /** The region's own file; null where it takes everything from above. */
  readonly file: ParameterFile | null;
  /** What holds in the region over time, with the region that each stretch comes from, latest first. */
  readonly stretches: readonly { readonly from: LocalDate; readonly until: LocalDate | null; readonly value: FileValue }[];
  /** Regions inside that say something of their own. */
  readonly inside: readonly RegionCode[];
};

export function parameterHistory(book: PolicyBook, parameter: ParameterKey, region: RegionCode): ParameterHistory {
  const stretches = book.timeline(parameter, region).map(({ from, until, value }) => ({ from, until: until === END_OF_TIME ? null : until, value: value as FileValue }));
  const inside = book.regionsOf(parameter).filter((other) => other !== region && book.regions.isInside(other, region));
  return { parameter, region, file: book.file(parameter, region), stretches: stretches.reverse(), inside };
}

/** A parameter named by a reader. @throws DomainError `policy.parameter.unknown` */
export function requireParameter(text: string): ParameterKey {
  if (isParameterKey(text)) return text;
  throw new DomainError('policy.parameter.unknown', { parameter: text });
}

/** A region named by a reader. @throws DomainError `policy.region.unknown` */
export function requireRegion(book: PolicyBook, text: string): RegionCode {
  const code = parseRegionCode(text);
  if (code.ok && book.hasRegion(code.value)) return code.value;
  throw new DomainError('policy.region.unknown', { region: text });
}
