import { DomainError } from '../../kernel/domain-error.js';
import { normaliseCode, normaliseText } from '../../kernel/normalise.js';
import { COUNTRY } from '../../kernel/region-code.js';
import type { RegionRegister } from '../regions.js';
import { findPlace } from './find-place.query.js';

/** `code` is some code even beside a fault, so that the other boxes are judged in the same round. */
export type PlaceTyped = { readonly code: string; readonly fault: DomainError | null };

const NAMED_AT_MOST = 4;

/** The place that somebody wrote: by its name, which everybody knows, or by its code. */
export function placeTyped(typed: string, regions: RegionRegister): PlaceTyped {
  const words = normaliseText(typed);
  if (/^\d*$/.test(normaliseCode(typed))) return { code: normaliseCode(typed), fault: null };
  const parted = findPlace('', words, regions);
  const { region, choices } = parted.unknown ? findPlace('', words.replaceAll(' ', ''), regions) : parted;
  if (choices.length > 0) {
    const places = choices.slice(0, NAMED_AT_MOST).map(({ code }) => regions.fullName(code).replaceAll(' ', '')).join('、');
    return { code: COUNTRY, fault: new DomainError(choices.length > NAMED_AT_MOST ? 'policy.place.many' : 'policy.place.several', { place: words, places }) };
  }
  return region === COUNTRY ? { code: COUNTRY, fault: new DomainError('policy.place.unknown', { place: words }) } : { code: region, fault: null };
}

/**
 * The code of a place typed into a box; undefined where nothing was.
 * @throws DomainError policy.place.unknown, policy.place.several, policy.place.many
 */
export function placeCodeTyped(typed: string | undefined, regions: RegionRegister): string | undefined {
  const { code, fault } = placeTyped(typed ?? '', regions);
  if (fault !== null) throw fault;
  return code === '' ? undefined : code;
}
