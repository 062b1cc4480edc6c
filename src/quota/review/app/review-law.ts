import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../../kernel/clock.js';
import type { LocalDate } from '../../../kernel/local-date.js';
import { parseYuan, type Fen } from '../../../kernel/money.js';
import type { RegionCode } from '../../../kernel/region-code.js';
import { CLOCK } from '../../../platform/clock/clock.module.js';
import { PolicyBook, type DatedValue, type ParameterKey, type ParameterValues } from '../../../policy/index.js';
import { placeOf } from '../../filing/index.js';

/** What the law of a place says to those who check; a value that is not known is null. */
@Injectable()
export class ReviewLaw {
  constructor(
    @Inject(PolicyBook) private readonly book: PolicyBook,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  get regions(): PolicyBook['regions'] {
    return this.book.regions;
  }

  steps(region: RegionCode): 1 | 2 | null {
    return this.value('review.steps', region);
  }

  twoStepsAbove(region: RegionCode): Fen | null {
    const yuan = this.value('review.refusal_two_steps_above', region);
    if (yuan === null) return null;
    const parsed = parseYuan(yuan);
    if (!parsed.ok) throw new Error('the policy book holds a sum that is none');
    return parsed.value;
  }

  correctionDays(region: RegionCode): number | null {
    return this.value('review.correction_days', region);
  }

  /** By the law of the day of the decision. */
  objectionDays(region: RegionCode, decidedOn: LocalDate): number | null {
    return this.book.find('review.objection_days', placeOf(region), decidedOn)?.value ?? null;
  }

  answerDays(region: RegionCode): number | null {
    return this.value('review.objection_answer_days', region);
  }

  /** By the law of the day of the decision, with its source. */
  remedies(region: RegionCode, decidedOn: LocalDate): DatedValue<ParameterValues['review.remedies']> | null {
    return this.book.find('review.remedies', placeOf(region), decidedOn);
  }

  today(): LocalDate {
    return this.clock.today();
  }

  now(): Date {
    return this.clock.now();
  }

  private value<K extends ParameterKey>(key: K, region: RegionCode): ParameterValues[K] | null {
    return this.book.find(key, placeOf(region), this.clock.today())?.value ?? null;
  }
}
