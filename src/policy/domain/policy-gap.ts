import { DomainError } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { RegionCode } from '../../kernel/region-code.js';
import type { ParameterKey } from '../parameters.js';

/** Nobody wrote down what the law said for that region on that day: before the first or after the last known date. */
export class PolicyGap extends DomainError {
  constructor(readonly parameter: ParameterKey, readonly region: RegionCode, readonly date: LocalDate) {
    super('policy.gap', { parameter, region, date });
    this.name = 'PolicyGap';
  }
}
