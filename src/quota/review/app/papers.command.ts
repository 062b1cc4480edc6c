import { createHash, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { isUuid } from '../../../kernel/uuid.js';
import type { Caller } from '../../../platform/access/index.js';
import { Audit } from '../../../platform/audit/index.js';
import { CLOCK } from '../../../platform/clock/clock.module.js';
import { UnitOfWork, type Tx } from '../../../platform/database/index.js';
import { Comparisons, Looks, papersFor } from '../../comparison/index.js';
import { Declarations, type DeclarationHead } from '../../filing/index.js';
import type { Need } from '../domain/correction-request.js';
import { LONGEST_NAME, mediaTypeOf, MOST_PAPERS, takesPaper } from '../domain/paper.js';
import type { ReviewFile } from '../infra/file.repository.js';
import type { Objection } from '../infra/objection.repository.js';
import type { CorrectionRequest } from '../infra/request.repository.js';
import { personOf } from './desk.js';
import type { ShownLine } from './read-review.query.js';
import { ReviewRows } from './review-rows.js';

export type NewPaper = { readonly lineId: string; readonly need: Need; readonly name: string; readonly bytes: Buffer };
export type OpenedPaper = { readonly file: ReviewFile; readonly bytes: Buffer };

/** What registers and reviewers ask for. */
@Injectable()
export class PaperGrounds {
  constructor(
    readonly rows: ReviewRows,
    readonly looks: Looks,
    private readonly comparisons: Comparisons,
  ) {}

  /** What paper may be given for a line: only where the comparison failed, or where a reviewer asked for it. */
  async of(tx: Tx, { scope }: Caller, head: DeclarationHead, versionId: string, line: { readonly lineId: string; readonly registryPersonId: string; readonly claimed: number }): Promise<readonly Need[]> {
    const compared = (await this.comparisons.of(tx, scope, versionId, [line.lineId])).get(line.lineId);
    const found = await this.rows.decisions.line(tx, scope, head.id, head.currentVersion, line.lineId);
    return groundsOf({ ...line, conflictId: found?.conflictId ?? null, decision: found?.decision ?? null, compared: compared ?? null }, await this.rows.requests.all(tx, scope, head.id), await this.rows.objections.all(tx, scope, head.id));
  }
}

type Questioned = Pick<ShownLine, 'registryPersonId' | 'claimed' | 'conflictId' | 'decision' | 'compared'>;

/** What paper may help a line, by everything that was asked of the filing and objected to. */
export function groundsOf({ registryPersonId, claimed, conflictId, decision, compared }: Questioned, requests: readonly CorrectionRequest[], objections: readonly Objection[]): readonly Need[] {
  const failed = (compared?.groups ?? []).filter(({ months }) => months & claimed).flatMap(({ findings }) => papersFor(findings));
  const asked = requests.flatMap(({ items }) => items.filter((item) => item.registryPersonId === registryPersonId).map(({ need }) => need));
  // Months that another unit claims are shown with the agreement; what was refused or is disputed, with whatever shows it.
  const contested = conflictId === null ? [] : (['dispatch'] as const);
  const disputed = objections.some(({ items }) => items.some((item) => item.registryPersonId === registryPersonId));
  const refused = disputed || (decision !== null && decision.months !== claimed) ? (['other'] as const) : [];
  return [...new Set([...failed, ...asked, ...contested, ...refused])];
}

/** 证明材料: sealed as they come, opened for whoever decides, every opening logged. */
@Injectable()
export class Papers {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly declarations: Declarations,
    private readonly grounds: PaperGrounds,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns its id @throws DomainError review.person_required, review.paper.*, review.line.not_found, filing.declaration.not_found */
  add(caller: Caller, id: string, { lineId, need, name, bytes }: NewPaper): Promise<string> {
    const by = personOf(caller);
    const mediaType = mediaTypeOf(bytes);
    if (mediaType === null) throw new DomainError('review.paper.kind');
    return this.unitOfWork.run(async (tx) => {
      const head = await this.declarations.lock(tx, caller, id, null);
      if (!takesPaper(head.state)) throw new DomainError('review.paper.closed', { state: head.state });
      const { files, decisions } = this.grounds.rows;
      const line = await decisions.line(tx, caller.scope, id, head.currentVersion, lineId);
      const version = await this.declarations.versionOf(tx, caller.scope, id, null);
      if (line === null || version === null) throw new DomainError('review.line.not_found');
      if (!(await this.grounds.of(tx, caller, head, version.id, line)).includes(need)) throw new DomainError('review.paper.not_needed');
      const others = await files.list(tx, caller.scope, id, 'paper');
      if (others.length >= MOST_PAPERS) throw new DomainError('review.paper.too_many', { most: MOST_PAPERS });
      const digest = createHash('sha256').update(bytes).digest('hex');
      const same = others.find((other) => other.digest === digest && other.registryPersonId === line.registryPersonId && other.need === need);
      if (same !== undefined) return same.id;
      const paperId = randomUUID();
      await files.add(tx, caller.scope, { id: paperId, declarationId: id, kind: 'paper', registryPersonId: line.registryPersonId, need, number: head.currentVersion, name: name.slice(0, LONGEST_NAME) || '—', mediaType, digest, storedAt: this.clock.now(), storedBy: by }, bytes);
      await this.audit.act(tx, caller, { act: 'review.paper.add', object: { kind: 'declaration', id }, detail: { paper: paperId, need, size: bytes.length } });
      return paperId;
    });
  }

  /** By the employer, until it is decided. @throws DomainError review.paper.not_found, review.paper.closed, filing.declaration.not_found */
  remove(caller: Caller, id: string, paperId: string): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const head = await this.declarations.lock(tx, caller, id, null);
      const { files } = this.grounds.rows;
      const file = isUuid(paperId) ? await files.find(tx, caller.scope, id, paperId) : null;
      if (file === null || file.kind !== 'paper') throw new DomainError('review.paper.not_found');
      // What a decision may rest on stays.
      if (!['checking', 'accepted', 'returned'].includes(head.state)) throw new DomainError('review.paper.closed', { state: head.state });
      await files.remove(tx, caller.scope, paperId, this.clock.now());
      await this.audit.act(tx, caller, { act: 'review.paper.remove', object: { kind: 'declaration', id }, detail: { paper: paperId } });
    });
  }

  /** The look is logged with the person whom the paper is about. @throws DomainError review.paper.not_found, filing.declaration.not_found */
  open(caller: Caller, id: string, paperId: string): Promise<OpenedPaper> {
    return this.unitOfWork.run(async (tx) => {
      const { files } = this.grounds.rows;
      const file = isUuid(id) && isUuid(paperId) ? await files.find(tx, caller.scope, id, paperId) : null;
      if (file === null || file.kind !== 'paper') throw new DomainError('review.paper.not_found');
      if (caller.scope.kind !== 'employer') await this.grounds.looks.note(tx, caller, [file.registryPersonId ?? ''], ['paper'], 'review_read');
      return { file, bytes: await files.bytes(tx, caller.scope, paperId) };
    });
  }
}
