import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../../platform/config/index.js';
import { normalisePassword } from '../domain/password-rule.js';
import { HASH_COST } from './hash-orders.js';
import { HashThreads } from './hash-threads.js';

const CURRENT = `$argon2id$v=19$m=${HASH_COST.memoryCost},t=${HASH_COST.timeCost},p=${HASH_COST.parallelism}$`;

/** Of a random text that nobody kept, at today's cost. Whatever it answers is not looked at. */
const DECOY = '$argon2id$v=19$m=9216,t=4,p=1$ByBY8L6jBlaKFDAnSCuljw$1kUGvF67txU1WY08gFUSXRYdnjw09H71bwiVsQ5JIkI';

/** Some four seconds of work for one core; who comes later is told so at once. */
const LONGEST_QUEUE = 200;

/** Passwords as argon2id hashes. */
@Injectable()
export class PasswordHasher {
  private readonly threads: HashThreads;

  constructor(@Inject(SETTINGS) { signIn }: Settings) {
    this.threads = new HashThreads(signIn.parallelHashes, LONGEST_QUEUE);
  }

  /** The hash in PHC form. @throws DomainError sign_in.busy */
  async hash(password: string): Promise<string> {
    return (await this.threads.run({ kind: 'hash', password: normalisePassword(password) })) as string;
  }

  /**
   * Whether the password is the one of the hash. Null stands for an account that does not exist or has no password: it costs
   * the same work and is never right, so that the time tells nobody who has an account.
   * @throws DomainError sign_in.busy
   */
  async verify(known: string | null, password: string): Promise<boolean> {
    const right = await this.threads.run({ kind: 'verify', known: known ?? DECOY, password: normalisePassword(password) });
    return right === true && known !== null;
  }

  /** Made with other costs than today's: it is made anew when the password comes along next. */
  isOutdated(known: string): boolean {
    return !known.startsWith(CURRENT);
  }
}
