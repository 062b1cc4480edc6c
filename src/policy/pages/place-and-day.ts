import { parseLocalDate, type LocalDate } from '../../kernel/local-date.js';
import { normaliseText, toHalfWidth } from '../../kernel/normalise.js';
import { COUNTRY, parseRegionCode, type RegionCode } from '../../kernel/region-code.js';
import type { Region, RegionRegister } from '../regions.js';

/** What a reader typed, as it is shown again. */
export type TypedPlaceAndDay = { readonly query: string; readonly year: string; readonly month: string; readonly day: string };

export type PlaceFault =
  | { readonly field: 'query'; readonly code: 'error_region' }
  | { readonly field: 'day'; readonly code: 'error_day_missing' | 'error_day' | 'error_day_range' };

export type PlaceAndDay = {
  readonly region: RegionCode;
  readonly date: LocalDate;
  readonly typed: TypedPlaceAndDay;
  /** More than one place fits the words: the reader chooses. */
  readonly choices: readonly Region[];
  /** A withdrawn code was asked for; `region` is its successor. */
  readonly former: RegionCode | null;
  readonly faults: readonly PlaceFault[];
};

export const FIRST_YEAR = 2000;
export const LAST_YEAR = 2099;
export const MOST_CHOICES = 30;

/**
 * Reads the form of place and day from an address: `region` (a code) wins over `q` (words), `date` (ISO) over the three
 * boxes. Nothing typed is the whole country today. What cannot be read is a fault, never another place.
 */
export function readPlaceAndDay(query: Readonly<Record<string, unknown>>, regions: RegionRegister, today: LocalDate): PlaceAndDay {
  const day = readDay(query, today);
  const place = readPlace(text(query['region']), text(query['q']), regions);
  return {
    region: place.region,
    date: day.date,
    typed: { query: place.query, ...day.typed },
    choices: place.choices,
    former: place.former,
    faults: [...place.faults, ...day.faults],
  };
}

const text = (value: unknown): string => (typeof value === 'string' ? normaliseText(toHalfWidth(value)).slice(0, 100) : '');

type Place = { readonly region: RegionCode; readonly query: string; readonly choices: readonly Region[]; readonly former: RegionCode | null; readonly faults: readonly PlaceFault[] };

const COUNTRY_WORDS = new Set(['全国', '中国', 'china', 'whole country']);

function readPlace(code: string, query: string, regions: RegionRegister): Place {
  const nothing = { choices: [], former: null, faults: [] } as const;
  if (code !== '') return ofCode(code, regions) ?? { ...nothing, region: COUNTRY, query: code, faults: [{ field: 'query', code: 'error_region' }] };
  if (query === '' || COUNTRY_WORDS.has(query.toLowerCase())) return { ...nothing, region: COUNTRY, query: '' };
  const exact = ofCode(query, regions);
  if (exact) return exact;
  const found = regions.search(query, MOST_CHOICES + 1);
  // 山东省 淄博市 张店区, as this page itself writes it, is one place even where a longer name holds the same words.
  const named = found.filter((region) => regions.fullName(region.code).replaceAll(' ', '') === query.replaceAll(' ', ''));
  const [only] = named.length === 1 ? named : found.length === 1 ? found : [];
  if (only) return { ...nothing, region: only.code, query: regions.fullName(only.code) };
  if (found.length === 0) return { ...nothing, region: COUNTRY, query, faults: [{ field: 'query', code: 'error_region' }] };
  return { ...nothing, region: COUNTRY, query, choices: found };
}

function ofCode(code: string, regions: RegionRegister): Place | null {
  const parsed = parseRegionCode(code);
  if (!parsed.ok || !regions.has(parsed.value)) return null;
  const successor = regions.successorOf(parsed.value);
  const region = successor ?? parsed.value;
  return { region, query: regions.fullName(region), choices: [], former: successor === null ? null : parsed.value, faults: [] };
}

type Day = { readonly date: LocalDate; readonly typed: Omit<TypedPlaceAndDay, 'query'>; readonly faults: readonly PlaceFault[] };

function readDay(query: Readonly<Record<string, unknown>>, today: LocalDate): Day {
  const iso = text(query['date']);
  const parts = iso === '' ? [text(query['year']), text(query['month']), text(query['day'])] : iso.split('-');
  const [year = '', month = '', day = ''] = parts;
  if (parts.every((part) => part === '')) {
    const [thisYear = '', thisMonth = '', thisDay = ''] = today.split('-');
    return { date: today, typed: { year: thisYear, month: String(Number(thisMonth)), day: String(Number(thisDay)) }, faults: [] };
  }
  const typed = { year, month, day };
  const fault = (code: 'error_day_missing' | 'error_day' | 'error_day_range'): Day => ({ date: today, typed, faults: [{ field: 'day', code }] });
  if (year === '' || month === '' || day === '') return fault('error_day_missing');
  const parsed = /^\d{1,2}$/.test(month) && /^\d{1,2}$/.test(day) ? parseLocalDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`) : null;
  if (!parsed?.ok) return fault('error_day');
  if (Number(year) < FIRST_YEAR || Number(year) > LAST_YEAR) return fault('error_day_range');
  return { date: parsed.value, typed: { year, month: String(Number(month)), day: String(Number(day)) }, faults: [] };
}

/** `?region=370303&date=2025-09-01`; empty for the whole country today, so that the plain address stays plain. */
export function addressOfPlace(region: RegionCode, date: LocalDate, today: LocalDate): string {
  const parts = [region === COUNTRY ? '' : `region=${region}`, date === today ? '' : `date=${date}`].filter((part) => part !== '');
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}
