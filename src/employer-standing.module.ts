import { Global, Injectable, Module } from '@nestjs/common';
import { EmployerStanding } from './members/index.js';
import type { Scope } from './platform/access/index.js';
import type { Tx } from './platform/database/index.js';
import { EmployersModule, ReadEmployers } from './quota/employers/index.js';

/** Whether an employer may bring in its own members. It stands above both rooms, so that members does not know employers. */
@Injectable()
export class VerifiedEmployers extends EmployerStanding {
  constructor(private readonly employers: ReadEmployers) {
    super();
  }

  async isTrusted(tx: Tx, scope: Scope, employerId: string): Promise<boolean> {
    const status = await this.employers.statusOf(tx, scope, employerId);
    return status === null || status === 'verified';
  }
}

@Global()
@Module({ imports: [EmployersModule], providers: [{ provide: EmployerStanding, useClass: VerifiedEmployers }], exports: [EmployerStanding] })
export class EmployerStandingModule {}
