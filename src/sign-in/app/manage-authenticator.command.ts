import { Injectable } from '@nestjs/common';
import type { Caller } from '../../platform/access/index.js';
import { UnitOfWork, type Tx } from '../../platform/database/index.js';
import { SecondFactorStore } from '../infra/second-factor-store.js';
import { BackOff } from './back-off.js';
import { CheckSecondFactor } from './check-second-factor.js';
import { EnrolAuthenticator, type Enrolment } from './enrol-authenticator.command.js';
import type { Origin } from './origin.js';
import { accountOf } from './own-sessions.js';

/** A signed-in person's authenticator: its first set-up, new recovery codes, another telephone. */
@Injectable()
export class ManageAuthenticator {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly factors: SecondFactorStore,
    private readonly enrolment: EnrolAuthenticator,
    private readonly check: CheckSecondFactor,
    private readonly backOff: BackOff,
  ) {}

  /** Unused recovery codes; null where there is no authenticator. */
  recoveryCodesLeft(caller: Caller): Promise<number | null> {
    const accountId = accountOf(caller);
    return this.unitOfWork.run(async (tx) => ((await this.factors.hasConfirmedDevice(tx, accountId)) ? this.factors.recoveryCodesLeft(tx, accountId) : null));
  }

  /** @throws DomainError sign_in.already_enrolled */
  begin(caller: Caller): Promise<Enrolment> {
    const accountId = accountOf(caller);
    return this.unitOfWork.run((tx) => this.enrolment.begin(tx, accountId));
  }

  /** @returns the recovery codes @throws DomainError sign_in.code_wrong, sign_in.already_enrolled, sign_in.wait */
  async confirm(caller: Caller, typed: string, origin: Origin): Promise<readonly string[]> {
    const accountId = accountOf(caller);
    const attempt = await this.unitOfWork.run((tx) => this.backOff.admit(tx, { kind: 'second_factor', accountId }, origin));
    return this.backOff.judge(attempt, () => this.unitOfWork.run(async (tx) => {
      const codes = await this.enrolment.confirm(tx, accountId, typed);
      await this.backOff.succeeded(tx, attempt);
      return codes;
    }));
  }

  /** @returns other recovery codes @throws DomainError sign_in.code_wrong, sign_in.code_replayed, sign_in.recovery_code_used, sign_in.wait */
  renewCodes(caller: Caller, typed: string, origin: Origin): Promise<readonly string[]> {
    return this.afterCode(caller, typed, origin, (tx, accountId) => this.enrolment.renewCodes(tx, accountId));
  }

  /** Takes the present authenticator away; the next step is to set up another. @throws as `renewCodes` */
  replace(caller: Caller, typed: string, origin: Origin): Promise<void> {
    return this.afterCode(caller, typed, origin, (tx, accountId) => this.enrolment.remove(tx, accountId));
  }

  private async afterCode<T>(caller: Caller, typed: string, origin: Origin, work: (tx: Tx, accountId: string) => Promise<T>): Promise<T> {
    const accountId = accountOf(caller);
    const attempt = await this.unitOfWork.run((tx) => this.backOff.admit(tx, { kind: 'second_factor', accountId }, origin));
    return this.backOff.judge(attempt, () => this.unitOfWork.run(async (tx) => {
      await this.check.demand(tx, accountId, typed);
      await this.backOff.succeeded(tx, attempt);
      return work(tx, accountId);
    }));
  }
}
