import { createHash, type Hash } from 'node:crypto';
import { BackupError } from './backup-error.js';

/**
 * A backup is one line of text and then, packed by gzip, frames: a letter, the length in four bytes, the content.
 * `H` header (JSON), for each table `T` (JSON), `D` data as COPY writes it, `E` (JSON), at the end `M` manifest (JSON) and `S` its signature.
 */
export const MAGIC = Buffer.from('ZHUJIU BACKUP 1\n');

export type FrameKind = 'H' | 'T' | 'D' | 'E' | 'M' | 'S';
export type Frame = { readonly kind: FrameKind; readonly content: Buffer };

const HEAD_BYTES = 5;
const MOST_BYTES = 64 * 1_048_576;
const KINDS = 'HTDEMS';

export function frame(kind: FrameKind, content: Buffer | object): Buffer {
  const bytes = Buffer.isBuffer(content) ? content : Buffer.from(JSON.stringify(content));
  const head = Buffer.alloc(HEAD_BYTES);
  head.write(kind, 0, 'latin1');
  head.writeUInt32BE(bytes.length, 1);
  return Buffer.concat([head, bytes]);
}

/** @throws BackupError `backup.damaged` where the bytes are no frames or end within one */
export async function* readFrames(source: AsyncIterable<Buffer>): AsyncGenerator<Frame> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of source) {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    for (let taken = take(rest); taken; taken = take(rest)) {
      rest = rest.subarray(HEAD_BYTES + taken.content.length);
      yield taken;
    }
  }
  if (rest.length > 0) throw new BackupError('backup.damaged', { reason: 'ends within a frame' });
}

function take(bytes: Buffer): Frame | null {
  if (bytes.length < HEAD_BYTES) return null;
  const kind = KINDS.split('').find((letter) => letter.charCodeAt(0) === bytes[0]) as FrameKind | undefined;
  const length = bytes.readUInt32BE(1);
  if (kind === undefined || length > MOST_BYTES) throw new BackupError('backup.damaged', { reason: 'unknown frame' });
  if (bytes.length < HEAD_BYTES + length) return null;
  return { kind, content: bytes.subarray(HEAD_BYTES, HEAD_BYTES + length) };
}

export type TableSum = { readonly name: string; readonly rows: number; readonly bytes: number; readonly sha256: string };

/** Counts and digests what a table's COPY holds: each row is one line. */
export class TableDigest {
  private readonly hash: Hash = createHash('sha256');
  private rows = 0;
  private bytes = 0;

  add(chunk: Buffer): void {
    this.hash.update(chunk);
    this.bytes += chunk.length;
    for (let at = chunk.indexOf(0x0a); at >= 0; at = chunk.indexOf(0x0a, at + 1)) this.rows += 1;
  }

  sum(name: string): TableSum {
    return { name, rows: this.rows, bytes: this.bytes, sha256: this.hash.digest('hex') };
  }
}
