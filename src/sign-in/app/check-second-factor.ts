import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Audit, STRANGER } from '../../platform/audit/index.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import type { Tx } from '../../platform/database/index.js';
import { readRecoveryCode, readTotpCode } from '../domain/typed-codes.js';
import { totpStep } from '../infra/authenticator.js';
import { SecondFactorStore } from '../infra/second-factor-store.js';

/** Takes a code once. Whoever calls has counted the attempt. */
@Injectable()
export class CheckSecondFactor {
  constructor(
    private readonly factors: SecondFactorStore,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError sign_in.code_wrong, sign_in.code_replayed, sign_in.recovery_code_used */
  async demand(tx: Tx, accountId: string, typed: string): Promise<void> {
    const code = readTotpCode(typed);
    if (code !== null) return this.demandStep(tx, accountId, code);
    const recovery = readRecoveryCode(typed);
    const outcome = recovery === null ? 'unknown' : await this.factors.takeRecoveryCode(tx, accountId, recovery, this.clock.now());
    if (outcome === 'used') throw new DomainError('sign_in.recovery_code_used');
    if (outcome === 'unknown') throw new DomainError('sign_in.code_wrong');
    await this.audit.act(tx, { ...STRANGER, accountId }, {
      act: 'sign-in.recovery-code.use', object: { kind: 'account', id: accountId }, detail: { left: await this.factors.recoveryCodesLeft(tx, accountId) },
    });
  }

  private async demandStep(tx: Tx, accountId: string, code: string): Promise<void> {
    const device = await this.factors.device(tx, accountId);
    const step = device?.confirmed ? totpStep(device.secret, code, this.clock.now()) : null;
    if (step === null) throw new DomainError('sign_in.code_wrong');
    if (!(await this.factors.takeStep(tx, accountId, step))) throw new DomainError('sign_in.code_replayed');
  }
}
