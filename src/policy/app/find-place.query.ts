import { COUNTRY, parseRegionCode, type RegionCode } from '../../kernel/region-code.js';
import type { Region, RegionRegister } from '../regions.js';

export type FoundPlace = {
  /** The country where nothing or nothing known was written. */
  readonly region: RegionCode;
  /** The words as a box shows them again: the full name of a place that was found. */
  readonly words: string;
  /** More than one place fits: the reader chooses. One more than `MOST_PLACES` where there are more. */
  readonly choices: readonly Region[];
  /** A withdrawn code was written; `region` is its successor. */
  readonly former: RegionCode | null;
  /** Something was written and nothing fits. */
  readonly unknown: boolean;
};

export const MOST_PLACES = 30;

const COUNTRY_WORDS: ReadonlySet<string> = new Set(['全国', '中国', 'china', 'whole country']);

/**
 * The place that a person means. A code wins over words; words are a code, a full name, or part of a name.
 * @param code of a choice made before, or empty
 * @param words half-width, trimmed
 */
export function findPlace(code: string, words: string, regions: RegionRegister): FoundPlace {
  const nothing = { choices: [], former: null, unknown: false } as const;
  if (code !== '') return ofCode(code, regions) ?? { ...nothing, region: COUNTRY, words: code, unknown: true };
  if (words === '' || COUNTRY_WORDS.has(words.toLowerCase())) return { ...nothing, region: COUNTRY, words: '' };
  const exact = ofCode(words, regions);
  if (exact) return exact;
  const found = regions.search(words, MOST_PLACES + 1);
  // 山东省 淄博市 张店区, as pages write it, is one place even where a longer name holds the same words.
  const named = found.filter((region) => regions.fullName(region.code).replaceAll(' ', '') === words.replaceAll(' ', ''));
  const [only] = named.length === 1 ? named : found.length === 1 ? found : [];
  if (only) return { ...nothing, region: only.code, words: regions.fullName(only.code) };
  return found.length === 0 ? { ...nothing, region: COUNTRY, words, unknown: true } : { ...nothing, region: COUNTRY, words, choices: found };
}

function ofCode(code: string, regions: RegionRegister): FoundPlace | null {
  const parsed = parseRegionCode(code);
  if (!parsed.ok || !regions.has(parsed.value)) return null;
  const successor = regions.successorOf(parsed.value);
  const region = successor ?? parsed.value;
  return { region, words: region === COUNTRY ? '' : regions.fullName(region), choices: [], former: successor === null ? null : parsed.value, unknown: false };
}
