import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type TextParams } from '../../../kernel/domain-error.js';
import type { Language, TextVariant } from '../../../kernel/texts.js';
import type { IncomingFile } from '../../../platform/http/index.js';
import type { RowError } from '../domain/faults.js';
import type { PersonLine } from '../domain/outcome.js';
import { UploadStore, type Upload, type UploadState } from '../infra/upload-store.js';
import type { UploadCipher, VisitorKey } from '../infra/visitor-key.js';
import { rosterDocument } from './conclude-roster.js';
import { LINES_PER_FRAGMENT, type FragmentKind } from './fragments.js';
import { resultWorkbook } from './result-workbook.js';
import { readRosterCase } from './roster-case.js';
import { RosterQueue } from './roster-queue.js';
import { RosterQuota } from './roster-quota.js';
import { SIMULATOR_OF_TODAY, type SimulatorOfToday, type StoredCase, type StoredHead, type StoredRefusal } from './roster-reading.js';
import { PartWriter, readLines, readWhole, storeStream } from './upload-parts.js';

/** A file that has been taken and waits for its case. */
export type ReceivedRoster = { readonly id: string; readonly fileName: string };

export type RosterJob = {
  readonly id: string;
  readonly state: Exclude<UploadState, 'receiving'>;
  /** Uploads that are read before this one. */
  readonly ahead: number;
  readonly phase: string;
  readonly rowsRead: number;
  /** When file and result are no longer given out. */
  readonly expiresAt: Date;
  /** Why there is no result: `refused` is the file's fault, `failed` is ours. */
  readonly refusal: StoredRefusal | null;
};

/**
 * Rosters of the public calculator: taking, following, reading and deleting them. Every question needs the visitor's key;
 * with another one, or none, an upload does not exist.
 */
@Injectable()
export class Rosters {
  constructor(
    private readonly store: UploadStore,
    private readonly queue: RosterQueue,
    private readonly quota: RosterQuota,
    @Inject(SIMULATOR_OF_TODAY) private readonly simulators: SimulatorOfToday,
  ) {}

  /** Asked before a byte of a file is read. @throws DomainError roster.quota_exceeded, roster.waiting_quota_exceeded, roster.queue_full */
  async admit(address: string): Promise<void> {
    await this.quota.take(address);
    await this.store.demandRoom();
  }

  /**
   * Takes a form with one file: `read` is given what stores the file as it comes, encrypted. When the form fails at whatever place,
   * even after the file, nothing is left of it.
   */
  async receive<T>(key: VisitorKey, language: Language, read: (store: (file: IncomingFile) => Promise<ReceivedRoster>) => Promise<T>): Promise<T> {
    let received: ReceivedRoster | null = null;
    try {
      return await read(async (file) => (received = await this.storeFile(key, language, file)));
    } catch (error) {
      const left = received as ReceivedRoster | null;
      if (left !== null) await this.store.remove(left.id, key);
      throw error;
    }
  }

  private async storeFile(key: VisitorKey, language: Language, file: IncomingFile): Promise<ReceivedRoster> {
    const id = await this.store.open(key, language);
    try {
      await storeStream(this.store, id, key.cipherOf(id), 'file', file.stream);
      return { id, fileName: file.name };
    } catch (error) {
      await this.store.remove(id, key);
      throw error;
    }
  }

  /**
   * Puts a received file into the queue with its case, in the place of the visitor's earlier upload.
   * @param caseJson the levy case without `arranged`, as JSON text
   * @throws DomainError roster.case_malformed, levy.*, roster.queue_full; the file is removed then
   */
  async start({ id, fileName }: ReceivedRoster, key: VisitorKey, caseJson: string, address: string): Promise<RosterJob> {
    const ended = this.quota.begin(address);
    try {
      readRosterCase(this.simulators.get(), caseJson);
      const writer = new PartWriter(this.store, id, key.cipherOf(id), 'case');
      await writer.write(Buffer.from(JSON.stringify({ case: caseJson, fileName } satisfies StoredCase), 'utf8'));
      await writer.flush();
      for (const replaced of await this.store.enqueue(id, key)) this.queue.drop(replaced);
    } catch (error) {
      ended();
      await this.store.remove(id, key);
      throw error;
    }
    this.queue.add(id, key, ended);
    return this.job(id, key);
  }

