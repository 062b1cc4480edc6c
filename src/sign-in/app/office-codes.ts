import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { Reach, type Caller } from '../../platform/access/index.js';
import { Audit } from '../../platform/audit/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { OFFICE_CODE_DIGITS } from '../domain/typed-codes.js';
import { KeyedDigest } from '../infra/keyed-digest.js';
import { People, type Person } from '../infra/people.js';
import { SecretStore } from '../infra/secret-store.js';
import { Times } from './times.js';

export type IssuedCode = { readonly code: string; readonly expiresAt: Date };

/** An officer hands a code to a person who stands at the counter and has neither telephone nor e-mail. */
@Injectable()
export class OfficeCodes {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: People,
    private readonly secrets: SecretStore,
    private readonly digest: KeyedDigest,
    private readonly audit: Audit,
    private readonly times: Times,
  ) {}

  /** The person that a code would be for; null outside the officer's scope. */
  subject(caller: Caller, accountId: string): Promise<Person | null> {
    return this.unitOfWork.run((tx) => this.people.inScope(tx, caller.scope, accountId));
  }

  /**
   * A code for an account in the officer's scope; an earlier one ends. Never for oneself, and never for staff, whose files
   * are other people's.
   * @throws DomainError sign_in.account_not_found, sign_in.code_not_for_staff, sign_in.code_not_for_self
   */
  async issue(caller: Caller, accountId: string): Promise<IssuedCode> {
    const code = Array.from({ length: OFFICE_CODE_DIGITS }, () => randomInt(10)).join('');
    const expiresAt = this.times.officeCodeEnd();
    await this.unitOfWork.run(async (tx) => {
      const account = await this.people.inScope(tx, caller.scope, accountId);
      if (!account?.isActive) throw new DomainError('sign_in.account_not_found');
      if (accountId === caller.accountId) throw new DomainError('sign_in.code_not_for_self');
      if (await this.people.isStaff(tx, accountId)) throw new DomainError('sign_in.code_not_for_staff');
      const id = await this.secrets.put(tx, { purpose: 'office_code', accountId, digest: this.digest.of('officeCode', code), issuedBy: caller.accountId, expiresAt });
      await this.audit.act(tx, caller, { act: 'sign-in.office-code.issue', object: { kind: 'account', id: accountId }, detail: { code: id } });
    });
    return { code, expiresAt };
  }
}

/** `:id` is somebody whom the caller may hand a code to, as far as the scope says. */
@Injectable()
export class OfficeCodeReach extends Reach {
  constructor(private readonly codes: OfficeCodes) {
    super();
  }

  async demand(caller: Caller, { id = '' }: Readonly<Record<string, string>>): Promise<void> {
    if (!(await this.codes.subject(caller, id))?.isActive) throw new DomainError('sign_in.account_not_found');
  }
}
