import { DomainError } from '../../../kernel/domain-error.js';
import type { PartKind, UploadStore } from '../infra/upload-store.js';
import type { FragmentKind } from './fragments.js';
import { unpack } from '../infra/pack.js';
import type { UploadCipher } from '../infra/visitor-key.js';

/** Bytes of a file in one part: large enough for few rows in the database, small enough to stream. */
const PART_BYTES = 524_288;
const PARTS_AT_ONCE = 8;

/** Encrypts and stores pieces of one kind in order, several in one statement. */
export class PartWriter {
  private place = 0;
  private waiting: { readonly kind: PartKind; readonly place: number; readonly body: Buffer }[] = [];

  constructor(private readonly store: UploadStore, private readonly uploadId: string, private readonly cipher: UploadCipher, private readonly kind: PartKind) {}

  async write(plain: Uint8Array): Promise<void> {
    const place = this.place++;
    this.waiting.push({ kind: this.kind, place, body: this.cipher.encrypt(this.kind, place, plain) });
    if (this.waiting.length >= PARTS_AT_ONCE) await this.flush();
  }

  async flush(): Promise<void> {
    const parts = this.waiting;
    this.waiting = [];
    await this.store.addParts(this.uploadId, parts);
  }
}

/** Stores a stream as encrypted parts of equal size. @returns bytes stored */
export async function storeStream(store: UploadStore, uploadId: string, cipher: UploadCipher, kind: PartKind, stream: AsyncIterable<Uint8Array>): Promise<number> {
  const writer = new PartWriter(store, uploadId, cipher, kind);
  let held: Uint8Array[] = [];
  let size = 0;
  let total = 0;
  for await (const chunk of stream) {
    held.push(chunk);
    size += chunk.length;
    total += chunk.length;
    if (size < PART_BYTES) continue;
    await writer.write(Buffer.concat(held));
    [held, size] = [[], 0];
  }
  if (size > 0) await writer.write(Buffer.concat(held));
  await writer.flush();
  return total;
}

/** Pieces of a kind as they were, in order. */
export async function* readParts(store: UploadStore, uploadId: string, cipher: UploadCipher, kind: PartKind, from: number, to?: number): AsyncGenerator<Buffer, void, undefined> {
  for await (const { place, body } of store.parts(uploadId, kind, from, to)) yield cipher.decrypt(kind, place, body);
}

/** Lines of a result as JSON without brackets, fragment by fragment. */
export async function* readLines(store: UploadStore, uploadId: string, cipher: UploadCipher, kind: FragmentKind, from: number, to?: number): AsyncGenerator<Buffer, void, undefined> {
  for await (const packed of readParts(store, uploadId, cipher, kind, from, to)) yield unpack(packed);
}

/** All pieces of a kind in one. @throws DomainError roster.not_found when the upload went meanwhile */
export async function readWhole(store: UploadStore, uploadId: string, cipher: UploadCipher, kind: PartKind): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of readParts(store, uploadId, cipher, kind, 0)) pieces.push(piece);
  if (pieces.length === 0) throw new DomainError('roster.not_found', { minutes: store.retentionMinutes });
  return pieces.length === 1 ? (pieces[0] as Buffer) : Buffer.concat(pieces);
}
