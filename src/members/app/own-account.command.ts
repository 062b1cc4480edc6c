import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import type { Language } from '../../kernel/texts.js';
import type { Caller } from '../../platform/access/index.js';
import { Audit } from '../../platform/audit/index.js';
import { UnitOfWork, type Tx } from '../../platform/database/index.js';
import { accountDirectory, type Account } from '../infra/account-directory.js';
import { AcceptInvitation, type Accepted } from './accept-invitation.command.js';
import { Accounts, type LiveMembership } from './accounts.js';
import { LastClerk } from './last-clerk.js';
import type { Contact } from '../infra/contacts.js';

export type OwnAccount = { readonly account: Account; readonly contacts: readonly Omit<Contact, 'value'>[]; readonly memberships: readonly LiveMembership[] };

export type AccountChange = { readonly displayName?: string | undefined; readonly language?: Language | undefined; readonly display?: string | undefined };

/** What a person sees and changes of itself. */
@Injectable()
export class OwnAccounts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: Accounts,
    private readonly invitations: AcceptInvitation,
    private readonly lastClerk: LastClerk,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError members.account.not_found for a machine */
  read(caller: Caller): Promise<OwnAccount> {
    return this.unitOfWork.run(async (tx) => {
      const account = await this.own(tx, caller);
      const contacts = await this.accounts.contactsOf(tx, account.id);
      return { account, contacts: contacts.map(({ value: _, ...shown }) => shown), memberships: await this.accounts.membershipsOf(tx, account.id) };
    });
  }

  /** Whether an employer would be without a clerk if this role ended. */
  isLastClerk(held: LiveMembership): Promise<boolean> {
    return this.unitOfWork.run((tx) => this.lastClerk.holds(tx, held));
  }

  /** @throws DomainError members.account.not_found, members.account.stale */
  change(caller: Caller, change: AccountChange, version: number | null): Promise<Account> {
    return this.unitOfWork.run(async (tx) => {
      const { id } = await this.own(tx, caller);
      const account = await accountDirectory.lock(tx, id);
      if (account === null) throw new DomainError('members.account.not_found');
      if (version !== null && account.version !== version) throw new DomainError('members.account.stale');
      const displayName = change.displayName ?? account.displayName;
      const language = change.language ?? account.language;
      const display = change.display ?? account.display;
      const changed = { ...account, displayName, language, display, version: account.version + 1 };
      await accountDirectory.change(tx, changed);
      await this.audit.act(tx, caller, { act: 'members.account.change', object: { kind: 'account', id }, detail: { name: displayName !== account.displayName, language: language !== account.language, display: display !== account.display } });
      return changed;
    });
  }

  /** Takes up an invitation with the account that is signed in. @throws DomainError of `AcceptInvitation` */
  accept(caller: Caller, code: string): Promise<Accepted> {
    return this.unitOfWork.run(async (tx) => {
      const { id, language } = await this.own(tx, caller);
      return this.invitations.accept(tx, code, { accountId: id, displayName: null, language });
    });
  }

  private async own(tx: Tx, { accountId }: Caller): Promise<Account> {
    const account = accountId === null ? null : await accountDirectory.find(tx, accountId);
    if (account === null) throw new DomainError('members.account.not_found');
    return account;
  }
}
