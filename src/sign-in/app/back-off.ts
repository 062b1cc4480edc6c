import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Audit, STRANGER, type AuditedCaller } from '../../platform/audit/index.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import { UnitOfWork, type Tx } from '../../platform/database/index.js';
import { AttemptStore, type AttemptKey } from '../infra/attempt-store.js';
import { DeviceStore } from '../infra/device-store.js';
import { KeyedDigest } from '../infra/keyed-digest.js';
import { readToken } from '../infra/token.js';
import type { Origin } from './origin.js';

/** What is guessed at. An unknown contact is counted like a known one, or the waiting would tell which is which. */
export type Guessed =
  | { readonly kind: 'password' | 'second_factor'; readonly accountId: string }
  | { readonly kind: 'password'; readonly accountId: null; readonly contact: string }
  | { readonly kind: 'office_code' };

/** An attempt that was counted. */
export type Attempt = {
  readonly guessed: Guessed;
  readonly key: AttemptKey;
  /** Seconds to wait instead; null where it may be judged. */
  readonly waitSeconds: number | null;
};

/** What says that something was guessed wrongly. Everything else that goes wrong after it (a closed account, an ill-formed new password) is no guess. */
const WRONG = new Set([
  'sign_in.wrong', 'sign_in.code_wrong', 'sign_in.code_replayed', 'sign_in.recovery_code_used', 'sign_in.office_code_wrong', 'sign_in.office_code_used', 'sign_in.current_password_wrong',
  'members.invitation.not_found',
]);

/**
 * Failures are counted for one account from one place: a network, or a browser from which the account was entered before.
 * Whoever fails on purpose from elsewhere holds up nobody but themselves: the owner's network has its own count, and the
 * owner's browser has one of its own even on the same network.
 */
@Injectable()
export class BackOff {
  constructor(
    private readonly attempts: AttemptStore,
    private readonly devices: DeviceStore,
    private readonly digest: KeyedDigest,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Counts the attempt. The caller lets this commit before it has it judged, so that a failure stays counted. */
  async admit(tx: Tx, guessed: Guessed, origin: Origin): Promise<Attempt> {
    const now = this.clock.now();
    const key = { subject: this.subjectOf(guessed), place: await this.placeOf(tx, guessed, origin) };
    const until = await this.attempts.admit(tx, key, now);
    const waitSeconds = until && Math.ceil((until.getTime() - now.getTime()) / 1000);
    const attempt = { guessed, key, waitSeconds };
    if (until !== null && (await this.attempts.isFirstOf(tx, key, until))) await this.note(tx, attempt, 'sign_in.wait');
    return attempt;
  }

  /**
   * Runs what judges an attempt. A wrong guess is written into the audit in a transaction of its own, since that of the
   * judgement has gone back. The back-off itself bounds how many there can be: each step of it leaves one failure and one wait.
   * @throws DomainError sign_in.wait, and what `work` throws
   */
  async judge<T>(attempt: Attempt, work: () => Promise<T>): Promise<T> {
    if (attempt.waitSeconds !== null) throw new DomainError('sign_in.wait', { seconds: attempt.waitSeconds });
    try {
      return await work();
    } catch (error) {
      const code = error instanceof DomainError ? [error.code, ...error.errors.map((fault) => fault.code)].find((one) => WRONG.has(one)) : undefined;
      if (code !== undefined) await this.unitOfWork.run((tx) => this.note(tx, attempt, code));
      throw error;
    }
  }

  /** The right one was given: the count begins anew. */
  succeeded(tx: Tx, { key }: Attempt): Promise<void> {
    return this.attempts.forget(tx, key);
  }

  private async note(tx: Tx, { guessed, key }: Attempt, code: string): Promise<void> {
    const accountId = 'accountId' in guessed ? guessed.accountId : null;
    // Contacts that nobody has can be made up without end, each with a count of its own: of those a place has one entry each time their number has doubled.
    const times = guessed.kind === 'password' && accountId === null ? await this.attempts.countUnknown(tx, key.place, this.clock.now()) : null;
    if (times !== null && !isPowerOfTwo(times)) return;
    await this.audit.act(tx, actorOf(guessed, code), {
      act: 'sign-in.attempt.fail', object: accountId === null ? { kind: 'sign-in', id: guessed.kind } : { kind: 'account', id: accountId },
      detail: { guessed: guessed.kind, code, ...(times === null ? {} : { times }) },
    });
  }

  private subjectOf(guessed: Guessed): string {
    if (guessed.kind === 'office_code') return guessed.kind;
    return `${guessed.kind} ${guessed.accountId ?? this.digest.of('contact', guessed.contact)}`;
  }

  private async placeOf(tx: Tx, guessed: Guessed, { deviceToken, network }: Origin): Promise<string> {
    const device = readToken('zjd', deviceToken ?? undefined);
    const accountId = 'accountId' in guessed ? guessed.accountId : null;
    if (device && accountId !== null && (await this.devices.isKnown(tx, accountId, device.digest))) return `device ${device.digest.toString('base64url')}`;
    return `network ${this.digest.of('place', network)}`;
  }
}

const isPowerOfTwo = (count: number): boolean => Number.isInteger(Math.log2(count));

/** Whoever is asked for a second factor or for the present password has shown before whose account it is; else nobody has. */
function actorOf(guessed: Guessed, code: string): AuditedCaller {
  const isShown = 'accountId' in guessed && (guessed.kind === 'second_factor' || code === 'sign_in.current_password_wrong');
  return isShown ? { ...STRANGER, accountId: guessed.accountId } : STRANGER;
}
