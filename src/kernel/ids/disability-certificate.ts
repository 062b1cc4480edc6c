import { normaliseCode } from '../normalise.js';
import { err, ok, type Result } from '../result.js';
import { parseCitizenId, type CitizenId, type CitizenIdFault } from './citizen-id.js';

/** 1 vision 2 hearing 3 speech 4 physical 5 intellectual 6 mental 7 multiple */
export type DisabilityCategory = 1 | 2 | 3 | 4 | 5 | 6 | 7;
/** 1 is the most severe. */
export type DisabilityGrade = 1 | 2 | 3 | 4;

/** 残疾人证: citizen id + category + grade, then an optional re-issue mark B1, B2 … */
export type DisabilityCertificate = {
  readonly text: string;
  readonly holder: CitizenId;
  readonly category: DisabilityCategory;
  readonly grade: DisabilityGrade;
  /** 0 for the first issue, n for mark Bn. */
  readonly reissue: number;
};

export type DisabilityCertificateFault =
  | 'disability_certificate.length'
  | 'disability_certificate.malformed'
  | 'disability_certificate.category'
  | 'disability_certificate.grade'
  | 'disability_certificate.reissue'
  | `disability_certificate.${CitizenIdFault}`;

/** Reads a certificate number; full-width signs, spaces and lower case are normalised first. */
export function parseDisabilityCertificate(input: string): Result<DisabilityCertificate, DisabilityCertificateFault> {
  const text = normaliseCode(input);
  if (text.length < 20 || text.length > 23 || text.length === 21) return err('disability_certificate.length');
  if (!/^\d{17}[\dX]\d\d/.test(text)) return err('disability_certificate.malformed');
  const holder = parseCitizenId(text.slice(0, 18));
  if (!holder.ok) return err(`disability_certificate.${holder.error}` as const);
  const category = Number(text.charAt(18));
  if (category < 1 || category > 7) return err('disability_certificate.category');
  const grade = Number(text.charAt(19));
  if (grade < 1 || grade > 4) return err('disability_certificate.grade');
  const mark = text.slice(20);
  if (mark !== '' && !/^B[1-9]\d?$/.test(mark)) return err('disability_certificate.reissue');
  return ok({
    text,
    holder: holder.value,
    category: category as DisabilityCategory,
    grade: grade as DisabilityGrade,
    reissue: mark === '' ? 0 : Number(mark.slice(1)),
  });
}

/** Masks like the citizen id and hides category and grade: the last two signs are the diagnosis. */
export const maskDisabilityCertificate = (text: string): string => `${text.slice(0, 3)}${'*'.repeat(Math.max(0, text.length - 3))}`;
