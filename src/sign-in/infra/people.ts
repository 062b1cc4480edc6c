import { Injectable } from '@nestjs/common';
import type { Language } from '../../kernel/texts.js';
import { Accounts, Caseload, type Contact } from '../../members/index.js';
import { PermissionBook, type RoleName, type Scope } from '../../platform/access/index.js';
import type { Tx } from '../../platform/database/index.js';

/** `display`: words of the display settings of the profile. */
export type Person = { readonly id: string; readonly displayName: string; readonly display: string; readonly language: Language; readonly isActive: boolean };

export type Membership = {
  readonly id: string;
  readonly role: RoleName;
  readonly organisationId: string | null;
  readonly organisationName: string | null;
  readonly regionCode: string;
  readonly scope: Scope;
};

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What sign-in asks of the members room. */
@Injectable()
export class People {
  constructor(
    private readonly accounts: Accounts,
    private readonly book: PermissionBook,
    private readonly caseload: Caseload,
  ) {}

  async byId(tx: Tx, id: string): Promise<Person | null> {
    return person(await this.accounts.accountById(tx, id));
  }

  /** Who may be meant by a contact that is typed to sign in: the account that has confirmed it, or the few that claim it. */
  async claimantsOf(tx: Tx, typed: string): Promise<readonly string[]> {
    return this.accounts.claimantsOf(tx, typed);
  }

  /** Whose confirmed contact it is. @param typed a phone number or an e-mail address as somebody typed it */
  async byContact(tx: Tx, typed: string): Promise<Person | null> {
    return person(await this.accounts.accountByContact(tx, typed));
  }

  /** The person with today's memberships; null where there is none, or whose account is not active. */
  async standingOf(tx: Tx, id: string): Promise<{ readonly person: Person; readonly memberships: readonly Membership[] } | null> {
    const standing = await this.accounts.standingOf(tx, id);
    const found = person(standing?.account ?? null);
    return standing && found?.isActive ? { person: found, memberships: standing.memberships } : null;
  }

  /** Today's memberships. */
  membershipsOf(tx: Tx, accountId: string): Promise<readonly Membership[]> {
    return this.accounts.membershipsOf(tx, accountId);
  }

  async isStaff(tx: Tx, accountId: string): Promise<boolean> {
    const memberships = await this.membershipsOf(tx, accountId);
    return memberships.some(({ role }) => this.book.rulesOf(role).staff);
  }

  /** What others know of the person, and a password should not be: name and contacts. */
  async knownWordsOf(tx: Tx, accountId: string): Promise<readonly string[]> {
    const [account, contacts] = [await this.accounts.accountById(tx, accountId), await this.accounts.contactsOf(tx, accountId)];
    return [account?.displayName ?? '', ...contacts.flatMap(({ value }) => [value, value.split('@')[0] ?? ''])].filter((word) => word !== '');
  }

  /** A contact that nobody has confirmed yet: good for signing in, not for messages. */
  async giveContact(tx: Tx, accountId: string, typed: string): Promise<void> {
    await this.accounts.changeContact(tx, accountId, typed, null);
  }

  /** The contact that a link has shown to be the person's: messages go there from now on. @returns how many claims of others lapsed. @throws DomainError members.contact.already_used */
  confirmContact(tx: Tx, accountId: string, typed: string, at: Date): Promise<number> {
    return this.accounts.changeContact(tx, accountId, typed, at);
  }

  contactsOf(tx: Tx, accountId: string): Promise<readonly Contact[]> {
    return this.accounts.contactsOf(tx, accountId);
  }

  actsAsStaff(memberships: readonly Membership[], membershipId: string | null): boolean {
    const acting = memberships.find(({ id }) => id === membershipId);
    return acting !== undefined && this.book.rulesOf(acting.role).staff;
  }

  /** An account all of whose roles lie in the region of the scope: nobody opens or weakens a sign-in that reaches further than their own. */
  async whollyInScope(tx: Tx, scope: Scope, accountId: string): Promise<Person | null> {
    if (scope.kind !== 'region' || !UUID.test(accountId)) return null;
    const memberships = await this.membershipsOf(tx, accountId);
    return memberships.length > 0 && memberships.every(({ regionCode }) => regionCode.startsWith(scope.prefix)) ? this.byId(tx, accountId) : null;
  }

  /** Such an account that is a member of staff. */
  async staffInScope(tx: Tx, scope: Scope, accountId: string): Promise<Person | null> {
    const found = await this.whollyInScope(tx, scope, accountId);
    return found !== null && (await this.isStaff(tx, accountId)) ? found : null;
  }

  /** A person with a membership in the region of the scope, or whose case it is; null outside it as for nobody. */
  async inScope(tx: Tx, scope: Scope, accountId: string): Promise<Person | null> {
    if (!UUID.test(accountId)) return null;
    if (scope.kind === 'caseload') return this.inCaseload(tx, scope, accountId);
    if (scope.kind !== 'region') return null;
    const memberships = await this.membershipsOf(tx, accountId);
    return memberships.some(({ regionCode }) => regionCode.startsWith(scope.prefix)) ? this.byId(tx, accountId) : null;
  }

  /** Every role of the account is that of the person whose case it is, or of a guardian of such a person. */
  private async inCaseload(tx: Tx, scope: Scope, accountId: string): Promise<Person | null> {
    const memberships = await this.membershipsOf(tx, accountId);
    for (const { scope: own } of memberships) {
      const subject = own.kind === 'self' || own.kind === 'ward' ? own.accountId : null;
      if (subject === null || !(await this.caseload.holds(tx, scope, subject))) return null;
    }
    return memberships.length > 0 ? this.byId(tx, accountId) : null;
  }
}

const person = (account: { readonly id: string; readonly displayName: string; readonly display: string; readonly language: Language; readonly status: string } | null): Person | null =>
  account && { id: account.id, displayName: account.displayName, display: account.display, language: account.language, isActive: account.status === 'active' };
