import { yearOf, type LocalDate } from '../../kernel/local-date.js';
import { COUNTRY, regionLevel, type RegionCode } from '../../kernel/region-code.js';
import { FIRST_DAY, unknownsOf, yearsWithoutSocialAverage, type Unknown } from './find-unknowns.query.js';
import { listParameters, type ParameterSummary } from './read-policy.query.js';
import type { ParameterKey } from '../parameters.js';
import type { PolicyBook } from '../policy-book.js';
import { countyWages } from './county-wages.query.js';

/** Times for which one parameter is not known, and the places that lack exactly these times for the same reasons. */
export type GapGroup = { readonly regions: readonly RegionCode[]; readonly unknowns: readonly Unknown[] };

/** All that is not known on a day, as the page tells it. */
export type UnknownReport = {
  readonly social: { readonly years: readonly number[]; readonly provinces: readonly { readonly region: RegionCode; readonly missing: ReadonlySet<number> }[] };
  readonly minimum: { readonly nothing: readonly RegionCode[]; readonly some: readonly GapGroup[] };
  readonly tiers: { readonly counties: { readonly known: number; readonly unknown: number }; /** Counties whose tier is recorded for any time. */ readonly recorded: number; readonly gaps: readonly GapGroup[] };
  readonly others: readonly GapGroup[];
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
      recorded: countiesWithTier(book),
      gaps: gapsOf(book, 'minimum_wage.tier', [...own('minimum_wage.tier')].filter((region) => region !== COUNTRY), today),
    },
    others: book.parameters().filter((parameter) => !OWN_SECTION.has(parameter)).flatMap((parameter) => gapsOf(book, parameter, [...own(parameter)], today)),
    checks: listParameters(book).filter(({ counts }) => counts.unconfirmed + counts.unknown > 0),
  };
}

function countiesWithTier(book: PolicyBook): number {
  let count = 0;
  for (const { code } of book.regions.all()) {
    if (regionLevel(code) === 'county' && book.timeline('minimum_wage.tier', code).some(({ value }) => value.value !== null)) count++;
  }
  return count;
}

function gapsOf(book: PolicyBook, parameter: ParameterKey, regions: readonly RegionCode[], today: LocalDate): readonly GapGroup[] {
  const groups = new Map<string, { readonly regions: RegionCode[]; readonly unknowns: readonly Unknown[] }>();
  for (const region of regions) {
    const unknowns = unknownsOf(book, region, today, [parameter]);
    if (unknowns.length === 0) continue;
    const same = JSON.stringify(unknowns.map(({ from, until, reason }) => [from, until, reason]));
    const group = groups.get(same);
    if (group) group.regions.push(region);
    else groups.set(same, { regions: [region], unknowns });
  }
  return [...groups.values()];
}

/** Every single gap of every place, for the download and the API. */
export function unknownRows(book: PolicyBook, today: LocalDate): readonly (Unknown & { readonly region: RegionCode })[] {
  const provinces = book.regions.provinces().map(({ code }) => code);
  return book.parameters().flatMap((parameter) => {
    const own = book.regionsOf(parameter);
    // A figure that each province sets is missing in a province without a file too.
    const places = parameter === 'social_average_wage' || parameter === 'minimum_wage' ? [...new Set([...provinces, ...own])].filter((region) => region !== COUNTRY).sort() : own;
    return places.flatMap((region) => unknownsOf(book, region, today, [parameter]).map((unknown) => ({ ...unknown, region })));
  });
}
