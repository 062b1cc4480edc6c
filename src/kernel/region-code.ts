import { err, ok, type Result } from './result.js';

declare const regionBrand: unique symbol;
/**
 * A region: six digits of GB/T 2260 (province `XX0000`, city `XXXX00`, county), nine for a town, twelve for a village
 * (统计用区划代码). `100000` is the whole country.
 */
export type RegionCode = string & { readonly [regionBrand]: true };

export type RegionLevel = 'country' | 'province' | 'city' | 'county' | 'town' | 'village';

export const COUNTRY = '100000' as RegionCode;

const SHAPE = /^[1-9]\d{5}(?:\d{3}(?:\d{3})?)?$/;

/** Checks the shape only; whether the region exists is a question to the region register. */
export function parseRegionCode(text: string): Result<RegionCode, 'region.malformed'> {
  return SHAPE.test(text) ? ok(text as RegionCode) : err('region.malformed');
}

export function regionCode(text: string): RegionCode {
  const parsed = parseRegionCode(text);
  if (!parsed.ok) throw new RangeError(`not a region code: ${text}`);
  return parsed.value;
}

export function regionLevel(code: RegionCode): RegionLevel {
  if (code === COUNTRY) return 'country';
  if (code.length === 12) return 'village';
  if (code.length === 9) return 'town';
  if (code.endsWith('0000')) return 'province';
  return code.endsWith('00') ? 'city' : 'county';
}

/**
 * The region above; null for the country. Counties that a province governs itself (`XX90XX`) and those of
 * municipalities have a city code of their own in GB/T 2260, so cutting digits is right for them as well.
 */
export function parentRegion(code: RegionCode): RegionCode | null {
  switch (regionLevel(code)) {
    case 'country': return null;
    case 'province': return COUNTRY;
    case 'city': return `${code.slice(0, 2)}0000` as RegionCode;
    case 'county': return `${code.slice(0, 4)}00` as RegionCode;
    case 'town': return code.slice(0, 6) as RegionCode;
    case 'village': return code.slice(0, 9) as RegionCode;
  }
}

/** The region and everything above it, nearest first; ends with the country. */
export function regionChain(code: RegionCode): readonly RegionCode[] {
  const chain: RegionCode[] = [];
  for (let at: RegionCode | null = code; at !== null; at = parentRegion(at)) chain.push(at);
  return chain;
}

/** The digits that every code inside the region begins with. */
export function regionPrefix(code: RegionCode): string {
  switch (regionLevel(code)) {
    case 'country': return '';
    case 'province': return code.slice(0, 2);
    case 'city': return code.slice(0, 4);
    default: return code;
  }
}

export const regionCovers = (outer: RegionCode, inner: RegionCode): boolean => inner.startsWith(regionPrefix(outer));
