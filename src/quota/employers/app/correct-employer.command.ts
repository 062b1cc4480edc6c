import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.js';
import type { LocalDate } from '../../../kernel/local-date.js';
import { regionCode } from '../../../kernel/region-code.js';
import type { Caller } from '../../../platform/access/index.js';
import { PolicyBook } from '../../../policy/index.js';
import { changesBetween, type EmployerFacts } from '../domain/employer-facts.js';
import { EmployerFileRepository } from '../infra/employer-file.repository.js';
import { EmployerFileParts } from './employer-file-parts.js';

export type Correction = {
  readonly version: number;
  /** The file as it is to be, whole. */
  readonly facts: EmployerFacts;
  /** From this day on it is so. */
  readonly effectiveOn: LocalDate;
};

/** An officer corrects what the file says; the history keeps what stood there. */
@Injectable()
export class CorrectEmployer {
  constructor(
    private readonly parts: EmployerFileParts,
    private readonly files: EmployerFileRepository,
    @Inject(PolicyBook) private readonly policy: Pick<PolicyBook, 'regions'>,
  ) {}

  /** @throws DomainError employers.employer.*, employers.change.*, input.invalid with employers.row.* at the field */
  run(caller: Caller, id: string, { version, facts, effectiveOn }: Correction): Promise<void> {
    return this.parts.change(caller, id, async (tx, scope, employer) => {
      if (employer.version !== version) throw new DomainError('employers.employer.stale');
      const today = this.parts.clock.today();
      const at = (pointer: string, code: string, params = {}): DomainError => new DomainError('input.invalid', {}, [{ pointer, code, params }]);
      if (effectiveOn > today) throw at('/effectiveOn', 'employers.change.effective_in_future');
      if (facts.registeredOn !== null && facts.registeredOn > today) throw at('/registeredOn', 'employers.row.registered_in_future');
      const region = facts.taxRegionCode;
      if (region !== null && region !== employer.taxRegionCode) {
        if (!this.policy.regions.has(regionCode(region.slice(0, 6)))) throw at('/taxRegionCode', 'employers.row.region_unknown', { region });
        // A move out of one's own area is for the federation above both places.
        if (scope.kind !== 'region' || !region.startsWith(scope.prefix)) throw at('/taxRegionCode', 'employers.change.region_outside');
      }
      const entries = changesBetween(employer, facts);
      if (entries.length === 0) throw new DomainError('employers.change.nothing_changed');
      await this.files.setFacts(tx, scope, id, facts);
      return { act: 'employers.employer.correct', entries, effectiveOn, detail: { fields: entries.map(({ field }) => field).join(' ') } };
    });
  }
}
