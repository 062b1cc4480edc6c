import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import type { Tx } from '../../platform/database/index.js';
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
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Counts the attempt. The caller lets this commit before it judges, so that a failure stays counted. @throws DomainError sign_in.wait */
  async admit(tx: Tx, guessed: Guessed, origin: Origin): Promise<AttemptKey> {
    const now = this.clock.now();
    const key = { subject: this.subjectOf(guessed), place: await this.placeOf(tx, guessed, origin) };
    const until = await this.attempts.admit(tx, key, now);
    if (until !== null) throw new DomainError('sign_in.wait', { seconds: Math.ceil((until.getTime() - now.getTime()) / 1000) });
    return key;
  }

  /** The right one was given: the count begins anew. */
  succeeded(tx: Tx, key: AttemptKey): Promise<void> {
    return this.attempts.forget(tx, key);
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
