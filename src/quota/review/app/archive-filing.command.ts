import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { chinaDay } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { isUuid } from '../../../kernel/uuid.js';
import type { Caller } from '../../../platform/access/index.js';
import { Audit } from '../../../platform/audit/index.js';
import { UnitOfWork, type Tx } from '../../../platform/database/index.js';
import { canonicalJson } from '../../../policy/index.js';
import type { DeclarationHead } from '../../filing/index.js';
import { objectionUntil } from '../domain/objection.js';
import type { ReviewFile } from '../infra/file.repository.js';
import { ArchiveAttachments, type Attachment } from './archive-attachments.js';
import { archiveDocument, type ArchivedPaper, type ArchivedVersion } from './archive-document.js';
import { makeBundle, verifyBundle, type BundleCheck } from './archive-bundle.js';
import { Desks, personOf } from './desk.js';
import { ReadReview, type ShownLine } from './read-review.query.js';
import { ReviewLaw } from './review-law.js';
import { ReviewRows } from './review-rows.js';

const LINES_AT_ONCE = 200;
const EXTENSIONS: Readonly<Record<string, string>> = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' };

export type ArchiveCheck = BundleCheck & { /** The stored bundle is the one that was made. */ readonly isWhole: boolean; readonly digest: string };

/** What an archive is made of. */
@Injectable()
export class ArchiveSources {
  constructor(
    readonly reviews: ReadReview,
    readonly law: ReviewLaw,
    readonly attachments: ArchiveAttachments,
  ) {}
}

/** 归档: a closed case as one bundle of a page, its data with every version that was checked, its papers, its determinations and their checksums; sealed at rest. */
@Injectable()
export class ArchiveFiling {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desks: Desks,
    private readonly rows: ReviewRows,
    private readonly sources: ArchiveSources,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError review.person_required, review.archive.*, filing.declaration.* */
  async run(caller: Caller, id: string, seen: number): Promise<DeclarationHead> {
    const by = personOf(caller);
    await this.demandOver(caller, id);
    const attachments = await this.sources.attachments.of(caller, id);
    return this.unitOfWork.run(async (tx) => {
      const head = await this.desks.declarations.step(tx, caller, id, 'archive', { version: seen, reason: null, words: null, dueOn: null, firstChecker: null });
      const bundle = await this.bundle(tx, caller, id, attachments);
      const at = this.sources.law.now();
      const digest = createHash('sha256').update(bundle).digest('hex');
      await this.rows.files.add(tx, caller.scope, { id: randomUUID(), declarationId: id, kind: 'archive', registryPersonId: null, need: null, number: head.currentVersion, name: `${head.uscc}-${head.baseYear}.zip`, mediaType: 'application/zip', digest, storedAt: at, storedBy: by }, bundle);
      await this.audit.act(tx, caller, { act: 'review.archive.make', object: { kind: 'declaration', id }, detail: { size: bundle.length, digest } });
      return head;
    });
  }

  /** The look is logged. @throws DomainError review.archive.not_found */
  open(caller: Caller, id: string): Promise<{ readonly file: ReviewFile; readonly bytes: Buffer }> {
    return this.unitOfWork.run(async (tx) => {
      const file = await this.latest(tx, caller, id);
      await this.audit.read(tx, caller, { subject: { kind: 'declaration', id }, fields: ['archive'], purpose: 'review', reason: null });
      return { file, bytes: await this.rows.files.bytes(tx, caller.scope, file.id) };
    });
  }

  /** Reads the stored bundle back and holds every file against its checksum. @throws DomainError review.archive.not_found */
  verify(caller: Caller, id: string): Promise<ArchiveCheck> {
    return this.unitOfWork.run(async (tx) => {
      const file = await this.latest(tx, caller, id);
      const bytes = await this.rows.files.bytes(tx, caller.scope, file.id);
      return { ...verifyBundle(bytes), isWhole: createHash('sha256').update(bytes).digest('hex') === file.digest, digest: file.digest };
    });
  }

  private async latest(tx: Tx, caller: Caller, id: string): Promise<ReviewFile> {
    const file = isUuid(id) ? (await this.rows.files.list(tx, caller.scope, id, 'archive')).at(-1) : undefined;
    if (file === undefined) throw new DomainError('review.archive.not_found');
    return file;
  }

  /** A case that can still change is not closed. */
  private async demandOver(caller: Caller, id: string): Promise<void> {
    const { head, isCorrection, reviews } = await this.sources.reviews.one(caller, id);
    if (isCorrection) throw new DomainError('review.archive.correction_open');
    const decidedAt = reviews.find(({ outcome }) => outcome !== null)?.decidedAt ?? null;
    if (decidedAt === null) return;
    const day = chinaDay(decidedAt);
    const until = objectionUntil(day, this.sources.law.objectionDays(head.regionCode, day));
    if (until !== null && this.sources.law.today() <= until) throw new DomainError('review.archive.objection_term', { until });
  }

  private async bundle(tx: Tx, caller: Caller, id: string, attachments: readonly Attachment[]): Promise<Buffer> {
    const shown = await this.sources.reviews.oneIn(tx, caller, id);
    const versions: ArchivedVersion[] = [];
    for (const number of new Set([shown.version.number, ...shown.reviews.map((review) => review.number)])) versions.push({ number, lines: await this.allLines(tx, caller, id, number) });
    const people = new Map(versions.flatMap(({ lines }) => lines.map(({ registryPersonId, line }) => [registryPersonId, line.name] as const)));
    const steps = await this.desks.declarations.trail(tx, caller.scope, id);
    const files: Record<string, Uint8Array> = {};
    const papers: ArchivedPaper[] = [];
    for (const [index, paper] of shown.papers.entries()) {
      const path = `papers/${String(index + 1).padStart(3, '0')}-${paper.need ?? 'other'}.${EXTENSIONS[paper.mediaType] ?? 'bin'}`;
      files[path] = await this.rows.files.bytes(tx, caller.scope, paper.id);
      papers.push({ path, digest: paper.digest, need: paper.need, person: people.get(paper.registryPersonId ?? '') ?? '—' });
    }
    for (const { path, bytes } of attachments) files[path] = bytes;
    files['index.html'] = Buffer.from(archiveDocument({ shown, versions, steps, papers, attachments }), 'utf8');
    files['data.json'] = Buffer.from(canonicalJson(plain({ format: 'zhujiu.review-archive/2', ...shown, versions, steps, papers })), 'utf8');
    return makeBundle(files);
  }

  private async allLines(tx: Tx, caller: Caller, id: string, number: number): Promise<readonly ShownLine[]> {
    const lines: ShownLine[] = [];
    for (let after: string | null = null; ;) {
      const page = await this.sources.reviews.linesIn(tx, caller, id, number, 'all', after, LINES_AT_ONCE);
      lines.push(...page);
      if (page.length < LINES_AT_ONCE) return lines;
      after = (page.at(-1) as ShownLine).lineId;
    }
  }
}

/** As JSON carries it: sums as whole fen in texts, instants as texts. */
const plain = (value: object): unknown => JSON.parse(JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? one.toString() : one)));
