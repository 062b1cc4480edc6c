import { createHash, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import type { Caller } from '../../../platform/access/index.js';
import { Audit } from '../../../platform/audit/index.js';
import { CLOCK } from '../../../platform/clock/clock.module.js';
import { UnitOfWork, type Tx } from '../../../platform/database/index.js';
import { readBatch, type BatchFault, type ReadBatch } from '../domain/exchange-batch.js';
import { canonicalRecord, readRecord, type ExchangeRecord, type Party } from '../domain/exchange-line.js';
import { judgeRecord, type RecordFault } from '../domain/judge-batch.js';
import type { Import, Rejection } from '../infra/import.repository.js';
import type { NewRecord } from '../infra/record.repository.js';
import { BatchConsequences } from './batch-consequences.js';
import { BatchRows } from './batch-rows.js';
import { SenderKeys } from './sender-keys.js';

/** A larger batch is sent in parts: one transaction takes or leaves all of it. */
export const MOST_RECORDS = 50_000;
export const BATCH_BYTES = 33_554_432;

/** `repeated`: the very batch was taken before, and nothing changed. */
export type ReceivedBatch = Import & { readonly repeated: boolean };

type Read = { readonly line: number; readonly record: ExchangeRecord };
type Judged = { readonly fresh: readonly NewRecord[]; readonly unchanged: number; readonly rejections: readonly Rejection[] };

const FRAME_FAULTS = {
  empty: 'collection.batch.empty', header: 'collection.batch.header', trailer: 'collection.batch.trailer', incomplete: 'collection.batch.incomplete', too_many: 'collection.batch.too_many',
} as const satisfies Readonly<Record<BatchFault, string>>;
const SEAL_FAULTS = { missing: 'collection.batch.seal_missing', unknown_key: 'collection.batch.seal_unknown', wrong: 'collection.batch.seal_wrong' } as const;

/** Takes a batch of the tax authority or the finance department: all of it or nothing, and the same again changes nothing. */
@Injectable()
export class ReceiveBatch {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rows: BatchRows,
    private readonly keys: SenderKeys,
    private readonly follow: BatchConsequences,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param baseYear the year that the sender said it was sending; null where it did not
   * @throws DomainError collection.batch.*
   */
  run(caller: Caller, party: Party, baseYear: number | null, bytes: Buffer): Promise<ReceivedBatch> {
    const { batch, digest, sealKey } = this.opened(caller, party, baseYear, bytes);
    const { header } = batch;
    return this.unitOfWork.run(async (tx) => {
      await this.rows.imports.lockSender(tx, caller.scope, party, header.sender);
      const before = await this.rows.imports.ofBatch(tx, caller.scope, party, header.sender, header.batch);
      if (before !== null) {
        if (before.digest !== digest) throw new DomainError('collection.batch.number_taken', { batch: header.batch });
        return { ...before, repeated: true };
      }
      const { fresh, unchanged, rejections } = await this.judge(tx, caller, batch);
      const taken: Import = {
        id: randomUUID(), party, sender: header.sender, batch: header.batch, baseYear: header.baseYear, digest, sealKey, rowsIn: batch.lines.length, accepted: fresh.length, unchanged,
        rejected: rejections.length, receivedAt: this.clock.now(),
      };
      await this.rows.imports.add(tx, caller.scope, { ...taken, receivedBy: caller.accountId, machineKeyId: caller.machineKeyId });
      await this.rows.records.add(tx, caller.scope, fresh, { importId: taken.id, at: taken.receivedAt, by: caller.accountId });
      await this.rows.imports.addRejections(tx, caller.scope, taken.id, rejections);
      const moved = await this.follow.of(tx, caller, fresh, taken.id);
      await this.audit.act(tx, caller, {
        act: 'collection.batch.receive', object: { kind: 'exchange-import', id: taken.id },
        detail: { party, sender: header.sender, baseYear: header.baseYear, rowsIn: taken.rowsIn, accepted: taken.accepted, unchanged, rejected: taken.rejected, moved },
      });
      return { ...taken, repeated: false };
    });
  }

  /** What is wrong with the batch as a whole is found before anything is asked of the database. */
  private opened({ scope }: Caller, party: Party, baseYear: number | null, bytes: Buffer): { readonly batch: ReadBatch; readonly digest: string; readonly sealKey: string | null } {
    const read = readBatch(bytes.toString('utf8'), MOST_RECORDS);
    if (!read.ok) throw new DomainError(FRAME_FAULTS[read.error], { most: MOST_RECORDS });
    const { header, trailer, signedBytes } = read.value;
    if (header.party !== party) throw new DomainError('collection.batch.other_party');
    if (scope.kind !== 'region' || !header.sender.startsWith(scope.prefix)) throw new DomainError('collection.batch.sender_outside', { sender: header.sender });
    if (baseYear !== null && header.baseYear !== baseYear) throw new DomainError('collection.batch.other_year', { year: header.baseYear, wanted: baseYear });
    const signed = bytes.subarray(0, signedBytes);
    const digest = createHash('sha256').update(signed).digest('hex');
    if (digest !== trailer.digest) throw new DomainError('collection.batch.digest_differs');
    const seal = this.keys.check(party, header.sender, trailer.seal, signed);
    if (seal.verdict !== 'good' && seal.verdict !== 'none') throw new DomainError(SEAL_FAULTS[seal.verdict], { key: trailer.seal?.keyId ?? '' });
    return { batch: read.value, digest, sealKey: seal.verdict === 'good' ? seal.keyId : null };
  }

  private async judge(tx: Tx, { scope }: Caller, { header, lines }: ReadBatch): Promise<Judged> {
    const rejections: Rejection[] = [];
    const reject = (line: number, code: string, field: string): void => void rejections.push({ line, code: `collection.line.${code}`, field });
    const read = new Map<string, Read>();
    for (const { number: line, text } of lines) {
      const record = readRecord(text, header.party, header.baseYear);
      if (!record.ok) reject(line, record.error.code, record.error.field);
      else if (read.has(record.value.record)) reject(line, 'record_twice', 'record');
      else read.set(record.value.record, { line, record: record.value });
    }
    const around = await this.rows.around(tx, scope, header, [...read.values()].map(({ record }) => record));
    const fresh: NewRecord[] = [];
    let unchanged = 0;
    const standsFor = new Set<string>();
    for (const { line, record } of read.values()) {
      const fingerprint = createHash('sha256').update(canonicalRecord(record)).digest();
      const surroundings = around.of(record, fingerprint);
      const judged = judgeRecord(record, surroundings);
      const replaces = typeof surroundings.replaced === 'object' ? (surroundings.replaced?.id ?? null) : null;
      if (!judged.ok) reject(line, judged.error, FIELD_OF[judged.error]);
      else if (judged.value === 'unchanged') unchanged += 1;
      else if (replaces !== null && standsFor.has(replaces)) reject(line, 'already_replaced', 'replaces');
      else {
        if (replaces !== null) standsFor.add(replaces);
        fresh.push({ record, party: header.party, sender: header.sender, employerId: surroundings.employerId as string, assessmentId: surroundings.assessmentId, fingerprint, replaces, line });
      }
    }
    return { fresh, unchanged, rejections: rejections.sort((a, b) => a.line - b.line) };
  }
}

const FIELD_OF: Readonly<Record<RecordFault, string>> = { employer_unknown: 'uscc', record_differs: 'record', replaces_unknown: 'replaces', replaces_other: 'replaces', already_replaced: 'replaces', no_assessment: 'uscc' };
