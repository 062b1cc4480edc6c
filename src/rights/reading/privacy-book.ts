import { readFileSync } from 'node:fs';
import path from 'node:path';
import { addDays, type LocalDate } from '../../kernel/local-date.js';
import { purposes, type LegalBasis, type Purpose } from '../domain/consent.js';
import { requestKinds, type RequestKind } from '../domain/request.js';
import { readDated, valueOn, type Dated } from './read-dated.js';

export const retained = ['closed_file', 'answered_request', 'ended_consent'] as const;
export type Retained = (typeof retained)[number];

export const shippedPrivacyFolder = (): string => path.resolve(import.meta.dirname, '../../../config/privacy');

const basis = (value: unknown): LegalBasis | null => (value === 'consent' || value === 'legal_duty' ? value : null);
const days = (value: unknown): number | null => (Number.isInteger(value) && (value as number) > 0 ? (value as number) : null);

/** How long a kind of data is kept today, why, and whether an authority has confirmed it. */
export type RetentionRule = { readonly rule: Retained; readonly days: number; readonly from: LocalDate; readonly reference: Dated<number>['reference']; readonly confirmed: boolean };

/** Legal bases, due dates and times of keeping, as config/privacy dates them. Immutable; read once at boot. */
export class PrivacyBook {
  private constructor(
    private readonly bases: Readonly<Record<Purpose, readonly Dated<LegalBasis>[]>>,
    private readonly deadlines: Readonly<Record<RequestKind, readonly Dated<number>[]>>,
    private readonly retention: Readonly<Record<Retained, readonly Dated<number>[]>>,
  ) {}

  /** @throws PrivacyDataError */
  static read(folder: string): PrivacyBook {
    const text = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
    return new PrivacyBook(
      readDated('purposes.yaml', text('purposes.yaml'), purposes, 'basis', basis),
      readDated('deadlines.yaml', text('deadlines.yaml'), requestKinds, 'days', days),
      readDated('retention.yaml', text('retention.yaml'), retained, 'days', days),
    );
  }

  basisOf(purpose: Purpose, day: LocalDate): Dated<LegalBasis> {
    return valueOn('purposes.yaml', this.bases[purpose], day);
  }

  /** Last day for the answer to a request that came on `day`. */
  dueOn(kind: RequestKind, day: LocalDate): LocalDate {
    return addDays(day, valueOn('deadlines.yaml', this.deadlines[kind], day).value);
  }

  /** What ended on this day or before is over its time of keeping. */
  keptUntil(what: Retained, today: LocalDate): LocalDate {
    return addDays(today, -valueOn('retention.yaml', this.retention[what], today).value);
  }

  retentionRules(today: LocalDate): readonly RetentionRule[] {
    return retained.map((rule) => {
      const { value: days, from, reference, confirmed } = valueOn('retention.yaml', this.retention[rule], today);
      return { rule, days, from, reference, confirmed };
    });
  }
}