  /** How an upload stands. One whose process has gone is taken over by this one. @throws DomainError roster.not_found */
  async job(id: string, key: VisitorKey | null): Promise<RosterJob> {
    const upload = await this.store.find(id, key);
    if (upload.abandoned && key !== null && (await this.store.adopt(id, key))) {
      this.queue.add(id, key, () => undefined);
      return this.job(id, key);
    }
    return { ...shown(upload), refusal: await this.refusalOf(upload, key) };
  }

  /** The result without its lists, and the case it answers. @throws DomainError roster.not_found, roster.result_not_found, the refusal */
  async result(id: string, key: VisitorKey | null): Promise<StoredHead> {
    const cipher = await this.opened(id, key);
    return JSON.parse((await readWhole(this.store, id, cipher, 'head')).toString('utf8')) as StoredHead;
  }

  /** Lines `from` … of the person table, at most `count`, in the order of the roster. @throws as `result` */
  persons(id: string, key: VisitorKey | null, from: number, count: number): Promise<readonly PersonLine[]> {
    return this.lines<PersonLine>(id, key, 'persons', from, count);
  }

  /** As `persons`, of the faults in rows that were not accepted. */
  errors(id: string, key: VisitorKey | null, from: number, count: number): Promise<readonly RowError[]> {
    return this.lines<RowError>(id, key, 'errors', from, count);
  }

  /** The whole answer as JSON bytes, as `zhujiu roster` prints it. @throws as `result` */
  async document(id: string, key: VisitorKey | null): Promise<AsyncIterable<Uint8Array>> {
    const cipher = await this.opened(id, key);
    const { head } = await this.result(id, key);
    return rosterDocument(head, readLines(this.store, id, cipher, 'errors', 0), readLines(this.store, id, cipher, 'persons', 0));
  }

  /** The whole answer as an XLSX file. @throws as `result` */
  async workbook(id: string, key: VisitorKey | null, variant: TextVariant): Promise<AsyncIterable<Uint8Array>> {
    const cipher = await this.opened(id, key);
    const { head } = await this.result(id, key);
    return resultWorkbook({ head, errors: this.eachLine<RowError>(id, cipher, 'errors'), persons: this.eachLine<PersonLine>(id, cipher, 'persons') }, variant);
  }

  /** Deletes file and result now. @throws DomainError roster.not_found */
  async remove(id: string, key: VisitorKey | null): Promise<void> {
    const { id: known } = await this.store.find(id, key);
    await this.store.remove(known, key);
    this.queue.drop(known);
  }

  private async opened(id: string, key: VisitorKey | null): Promise<UploadCipher> {
    const upload = await this.store.find(id, key);
    if (upload.state === 'done' && key !== null) return key.cipherOf(id);
    const refusal = await this.refusalOf(upload, key);
    throw refusal === null ? new DomainError('roster.result_not_found') : new DomainError(refusal.code, refusal.params);
  }

  private async refusalOf({ id, state }: Upload, key: VisitorKey | null): Promise<StoredRefusal | null> {
    if (state === 'failed') return { code: 'roster.reading_failed', params: {} satisfies TextParams };
    if (state !== 'refused' || key === null) return null;
    return JSON.parse((await readWhole(this.store, id, key.cipherOf(id), 'refusal')).toString('utf8')) as StoredRefusal;
  }

  private async lines<T>(id: string, key: VisitorKey | null, kind: FragmentKind, from: number, count: number): Promise<readonly T[]> {
    const cipher = await this.opened(id, key);
    const first = Math.floor(from / LINES_PER_FRAGMENT);
    const last = Math.floor((from + Math.max(count, 1) - 1) / LINES_PER_FRAGMENT);
    const found: T[] = [];
    for await (const fragment of readLines(this.store, id, cipher, kind, first, last + 1)) found.push(...linesOf<T>(fragment));
    const skipped = from - first * LINES_PER_FRAGMENT;
    return found.slice(skipped, skipped + count);
  }

  private async *eachLine<T>(id: string, cipher: UploadCipher, kind: FragmentKind): AsyncGenerator<T, void, undefined> {
    for await (const fragment of readLines(this.store, id, cipher, kind, 0)) yield* linesOf<T>(fragment);
  }
}

const linesOf = <T>(fragment: Buffer): T[] => JSON.parse(`[${fragment.toString('utf8')}]`) as T[];

function shown({ id, state, ahead, phase, rowsRead, expiresAt }: Upload): Omit<RosterJob, 'refusal'> {
  if (state === 'receiving') throw new Error('an upload under way is nobody’s job yet');
  return { id, state, ahead, phase, rowsRead, expiresAt };
}
