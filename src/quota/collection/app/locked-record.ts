import { DomainError } from '../../../kernel/domain-error.js';
import { isUuid } from '../../../kernel/uuid.js';
import type { Caller } from '../../../platform/access/index.js';
import type { Tx } from '../../../platform/database/index.js';
import type { CreditRecord, CreditRepository } from '../infra/credit.repository.js';

/** As it was seen, and kept until the transaction ends. @throws DomainError collection.credit.not_found, collection.credit.stale */
export async function lockedRecord(records: CreditRepository, tx: Tx, caller: Caller, id: string, version: number): Promise<CreditRecord> {
  const record = isUuid(id) ? await records.lock(tx, caller.scope, id) : null;
  if (record === null) throw new DomainError('collection.credit.not_found');
  if (record.version !== version) throw new DomainError('collection.credit.stale', { seen: version, now: record.version });
  return record;
}
