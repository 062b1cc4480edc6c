import type { LocalDate } from '../../kernel/local-date.js';
import { regionLevel, type RegionCode } from '../../kernel/region-code.js';
import type { DatedValue } from '../parameters.js';
import type { PolicyBook } from '../policy-book.js';

/** A place whose minimum-wage tier is known on a day, with what the tier amounts to. */
export type CountyWage = {
  readonly region: RegionCode;
  readonly tier: string;
  /** Yuan a month; null where the province's sum for the tier is not known. */
  readonly yuan: string | null;
  /** The province's sums; null where nothing is recorded. */
  readonly wages: DatedValue<Readonly<Record<string, string | null>>> | null;
};

export type CountyWages = {
  readonly known: readonly CountyWage[];
  /** Counties whose tier is known, and those whose tier is not. */
  readonly counties: { readonly known: number; readonly unknown: number };
};

/** The minimum wage that applies in one place; null where its tier is not known. */
export function wageOf(book: PolicyBook, region: RegionCode, date: LocalDate): CountyWage | null {
  const tier = book.find('minimum_wage.tier', region, date);
  if (tier === null || tier.value === null) return null;
  const wages = book.find('minimum_wage', region, date);
  return { region: tier.region, tier: tier.value, yuan: wages?.value?.[tier.value] ?? null, wages };
}

/** Minimum wages by county inside a region. A tier that a city or province gives to all its counties is one row. */
export function countyWages(book: PolicyBook, region: RegionCode, date: LocalDate): CountyWages {
  const rows = new Map<RegionCode, CountyWage>();
  let known = 0;
  let unknown = 0;
  for (const { code } of book.regions.all()) {
    if (regionLevel(code) !== 'county' || (code !== region && !book.regions.isInside(code, region))) continue;
    const wage = wageOf(book, code, date);
    if (wage === null) unknown++;
    else {
      known++;
      rows.set(wage.region, wage);
    }
  }
  return { known: [...rows.values()].sort((a, b) => (a.region < b.region ? -1 : 1)), counties: { known, unknown } };
}
