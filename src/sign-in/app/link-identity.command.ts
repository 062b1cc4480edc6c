import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { Reach, type Caller } from '../../platform/access/index.js';
import { Audit } from '../../platform/audit/index.js';
import { SETTINGS, type Settings } from '../../platform/config/index.js';
import { UnitOfWork, type Tx } from '../../platform/database/index.js';
import { OidcStore } from '../infra/oidc-store.js';
import { People } from '../infra/people.js';
import { Times } from './times.js';

/** Says which person of the single sign-on an account belongs to. Never one's own: that would be a second way in that nobody else knows of. */
@Injectable()
export class LinkIdentity {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: People,
    private readonly store: OidcStore,
    private readonly audit: Audit,
    private readonly times: Times,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Whom it would be done to. @throws DomainError sign_in.account_not_found */
  async demand(caller: Caller, accountId: string): Promise<void> {
    await this.unitOfWork.run((tx) => this.account(tx, caller, accountId));
  }

  /** @throws DomainError sign_in.single_sign_on_off, sign_in.account_not_found, sign_in.identity_already_linked */
  async run(caller: Caller, accountId: string, subject: string): Promise<void> {
    const { issuer } = this.settings.oidc;
    if (issuer === null) throw new DomainError('sign_in.single_sign_on_off');
    await this.unitOfWork.run(async (tx) => {
      await this.account(tx, caller, accountId);
      if (!(await this.store.link(tx, { issuer, subject }, accountId, this.times.now()))) throw new DomainError('sign_in.identity_already_linked');
      await this.audit.act(tx, caller, { act: 'sign-in.identity.link', object: { kind: 'account', id: accountId } });
    });
  }

  private async account(tx: Tx, { accountId: own, scope }: Caller, accountId: string): Promise<void> {
    if (accountId === own || (await this.people.whollyInScope(tx, scope, accountId)) === null) throw new DomainError('sign_in.account_not_found');
  }
}

/** `:id` is an account that lies in the caller's scope as a whole, and not the caller's own. */
@Injectable()
export class IdentityReach extends Reach {
  constructor(private readonly linking: LinkIdentity) {
    super();
  }

  demand(caller: Caller, { id = '' }: Readonly<Record<string, string>>): Promise<void> {
    return this.linking.demand(caller, id);
  }
}
