import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/index.js';
import { PolicyBook } from '../../../policy/index.js';
import { ReliefRepository } from '../infra/relief.repository.js';
import { SideRepository } from '../infra/side.repository.js';
import { Advance } from './advance.js';
import { ReliefDecisions } from './relief-decisions.js';

/** What requests for relief rest on. */
@Injectable()
export class ReliefParts {
  constructor(
    readonly requests: ReliefRepository,
    readonly sides: SideRepository,
    readonly decisions: ReliefDecisions,
    readonly advance: Advance,
    readonly audit: Audit,
    @Inject(PolicyBook) readonly policy: PolicyBook,
  ) {}
}
