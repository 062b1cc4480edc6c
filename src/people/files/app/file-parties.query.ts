import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { RegionCode } from '../../../kernel/region-code.js';
import { Accounts, Candidates, type Caseworker, type Namesake } from '../../../members/index.js';
import type { Caller } from '../../../platform/access/index.js';

/** The accounts around a file: who can take it over, which may be the person's. */
@Injectable()
export class FileParties {
  constructor(
    private readonly dataSource: DataSource,
    private readonly accounts: Accounts,
    private readonly candidates: Candidates,
  ) {}

  caseworkers(region: RegionCode): Promise<readonly Caseworker[]> {
    return this.candidates.caseworkersOf(this.dataSource.manager, region);
  }

  /** Accounts of jobseekers of the caller's scope that bear the person's name. */
  namesakes({ scope }: Caller, name: string): Promise<readonly Namesake[]> {
    return this.candidates.jobseekersNamed(this.dataSource.manager, scope, name);
  }

  /** What the counselor of a file is called; null without one. */
  async counselorName(counselorId: string | null): Promise<string | null> {
    return counselorId === null ? null : ((await this.accounts.accountById(this.dataSource.manager, counselorId))?.displayName ?? null);
  }
}
