import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { SETTINGS, type Settings } from '../../platform/config/index.js';
import { normalisePassword } from '../domain/password-rule.js';
import { HashQueue } from './hash-queue.js';

/** argon2id (RFC 9106) with 19 MiB, two passes, one lane: the first choice of the OWASP password storage cheat sheet. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const CURRENT = `$argon2id$v=19$m=${COST.memoryCost},t=${COST.timeCost},p=${COST.parallelism}$`;

/** Some four seconds of work for one core; who comes later is told so at once. */
const LONGEST_QUEUE = 200;

@Injectable()
export class PasswordHasher {
  private readonly queue: HashQueue;
  private decoy: Promise<string> | null = null;

  constructor(@Inject(SETTINGS) { signIn }: Settings) {
    this.queue = new HashQueue(signIn.parallelHashes, LONGEST_QUEUE);
  }

  /** The hash in PHC form. @throws DomainError sign_in.busy */
  hash(password: string): Promise<string> {
    return this.queue.run(() => hash(normalisePassword(password), COST));
  }

  /**
   * Whether the password is the one of the hash. Null stands for an account that does not exist or has no password: it costs
   * the same work and is never right, so that the time tells nobody who has an account.
   * @throws DomainError sign_in.busy
   */
  async verify(known: string | null, password: string): Promise<boolean> {
    const against = known ?? (await (this.decoy ??= hash(randomBytes(16), COST)));
    const right = await this.queue.run(() => verify(against, normalisePassword(password)));
    return right && known !== null;
  }

  /** Made with other costs than today's: it is made anew when the password comes along next. */
  isOutdated(known: string): boolean {
    return !known.startsWith(CURRENT);
  }

  /** So that the first stranger of the day does not wait for two hashes. */
  async onModuleInit(): Promise<void> {
    await (this.decoy ??= hash(randomBytes(16), COST));
  }
}
