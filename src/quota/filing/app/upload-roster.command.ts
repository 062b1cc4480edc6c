import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Language } from '../../../kernel/texts.js';
import type { Caller } from '../../../platform/access/index.js';
import { Audit } from '../../../platform/audit/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import type { IncomingFile } from '../../../platform/http/index.js';
import { ImportQueue } from './import-queue.js';
import { ImportRows } from './import-rows.js';
import { FilingLaw } from './filing-law.js';
import { OpenDraft } from './open-draft.js';
import { ReadFiling } from './read-filing.query.js';

/** A file in memory, before its form is known to be complete. */
export type ReceivedFile = { readonly name: string; readonly bytes: Uint8Array };

/** Most rosters are read within a moment; a longer one is followed on its own page. */
const PATIENCE_MS = 1_500;

/** The room's own dependencies of an upload: who reads it, what it belongs to. */
@Injectable()
export class UploadParts {
  constructor(
    readonly filings: ReadFiling,
    readonly drafts: OpenDraft,
    readonly rows: ImportRows,
  ) {}
}

/** A clerk hands in a roster. It is read and judged; the draft changes only when the clerk says so (`TakeRoster`). */
@Injectable()
export class UploadRoster {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly parts: UploadParts,
    private readonly queue: ImportQueue,
    private readonly law: FilingLaw,
    private readonly audit: Audit,
  ) {}

  /** Asked before a byte of the file is read. @throws DomainError filing.declaration.*, filing.import.queue_full */
  async admit(caller: Caller, id: string): Promise<void> {
    await this.parts.filings.head(caller, id);
    this.queue.demandRoom();
  }

  /** Keeps the file in memory, in one run of its own. */
  async receive({ name, stream }: IncomingFile): Promise<ReceivedFile> {
    const pieces: Buffer[] = [];
    for await (const piece of stream as AsyncIterable<Buffer>) pieces.push(piece);
    const bytes = new Uint8Array(pieces.reduce((size, piece) => size + piece.length, 0));
    let at = 0;
    for (const piece of pieces.splice(0)) {
      bytes.set(piece, at);
      at += piece.length;
    }
    return { name, bytes };
  }

  /** @returns id of the import. @throws DomainError filing.declaration.not_found, filing.declaration.closed */
  async run(caller: Caller, id: string, { name, bytes }: ReceivedFile, language: Language): Promise<string> {
    const importId = randomUUID();
    const digest = createHash('sha256').update(bytes).digest();
    const { head, version } = await this.unitOfWork.run(async (tx) => {
      const draft = await this.parts.drafts.lock(tx, caller, id, null);
      await this.parts.rows.imports.add(tx, caller.scope, { id: importId, versionId: draft.version.id, digest, fileName: name, by: caller.accountId }, this.law.now());
      await this.audit.act(tx, caller, { act: 'filing.roster.upload', object: { kind: 'declaration', id }, detail: { import: importId, bytes: bytes.byteLength } });
      return draft;
    });
    const ended = this.queue.add({ id: importId, head, versionId: version.id, bytes, fileName: name, language });
    const waited = new AbortController();
    await Promise.race([ended, sleep(PATIENCE_MS, undefined, { signal: waited.signal }).catch(() => undefined)]);
    waited.abort();
    return importId;
  }
}
