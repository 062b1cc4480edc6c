import { parseLocalDate, type LocalDate } from '../../kernel/local-date.js';
import { normaliseText, toHalfWidth } from '../../kernel/normalise.js';
import { COUNTRY, type RegionCode } from '../../kernel/region-code.js';
import { findPlace } from '../app/find-place.query.js';
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

/**
 * Reads the form of place and day from an address: `region` (a code) wins over `q` (words), `date` (ISO) over the three
 * boxes. Nothing typed is the whole country today. What cannot be read is a fault, never another place.
 */
export function readPlaceAndDay(query: Readonly<Record<string, unknown>>, regions: RegionRegister, today: LocalDate): PlaceAndDay {
  const day = readDay(query, today);
  const place = findPlace(text(query['region']), text(query['q']), regions);
  return {
    region: place.region,
    date: day.date,
    typed: { query: place.words, ...day.typed },
    choices: place.choices,
    former: place.former,
    faults: [...(place.unknown ? [{ field: 'query', code: 'error_region' } as const] : []), ...day.faults],
  };
}

const text = (value: unknown): string => (typeof value === 'string' ? normaliseText(toHalfWidth(value)).slice(0, 100) : '');

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
