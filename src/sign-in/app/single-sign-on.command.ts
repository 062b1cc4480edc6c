import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { OidcProvider } from '../infra/oidc-provider.js';
import { OidcStore } from '../infra/oidc-store.js';
import { newToken, readToken } from '../infra/token.js';
import { FirstProof } from './first-proof.js';
import type { Entered, Origin } from './origin.js';
import { Times } from './times.js';

const MINUTES = 15;
const MINUTE_MS = 60_000;

export type Departed = { readonly address: string; readonly cookie: string };
export type CameBack = { readonly entered: Entered; readonly next: string | null };

/**
 * Sign-in through the deploying body's identity provider. It opens accounts that were linked to the identity before, and
 * makes none: who is at the provider is not yet somebody here.
 */
@Injectable()
export class SingleSignOn {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly provider: OidcProvider,
    private readonly store: OidcStore,
    private readonly firstProof: FirstProof,
    private readonly times: Times,
  ) {}

  /** @throws DomainError sign_in.single_sign_on_off, sign_in.single_sign_on_unavailable */
  async start(redirectUri: string, next: string | null): Promise<Departed> {
    const now = this.times.now();
    const { address, ...attempt } = await this.provider.depart(redirectUri, now);
    const cookie = newToken('zjo');
    await this.unitOfWork.run((tx) => this.store.begin(tx, cookie.digest, { ...attempt, next }, new Date(now.getTime() + MINUTES * MINUTE_MS)));
    return { address, cookie: cookie.clear };
  }

  /** @throws DomainError sign_in.step_expired, sign_in.single_sign_on_failed, sign_in.single_sign_on_unknown, sign_in.account_closed */
  async finish(cookie: string | undefined, address: URL, origin: Origin): Promise<CameBack> {
    const token = readToken('zjo', cookie);
    const attempt = token && (await this.unitOfWork.run((tx) => this.store.take(tx, token.digest, this.times.now())));
    if (!attempt) throw new DomainError('sign_in.step_expired');
    const identity = await this.provider.identify({ address, ...attempt }, this.times.now());
    return this.unitOfWork.run(async (tx) => {
      const accountId = await this.store.accountOf(tx, identity);
      if (accountId === null) throw new DomainError('sign_in.single_sign_on_unknown');
      return { entered: await this.firstProof.passed(tx, accountId, 'single_sign_on', origin), next: attempt.next };
    });
  }
}
