import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { readOfficeCode } from '../domain/typed-codes.js';
import { KeyedDigest } from '../infra/keyed-digest.js';
import { SecretStore } from '../infra/secret-store.js';
import { BackOff } from './back-off.js';
import { FirstProof } from './first-proof.js';
import type { Entered, Origin } from './origin.js';
import { Times } from './times.js';

/** The code names the account by itself: nothing else has to be remembered or typed. */
@Injectable()
export class SignInWithOfficeCode {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly secrets: SecretStore,
    private readonly digest: KeyedDigest,
    private readonly backOff: BackOff,
    private readonly firstProof: FirstProof,
    private readonly times: Times,
  ) {}

  /** @throws DomainError sign_in.office_code_wrong, sign_in.office_code_used, sign_in.wait */
  async run(typed: string, origin: Origin): Promise<Entered> {
    const attempt = await this.unitOfWork.run((tx) => this.backOff.admit(tx, { kind: 'office_code' }, origin));
    return this.backOff.judge(attempt, () => this.unitOfWork.run(async (tx) => {
      const code = readOfficeCode(typed);
      if (code === null) throw new DomainError('sign_in.office_code_wrong');
      const taken = await this.secrets.take(tx, 'office_code', this.digest.candidates('officeCode', code), this.times.now());
      if (taken === 'used') throw new DomainError('sign_in.office_code_used');
      if (taken === 'unknown') throw new DomainError('sign_in.office_code_wrong');
      await this.backOff.succeeded(tx, attempt);
      return this.firstProof.passed(tx, taken.accountId, 'office_code', origin);
    }));
  }
}
