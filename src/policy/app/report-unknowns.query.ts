import { yearOf, type LocalDate } from '../../kernel/local-date.js';
import { COUNTRY, type RegionCode } from '../../kernel/region-code.js';
import { FIRST_DAY, unknownsOf, yearsWithoutSocialAverage, type Unknown } from './find-unknowns.query.js';
import { listParameters, type ParameterSummary } from './read-policy.query.js';
import type { ParameterKey } from '../parameters.js';
import type { PolicyBook } from '../policy-book.js';
import { countyWages } from './county-wages.query.js';

/** Times of one place for which one parameter is not known. */
export type PlaceGaps = { readonly region: RegionCode; readonly unknowns: readonly Unknown[] };

/** All that is not known on a day, as the page tells it. */
export type UnknownReport = {
  readonly social: { readonly years: readonly number[]; readonly provinces: readonly { readonly region: RegionCode; readonly missing: ReadonlySet<number> }[] };
  readonly minimum: { readonly nothing: readonly RegionCode[]; readonly some: readonly PlaceGaps[] };
  readonly tiers: { readonly counties: { readonly known: number; readonly unknown: number }; readonly gaps: readonly PlaceGaps[] };
  readonly others: readonly PlaceGaps[];
  readonly checks: readonly ParameterSummary[];
};

/** Told in sections of their own. */
const OWN_SECTION: ReadonlySet<ParameterKey> = new Set<ParameterKey>(['social_average_wage', 'minimum_wage', 'minimum_wage.tier']);

export function unknownReport(book: PolicyBook, today: LocalDate): UnknownReport {
  const provinces = book.regions.provinces().map(({ code }) => code);
  const own = (parameter: ParameterKey): ReadonlySet<RegionCode> => new Set(book.regionsOf(parameter));
  const collected = own('minimum_wage');
  return {
    social: {
      years: Array.from({ length: yearOf(today) - yearOf(FIRST_DAY) }, (_, index) => yearOf(FIRST_DAY) + index),
      provinces: provinces.map((region) => ({ region, missing: new Set(yearsWithoutSocialAverage(book, region, today)) })),
    },
    minimum: {
      nothing: provinces.filter((region) => !collected.has(region)),
      some: gapsOf(book, 'minimum_wage', provinces.filter((region) => collected.has(region)), today),
    },
    tiers: {
      counties: countyWages(book, COUNTRY, today).counties,
      gaps: gapsOf(book, 'minimum_wage.tier', [...own('minimum_wage.tier')].filter((region) => region !== COUNTRY), today),
    },
    others: book.parameters().filter((parameter) => !OWN_SECTION.has(parameter)).flatMap((parameter) => gapsOf(book, parameter, [...own(parameter)], today)),
    checks: listParameters(book).filter(({ counts }) => counts.unconfirmed + counts.unknown > 0),
  };
}

function gapsOf(book: PolicyBook, parameter: ParameterKey, regions: readonly RegionCode[], today: LocalDate): readonly PlaceGaps[] {
  return regions.map((region) => ({ region, unknowns: unknownsOf(book, region, today, [parameter]) })).filter(({ unknowns }) => unknowns.length > 0);
}

/** Every single gap as a row, for the download: what the page shows, one line each. */
export function unknownRows(report: UnknownReport, book: PolicyBook, today: LocalDate): readonly (Unknown & { readonly region: RegionCode })[] {
  const social = report.social.provinces.flatMap(({ region }) => unknownsOf(book, region, today, ['social_average_wage']).map((unknown) => ({ ...unknown, region })));
  const nothing = report.minimum.nothing.flatMap((region) => unknownsOf(book, region, today, ['minimum_wage']).map((unknown) => ({ ...unknown, region })));
  const rest = [...report.minimum.some, ...report.tiers.gaps, ...report.others].flatMap(({ region, unknowns }) => unknowns.map((unknown) => ({ ...unknown, region })));
  return [...social, ...nothing, ...rest];
}

