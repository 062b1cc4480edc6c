import { Inject, Injectable } from '@nestjs/common';
import { makeLocalDate, type LocalDate } from '../../../kernel/local-date.js';
import type { RegionCode } from '../../../kernel/region-code.js';
import { PolicyBook, type DatedValue } from '../../../policy/index.js';
import type { LeadingLaw } from '../domain/lead.js';

/** The rules of a region and base year, with where they stand. */
export type ShownLaw = LeadingLaw & {
  /** Last day by which a body above the line has placed somebody; null where it is not known. */
  readonly deadline: LocalDate | null;
  /** Least share of disabled people among the officials of federations. */
  readonly officials: string | null;
  /** Each rule that is known, with its source. */
  readonly rules: readonly DatedValue<unknown>[];
};

/** What the law asks of public bodies (残联发〔2021〕51号; 国办发〔2025〕23号). */
@Injectable()
export class LeadingLaws {
  constructor(@Inject(PolicyBook) private readonly policy: PolicyBook) {}

  /** As it stood at the end of the base year; how the deadline stands is a matter of today. */
  of(region: RegionCode, baseYear: number, today: LocalDate): ShownLaw {
    const end = makeLocalDate(baseYear, 12, 31);
    const ratio = this.policy.find('quota.ratio', region, end);
    const organLine = this.policy.find('public_bodies.organ_establishment', region, end);
    const institutionLine = this.policy.find('public_bodies.institution_establishment', region, end);
    const minimum = this.policy.find('public_bodies.minimum_persons', region, end);
    const deadline = this.policy.find('public_bodies.deadline_year', region, today);
    const officials = this.policy.find('public_bodies.federation_officials', region, end);
    const deadlineYear = deadline?.value ?? null;
    return {
      ratio: ratio?.value ?? null, organLine: organLine?.value ?? null, institutionLine: institutionLine?.value ?? null, minimum: minimum?.value ?? null, officials: officials?.value ?? null,
      deadline: deadlineYear === null ? null : makeLocalDate(deadlineYear, 12, 31),
      rules: [ratio, organLine, institutionLine, minimum, deadline, officials].filter((rule): rule is NonNullable<typeof rule> => rule !== null),
    };
  }

  /** Whether the time to file for a base year is over, so that who did not file has placed nobody in the eyes of the law; null where the window is not known. */
  isPast(region: RegionCode, baseYear: number, today: LocalDate): boolean | null {
    const closes = this.policy.find('calendar.certification', region, makeLocalDate(baseYear + 1, 7, 1))?.value?.closes ?? null;
    return closes === null ? null : today > `${baseYear + 1}-${closes}`;
  }
}
