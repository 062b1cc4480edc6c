import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { chinaDay, type Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { regionPrefix, type RegionCode } from '../../../kernel/region-code.js';
import { isUuid } from '../../../kernel/uuid.js';
import type { Caller } from '../../../platform/access/index.js';
import { Audit } from '../../../platform/audit/index.js';
import { CLOCK } from '../../../platform/clock/clock.module.js';
import { Seal } from '../../../platform/crypto/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import type { AssessmentHead } from '../infra/assessment.repository.js';
import type { TaxBatch } from '../infra/batch.repository.js';
import { BatchOut } from './batch-out.js';
import { signedLines } from './signed-lines.js';

/** More go with the next batch. */
const MOST_LINES = 20_000;

export const DETERMINATIONS_FORMAT = 'zhujiu.determinations/1';

/** Determinations to the tax authority, signed; acknowledged by whoever fetched them. Only what was determined goes out: no trial sum of ours. */
@Injectable()
export class SendBatch {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly out: BatchOut,
    private readonly seal: Seal,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * All assessments of the region and year that wait. Who is to choose an award first is left for the next time.
   * @throws DomainError collection.batch.region_outside, collection.batch.nothing_to_send
   */
  make(caller: Caller, region: RegionCode, baseYear: number): Promise<TaxBatch> {
    if (caller.scope.kind !== 'region' || !region.startsWith(caller.scope.prefix)) throw new DomainError('collection.batch.region_outside');
    return this.unitOfWork.run(async (tx) => {
      const ready = await this.out.ready(tx, caller.scope, regionPrefix(region), baseYear, MOST_LINES);
      if (ready.length === 0) throw new DomainError('collection.batch.nothing_to_send');
      const at = this.clock.now();
      const serial = await this.out.batches.nextSerial(tx, caller.scope, region, baseYear);
      const number = `ZJ-${region}-${baseYear}-${String(serial).padStart(4, '0')}`;
      const { body, digest } = signedLines(this.seal, { format: DETERMINATIONS_FORMAT, batch: number, regionCode: region, baseYear, madeAt: at.toISOString(), records: ready.length }, ready.map(lineOf));
      const batch: TaxBatch = { id: randomUUID(), regionCode: region, baseYear, number, lines: ready.length, digest, madeAt: at, acknowledgedAt: null };
      await this.out.batches.add(tx, caller.scope, { ...batch, body, madeBy: caller.accountId });
      await this.out.send(tx, caller, ready, batch);
      await this.audit.act(tx, caller, { act: 'collection.batch.send', object: { kind: 'tax-batch', id: batch.id }, detail: { number, region, baseYear, lines: batch.lines } });
      return batch;
    });
  }

  /**
   * Says that the batch has arrived whole. Once more changes nothing.
   * @param digest of the batch as it arrived. @throws DomainError collection.batch.not_found, collection.batch.digest_differs
   */
  acknowledge(caller: Caller, id: string, digest: string): Promise<TaxBatch> {
    return this.unitOfWork.run(async (tx) => {
      const batch = isUuid(id) ? await this.out.batches.lock(tx, caller.scope, id) : null;
      if (batch === null) throw new DomainError('collection.batch.not_found');
      if (batch.digest !== digest.toLowerCase()) throw new DomainError('collection.batch.digest_differs');
      if (batch.acknowledgedAt !== null) return batch;
      const at = this.clock.now();
      await this.out.batches.acknowledge(tx, caller.scope, id, { at, by: caller.accountId, key: caller.machineKeyId });
      const moved = await this.out.arrived(tx, caller, batch);
      await this.audit.act(tx, caller, { act: 'collection.batch.acknowledge', object: { kind: 'tax-batch', id }, detail: { number: batch.number, moved } });
      return { ...batch, acknowledgedAt: at };
    });
  }
}

const lineOf = ({ number, uscc, employerName, regionCode, baseYear, outcome, arranged, issuedAt, supersedes }: AssessmentHead): object =>
  ({ determination: number, uscc, employerName, regionCode, baseYear, outcome, arranged, issuedOn: chinaDay(issuedAt), corrects: supersedes !== null });
