import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../../kernel/clock.js';
import { localDate } from '../../../kernel/local-date.js';
import { COUNTRY } from '../../../kernel/region-code.js';
import type { Scope } from '../../../platform/access/index.js';
import { CLOCK } from '../../../platform/clock/clock.module.js';
import { FieldCipher } from '../../../platform/crypto/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { PolicyBook } from '../../../policy/index.js';
import type { Grounds } from '../domain/signals.js';
import { SignalRepository } from '../infra/signal.repository.js';

/** One phone or address behind the people of many employers. */
@Injectable()
export class SharedContacts {
  constructor(
    private readonly signals: SignalRepository,
    private readonly cipher: FieldCipher,
    @Inject(PolicyBook) private readonly policy: PolicyBook,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param declarationIds filings whose signals are renewed
   * @param one a single filing: then phones only, since addresses have no index and would all have to be opened; what was found of its addresses stays until all are looked at
   * @returns how many signals came, changed or went
   */
  async run(tx: Tx, scope: Scope, baseYear: number, declarationIds: readonly string[], one: string | null): Promise<number> {
    const least = this.policy.find('review.signals', COUNTRY, localDate(`${baseYear}-12-31`))?.value?.sharedContactEmployers ?? null;
    if (least === null) return 0;
    const grounds = new Map<string, Grounds>();
    const add = (declarationId: string, ground: Grounds): void => void grounds.set(declarationId, { ...grounds.get(declarationId), ...ground });
    const phones = one === null ? await this.signals.sharedPhones(tx, scope, baseYear) : await this.signals.sharedPhonesOf(tx, scope, baseYear, one);
    for (const { declarationId, of, employers } of phones) {
      if (employers >= least) add(declarationId, { [of === 'employers' ? 'employersWithPhone' : 'employersOfPhone']: employers });
    }
    if (one === null) for (const [declarationId, employers] of this.sharedAddresses(await this.signals.addresses(tx, scope, baseYear))) if (employers >= least) add(declarationId, { employersOfAddress: employers });
    if (one !== null) {
      const known = (await this.signals.list(tx, scope, one)).find(({ code }) => code === 'shared_contact')?.grounds['employersOfAddress'];
      if (known !== undefined) add(one, { employersOfAddress: known });
    }
    return this.signals.replace(tx, scope, declarationIds, ['shared_contact'], [...grounds].map(([declarationId, ground]) => ({ declarationId, code: 'shared_contact', grounds: ground })), this.clock.now());
  }

  /** Employers that name people of one address, for each filing the most; addresses are held as digests, and only here. */
  private sharedAddresses(rows: Awaited<ReturnType<SignalRepository['addresses']>>): ReadonlyMap<string, number> {
    const at = new Map<string, { readonly filings: Set<string>; readonly employers: Set<string> }>();
    for (const { declarationId, employerId, personId, address } of rows) {
      const clear = this.cipher.open(address, { table: 'person_contact', column: 'address', rowId: personId });
      const key = createHash('sha256').update(clear.normalize('NFKC').replace(/[\s,，。·-]+/gu, '')).digest('base64');
      const { filings, employers } = at.get(key) ?? { filings: new Set(), employers: new Set() };
      at.set(key, { filings: filings.add(declarationId), employers: employers.add(employerId) });
    }
    const most = new Map<string, number>();
    for (const { filings, employers } of at.values()) for (const filing of filings) most.set(filing, Math.max(most.get(filing) ?? 0, employers.size));
    return most;
  }
}
