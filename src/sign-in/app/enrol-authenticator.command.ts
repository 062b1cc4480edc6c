import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Audit, STRANGER } from '../../platform/audit/index.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import type { Tx } from '../../platform/database/index.js';
import { readTotpCode } from '../domain/typed-codes.js';
import { newTotpSecret, totpAddress, totpStep } from '../infra/authenticator.js';
import { People } from '../infra/people.js';
import { SecondFactorStore } from '../infra/second-factor-store.js';

/** What the person puts into their app: the picture of `address`, or `secret` by hand. */
export type Enrolment = { readonly secret: string; readonly address: string };

/** Sets up an authenticator: shown until its first code was right. */
@Injectable()
export class EnrolAuthenticator {
  constructor(
    private readonly factors: SecondFactorStore,
    private readonly people: People,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The same secret until it is confirmed, so that reloading the page does not spoil what was already typed into the app. */
  async begin(tx: Tx, accountId: string): Promise<Enrolment> {
    const known = await this.factors.device(tx, accountId);
    if (known?.confirmed) throw new DomainError('sign_in.already_enrolled');
    const secret = known?.secret ?? newTotpSecret();
    if (!known) await this.factors.put(tx, accountId, secret, this.clock.now());
    const person = await this.people.byId(tx, accountId);
    return { secret, address: totpAddress(secret, person?.displayName ?? '') };
  }

  /** @returns the recovery codes, shown this once @throws DomainError sign_in.code_wrong, sign_in.already_enrolled */
  async confirm(tx: Tx, accountId: string, typed: string): Promise<readonly string[]> {
    const device = await this.factors.device(tx, accountId);
    if (device?.confirmed) throw new DomainError('sign_in.already_enrolled');
    const code = readTotpCode(typed);
    const step = device && code !== null ? totpStep(device.secret, code, this.clock.now()) : null;
    if (step === null || !(await this.factors.takeStep(tx, accountId, step))) throw new DomainError('sign_in.code_wrong');
    await this.factors.confirm(tx, accountId, this.clock.now());
    await this.tell(tx, 'sign-in.authenticator.enrol', accountId);
    return this.factors.renewRecoveryCodes(tx, accountId);
  }

  /** @returns other recovery codes in place of the old ones */
  async renewCodes(tx: Tx, accountId: string): Promise<readonly string[]> {
    await this.tell(tx, 'sign-in.recovery-codes.renew', accountId);
    return this.factors.renewRecoveryCodes(tx, accountId);
  }

  async remove(tx: Tx, accountId: string): Promise<void> {
    await this.tell(tx, 'sign-in.authenticator.remove', accountId);
    await this.factors.remove(tx, accountId);
  }

  private tell(tx: Tx, act: string, accountId: string): Promise<void> {
    return this.audit.act(tx, { ...STRANGER, accountId }, { act, object: { kind: 'account', id: accountId } });
  }
}
