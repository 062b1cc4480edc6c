import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../kernel/clock.js';
import { regionChain, type RegionCode } from '../../kernel/region-code.js';
import type { RoleName, Scope } from '../../platform/access/index.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import type { Tx } from '../../platform/database/index.js';
import { accountDirectory } from '../infra/account-directory.js';
import { Contacts } from '../infra/contacts.js';
import { MemberRepository } from '../infra/member.repository.js';

/** Somebody who can be handed a case. */
export type Caseworker = { readonly accountId: string; readonly displayName: string; readonly role: RoleName; readonly regionCode: RegionCode; readonly organisationName: string | null };

/** One of those who are called the same. */
export type Namesake = { readonly accountId: string; readonly displayName: string; readonly createdAt: Date; /** Masked. */ readonly contacts: readonly string[] };

/** More of one name in one scope are told apart at the counter. */
const MOST_NAMESAKES = 20;

/** People from whom another room lets somebody choose. */
@Injectable()
export class Candidates {
  constructor(
    private readonly members: MemberRepository,
    private readonly contacts: Contacts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Who may be handed a case of a region: counselors and job coaches of the region itself and of those above it, the nearest first; each account once. */
  async caseworkersOf(tx: Tx, region: RegionCode): Promise<readonly Caseworker[]> {
    const chain = regionChain(region);
    const found = [...await accountDirectory.inChargeOf(tx, ['counselor', 'job_coach'], chain, this.clock.today())].sort((a, b) => chain.indexOf(a.regionCode) - chain.indexOf(b.regionCode));
    const each = found.filter(({ accountId }, index) => found.findIndex((other) => other.accountId === accountId) === index);
    const names = await accountDirectory.names(tx, each.map(({ accountId }) => accountId));
    return each.map(({ accountId, role, regionCode, organisationName }) => ({ accountId, role, regionCode, organisationName, displayName: names.get(accountId) ?? '' }));
  }

  /** Jobseekers of the scope who are called so, with their contacts, by which they are told apart. */
  async jobseekersNamed(tx: Tx, scope: Scope, displayName: string): Promise<readonly Namesake[]> {
    const found = await this.members.list(tx, scope, { roles: new Set(['jobseeker'] as const), today: this.clock.today() }, { displayName }, null, MOST_NAMESAKES);
    return Promise.all(found.map(async ({ accountId, createdAt }) => ({ accountId, displayName, createdAt, contacts: (await this.contacts.of(tx, accountId)).map(({ masked }) => masked) })));
  }
}
