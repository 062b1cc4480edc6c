import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { regionChain, regionPrefix, type RegionCode } from '../../kernel/region-code.js';
import type { Language } from '../../kernel/texts.js';
import { PermissionBook, type RoleName, type Scope } from '../../platform/access/index.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import type { Tx } from '../../platform/database/index.js';
import { accountDirectory, type Account, type Membership } from '../infra/account-directory.js';
import { contactKind, Contacts, type Contact } from '../infra/contacts.js';

/** A role of today, with the data that it opens. */
export type LiveMembership = Membership & { readonly scope: Scope };

/** The room's face to sign-in and to the rooms that make accounts. Reads take the manager of the data source as well. */
@Injectable()
export class Accounts {
  constructor(
    private readonly book: PermissionBook,
    private readonly contacts: Contacts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  accountById(tx: Tx, id: string): Promise<Account | null> {
    return accountDirectory.find(tx, id);
  }

  /** The account that has confirmed the contact. @param text a phone or an e-mail as somebody typed it */
  async accountByContact(tx: Tx, text: string): Promise<Account | null> {
    const id = await this.contacts.ownerOf(tx, text);
    return id === null ? null : accountDirectory.find(tx, id);
  }

  /** That account alone, or else the few that say the contact is theirs and have not shown it. */
  claimantsOf(tx: Tx, text: string): Promise<readonly string[]> {
    return this.contacts.claimantsOf(tx, text);
  }

  /** The roles of today, the oldest first; none of an account that is not active. */
  async membershipsOf(tx: Tx, accountId: string): Promise<readonly LiveMembership[]> {
    return (await this.standingOf(tx, accountId))?.memberships ?? [];
  }

  /** The account with those roles; null where there is no such account. Every call of a signed-in person asks for it. */
  async standingOf(tx: Tx, accountId: string): Promise<{ readonly account: Account; readonly memberships: readonly LiveMembership[] } | null> {
    const account = await accountDirectory.find(tx, accountId);
    if (account?.status !== 'active') return account && { account, memberships: [] };
    const live = await accountDirectory.memberships(tx, accountId, this.clock.today());
    return { account, memberships: live.map((membership) => ({ ...membership, scope: this.scopeOf(membership) })) };
  }

  /**
   * Accounts that look after a region in one of these roles: those of the region itself, where there are none those of the
   * nearest region above. Each once.
   */
  async inChargeOf(tx: Tx, roles: readonly RoleName[], region: RegionCode): Promise<readonly string[]> {
    const chain = regionChain(region);
    const found = await accountDirectory.inChargeOf(tx, roles, chain, this.clock.today());
    const nearest = chain.find((code) => found.some(({ regionCode }) => regionCode === code));
    return [...new Set(found.filter(({ regionCode }) => regionCode === nearest).map(({ accountId }) => accountId))];
  }

  /** Accounts that are clerks of an employer today, or of one that stands as one with it after a merging. Each once. */
  async clerksOf(tx: Tx, employerId: string): Promise<readonly { readonly accountId: string; readonly membershipIds: readonly string[] }[]> {
    const found = await accountDirectory.clerksOf(tx, employerId, this.clock.today());
    return [...new Set(found.map(({ accountId }) => accountId))].map((accountId) => ({ accountId, membershipIds: found.filter((one) => one.accountId === accountId).map(({ id }) => id) }));
  }

  scopeOf({ role, regionCode: region, employerId, merged, accountId, wardAccountId }: Membership): Scope {
    switch (this.book.rulesOf(role).actsFor) {
      case 'region': return { kind: 'region', prefix: regionPrefix(region) };
      case 'employer': return employerId === null ? { kind: 'none' } : { kind: 'employer', employerId, merged };
      case 'caseload': return { kind: 'caseload', accountId };
      case 'self': return { kind: 'self', accountId };
      case 'ward': return wardAccountId === null ? { kind: 'none' } : { kind: 'ward', accountId: wardAccountId };
    }
  }

  /** @returns its id */
  async createAccount(tx: Tx, { displayName, language }: { readonly displayName: string; readonly language: Language }): Promise<string> {
    const id = randomUUID();
    await accountDirectory.add(tx, { id, displayName, language }, this.clock.now());
    return id;
  }

  contactsOf(tx: Tx, accountId: string): Promise<readonly Contact[]> {
    return this.contacts.of(tx, accountId);
  }

  /**
   * @param verifiedAt when the person has shown that it is theirs; null for a claim, which keeps nobody out
   * @returns how many claims of others lapsed with it
   * @throws DomainError members.contact.malformed; members.contact.already_used where another account has confirmed it
   */
  async changeContact(tx: Tx, accountId: string, text: string, verifiedAt: Date | null): Promise<number> {
    const kind = contactKind(text);
    if (kind === null) throw new DomainError('members.contact.malformed');
    return this.contacts.put(tx, accountId, kind, text, verifiedAt);
  }
}

